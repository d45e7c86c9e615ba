import type { Lane } from './inbox.ts';

export type Ending = 'answered' | 'held' | 'again' | 'dead';

/** Told what happens, for whoever counts. */
export type Meter = {
  /** acknowledged after so many milliseconds */
  acked: (ms: number, lane: Lane | 'unheard') => void;
  /** a turn ended, so many milliseconds after its message came in */
  ended: (lane: Lane, how: Ending, ms: number) => void;
  /** not taken in, because even the refusals are full */
  refused: () => void;
  /** not taken in, because the store cannot be reached */
  storeDown: () => void;
};

export const noMeter: Meter = { acked: () => {}, ended: () => {}, refused: () => {}, storeDown: () => {} };
