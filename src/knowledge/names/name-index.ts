import type { Catalogue, Family, Licence, Release } from '../catalogue.ts';
import { givenNames, namesOnly, shorterNames } from './licence-spellings.ts';
import { tokensOf, withoutFormat } from './tokens.ts';

/** What a written name can stand for. `scope` are the releases it may still turn out to be. */
export type Entry =
  | { kind: 'release'; scope: Release[]; label: string }
  | { kind: 'family'; scope: Release[]; label: string }
  | { kind: 'line'; scope: Release[]; label: string }
  | { kind: 'licence'; licence: Licence; label: string };

type Node = { next: Map<string, Node>; entries: Entry[] };

export type NameIndex = {
  root: Node;
  /** token bags by release id: every piece by which a release can be told from its siblings */
  bags: Map<string, Set<string>>;
  /** exact names by release id, each as a sorted list of pieces */
  names: Map<string, Set<string>>;
  /** first pieces of names, by the spellings that are one edit away */
  spellings: Map<string, string[]>;
  firstTokens: Set<string>;
  /** every piece of the names of models, and every two and three that follow each other: "qwen 2.5" */
  vocabulary: Set<string>;
  pairs: Set<string>;
  /** labels of families by each piece of their names, for suggestions */
  labelsByToken: Map<string, Set<string>>;
  /** owners of repositories, each with the lines they publish */
  owners: Map<string, Set<string>>;
  /** releases by each piece of their bags */
  releasesByToken: Map<string, Set<Release>>;
  lineOf: Map<string, string>;
  /** names of families by release id */
  familyOf: Map<string, string>;
  /** pieces of the developer's name by release id */
  developerOf: Map<string, Set<string>>;
  /** lines in which other families are numbered versions of the name: Falcon, Falcon 2, Falcon 3 */
  versioned: Map<string, boolean>;
  /** terms of services and policies of use */
  terms: Licence[];
  /** all versions of the same text, by licence id, and when each was published */
  versions: Map<string, Licence[]>;
  publishedOf: Map<string, string>;
  /** releases by Ollama tag, "name:tag"; a bare name stands for the family, not for the tag it defaults to */
  ollama: Map<string, Release>;
};

const INSTRUCT = ['instruct', 'chat', 'it'];
const BASE = ['base', 'pretrained', 'pt'];

/** Builds the index of everything people may write. Names are cut the same way as questions are. */
export const buildNameIndex = (catalogue: Catalogue): NameIndex => {
  const index: NameIndex = {
    root: node(),
    bags: new Map(),
    names: new Map(),
    spellings: new Map(),
    firstTokens: new Set(),
    vocabulary: new Set(),
    pairs: new Set(),
    labelsByToken: new Map(),
    owners: new Map(),
    releasesByToken: new Map(),
    lineOf: new Map(),
    familyOf: new Map(),
    developerOf: new Map(),
    versioned: new Map(),
    terms: [],
    versions: new Map(),
    publishedOf: new Map(),
    ollama: new Map(),
  };
  const lines = new Map<string, Release[]>();
  for (const family of catalogue.families.values()) {
    addFamily(index, family);
    if (new RegExp(`^${family.line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ -]?\\d`, 'i').test(family.name))
      index.versioned.set(family.line, true);
    lines.set(family.line, [...(lines.get(family.line) ?? []), ...family.releases]);
  }
  for (const word of NICKNAMES) addNickname(index, word);
  for (const [line, scope] of lines) add(index, line, { kind: 'line', scope, label: line });
  addLicences(index, [...catalogue.licences.values()]);
  addWholeVersions(index);
  for (const token of index.firstTokens) if (/^[a-z]{5,}$/.test(token)) addSpellings(index, token);
  return index;
};

/** Words that stand for a whole row of releases, without the name of their line. */
const NICKNAMES = ['sonnet', 'haiku', 'opus'];

const addNickname = (index: NameIndex, word: string) => {
  const scope = [...(index.releasesByToken.get(word) ?? [])];
  if (scope.length === 0) return;
  const label = `${index.lineOf.get(scope[0]!.id)} ${word[0]!.toUpperCase()}${word.slice(1)}`;
  add(index, word, { kind: 'line', scope, label });
};

type FamilyPieces = { name: string[]; developer: string[]; line: string[]; aliases: string[][]; all: string[] };

const addFamily = (index: NameIndex, family: Family) => {
  const entry: Entry = { kind: 'family', scope: family.releases, label: family.name };
  for (const name of [family.name, ...family.aliases]) add(index, name, entry);
  const name = pieces(family.name);
  const aliases = family.aliases.map(pieces);
  const all = [name, ...aliases].map(sorted);
  const ofFamily = { name, developer: pieces(family.developer), line: pieces(family.line), aliases, all };
  for (const token of ofFamily.name) {
    const labels = index.labelsByToken.get(token) ?? new Set();
    labels.add(family.name);
    index.labelsByToken.set(token, labels);
  }
  for (const release of family.releases) addRelease(index, family, release, ofFamily);
};

const addRelease = (index: NameIndex, family: Family, release: Release, ofFamily: FamilyPieces) => {
  const entry: Entry = { kind: 'release', scope: [release], label: release.name };
  const bag = new Set<string>();
  const names = new Set<string>();
  // "LTX-Video" is the repository of one release and the name of all of them
  const repoNames = release.repos
    .map((repo) => pieces(repo.slice(repo.indexOf('/') + 1)))
    .filter((tokens) => family.releases.length === 1 || !ofFamily.all.includes(sorted(tokens)));
  const spellings = [...[release.name, release.id, ...release.aliases].map(pieces), ...repoNames];
  const own = new Set([...ofFamily.line, ...ofFamily.name]);
  for (const tokens of [...spellings, ...byNickname(ofFamily, spellings)]) {
    addPieces(index, tokens, entry);
    // "Nano Banana" is a name by itself: it makes no "nano" of Gemini
    if (tokens === spellings[0] || tokens.some((token) => own.has(token))) for (const token of tokens) bag.add(token);
    names.add(sorted(tokens));
  }
  for (const repo of release.repos) {
    add(index, repo, entry);
    const owner = repo.slice(0, repo.indexOf('/')).toLowerCase();
    const families = index.owners.get(owner) ?? new Set();
    families.add(family.line);
    index.owners.set(owner, families);
  }
  for (const token of ofFamily.name) bag.add(token);
  if (release.size) for (const token of pieces(release.size)) bag.add(token);
  for (const token of release.variant === 'instruct' ? INSTRUCT : release.variant === 'base' ? BASE : [])
    bag.add(token);
  index.bags.set(release.id, bag);
  index.lineOf.set(release.id, family.line);
  index.familyOf.set(release.id, family.name);
  index.developerOf.set(
    release.id,
    new Set([...ofFamily.developer, ...release.repos.flatMap((repo) => pieces(repo.slice(0, repo.indexOf('/'))))]),
  );
  for (const tag of release.ollama)
    if (tag.includes(':')) {
      // a tag with a number format in it is looked up without it
      const plain = withoutFormat(tag.toLowerCase())
        .text.trim()
        .replace(/[-_.]+$/, '');
      if (plain.includes(':') && !plain.endsWith(':') && !index.ollama.has(plain)) index.ollama.set(plain, release);
    }
  for (const token of bag) {
    const holders = index.releasesByToken.get(token) ?? new Set();
    holders.add(release);
    index.releasesByToken.set(token, holders);
  }
  index.names.set(release.id, names);
};

/** "SVD img2vid" for "Stable Video Diffusion img2vid": what the family is called besides stands in its releases' names too. */
const byNickname = ({ name, aliases }: FamilyPieces, spellings: string[][]): string[][] =>
  spellings
    .filter((tokens) => tokens.length > name.length && name.every((piece, at) => tokens[at] === piece))
    .flatMap((tokens) =>
      aliases
        .filter((alias) => versionsIn(alias) === versionsIn(name))
        .map((alias) => [...alias, ...tokens.slice(name.length)]),
    );

const versionsIn = (tokens: string[]): string => tokens.filter((token) => /^\d/.test(token)).join(' ');

const addLicences = (index: NameIndex, licences: Licence[]) => {
  const entryOf = (licence: Licence): Entry => ({ kind: 'licence', licence, label: licence.name });
  for (const licence of licences)
    for (const name of [...givenNames(licence), licence.id])
      add(index, isLikeAModel(index, licence, name) ? `${name} licence` : name, entryOf(licence));
  const shorter = licences.flatMap((licence) =>
    shorterNames(licence, (name) => isHeld(index, pieces(name)))
      .filter((name) => isFree(index, pieces(name)) && !isOneOfSeveral(licences, licence, name))
      .map((name) => ({ name, licence })),
  );
  for (const { name, licence } of shorter) add(index, name, entryOf(licence));
  index.terms.push(...licences.filter(({ kind }) => kind === 'api-terms' || kind === 'use-policy'));
  for (const licence of licences) {
    index.publishedOf.set(licence.id, licence.published);
    index.versions.set(
      licence.id,
      licences.filter((other) => textOf(other) === textOf(licence)),
    );
  }
};

/** Nobody's yet, and not the licence of a whole line: "Llama license" is that of whichever Llama. */
const isFree = (index: NameIndex, tokens: string[]): boolean =>
  tokens.length > 1 &&
  !isHeld(index, tokens) &&
  !isHeld(
    index,
    tokens.filter((token) => !/^licen[cs]e$/.test(token)),
  );

/** "OpenAI terms": of a company with several terms the company's name alone tells none. */
const isOneOfSeveral = (licences: Licence[], licence: Licence, name: string): boolean =>
  licence.kind === 'api-terms' &&
  licences.some((other) => other !== licence && other.kind === 'api-terms' && other.steward === licence.steward) &&
  namesOnly(name, licence.steward);

/** "glm-4" and "hunyuan-7b" are ids of licences, and names of models to everybody else. */
const isLikeAModel = (index: NameIndex, licence: Licence, name: string): boolean => {
  const tokens = pieces(name);
  const follows = tokens.every((token, at) => at === 0 || index.pairs.has(`${tokens[at - 1]} ${token}`));
  return name === licence.id && index.firstTokens.has(tokens[0]!) && follows;
};

/** "gemma-terms-2025-03-24", "openmdw-1.1": the id without the version tells which text it is. */
const textOf = (licence: Licence): string => licence.id.replace(/-(\d{4}(-\d{2})*|\d+(\.\d+)+)$/, '');

const add = (index: NameIndex, name: string, entry: Entry) => addPieces(index, pieces(name), entry);

const addPieces = (index: NameIndex, tokens: string[], entry: Entry) => {
  if (tokens.length === 0) return;
  let at = index.root;
  for (const token of tokens) {
    const next = at.next.get(token) ?? node();
    at.next.set(token, next);
    at = next;
  }
  if (!at.entries.some((held) => held.kind === entry.kind && held.label === entry.label)) at.entries.push(entry);
  if (entry.kind === 'licence') return;
  index.firstTokens.add(tokens[0]!);
  tokens.forEach((token, place) => {
    index.vocabulary.add(token);
    if (place > 0) index.pairs.add(`${tokens[place - 1]} ${token}`);
    if (place > 1) index.pairs.add(`${tokens[place - 2]} ${tokens[place - 1]} ${token}`);
  });
};

/** "Llama 3.0" is written for Llama 3 and "Yuan2-51B" for Yuan2.0-51B, where no other name is spelled so. */
const addWholeVersions = (index: NameIndex) => {
  const found: { tokens: string[]; entries: Entry[] }[] = [];
  const walk = (at: Node, path: string[]) => {
    if (at.entries.length > 0) found.push({ tokens: path, entries: at.entries });
    for (const [token, next] of at.next) walk(next, [...path, token]);
  };
  walk(index.root, []);
  for (const { tokens, entries } of found) {
    const spelled = tokens.map((token, place) => {
      if (/^\d\.0$/.test(token)) return token.slice(0, 1);
      return /^\d$/.test(token) && place > 0 && /[a-z]/.test(tokens[place - 1]!) ? `${token}.0` : token;
    });
    if (spelled.join(' ') === tokens.join(' ') || isHeld(index, spelled)) continue;
    for (const entry of entries) {
      addPieces(index, spelled, entry);
      if (entry.kind === 'release') for (const { id } of entry.scope) index.names.get(id)?.add(sorted(spelled));
    }
  }
};

/** @returns true where these pieces are a whole name */
export const isHeld = (index: NameIndex, tokens: string[]): boolean => (nodeOf(index, tokens)?.entries.length ?? 0) > 0;

const nodeOf = (index: NameIndex, tokens: string[]): Node | undefined =>
  tokens.reduce<Node | undefined>((at, token) => at?.next.get(token), index.root);

const addSpellings = (index: NameIndex, token: string) => {
  for (const spelling of deletions(token))
    index.spellings.set(spelling, [...(index.spellings.get(spelling) ?? []), token]);
};

/** A word and all words with one letter left out: two words share one of these exactly when they are about one edit apart. */
export const deletions = (word: string): string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** @returns the pieces of a name, marks of format left out */
export const pieces = (name: string): string[] => tokensOf(withoutFormat(name).text).map((token) => token.text);

/** @returns the pieces of a name in a fixed order, to compare names regardless of word order */
export const sorted = (name: string | string[]): string =>
  [...(typeof name === 'string' ? pieces(name) : name)].sort().join(' ');

const node = (): Node => ({ next: new Map(), entries: [] });
