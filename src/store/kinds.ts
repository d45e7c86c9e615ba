import { DAY } from './inbox-types.ts';

/** How long each kind of record is kept, in milliseconds; null is as long as the app is installed. */
export const KEPT = {
  threads: 30 * DAY,
  /** as long as a change of the knowledge is told to who asked */
  asked: 90 * DAY,
  profiles: null,
  recent: 90 * DAY,
  feedback: 365 * DAY,
  gaps: 365 * DAY,
  /** what is being posted, until it is; needed no longer than something may wait to be tried again */
  outbox: 2 * DAY,
  /** who approves, and the channels for reviews and the digest; when the last digest went out */
  settings: null,
  /** what a team decided about a release and a use, as it stands */
  decisions: null,
  /** every change of decisions and settings; never overwritten */
  ledger: null,
  /** questions handed to reviewers, where their replies were brought, and decisions asked for */
  reviews: 90 * DAY,
  /** what was told about changes of the knowledge */
  told: 180 * DAY,
  installations: null,
} as const satisfies Record<string, number | null>;

export type Kind = keyof typeof KEPT;
export const KINDS = Object.keys(KEPT) as Kind[];
/** The kinds whose period the operator may set. */
export type Kept = Partial<Record<Kind, number | null>>;
