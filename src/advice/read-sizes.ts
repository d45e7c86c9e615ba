import { patternOf } from '../patterns/pattern-of.ts';
/** Sizes in billions of parameters; `null` is no limit. `memory` is the GPU memory in GB that a limit was worked out from. */
export type Sizes = { min: number | null; max: number | null; memory: number | null };

const NUMBER = '(\\d+(?:\\.\\d+)?)';
/** "7B", "7 billion parameters"; not "7 billion dollars". */
const UNIT = '\\s*(?:b|bn|billion)\\b(?!\\s*(?:users|dollars|usd|euros?|revenue|in revenue))';
const AT_MOST = new RegExp(
  `(?:under|below|less than|fewer than|at most|no more than|not more than|up to|smaller than|max(?:imum)?(?: of)?|<=?|≤)\\s*${NUMBER}${UNIT}|${NUMBER}${UNIT}(?: parameters| params)?\\s*(?:or|and)\\s*(?:smaller|less|below|under|fewer|lower)|${NUMBER}${UNIT}(?: parameters| params)?\\s*(?:max\\b|tops\\b|at most)|${NUMBER}\\s*b以下`,
  'i',
);
const AT_LEAST = new RegExp(
  `(?:over|above|more than|at least|no less than|bigger than|larger than|min(?:imum)?(?: of)?|>=?|≥)\\s*${NUMBER}${UNIT}|${NUMBER}${UNIT}(?: parameters| params)?\\s*(?:or|and)\\s*(?:bigger|larger|more|up|above)|${NUMBER}\\s*b\\s*\\+|${NUMBER}\\s*b以上`,
  'i',
);
const RANGE = new RegExp(
  `(?:between\\s*)?\\b${NUMBER}\\s*(?:b|bn|billion)?\\s*(?:-|–|to|and|or)\\s*${NUMBER}${UNIT}`,
  'i',
);
const ABOUT = new RegExp(`\\b${NUMBER}${UNIT}`, 'i');
const MEMORY = patternOf(/\b(\d{1,3})\s*gb\b(?! (?:of )?(?:disk|storage|ram\b))/i);
const FOUR_BIT = patternOf(/\b(4[- ]?bit|int4|q4\w*|quanti[sz]ed|gguf|awq|gptq)\b/i);
const SMALL = patternOf(
  /\bsmall(est)?\b|\braspberry pi\b|\bmobile\b|\bon (a )?cpu\b|\bon[- ]device\b|\bphones?\b|\blaptops?\b|\bedge\b|\btiny\b/i,
);

/** Bytes a parameter takes, and the share of the memory that is left for them beside context and overhead. */
const BYTES = { full: 2, fourBit: 0.5 };
const SHARE = 0.85;
/** "around 7B" covers the 6B to 8B that people mean by it. */
const ABOUT_BY = 0.15;

/** @returns the sizes asked for; a GPU's memory is turned into a size for 16-bit weights, or for 4-bit ones when that is said */
export const readSizes = (text: string): Sizes => {
  const first = (match: RegExpExecArray | null) => match?.slice(1).find((group) => group !== undefined);
  const max = first(AT_MOST.exec(text));
  const min = first(AT_LEAST.exec(text));
  if (max || min) return { min: min ? Number(min) : null, max: max ? Number(max) : null, memory: null };
  const range = RANGE.exec(text);
  if (range) return { min: less(Number(range[1])), max: more(Number(range[2])), memory: null };
  const about = ABOUT.exec(text);
  if (about) return { min: less(Number(about[1])), max: more(Number(about[1])), memory: null };
  const memory = MEMORY.exec(text);
  if (memory) {
    const gigabytes = Number(memory[1]);
    const bytes = FOUR_BIT.test(text) ? BYTES.fourBit : BYTES.full;
    return { min: null, max: Math.floor((gigabytes * SHARE) / bytes), memory: gigabytes };
  }
  return { min: null, max: SMALL.test(text) ? 9 : null, memory: null };
};

const less = (size: number): number => Number((size * (1 - ABOUT_BY)).toFixed(2));
const more = (size: number): number => Number((size * (1 + ABOUT_BY)).toFixed(2));

/** @returns parameters in billions ("8x7B" counts all experts), or null where the size is not known */
export const billions = (size: string | undefined): number | null => {
  const match = /^(?:(\d+)x)?(\d+(?:\.\d+)?)([BMT])/i.exec(size ?? '');
  if (!match) return null;
  const unit = { b: 1, m: 0.001, t: 1000 }[match[3]!.toLowerCase() as 'b' | 'm' | 't'];
  return Number(match[1] ?? 1) * Number(match[2]) * unit;
};
