/** Turns that are being answered, so that the Stop button can end one. */
export const createTurnsInFlight = () => {
  const running = new Set<{ place: string; abort: AbortController }>();
  return {
    /** Runs a turn; `place` names its thread. */
    track: async <T>(place: string, turn: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const one = { place, abort: new AbortController() };
      running.add(one);
      try {
        return await turn(one.abort.signal);
      } finally {
        running.delete(one);
      }
    },
    /** @returns how many turns of that thread were told to stop */
    stop: (place: string): number => {
      const here = [...running].filter((turn) => turn.place === place);
      for (const turn of here) turn.abort.abort();
      return here.length;
    },
  };
};
export type TurnsInFlight = ReturnType<typeof createTurnsInFlight>;
