import { deletions, type Entry, type NameIndex } from './name-index.ts';
import { isSize, joined, type Token } from './tokens.ts';
import { NEVER_A_TYPO, NOT_A_NAME } from './word-lists.ts';

export type Match = { end: number; entries: Entry[]; fuzzy: boolean };

export const longestMatch = (index: NameIndex, tokens: Token[], at: number, first?: string): Match | null => {
  let node = index.root.next.get(first ?? tokens[at]!.text);
  let best: Match | null = null;
  let end = at + 1;
  let typo = false;
  while (node) {
    const last = tokens[end - 1]!;
    const openEnding = last.text === 'open' && !joined(tokens, end) && !isSize(tokens[end]?.text ?? '');
    if (node.entries.length > 0 && !(openEnding && end - at > 1))
      best = { end, entries: node.entries, fuzzy: first !== undefined || typo };
    const token = tokens[end];
    if (!token || token.break) break;
    const next: NameIndex['root'] | undefined = node.next.get(token.text) ?? nearChild(node, token.text);
    typo ||= next !== undefined && !node.next.has(token.text);
    node = next;
    end += 1;
  }
  return best;
};

/** A later word of a name with one letter wrong: "stable difusion". Only where that name alone goes on so. */
const nearChild = (node: NameIndex['root'], word: string): NameIndex['root'] | undefined => {
  if (!/^[a-z]{5,}$/.test(word) || NOT_A_NAME.has(word) || node.next.size > 200) return undefined;
  const near = [...node.next].filter(([name]) => name.length >= 5 && oneEditApart(word, name));
  return near.length === 1 ? near[0]![1] : undefined;
};

/** Plain words by their first and by their last letter: one edit leaves one of the two as it was. */
const PLAIN_WORDS = new Map<string, string[]>();
for (const word of NOT_A_NAME) {
  if (word.length < 6 || !/^[a-z]+$/.test(word)) continue;
  for (const key of [`${word[0]}-`, `-${word.at(-1)}`]) PLAIN_WORDS.set(key, [...(PLAIN_WORDS.get(key) ?? []), word]);
}
const isMistypedPlainWord = (word: string): boolean =>
  word.length >= 6 &&
  [`${word[0]}-`, `-${word.at(-1)}`].some((key) => PLAIN_WORDS.get(key)?.some((plain) => oneEditApart(word, plain)));

/** One letter wrong, missing, doubled or swapped in a word of five letters or more. */
export const misspelled = (index: NameIndex, tokens: Token[], at: number): Match | null => {
  const word = tokens[at]!.text;
  if (!/^[a-z]{4,}$/.test(word) || NEVER_A_TYPO.has(word) || NOT_A_NAME.has(word) || index.firstTokens.has(word))
    return null;
  // "internel" is a misspelt word before it is a misspelt name
  if (isMistypedPlainWord(word)) return null;
  const candidates = new Set(deletions(word).flatMap((spelling) => index.spellings.get(spelling) ?? []));
  // whoever mistypes a name gets its first letter right: "banana" is no Kanana
  const close = [...candidates].filter((name) => name[0] === word[0] && oneEditApart(word, name));
  const matches = close.flatMap((name) => longestMatch(index, tokens, at, name) ?? []);
  if (matches.length === 0) return null;
  const longest = Math.max(...matches.map((match) => match.end));
  const best = matches.filter((match) => match.end === longest);
  return best.length === 1 ? best[0]! : null;
};

const oneEditApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let enda = a.length;
  let endb = b.length;
  while (enda > start && endb > start && a[enda - 1] === b[endb - 1]) {
    enda -= 1;
    endb -= 1;
  }
  const left = a.slice(start, enda);
  const right = b.slice(start, endb);
  return (
    (left.length <= 1 && right.length <= 1) ||
    (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0])
  );
};
