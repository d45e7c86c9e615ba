import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import { ACTIVITIES, type Activity } from '../../knowledge/vocabulary.ts';
import type { Answer } from '../answer.ts';
import type { Basis } from '../changes/basis.ts';
import { doing } from '../wording.ts';

export const OUTCOMES = ['approved', 'approved_with_conditions', 'rejected', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a team decided about a release, for one use. It is the team's own word and says nothing of the licence. */
export type Decision = {
  release: string;
  name: string;
  activity: Activity;
  outcome: Outcome;
  note: string;
  /** ISO date of the last day; null: until it is changed */
  expires: string | null;
  by: { id: string; name: string };
  /** ISO date and time */
  at: string;
  /** what the knowledge said when it was decided */
  basis: Basis;
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  approved: 'Approved',
  approved_with_conditions: 'Approved with conditions',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

/** @param today ISO date */
export const isExpired = (decision: Decision, today: string): boolean =>
  decision.expires !== null && decision.expires < today;

/** "Approved for commercial use by @priya on 25 November 2026, until 1 March 2027: for the support desk only" @param today ISO date */
export const wordDecision = (decision: Decision, today: string): string => {
  const { outcome, activity, by, at, expires, note } = decision;
  const until = expires === null ? '' : `, until ${dayOf(expires)}`;
  const said = `${OUTCOME_WORDS[outcome]} for ${doing(activity)} by @${by.name} on ${dayOf(at)}${until}`;
  const whole = note === '' ? `${said}.` : `${said}: ${note}`;
  return isExpired(decision, today) ? `Expired, so it holds no more. ${whole}` : whole;
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const dayOf = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
};

/**
 * The one release an answer is about, as something that can be decided on: a family, or sizes that share an answer, are
 * none.
 */
export const decidableRelease = (catalogue: Catalogue, answer: Answer): Release | null => {
  if (!['assessment', 'classification', 'licence'].includes(answer.kind)) return null;
  const releases = releasesIn(catalogue, answer);
  return releases.length === 1 && answer.subjects.every((subject) => subject.release === releases[0]!.id)
    ? releases[0]!
    : null;
};

/** The releases an answer names one by one, each once. */
export const releasesIn = (catalogue: Catalogue, answer: Answer): Release[] => [
  ...new Set(
    answer.subjects.flatMap((subject) => {
      const release = catalogue.releases.get(subject.release ?? '');
      return release && release.name === subject.name ? [release] : [];
    }),
  ),
];

/** The decision for the use that was asked about first, then what was rejected, then the rest. */
export const inOrder = (decisions: Decision[], activity: Activity | null): Decision[] => {
  const rank = (one: Decision) => (one.activity === activity ? 0 : one.outcome === 'rejected' ? 1 : 2);
  return [...decisions].sort(
    (a, b) => rank(a) - rank(b) || ACTIVITIES.indexOf(a.activity) - ACTIVITIES.indexOf(b.activity),
  );
};
