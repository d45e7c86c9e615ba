/** What lets a call through: whether it is a trial, and a signal that ends it when the endpoint is given up. */
export type Pass = { trial: boolean; givenUp: AbortSignal };

/**
 * Gives an endpoint up after several failures in a row: what waits for it waits no longer, and after each pause one call
 * is let through as a trial, until one goes well. A trial that hangs does not keep the next one away.
 */
export const createBreaker = (limits: { failures: number; pauseMs: number }, now: () => Date) => {
  let failures = 0;
  let nextTrial = 0;
  let waiting = new AbortController();
  return {
    /** @returns null where no call may be made; who gets a pass reports its outcome */
    pass: (): Pass | null => {
      if (failures < limits.failures) return { trial: false, givenUp: waiting.signal };
      if (now().getTime() < nextTrial) return null;
      nextTrial = now().getTime() + limits.pauseMs;
      return { trial: true, givenUp: waiting.signal };
    },
    /** @param outcome null: says nothing about the endpoint, so that the next call is the trial */
    report: ({ trial }: Pass, outcome: 'well' | 'unwell' | null): void => {
      if (outcome === null && trial) nextTrial = 0;
      if (outcome === 'well') failures = 0;
      if (outcome !== 'unwell') return;
      failures += 1;
      if (failures !== limits.failures) return;
      nextTrial = now().getTime() + limits.pauseMs;
      waiting.abort();
      waiting = new AbortController();
    },
  };
};
