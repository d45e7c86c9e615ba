/** Letters and digits of the scripts in which people ask, all within 16 bits. */
const LETTERS = 'A-Za-zªµºÀ-ÖØ-öø-ˁͰ-ͳͶ-ͽΆΈ-ϵϷ-ҁҊ-֏א-תء-يٱ-ۓऄ-हก-ะเ-ๆḀ-ῼⱠ-Ɀ々-〇ぁ-ゖゝ-ゟァ-ヺー-ヿ㐀-䶿一-鿿가-힣ｦ-ﾝ';
const DIGITS = '0-9²³¹¼-¾٠-٩०-९０-９';

/**
 * @param source a pattern in which `\p{L}` and `\p{N}` are the only properties
 * @returns a pattern without the flag `u` that finds the same in the scripts people write in here. It compiles four to five
 *   times as fast as one with `iu`, and takes less memory: with `u` each letter becomes a class of its own.
 * @throws Error where the pattern needs the flag `u` for anything else
 */
export const patternOf = (source: string, flags: string): RegExp => {
  let inClass = false;
  const plain = source.replace(/\\p\{(\w+)\}|\\u\{|\\.|[[\]]/gsu, (piece, property?: string) => {
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
  return new RegExp(plain, flags.replace('u', ''));
};
