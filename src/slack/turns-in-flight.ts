/** Turns that are being answered, so that a stop can wait for them and the Stop button can end one. */
export const createTurnsInFlight = () => {
  const running = new Map<Promise<unknown>, { place: string; abort: AbortController }>();
  return {
    /** Runs a turn; `place` names its thread. */
    track: async <T>(place: string, turn: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const abort = new AbortController();
      const promise = turn(abort.signal);
      running.set(promise, { place, abort });
      try {
        return await promise;
      } finally {
        running.delete(promise);
      }
    },
    /** @returns how many turns of that thread were told to stop */
    stop: (place: string): number => {
      const here = [...running.values()].filter((turn) => turn.place === place);
      for (const turn of here) turn.abort.abort();
      return here.length;
    },
    count: (): number => running.size,
    /** Waits until no turn runs, at most so many milliseconds. @returns whether all ended */
    drain: async (most: number): Promise<boolean> => {
      const ended = Promise.allSettled([...running.keys()]).then(() => true);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<boolean>((resolve) => {
        timer = setTimeout(() => resolve(false), most);
      });
      const result = await Promise.race([ended, late]);
      clearTimeout(timer);
      return result;
    },
  };
};
export type TurnsInFlight = ReturnType<typeof createTurnsInFlight>;
