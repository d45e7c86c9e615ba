import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { isSize, isVersion, tokensOf } from '../knowledge/names/tokens.ts';
import { SIBLING_WORDS } from '../knowledge/names/word-lists.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { namesIn } from './names-in.ts';

/** A number that counts something is no version. */
const COUNTED = patternOf(
  /^(?:users?|mau|people|employees|staff|times|years?|months?|days?|million|billion|thousand|k|m|euros?|eur|usd|dollars?|percent|customers|gpus?|seats|devices|images|requests|tokens)$/,
);

/**
 * "the 70B one", "version 2", "the older one, small 2409": read together with the name the thread gave. Only what tells
 * releases of that line apart counts, and what is read must carry all of it.
 */
export const narrowThread = (index: NameIndex, text: string, thread: Mention[]): Mention[] => {
  // "and what about Ostrava-V2?": a name of its own, not a version of what was spoken of
  // a name that is proposed, in quotes, tells no versions apart
  const said = text.replace(/["“‘'][^"”’']{2,40}["”’']/g, ' ');
  const stranger = STRANGER.exec(said);
  if (stranger && isStrange(index, stranger[1]!, thread))
    return [
      {
        kind: 'unknown',
        written: stranger[0],
        nearest: [],
        start: stranger.index,
        end: stranger.index + stranger[0].length,
      },
    ];
  const short = shortSibling(index, said, thread);
  if (short) return short;
  for (const base of thread.toReversed()) {
    const narrowed = base.kind === 'models' ? narrowName(index, said, base) : null;
    if (narrowed) return [narrowed];
  }
  return missingSibling(index, text, thread);
};

/** "What about plain M2 then?", in a thread on MiniMax M2.7: a short name goes with the line that was spoken of. */
const shortSibling = (index: NameIndex, text: string, thread: Mention[]): Mention[] | null => {
  const base = thread.findLast((mention) => mention.kind === 'models');
  if (base?.kind !== 'models') return null;
  const line = index.lineOf.get(base.releases[0]!.id) ?? base.label;
  for (const [short] of text.matchAll(/(?<![\p{L}\p{N}.-])[a-uw-z]\d(?:\.\d)?(?![\p{L}\p{N}.-])/giu)) {
    const [found, ...more] = namesIn(index, `${line} ${short}`);
    if (found?.kind === 'models' && more.length === 0 && found.written.includes(short)) return [found];
  }
  return null;
};

/** A word with a capital and a version or size joined to it. */
const STRANGER = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}{3,})(?:-\p{Lu}\p{Ll}+)*[- ]?[vV]?\d+(?:\.\d+)?[bB]?(?![\p{L}\p{N}])/u;

const isStrange = (index: NameIndex, word: string, thread: Mention[]): boolean =>
  !SIBLING_WORDS.has(word.toLowerCase()) &&
  !index.releasesByToken.has(word.toLowerCase()) &&
  !/^(?:version|option|model|tier|phase|step|level|part|question|point|page|section|clause|article|january|february|march|april|june|july|august|september|october|november|december)$/i.test(
    word,
  ) &&
  thread.length > 0;

/** "And the 9b?", where no 9B is held: a sibling that nobody released is unknown, never the one from the thread. */
const missingSibling = (index: NameIndex, text: string, thread: Mention[]): Mention[] => {
  const base = thread.findLast((mention) => mention.kind === 'models');
  const tokens = tokensOf(text).map((token) => token.text);
  const sibling =
    tokens.find((token, at) => isSize(token) && token.endsWith('b') && !COUNTED.test(tokens[at + 1] ?? '')) ??
    (tokens.length <= 3 ? tokens.find((token, at) => SIBLING_WORDS.has(token) && at === tokens.length - 1) : undefined);
  if (base?.kind !== 'models' || !sibling || tokens.length > 8) return [];
  if (base.releases.every((release) => index.bags.get(release.id)?.has(sibling))) return [];
  const family = index.familyOf.get(base.releases[0]!.id) ?? base.label;
  return [{ kind: 'unknown', written: `${family} ${sibling}`, nearest: [family], start: 0, end: text.length }];
};

const isInLine = (index: NameIndex, line: string, token: string): boolean => {
  for (const { id } of index.releasesByToken.get(token) ?? []) if (index.lineOf.get(id) === line) return true;
  return false;
};

const narrowName = (index: NameIndex, text: string, base: Extract<Mention, { kind: 'models' }>): Mention | null => {
  const [first] = base.releases;
  const line = index.lineOf.get(first!.id) ?? base.label;
  const tokens = tokensOf(text).map((token) => token.text);
  const numbers = tokens.filter(
    (token, at) =>
      (isSize(token) || ((isVersion(token) || /^\d{4}$/.test(token)) && isInLine(index, line, token))) &&
      !COUNTED.test(tokens[at + 1] ?? '') &&
      !/^(?:us|usd|eur|\$|€)$/.test(tokens[at - 1] ?? ''),
  );
  const words = tokens.filter(
    (token, at) =>
      (SIBLING_WORDS.has(token) || VARIANTS.test(token)) &&
      (numbers.includes(tokens[at + 1] ?? '') ||
        (tokens[at + 1] === 'v' && numbers.includes(tokens[at + 2] ?? '')) ||
        numbers.includes(tokens[at - 1] ?? '') ||
        /^(?:one|ones|model|version|variant|edition|size|instead|then|too)?$/.test(tokens[at + 1] ?? '')),
  );
  const pieces = tokens.filter(
    (token, at) =>
      numbers.includes(token) || words.includes(token) || (token === 'v' && numbers.includes(tokens[at + 1] ?? '')),
  );
  if (pieces.length === 0) return null;
  const label = tokensOf(base.label)
    .map((token) => token.text)
    .filter((token) => !pieces.includes(token));
  const family = index.familyOf.get(first!.id) ?? line;
  const stems = [
    label.join(' '),
    label.filter((token) => !isVersion(token) && token !== 'v').join(' '),
    label.filter((token) => !VARIANTS.test(token) && !SIBLING_WORDS.has(token)).join(' '),
    label.filter((token) => !isSize(token)).join(' '),
    label.filter((token) => !isSize(token) && !isVersion(token) && token !== 'v').join(' '),
    family,
    line,
  ];
  for (const stem of new Set(stems)) {
    const [read, ...more] = namesIn(index, `${stem} ${pieces.join(' ')}`);
    if (read?.kind !== 'models' || more.length > 0) continue;
    const carries = read.releases.every((release) =>
      pieces.every((piece) => index.bags.get(release.id)?.has(piece) || release.name.toLowerCase().includes(piece)),
    );
    if (carries) return { ...read, written: `${base.written} ${pieces.join(' ')}` };
  }
  return null;
};

/** Words that tell the variants of one size apart. */
const VARIANTS = patternOf(/^(?:instruct|base|chat|multi|mono|it|pt|distilled)$/);
const OTHERWISE = patternOf(/^\s*(?:or|and|&|\/|vs\.?|versus)\s*(?:the )?([\p{L}\d][\p{L}\d.]*)/iu);

/** "X 7B multi or instruct", "X Large vs Small": a second variant of a name, of which only the word that differs is said. */
export const otherVariants = (index: NameIndex, text: string, mentions: Mention[]): Mention[] =>
  mentions.flatMap((mention) => {
    if (mention.kind !== 'models') return [];
    const found = OTHERWISE.exec(text.slice(mention.end));
    const word = found?.[1]?.toLowerCase();
    if (!found || !word || !(VARIANTS.test(word) || SIBLING_WORDS.has(word))) return [];
    const end = mention.end + found[0].length;
    if (mentions.some((other) => other !== mention && other.start < end && other.end > mention.end)) return [];
    const other = narrowName(index, word, mention);
    return other?.kind === 'models' && other.releases.some((release) => !mention.releases.includes(release))
      ? [{ ...other, written: text.slice(end - word.length, end), start: end - word.length, end }]
      : [];
  });
