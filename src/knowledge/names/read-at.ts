import type { Licence, Release } from '../catalogue.ts';
import { announcesSibling, codeLike, unknownLeader } from './another-name.ts';
import { leadingSize } from './leading-size.ts';
import { longestMatch, type Match, misspelled } from './longest-match.ts';
import { type Entry, type NameIndex, sorted } from './name-index.ts';
import { narrow, spellingsOf } from './narrow-releases.ts';
import { isEverydayWord, isLabel, isNotTheMitLicence } from './not-names.ts';
import type { Mention } from './read-names.ts';
import { isSize, isVersion, joined, type Token } from './tokens.ts';
import { isOwnerOf, withoutSnapshot, wordAround } from './word-around.ts';
import { EVERYDAY_NAMES, ONLY_WHEN_JOINED, SIBLING_WORDS } from './word-lists.ts';

const LONGEST_TAIL = 9;
/** The `word` of a token that a sibling takes over from the name before it ("Llama 3.1 8B, 70B"). */
export const LENT = -1;

export type Found = {
  mention: Mention;
  next: number;
  anchor: Token[];
  /** the anchor and what was read behind it */
  whole: Token[];
  kind: Entry['kind'];
};

export const readAt = (index: NameIndex, tokens: Token[], at: number, text: string, marked: boolean): Found | null => {
  const match = longestMatch(index, tokens, at) ?? misspelledAt(index, tokens, at);
  if (!match || isLabel(tokens, at, match.end)) return null;
  // "Cohere Command R+": the maker before a longer name than the one that begins with the maker
  const inner =
    match.end > at + 1 && isDeveloper(index, match, tokens[at]) ? longestMatch(index, tokens, at + 1) : null;
  if (inner && inner.end > match.end && isDeveloper(index, inner, tokens[at])) return null;
  if (isEverydayWord(index, tokens, at, match.end, isDeveloper(index, match, tokens[at - 1]))) return null;
  if (isNotTheMitLicence(tokens, at, match.end)) return null;
  const anchor = tokens.slice(at, match.end);
  const licences = match.entries.flatMap((entry) => (entry.kind === 'licence' ? [entry.licence] : []));
  const models = match.entries.filter((entry) => entry.kind !== 'licence');
  if (models.length === 0 || (licences.length > 0 && anchor.some((token) => /^licen[cs]e$/.test(token.text))))
    return licences.length > 0 ? licenceMention(tokens, at, match.end, licences, match.entries, text) : null;
  return modelMention(index, tokens, at, match, models, text, marked);
};

/** "una app que lleva Llama 4": the word before a name of another line is a word, and not LLaVA written wrong. */
const misspelledAt = (index: NameIndex, tokens: Token[], at: number): Match | null => {
  const match = misspelled(index, tokens, at);
  const next = tokens[at + 1];
  if (!match || !next || next.break || match.end > at + 1 || !/^\p{Ll}/u.test(tokens[at]!.raw)) return match;
  if (!/^\p{Lu}/u.test(next.raw) || EVERYDAY_NAMES.has(next.text)) return match;
  const lines = linesOf(index, match);
  const after = longestMatch(index, tokens, at + 1);
  return after && linesOf(index, after).length > 0 && linesOf(index, after).every((line) => !lines.includes(line))
    ? null
    : match;
};

const linesOf = (index: NameIndex, { entries }: Match) =>
  entries.flatMap((entry) => (entry.kind === 'licence' ? [] : entry.scope.map(({ id }) => index.lineOf.get(id))));

const isDeveloper = (index: NameIndex, match: Match, before: Token | undefined): boolean =>
  before !== undefined &&
  match.entries.some(
    (entry) =>
      entry.kind !== 'licence' &&
      entry.scope.some((release) => index.developerOf.get(release.id)?.has(before.text) ?? false),
  );

const licenceMention = (
  tokens: Token[],
  at: number,
  end: number,
  licences: Licence[],
  entries: Entry[],
  text: string,
): Found => {
  const next = tokens[end];
  const anchor = tokens.slice(at, end);
  const span = { start: anchor[0]!.start, end: anchor.at(-1)!.end };
  const versioned = anchor.some((token) => isVersion(token.text));
  if (next && !next.break && !versioned && /^\d\.\d$/.test(next.text)) {
    const written = text.slice(span.start, next.end);
    return {
      mention: { kind: 'unknown', written, start: span.start, end: next.end, nearest: [entries[0]!.label] },
      next: end + 1,
      anchor,
      whole: anchor,
      kind: 'licence',
    };
  }
  return {
    mention: {
      kind: 'licence',
      licences,
      label: entries[0]!.label,
      written: text.slice(span.start, span.end),
      ...span,
    },
    next: end,
    anchor,
    whole: anchor,
    kind: 'licence',
  };
};

const modelMention = (
  index: NameIndex,
  tokens: Token[],
  at: number,
  match: Match,
  entries: Exclude<Entry, { kind: 'licence' }>[],
  text: string,
  marked: boolean,
): Found => {
  const anchor = tokens.slice(at, match.end);
  const order = ['release', 'family', 'line'] as const;
  const narrowest = order.find((wanted) => entries.some((entry) => entry.kind === wanted))!;
  const kind = narrowest === 'family' && namesVersions(index, entries) ? 'line' : narrowest;
  const closest = entries.filter((entry) => entry.kind === kind);
  // "K2" is a release of one line and a family of another: both may be meant
  const lines = new Set(closest.flatMap((entry) => entry.scope.map((release) => index.lineOf.get(release.id))));
  const others = entries.filter(
    (entry) => entry.kind !== kind && entry.scope.every((release) => !lines.has(index.lineOf.get(release.id))),
  );
  const chosen = [...closest, ...others];
  const scope = [...new Set(chosen.flatMap((entry) => entry.scope))];
  const wide = [...new Set(entries.flatMap((entry) => entry.scope))];
  const window = match.fuzzy ? [chosen[0]!.label.toLowerCase()] : anchor.map((token) => token.text);
  const extras: string[] = [];
  let candidates = scope;
  let end = match.end;
  let missing: Token | null = null;

  const leading = leadingSize(tokens, at);
  if (leading) {
    const narrowed = narrow(index, candidates, wide, window, [leading.text]);
    if (narrowed.length > 0) {
      candidates = narrowed;
      extras.push(leading.text);
    } else missing = leading;
  }
  while (!missing && end < tokens.length && end - match.end < LONGEST_TAIL) {
    const token = tokens[end]!;
    const glued = joined(tokens, end);
    if (token.break || (ONLY_WHEN_JOINED.has(token.text) && !glued && !joined(tokens, end + 1))) break;
    const taken = spellingsOf(tokens, end)
      .map(({ piece, length }) => ({
        piece,
        length,
        narrowed: narrow(index, candidates, wide, window, [...extras, piece]),
      }))
      .find(({ narrowed }) => narrowed.length > 0);
    if (taken) {
      candidates = taken.narrowed;
      extras.push(taken.piece);
      end += taken.length;
      continue;
    }
    const versioned = tokens[end + 1];
    if (token.text === 'v' && versioned && joined(tokens, end + 1) && isVersion(versioned.text)) {
      missing = versioned;
      break;
    }
    // "X - tiny startup", "X, small team": what stands after a dash or a comma is no part of the name
    const apart =
      tokens[end - 1]!.word !== LENT && /\s[-–—|]\s|[,:(]/.test(text.slice(tokens[end - 1]!.end, token.start));
    // "… Instruct 2) may we sell it": the next point of a list
    const point = /^\)\s/.test(text.slice(token.end)) && isVersion(token.text);
    // Dolphin is uncensored by itself, a Llama is not
    const described =
      token.text === 'uncensored' &&
      candidates.every(({ id, base }) => base.some((of) => index.lineOf.get(of.release) !== index.lineOf.get(id)));
    // "GPT-4o vision": what the model does anyway is no sibling of it
    const does =
      (token.text === 'vision' || token.text === 'audio') &&
      candidates.every(({ modality }) => modality.some((kind) => kind === token.text));
    const listed =
      point ||
      described ||
      does ||
      (apart && (SIBLING_WORDS.has(token.text) || isSize(token.text) || /^\d+$/.test(token.text)));
    if (!listed && announcesSibling(token, glued, kind, anchor, tokens[end + 1])) missing = token;
    break;
  }

  const first = leading ? tokens.indexOf(leading) : at;
  const word = wordAround(tokens, at, end, text);
  const strangers = withoutSnapshot(word.strangers, candidates).filter(
    (token) =>
      (!longestMatch(index, tokens, tokens.indexOf(token)) || token === missing) &&
      !index.developerOf.get(candidates[0]?.id ?? '')?.has(token.text),
  );
  const start = Math.min(
    tokens[first]!.start,
    strangers.length > 0 || word.owner !== null ? word.start : tokens[at]!.start,
  );
  const stop = Math.max(
    tokens[end - 1]!.end,
    missing && !leading ? missing.end : 0,
    strangers.length > 0 ? word.end : 0,
  );
  const written = text.slice(start, stop).trim();
  const span = { written, start, end: stop };
  const leader = codeLike(anchor) && !leading && word.owner === null ? unknownLeader(tokens, at) : null;
  const byLeader = candidates.filter(
    ({ id }) => leader && (index.developerOf.get(id)?.has(leader.text) || index.bags.get(id)?.has(leader.text)),
  );
  if (byLeader.length > 0) candidates = byLeader;
  else if (leader) {
    const lead = { written: text.slice(leader.start, stop), start: leader.start, end: stop };
    return {
      mention: { kind: 'unknown', nearest: nearestOf(candidates, wide), ...lead },
      next: end,
      anchor,
      whole: anchor,
      kind,
    };
  }
  if (missing || strangers.length > 0) {
    const nearest = nearestOf(candidates, wide);
    const next = Math.max(
      end,
      ...(strangers.length > 0 ? [word.last + 1] : []),
      missing && !leading ? tokens.indexOf(missing) + 1 : 0,
    );
    return { mention: { kind: 'unknown', nearest, ...span }, next, anchor, whole: anchor, kind };
  }

  const all = sorted([...window, ...extras]);
  const named = candidates.filter((release) => index.names.get(release.id)?.has(all));
  const releases =
    named.length > 0 && others.length === 0 && (extras.length > 0 || kind === 'release') ? named : candidates;
  const exact = named.length > 0 || (extras.length === 0 && kind === 'family');
  const foreign = word.owner !== null && !isOwnerOf(index, word.owner, releases);
  const copy =
    foreign || (marked && /gguf|gptq|awq|ggml|exl|bit|q\d|mlx|quant/i.test(text.slice(start, word.end + 24)));
  const label =
    releases.length === 1
      ? releases[0]!.name
      : extras.length === 0
        ? sharedLabel(index, chosen, releases, written)
        : `${stemOf(index, chosen, releases)} ${extras.map((piece) => (isSize(piece) ? piece.toUpperCase().replace('X', 'x') : piece)).join(' ')}`;
  return {
    mention: { kind: 'models', releases, label, exact, fuzzy: match.fuzzy, copy, ...span },
    next: end,
    anchor,
    whole: tokens.slice(at, end),
    kind,
  };
};

/** "Falcon" is the name of a family, and of a line with "Falcon 2" in it: alone it stands for all of them. */
const namesVersions = (index: NameIndex, entries: Exclude<Entry, { kind: 'licence' }>[]): boolean => {
  const line = entries.find((entry) => entry.kind === 'line');
  return line !== undefined && (index.versioned.get(line.label) ?? false);
};

/** What the label starts with: a release that was left behind on the way lends it its line. */
const stemOf = (index: NameIndex, chosen: Entry[], releases: Release[]): string => {
  const [first] = chosen;
  if (first?.kind !== 'release' || releases.includes(first.scope[0]!)) return first!.label;
  return index.familyOf.get(first.scope[0]!.id) ?? first.label;
};

/** Several entries may share a name: then it is called by the family, or as it was written. */
const sharedLabel = (index: NameIndex, chosen: Entry[], releases: Release[], written: string): string => {
  if (new Set(chosen.map((entry) => entry.label)).size === 1) return chosen[0]!.label;
  const families = new Set(releases.map((release) => index.familyOf.get(release.id)!));
  return families.size === 1 ? [...families][0]! : written;
};

const nearestOf = (candidates: Release[], wide: Release[]): string[] =>
  [...new Set([...candidates, ...wide].map((release) => release.name))].slice(0, 4);
