/** Signs: what a mark tells apart. Small and capital letters are one sign, and all that is no ASCII letter or digit is one. */

const LETTERS_FROM = 1;
export const DIGITS_FROM = 27;
/** the sign of everything that is no ASCII letter or digit */
export const OTHER = 0;
export const SIGNS = 37;

/** @returns the sign of a UTF-16 code unit; small and capital letters have the same */
export const signOf = (unit: number): number => {
  if (unit >= 97 && unit <= 122) return unit - 97 + LETTERS_FROM;
  if (unit >= 65 && unit <= 90) return unit - 65 + LETTERS_FROM;
  if (unit >= 48 && unit <= 57) return unit - 48 + DIGITS_FROM;
  return OTHER;
};

/** Han, kana, Hangul: letters that have no capitals, in words that stand side by side. */
export const isUnspaced = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xac00 && unit <= 0xd7a3);
