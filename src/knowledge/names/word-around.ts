import type { Release } from '../catalogue.ts';
import { type NameIndex, sorted } from './name-index.ts';
import type { Token } from './tokens.ts';
import { HARMLESS_PARTS, REPACKERS } from './word-lists.ts';

/** The written word round a name: who it belongs to ("owner/name"), and what else is joined to it. */
export const wordAround = (tokens: Token[], at: number, end: number, text: string) => {
  const words = new Set(tokens.slice(at, end).map((token) => token.word));
  const inside = tokens.filter((token) => words.has(token.word));
  const before = inside.filter((token) => tokens.indexOf(token) < at);
  const after = inside.filter((token) => tokens.indexOf(token) >= end);
  const gluedBefore = before.filter((token) => token.word === tokens[at]!.word);
  const gluedAfter = after.filter((token) => token.word === tokens[end - 1]!.word);
  const owner = gluedBefore.length > 0 ? gluedBefore.map((token) => token.text).join('-') : null;
  const slashed = gluedBefore.length > 0 && /\/$/.test(text.slice(gluedBefore[0]!.start, tokens[at]!.start));
  const isOwner = owner !== null && (slashed || REPACKERS.has(owner));
  const strangers = [...(isOwner ? [] : gluedBefore), ...gluedAfter].filter((token) => !HARMLESS_PARTS.has(token.text));
  return {
    owner: isOwner ? owner : null,
    strangers,
    start: inside[0]!.start,
    end: inside.at(-1)!.end,
    last: tokens.indexOf(inside.at(-1)!),
  };
};

/** "claude-3-5-sonnet-20241022", "gpt-4o-2024-08-06", "gemini-1.5-pro-002": a service's name with the date it was cut at. */
export const withoutSnapshot = (strangers: Token[], candidates: Release[]): Token[] =>
  /^(20\d{6}|20\d\d \d\d( \d\d)?|\d\d \d\d|00\d)$/.test(strangers.map((token) => token.text).join(' ')) &&
  candidates.every((release) => release.artefacts.weights?.status === 'withheld')
    ? []
    : strangers;

/** @returns whether it is theirs: an owner of one of the repositories, or one that publishes that line */
export const isOwnerOf = (index: NameIndex, owner: string, releases: Release[]): boolean =>
  releases.some((release) =>
    release.repos.some((repo) => sorted(repo.slice(0, repo.indexOf('/'))) === sorted(owner.replaceAll('-', ' '))),
  ) ||
  HARMLESS_PARTS.has(owner) ||
  (index.owners.get(owner)?.has(index.lineOf.get(releases[0]!.id)!) ?? false);
