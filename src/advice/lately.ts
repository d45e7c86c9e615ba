/** The texts of one question and its thread, each read by several rules. */
const MOST = 12;

/**
 * @param read gives the same for the same text; what it gives is not changed by those who get it
 * @returns the same reader, which still knows what it read in the last few texts
 */
export const lately = <T>(read: (text: string) => T): ((text: string) => T) => {
  const texts: string[] = [];
  const values: T[] = [];
  let next = 0;
  return (text) => {
    const at = texts.indexOf(text);
    if (at >= 0) return values[at]!;
    const value = read(text);
    texts[next] = text;
    values[next] = value;
    next = (next + 1) % MOST;
    return value;
  };
};
