import type { Catalogue, Family, Licence, Release } from '../catalogue.ts';
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
    labelsByToken: new Map(),
    owners: new Map(),
    releasesByToken: new Map(),
    lineOf: new Map(),
    familyOf: new Map(),
    developerOf: new Map(),
    versioned: new Map(),
    terms: [],
    ollama: new Map(),
  };
  const lines = new Map<string, Release[]>();
  for (const family of catalogue.families.values()) {
    addFamily(index, family);
    if (new RegExp(`^${family.line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[ -]?\\d`, 'i').test(family.name))
      index.versioned.set(family.line, true);
    lines.set(family.line, [...(lines.get(family.line) ?? []), ...family.releases]);
  }
  for (const [line, scope] of lines) add(index, line, { kind: 'line', scope, label: line });
  for (const licence of catalogue.licences.values()) addLicence(index, licence);
  for (const token of index.firstTokens) if (/^[a-z]{5,}$/.test(token)) addSpellings(index, token);
  return index;
};

type FamilyPieces = { name: string[]; developer: string[] };

const addFamily = (index: NameIndex, family: Family) => {
  const entry: Entry = { kind: 'family', scope: family.releases, label: family.name };
  for (const name of [family.name, ...family.aliases]) add(index, name, entry);
  const ofFamily: FamilyPieces = { name: pieces(family.name), developer: pieces(family.developer) };
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
  const repoNames = release.repos.map((repo) => repo.slice(repo.indexOf('/') + 1));
  for (const name of [release.name, release.id, ...release.aliases, ...repoNames]) {
    const tokens = pieces(name);
    addPieces(index, tokens, entry);
    for (const token of tokens) bag.add(token);
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

const addLicence = (index: NameIndex, licence: Licence) => {
  if (licence.kind === 'api-terms' || licence.kind === 'use-policy') index.terms.push(licence);
  const entry: Entry = { kind: 'licence', licence, label: licence.name };
  for (const name of [licence.name, licence.id, licence.spdx ?? '', ...licence.aliases]) {
    // a name that loses a word with the marks of format ("HF terms of service") would stand for anybody's terms
    if (name === '' || pieces(name).length < tokensOf(name).length) continue;
    add(index, name, entry);
    const british = name.replace(/license/gi, 'licence');
    if (british !== name) add(index, british, entry);
    const american = name.replace(/licence/gi, 'license');
    if (american !== name) add(index, american, entry);
  }
};

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
  if (entry.kind !== 'licence') index.firstTokens.add(tokens[0]!);
};

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
