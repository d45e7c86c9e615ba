import type { Verdict } from '../../knowledge/vocabulary.ts';
import { clauseName, permissionWord } from '../wording.ts';
import type { Basis } from './basis.ts';

/** What a newer knowledge version makes of something that was answered or decided. */
export type Change = {
  before: Verdict | null;
  after: Verdict | null;
  /** clauses that decide now and did not, and the other way round: "MIT License, grant" */
  come: string[];
  gone: string[];
};

/** @returns what changed; null where verdict and deciding clauses are the same, however they are worded now */
export const compareBases = (before: Basis, after: Basis): Change | null => {
  const come = missingIn(before, after);
  const gone = missingIn(after, before);
  if (before.verdict === after.verdict && come.length === 0 && gone.length === 0) return null;
  return { before: before.verdict, after: after.verdict, come, gone };
};

const missingIn = (there: Basis, here: Basis): string[] =>
  here.clauses
    .filter((one) => !there.clauses.some((other) => other.licence === one.licence && other.clause === one.clause))
    .map((one) => clauseName(one.licence_name, one.clause));

/** @returns a line each: old and new verdict, the clauses that decide now, and those that no longer do */
export const wordChange = ({ before, after, come, gone }: Change): string[] => [
  ...(before === after
    ? after === null
      ? []
      : [`The verdict is the same: ${permissionWord(after).toLowerCase()}.`]
    : [`Was: ${word(before)}. Now: ${word(after)}.`]),
  ...(come.length > 0 ? [`Decides now: ${come.join('; ')}.`] : []),
  ...(gone.length > 0 ? [`No longer decides: ${gone.join('; ')}.`] : []),
];

const word = (verdict: Verdict | null): string =>
  verdict === null ? 'no verdict' : permissionWord(verdict).toLowerCase();
