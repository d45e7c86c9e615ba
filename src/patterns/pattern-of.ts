import { Pattern } from './pattern.ts';

/** Letters and digits of the scripts in which people ask, all within 16 bits. */
const LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-ˁͰ-ͳͶ-ͽΆΈ-ϵϷ-ҁҊ-֏א-תء-يٱ-ۓऄ-हก-ะเ-ๆḀ-ῼⱠ-Ɀ々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿ㐀-䶿一-鿿가-힣ｦ-ﾝ';
const DIGITS = '0-9²³¹¼-¾٠-٩०-९０-９';

/**
 * @param written a pattern, or its source, in which `\p{L}` and `\p{N}` are the only properties; not sticky
 * @param flags of a source
 * @returns a pattern without the flag `u` that finds the same in the scripts people write in here, and passes by a text
 *   that lacks its words without a search. It compiles four to five times as fast as one with `iu`, and takes less memory:
 *   with `u` each letter becomes a class of its own.
 * @throws Error where the pattern needs the flag `u` for anything else, or is sticky
 */
export const patternOf = (
  written: string | RegExp,
  flags: string = written instanceof RegExp ? written.flags : '',
): RegExp => {
  const source = typeof written === 'string' ? written : written.source;
  if (flags.includes('y')) throw new Error(`A sticky pattern cannot be searched for: ${source}`);
  const unicode = flags.includes('u');
  return new Pattern(unicode ? withoutProperties(source) : source, flags.replace('u', ''), source, unicode);
};

const withoutProperties = (source: string): string => {
  let inClass = false;
  return source.replace(/\\p\{(\w+)\}|\\u\{|\\.|[[\]]/gsu, (piece, property?: string) => {
    if (piece === '[') inClass = true;
    if (piece === ']') inClass = false;
    if (property === undefined) {
      if (['\\u{', '\\p', '\\P'].includes(piece))
        throw new Error(`A pattern with ${piece} needs the flag u: ${source}`);
      return piece;
    }
    const signs = { L: LETTERS, N: DIGITS }[property];
    if (signs === undefined) throw new Error(`A pattern with \\p{${property}} needs the flag u: ${source}`);
    return inClass ? signs : `[${signs}]`;
  });
};
