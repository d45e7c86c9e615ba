import type { Catalogue, Family, Release } from '../catalogue.ts';
import { addLicences } from './index-licences.ts';
import {
  add,
  addPieces,
  deletions,
  type Entry,
  isHeld,
  type NameIndex,
  type Node,
  node,
  pieces,
  sorted,
} from './name-index.ts';
import { withoutFormat } from './tokens.ts';

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
    labels: [],
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

const addSpellings = (index: NameIndex, token: string) => {
  for (const spelling of deletions(token)) {
    const held = index.spellings.get(spelling);
    if (held) held.push(token);
    else index.spellings.set(spelling, [token]);
  }
};
