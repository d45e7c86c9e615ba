import type { Licence, Release } from '../catalogue.ts';
import { tokensOf, withoutFormat } from './tokens.ts';

/** What a written name can stand for. `scope` are the releases it may still turn out to be. */
export type Entry =
  | { kind: 'release'; scope: Release[]; label: string }
  | { kind: 'family'; scope: Release[]; label: string }
  | { kind: 'line'; scope: Release[]; label: string }
  | { kind: 'licence'; licence: Licence; label: string };

export type Node = { next: Map<string, Node>; entries: Entry[] };

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
  /** labels that licences ask for ("Built with …"), in small letters, the longer first */
  labels: { text: string; exact: string; licences: Licence[] }[];
  /** terms of services and policies of use */
  terms: Licence[];
  /** all versions of the same text, by licence id, and when each was published */
  versions: Map<string, Licence[]>;
  publishedOf: Map<string, string>;
  /** releases by Ollama tag, "name:tag"; a bare name stands for the family, not for the tag it defaults to */
  ollama: Map<string, Release>;
};

/** Adds a name in the pieces it is cut into. */
export const add = (index: NameIndex, name: string, entry: Entry) => addPieces(index, pieces(name), entry);

/** Adds a name whose pieces are known; those of models are what later reading tells names by. */
export const addPieces = (index: NameIndex, tokens: string[], entry: Entry) => {
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

/** @returns true where these pieces are a whole name */
export const isHeld = (index: NameIndex, tokens: string[]): boolean => (nodeOf(index, tokens)?.entries.length ?? 0) > 0;

const nodeOf = (index: NameIndex, tokens: string[]): Node | undefined =>
  tokens.reduce<Node | undefined>((at, token) => at?.next.get(token), index.root);

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

export const node = (): Node => ({ next: new Map(), entries: [] });
