import type { Licence, Release } from '../catalogue.ts';
import { asOf } from './as-of.ts';
import { byAge } from './by-age.ts';
import { fromMaker, withoutMakers } from './from-maker.ts';
import { joinAdjacent, mergeSame, withoutChannels, withoutLabels } from './merge-mentions.ts';
import { withBorders } from './name-borders.ts';
import { isHeld, type NameIndex, pieces } from './name-index.ts';
import { readAt } from './read-at.ts';
import { readSiblings } from './read-siblings.ts';
import { respell } from './respell.ts';
import { tokensOf, withoutFormat } from './tokens.ts';

/** A name found in a text. `start` and `end` are offsets of the text. */
export type Mention = { written: string; start: number; end: number } & (
  | {
      kind: 'models';
      /** every release the name can stand for */
      releases: Release[];
      /** the name as we hold it */
      label: string;
      /** the name of one release, or of a whole family, written out */
      exact: boolean;
      /** read through a misspelling */
      fuzzy: boolean;
      /** a quantised or converted copy of the release */
      copy: boolean;
      /** read with the licence of an earlier time, in words */
      then?: string;
    }
  | { kind: 'licence'; licences: Licence[]; label: string; then?: string }
  | { kind: 'unknown'; nearest: string[] }
);

const HUB = /(?:https?:\/\/)?(?:www\.)?\b(?:huggingface\.co|hf\.co|ollama\.com(?:\/library)?)\//gi;
/** "platform.example.com" is an address, not a name; the path behind it counts as a name, never as owner and name. */
const SITE =
  /\b(?:https?:\/\/)?(?:(?:www\.)?(?:github|gitlab|modelscope|kaggle)\.(?:com|cn)\/|(?:[a-z0-9-]+\.)+(?:com|org|net|ai|io|dev|cn|de|fr|eu|co|app|xyz|example|test|local|internal|cloud|tech|info|me|sh|us|uk|in|jp|kr|ru|ch|at)\/(?:[\w.%-]+\/)*|[a-z][\w-]*\.[\w-]+\.(?:com|org|net|ai|io|dev|cn)\b)/gi;

/** "Devstral 2 (the 123B one)": the size belongs to the name before it. */
const SIZE_ASIDE = /\((?:the |its )?(\d+(?:\.\d+)?(?:x\d+)?b)(?: (?:one|model|version|variant))?\)/gi;

/**
 * Finds the names of models and licences in a text. The longest exact reading wins; a version or a sibling that nobody
 * released is `unknown`, never the nearest thing that is held.
 */
export const readNames = (index: NameIndex, text: string): Mention[] => {
  const blank = (address: string) => ' '.repeat(address.length);
  const plain = text
    .replace(
      SIZE_ASIDE,
      (aside, size: string) =>
        ' '.repeat(aside.indexOf(size)) + size + ' '.repeat(aside.length - aside.indexOf(size) - size.length),
    )
    .replace(HUB, blank)
    .replace(SITE, (site) => (isHeld(index, pieces(site)) ? site : blank(site)));
  const { text: formatless, marked } = withoutFormat(plain);
  const mentions: Mention[] = ollamaTags(index, formatless, text);
  const clean = mentions.reduce(
    (rest, { start, end }) => `${rest.slice(0, start)}${' '.repeat(end - start)}${rest.slice(end)}`,
    formatless,
  );
  const tokens = withBorders(index, respell(index, tokensOf(clean)), clean);
  let at = 0;
  while (at < tokens.length) {
    const found = readAt(index, tokens, at, text, marked);
    if (found) {
      mentions.push(found.mention, ...readSiblings(index, tokens, found, text));
      at = Math.max(at + 1, found.next);
    } else at += 1;
  }
  const merged = mergeSame(
    joinAdjacent(
      withoutMakers(
        index,
        mentions.sort((a, b) => a.start - b.start),
        text,
      ),
      text,
    ),
  );
  const named = fromMaker(index, withoutLabels(withoutChannels(merged, text), text), text, readNames);
  return asOf(index, byAge(index, withoutDatasets(named, text), text), text).map((mention) => ({
    ...withBracket(mention, text),
    start: mention.start - addressBefore(text, mention.start),
  }));
};

/** "FLUX.2 [dev]": the bracket that a name closes with belongs to it. */
const withBracket = (mention: Mention, text: string): Mention =>
  text[mention.end] === ']' && /\[[^\]]*$/.test(mention.written)
    ? { ...mention, end: mention.end + 1, written: `${mention.written}]` }
    : mention;

/** "The OpenHermes 2.5 dataset": data has terms of its own, whatever model is called like it. */
const withoutDatasets = (mentions: Mention[], text: string): Mention[] =>
  mentions.map((mention) => {
    const data = /^[\s-]+(?:data ?sets?|corpus|corpora)\b/i.exec(text.slice(mention.end));
    const whole = /(?:^|\b(?:the|is|on|with|from|of|use|using|does)\s+)["'“‘]?$/i.test(text.slice(0, mention.start));
    if (mention.kind !== 'models' || !data || !whole) return mention;
    const end = mention.end + data[0].length;
    return { kind: 'unknown', written: text.slice(mention.start, end), nearest: [], start: mention.start, end };
  });

/** @returns how many signs of an address lead up to a name: they are none of the words around it */
const addressBefore = (text: string, start: number): number =>
  text.slice(start - 1, start) === '/'
    ? (/(?:https?:\/\/)?(?:[a-z0-9-]+\.)+[a-z]{2,}\/\S*$/i.exec(text.slice(0, start))?.[0].length ?? 0)
    : 0;

/** "llama3.1:70b", also with a size of number format behind it, which was left out before. */
const ollamaTags = (index: NameIndex, clean: string, text: string): Mention[] =>
  [...clean.matchAll(/[a-z0-9][\w.-]*(?:\/[\w.-]+)?:[a-z0-9][\w.-]*/gi)].flatMap((match): Mention[] => {
    const tag = match[0].toLowerCase().replace(/[-_.]+$/, '');
    const release = index.ollama.get(tag);
    if (!release) return [];
    const start = match.index;
    const end = start + match[0].length;
    return [
      {
        kind: 'models',
        releases: [release],
        label: release.name,
        exact: true,
        fuzzy: false,
        copy: false,
        written: text.slice(start, end).replace(/[-_. ]+$/, ''),
        start,
        end,
      },
    ];
  });
