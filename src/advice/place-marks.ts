import { PLACE_ADJECTIVES, PLACES } from './place-names.ts';

/** "US" and "us" are different words: two-letter codes count in capitals only. */
const isWord = (written: string): boolean => !/^(us|in|at|be|it|no|is|de|es|se|to)$/.test(written);
const isLatin = (name: string): boolean => /^\p{Script=Latin}/u.test(name);
const withoutArticle = (name: string): string => name.replace(/^(?:the|la|le|les|el|los|las) /, '');

/** Names in Latin letters by their first word, longest first. An adjective that is also a place is a place. */
const BY_FIRST_WORD = new Map<string, { name: string; code: string; mark: string }[]>();
const add = (written: string, code: string, mark: string): void => {
  const name = withoutArticle(written);
  const first = /\p{L}+/u.exec(name)![0];
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), { name, code, mark }]);
};
/** Characters that no language uses. */
const PLACE_MARK = '\uE000';
const ADJECTIVE_MARK = '\uE001';
const MARKS = /[\uE000\uE001]/g;
for (const [name, code] of PLACES) if (isLatin(name)) add(name, code, PLACE_MARK);
for (const [name, code] of PLACE_ADJECTIVES) if (isLatin(name) && !PLACES.has(name)) add(name, code, ADJECTIVE_MARK);
for (const some of BY_FIRST_WORD.values()) some.sort((a, b) => b.name.length - a.name.length);

/** What stands in a marked text for the name of a place, and for "German"; the group is its code. */
export const PLACE = `(?:the |die |der |la |le |les |el |los |las )?(${PLACE_MARK}[A-Z]{2})`;
export const ADJECTIVE = `(${ADJECTIVE_MARK}[A-Z]{2})`;
export const EITHER = `([${PLACE_MARK}${ADJECTIVE_MARK}][A-Z]{2})`;
/** @returns the ISO 3166-1 code, or "EU", of a mark that a pattern caught */
export const codeOfMark = (mark: string): string => mark.slice(1);

const WORD = /\p{L}+/uy;

/**
 * Puts a mark in the place of every name of a place in Latin letters, so that patterns need not try hundreds of names.
 * @returns the text with marks; null where it names no place
 */
export const markPlaces = (original: string): string | null => {
  const text = original.replace(MARKS, ' ');
  const lower = text.toLowerCase();
  // letters that change their length with their case would shift what follows
  if (lower.length !== text.length) return markPlaces(lower);
  let marked = '';
  let done = 0;
  for (const { index } of lower.matchAll(/(?<!\p{L})\p{L}/gu)) {
    if (index < done) continue;
    WORD.lastIndex = index;
    const found = BY_FIRST_WORD.get(WORD.exec(lower)![0])?.find(
      ({ name }) => lower.startsWith(name, index) && !/^\p{L}/u.test(lower.slice(index + name.length)),
    );
    if (!found || !isWord(text.slice(index, index + found.name.length))) continue;
    marked += text.slice(done, index) + found.mark + found.code;
    done = index + found.name.length;
  }
  return done === 0 ? null : marked + text.slice(done);
};
