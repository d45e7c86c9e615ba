import type { NameIndex } from './name-index.ts';
import type { Mention } from './read-names.ts';

/** A number of a version or a short model name, before whoever it comes from. */
const BEFORE = /(?<![\p{L}\p{N}.-])(\p{L}{0,3}\d[\w.]*)\s+(?:from|by|of|von|de)\s+$/u;

/**
 * "M2.7 from MiniMax": the number belongs to the name behind it.
 * @param read reads names in a text, with the parts in their usual order
 */
export const fromMaker = (
  index: NameIndex,
  mentions: Mention[],
  text: string,
  read: (index: NameIndex, text: string) => Mention[],
): Mention[] =>
  mentions.map((mention) => {
    if (mention.kind !== 'models' || mention.releases.length < 2 || /\d/.test(mention.written)) return mention;
    const number = BEFORE.exec(text.slice(0, mention.start));
    if (!number) return mention;
    const [found, ...more] = read(index, `${mention.written} ${number[1]}`);
    if (found?.kind !== 'models' || more.length > 0 || !found.releases.every((one) => mention.releases.includes(one)))
      return mention;
    return { ...found, start: number.index, end: mention.end, written: text.slice(number.index, mention.end) };
  });
