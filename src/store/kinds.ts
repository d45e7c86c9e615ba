import { DAY } from './inbox-types.ts';

/** How long each kind of record is kept, in milliseconds; null is as long as the app is installed. */
export const KEPT = {
  threads: 30 * DAY,
  asked: 30 * DAY,
  profiles: null,
  recent: 90 * DAY,
  feedback: 365 * DAY,
  gaps: 365 * DAY,
  /** what is being posted, until it is; needed no longer than something may wait to be tried again */
  outbox: 2 * DAY,
  installations: null,
} as const satisfies Record<string, number | null>;

export type Kind = keyof typeof KEPT;
export const KINDS = Object.keys(KEPT) as Kind[];
/** The kinds whose period the operator may set. */
export type Kept = Partial<Record<Kind, number | null>>;
