import { patternOf } from '../../patterns/pattern-of.ts';
/** Joins alternatives into one group of a pattern. */
export const any = (...parts: string[]): string => `(?:${parts.join('|')})`;
/** @param parts alternatives, each matched as whole words; Chinese and Japanese stand without word borders */
export const words = (...parts: string[]): RegExp =>
  patternOf(`(?<![\\p{L}\\p{N}])${any(...parts)}(?![\\p{L}\\p{N}])`, 'iu');
