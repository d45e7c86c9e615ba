import { type NameIndex, pieces } from './name-index.ts';
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

/** What a company's name may go on with: "Mistral AI's", "Jina AI", "Kandinsky Lab". */
const REST_OF_COMPANY = /^(?:[\s-]*(?:ai|labs?|team|project|research|technologies|inc\.?|ltd\.?|['’]s|['’]))*\s*$/i;

/** Between a model and its maker: "by", "(", "from". */
const BEFORE_MAKER =
  /^[)\]]?,?\s*(?:(?:made|released|published|developed|built)\s+)?(?:(?:by|from|of|von|de|par)\s+(?:the\s+)?|\(\s*)$/i;

/** "Mistral AI's Codestral 22B", "Codestral 22B by Mistral": whose name is also that of a model, and who is named as the maker of another. */
export const withoutMakers = (index: NameIndex, mentions: Mention[], text: string): Mention[] =>
  mentions.filter((mention, at) => {
    const [last, next] = [mentions[at - 1], mentions[at + 1]];
    return !(
      (next && REST_OF_COMPANY.test(text.slice(mention.end, next.start)) && isMakerOf(index, mention, next)) ||
      (last && BEFORE_MAKER.test(text.slice(last.end, makerAt(last, mention, text))) && isMakerOf(index, mention, last))
    );
  });

/** "Amber 7B from LLM360": the size that was read with the maker is that of the name before. */
const makerAt = (last: Mention, mention: Mention, text: string): number =>
  mention.start >= last.end
    ? mention.start
    : last.end + (/^\s*(?:from|by|of)\s+/.exec(text.slice(last.end, mention.end))?.[0].length ?? 0);

const isMakerOf = (index: NameIndex, maker: Mention, model: Mention): boolean =>
  maker.kind !== 'licence' &&
  model.kind === 'models' &&
  model.releases.some((release) => {
    const developer = index.developerOf.get(release.id);
    const name = maker.written.replace(/^\S+\s+(?:from|by|of)\s+/, '').replace(/['’]s?$/, '');
    return pieces(name).every((piece) => developer?.has(piece));
  });
