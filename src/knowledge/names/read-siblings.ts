import type { NameIndex } from './name-index.ts';
import { type Found, LENT, readAt } from './read-at.ts';
import type { Mention } from './read-names.ts';
import { isSize, isVersion, joined, type Token } from './tokens.ts';
import { ONLY_WHEN_JOINED } from './word-lists.ts';

const LINKS = /^(and|or|vs|versus|und|oder|et|ou|y|o|e|og|和|或|与|及|跟|n)$/;
const COUNTED =
  /^(gpus?|users?|mau|dau|million|billion|percent|years?|months?|monthly|daily|annual|yearly|people|customers|visits|usd|eur|euros?|dollars?|pounds?|gbp|revenue|arr|turnover|sales|tokens|context|k|m)$/;

/** "Qwen2.5 7B and 72B", "Llama 2 or 3", "CodeGen2.5 multi or instruct": what follows is read with the name before it. */
export const readSiblings = (index: NameIndex, tokens: Token[], found: Found, text: string): Mention[] => {
  const mentions: Mention[] = [];
  if (found.mention.kind !== 'models') return mentions;
  while (mentions.length < 6) {
    const at = afterAside(tokens, found.next);
    const linked = LINKS.test(tokens[at]?.text ?? '');
    // "the 32B or the 72B"
    const link = !linked ? 0 : tokens[at + 1]?.text === 'the' && isSize(tokens[at + 2]?.text ?? '') ? 2 : 1;
    const piece = tokens[at + link];
    if (!piece || piece.break || tokens[at]!.break || joined(tokens, at + link)) break;
    if (COUNTED.test(tokens[at + link + 1]?.text ?? '')) break;
    const sibling =
      isSize(piece.text) || (isVersion(bare(tokens, at + link)) && linked)
        ? ofNumber(index, tokens, found, at + link, text)
        : linked
          ? ofVariant(index, tokens, found, at + link, text)
          : null;
    if (!sibling) break;
    mentions.push(sibling.mention);
    found.next = at + link + sibling.length;
  }
  return mentions;
};

/** "V3 (Dec 24) vs V3.1", "V3 from December 2024 vs V3.1": what stands between belongs to the first. */
const afterAside = (tokens: Token[], next: number): number => {
  for (let at = next; at < next + 5 && tokens[at] && !tokens[at]!.break; at += 1)
    if (/^(?:vs|versus)$/.test(tokens[at]!.text)) return isVersion(bare(tokens, at + 1)) ? at : next;
  return next;
};
const bare = (tokens: Token[], at: number): string =>
  (tokens[at]?.text === 'v' ? tokens[at + 1]?.text : tokens[at]?.text) ?? '';

type Sibling = { mention: Mention; length: number };

const ofNumber = (index: NameIndex, tokens: Token[], found: Found, at: number, text: string): Sibling | null => {
  const piece = tokens[at]!;
  const stem = found.anchor.filter((part) =>
    isSize(piece.text)
      ? !isSize(part.text)
      : !isVersion(part.text) && !isSize(part.text) && !(piece.text === 'v' && part.text === 'v'),
  );
  return readWith(index, stem, tokens, at, text);
};

/** The other of two variants stands in the place of the last pieces of the name: "V2-Large vs Small". */
const ofVariant = (index: NameIndex, tokens: Token[], found: Found, at: number, text: string): Sibling | null => {
  const piece = tokens[at]!;
  if (found.mention.kind !== 'models' || !isVariant(index, found, piece)) return null;
  for (let kept = found.whole.length - 1; kept >= 1; kept -= 1) {
    const sibling = readWith(index, found.whole.slice(0, kept), tokens, at, text);
    if (sibling?.mention.kind !== 'models') continue;
    const own = found.mention.releases;
    if (sibling.mention.releases.some((release) => own.every((other) => other !== release))) return sibling;
  }
  return null;
};

/** A piece by which a release of the same line is told apart, and no plain word. */
const isVariant = (index: NameIndex, found: Found, { text }: Token): boolean => {
  if (found.mention.kind !== 'models' || (ONLY_WHEN_JOINED.has(text) && text !== 'base') || text.length < 2)
    return false;
  const line = index.lineOf.get(found.mention.releases[0]!.id);
  const holders = [...(index.releasesByToken.get(text) ?? [])];
  // "Sonnet or Haiku": a nickname is a name of its own in the same line
  const elsewhere = (index.root.next.get(text)?.entries ?? []).some(
    (entry) => entry.kind === 'licence' || entry.scope.some((release) => index.lineOf.get(release.id) !== line),
  );
  return holders.some((release) => index.lineOf.get(release.id) === line) && !elsewhere;
};

const readWith = (index: NameIndex, stem: Token[], tokens: Token[], at: number, text: string): Sibling | null => {
  const lent = stem.map((part) => ({ ...part, word: LENT, break: false }));
  const own = tokens.slice(at, at + 4).map((token, place) => (place === 0 ? { ...token, break: false } : token));
  const sibling = readAt(index, [...lent, ...own], 0, text, false);
  if (!sibling || sibling.mention.kind === 'licence') return null;
  const length = Math.max(1, sibling.next - lent.length);
  if (sibling.next <= lent.length && sibling.mention.kind === 'models') return null;
  const [first, last] = [tokens[at]!, tokens[at + length - 1] ?? tokens[at]!];
  const span = { written: text.slice(first.start, last.end), start: first.start, end: last.end };
  return { mention: { ...sibling.mention, ...span }, length };
};
