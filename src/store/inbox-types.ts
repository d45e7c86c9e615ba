// The shapes that slack/delivery/inbox.ts asks for, said again here: rims do not import each other.
export type Lane = 'questions' | 'acts' | 'refusals';
export type Incoming = {
  id: string;
  lane: Lane;
  team: string;
  thread: string;
  body: Record<string, unknown>;
  came: number;
};
export type Taken = Incoming & { tries: number; again: boolean; lease: string };
export type Depth = { waiting: Record<Lane, number>; running: number; dead: number; teams: Record<string, number> };
/** Something that was tried three times: for the operator. */
export type DeadLetter = { id: string; team: string; problem: string; came: number; tries: number };

/** The inbox with what only the operator's commands use. */
export type StoredInbox = {
  readonly poll: number;
  readonly lease: number;
  put: (incoming: Incoming) => Promise<boolean>;
  take: (lane: Lane, most: number, without: readonly string[]) => Promise<Taken[]>;
  renew: (taken: readonly Taken[]) => Promise<void>;
  finish: (taken: Taken) => Promise<void>;
  hold: (taken: Taken, ms: number) => Promise<void>;
  fail: (taken: Taken, problem: string, ms: number) => Promise<'again' | 'dead'>;
  bury: (taken: Taken, problem: string) => Promise<void>;
  depth: () => Promise<Depth>;
  interrupt: (thread: string) => Promise<boolean>;
  onInterrupt: (interrupted: (thread: string) => void) => void;
  /** First come, first served, over restarts and processes. The first owner may come again. */
  claim: (key: string, owner: string) => Promise<boolean>;
  /** What was laid aside, oldest first. */
  deadLetters: () => Promise<DeadLetter[]>;
  /** Puts dead letters back to be tried again. @returns how many */
  revive: () => Promise<number>;
  /** Forgets what a workspace still has waiting or laid aside. @returns how many */
  drop: (team: string) => Promise<number>;
  close: () => Promise<void>;
};

export const MOST_TRIES = 3;
export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;
