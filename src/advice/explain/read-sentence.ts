import { stemmer } from 'stemmer';
import { patternOf } from '../../patterns/pattern-of.ts';
import { ASKERS_WORDS, GLUE, type PolarClass, polarClass } from './polar-words.ts';

export type Piece =
  | { kind: 'polar'; word: string; polar: PolarClass }
  | {
      kind: 'number';
      word: string;
      value: string;
      /** punctuation follows, so what it counts stands before it */
      ends: boolean;
    }
  | { kind: 'content'; word: string; stem: string; asker: boolean };

const SCALES: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
};
const SPELT: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  hundred: 100,
};
const TOKEN = patternOf(/\d+(?:[.,]\d+)*|[\p{L}][\p{L}'’-]*|[%$€£]/gu);

/** Reads a sentence into what it claims: polar words, numbers and content words, in order; glue is left out. */
export const readSentence = (sentence: string): Piece[] => {
  const plain = sentence
    .normalize('NFKC')
    .replace(/[’‘]/g, "'")
    .replace(/\bcan't\b/gi, 'can not')
    .replace(/n't\b/gi, ' not')
    .replace(/\bcannot\b/gi, 'can not')
    .replace(/\bnon-(?=[a-z])/gi, 'non ');
  const found = [...plain.matchAll(TOKEN)];
  const words = found.map((match) => match[0]);
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const lower = word.toLowerCase();
    if (
      /^\d/.test(word) ||
      (SPELT[lower] !== undefined && !/^\p{L}/u.test(words[at - 1]?.slice(-1) === '-' ? 'a' : ''))
    ) {
      const next = words[at + 1]?.toLowerCase() ?? '';
      const scale = SCALES[next];
      const last = found[scale === undefined ? at : at + 1]!;
      const ends = /^\s*[;:,.()]/.test(plain.slice(last.index + last[0].length));
      pieces.push({ kind: 'number', word, value: numberOf(lower, scale), ends });
      if (scale !== undefined) at += 1;
      continue;
    }
    for (const part of lower.split('-').filter(Boolean)) {
      const bare = part.replace(/'s?$/, '').replace(/^'+/, '');
      if (bare === '') continue;
      const polar = polarClass(bare);
      if (polar) pieces.push({ kind: 'polar', word: bare, polar });
      else if (!GLUE.has(bare))
        pieces.push({ kind: 'content', word: bare, stem: stemmer(bare), asker: ASKERS_WORDS.has(bare) });
    }
  }
  return pieces;
};

/** "700 million", "700,000,000" and "700M" are one number; a version such as 3.1 stays as it is written. */
const numberOf = (written: string, scale: number | undefined): string => {
  const plain = written.replaceAll(',', '');
  const value = SPELT[written] ?? Number(plain);
  if (!Number.isFinite(value) || (scale === undefined && plain.includes('.'))) return plain;
  return String(value * (scale ?? 1));
};
