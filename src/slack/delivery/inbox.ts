/**
 * questions: events, answered in their turn; acts: commands, buttons, forms and shortcuts, whose trigger lives three
 * seconds, so they do not wait behind questions; refusals: what came in when the queue was full, to be told so.
 */
export type Lane = 'questions' | 'acts' | 'refusals';
export const LANES: readonly Lane[] = ['questions', 'acts', 'refusals'];

/** What Slack delivered, as it is kept until it is answered. */
export type Incoming = {
  /** the same for every delivery of the same thing */
  id: string;
  lane: Lane;
  team: string;
  /** what has to be answered one after the other */
  thread: string;
  body: Record<string, unknown>;
  /** milliseconds since 1970 */
  came: number;
};

/** Something taken out to be answered. It is leased: whoever does not renew it loses it to another. */
export type Taken = Incoming & {
  /** starts before this one that failed, or of which nothing was heard again */
  tries: number;
  /** it was begun before, however that ended: something may have been sent for it already */
  again: boolean;
  lease: string;
};

export type Depth = { waiting: Record<Lane, number>; running: number; dead: number; teams: Record<string, number> };

/** Starts, counted together: after so many something is laid aside as a dead letter. */
export const MOST_TRIES = 3;

/**
 * What stands between Slack and the answers, and outlives the process. Every call rejects where the store cannot be
 * reached; nothing is then acknowledged, answered or forgotten.
 */
export type Inbox = {
  /** milliseconds after which it is worth looking again for what other processes left or put off */
  readonly poll: number;
  /** milliseconds a lease lasts without being renewed */
  readonly lease: number;
  /** Keeps it, durably. @returns false where it was there before, answered or not */
  put: (incoming: Incoming) => Promise<boolean>;
  /** Takes the oldest that are due, at most one of a thread. @param without workspaces that have to wait */
  take: (lane: Lane, most: number, without: readonly string[]) => Promise<Taken[]>;
  renew: (taken: readonly Taken[]) => Promise<void>;
  /** Answered: its content is forgotten, its id is remembered. */
  finish: (taken: Taken) => Promise<void>;
  /** Put off for so many milliseconds, without counting as a try. */
  hold: (taken: Taken, ms: number) => Promise<void>;
  /** Failed: tried again after so many milliseconds, or laid aside after the last try. */
  fail: (taken: Taken, problem: string, ms: number) => Promise<'again' | 'dead'>;
  /** Laid aside at once. */
  bury: (taken: Taken, problem: string) => Promise<void>;
  depth: () => Promise<Depth>;
  /** Tells whichever process is answering in a thread to stop. @returns whether one is */
  interrupt: (thread: string) => Promise<boolean>;
  /** Calls back when another process, or this one, interrupts a thread. */
  onInterrupt: (interrupted: (thread: string) => void) => void;
};

/** What is answered one after the other: a thread, by the time stamp of its first message. */
export const threadOf = (team: string, channel: string, root: string): string => `${team} ${channel} ${root}`;
