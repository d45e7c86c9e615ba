import { DIGIT, GAP } from './needed-pieces.ts';
import { DIGITS_FROM, isUnspaced, OTHER, SIGNS, signOf } from './signs.ts';

/**
 * Marks: the groups of three neighbouring signs in a text, and the single signs and pairs of scripts without spaces
 * between words. A text that lacks a mark of a word lacks the word, which is cheaper to see than to search for the word.
 */

const TRIPLES = SIGNS ** 3;
/** marks of scripts without spaces share this many places; two that share one cost a search in vain, nothing else */
const HASHED = 8192;
const ANY_DIGIT = TRIPLES + HASHED;
const BITS = ANY_DIGIT + 1;

const hash = (first: number, second: number): number => TRIPLES + ((first * 31 + second) & (HASHED - 1));

/** The signs by how often they stand in a text, the most frequent first: no sign, then letters, then digits. */
const BY_FREQUENCY = ' etaoinsrhldcumfpgwybvkxjqz0123456789';
const frequency = (sign: string): number => BY_FREQUENCY.indexOf(/[a-z\d]/i.test(sign) ? sign.toLowerCase() : ' ');

/**
 * @returns every mark in a piece of a text, the rarest first; nothing is known of what is before and after the piece, or in
 *   its gaps
 */
export const marksOf = (piece: string): number[] => {
  const rareness = new Map<number, number>();
  for (const part of piece.split(GAP)) addMarks(part, rareness);
  return [...rareness].toSorted((a, b) => b[1] - a[1]).map(([mark]) => mark);
};

const addMarks = (part: string, rareness: Map<number, number>): void => {
  if (part === DIGIT) {
    rareness.set(ANY_DIGIT, 0);
    return;
  }
  for (let at = 0; at < part.length; at += 1) {
    const unit = part.charCodeAt(at);
    if (isUnspaced(unit)) {
      const next = part.charCodeAt(at + 1);
      rareness.set(isUnspaced(next) ? hash(unit, next) : hash(0, unit), 3 * SIGNS);
    }
    if (at + 2 >= part.length) continue;
    const signs = part.slice(at, at + 3).split('');
    const [first, second, third] = signs.map((sign) => signOf(sign.charCodeAt(0)));
    const triple = tripleOf(first!, second!, third!);
    if (triple === 0) continue;
    rareness.set(
      triple,
      signs.reduce((sum, sign) => sum + frequency(sign), 0),
    );
  }
};

const tripleOf = (first: number, second: number, third: number): number => (first * SIGNS + second) * SIGNS + third;

/** The marks of one text. */
export type Marked = { text: string; bits: Uint32Array };

/**
 * @param marks in groups of `size`
 * @returns whether all marks of one of the groups are in the text
 */
export const hasGroup = ({ bits }: Marked, marks: Uint16Array, size: number): boolean => {
  for (let at = 0; at < marks.length; at += size) {
    let n = at;
    while (n < at + size && (bits[marks[n]! >>> 5]! & (1 << (marks[n]! & 31))) !== 0) n += 1;
    if (n === at + size) return true;
  }
  return false;
};

/** As many texts as one question and its thread have, in the forms in which rules read them. */
const MOST = 32;
const ring: Marked[] = [];
let next = 0;
let last: Marked | null = null;

/** @returns the marks of a text, with the beginning and the end as if spaces stood there */
export const marksOfText = (text: string): Marked => {
  if (last !== null && last.text === text) return last;
  last = ring.find((marked) => marked.text === text) ?? mark(text);
  return last;
};

const mark = (text: string): Marked => {
  const marked = ring[next] ?? { text, bits: new Uint32Array((BITS >>> 5) + 1) };
  ring[next] = marked;
  next = (next + 1) % MOST;
  marked.text = text;
  const { bits } = marked;
  bits.fill(0);
  const set = (place: number) => {
    bits[place >>> 5]! |= 1 << (place & 31);
  };
  let before = OTHER;
  let sign = OTHER;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    const following = at < text.length ? signOf(unit) : OTHER;
    set(tripleOf(before, sign, following));
    if (following >= DIGITS_FROM) set(ANY_DIGIT);
    before = sign;
    sign = following;
    if (unit < 0x3040 || !isUnspaced(unit)) continue;
    set(hash(0, unit));
    const neighbour = text.charCodeAt(at + 1);
    if (isUnspaced(neighbour)) set(hash(unit, neighbour));
  }
  return marked;
};
