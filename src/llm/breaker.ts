/**
 * Leaves an endpoint alone for a while after several failures in a row. After the pause one call is let through as a
 * trial; its outcome decides.
 */
export const createBreaker = (limits: { failures: number; pauseMs: number }, now: () => Date) => {
  let failures = 0;
  let closedUntil = 0;
  let trial = false;
  return {
    /** @returns whether a call may be made; who gets true reports its outcome */
    allows: (): boolean => {
      if (failures < limits.failures) return true;
      if (trial || now().getTime() < closedUntil) return false;
      trial = true;
      return true;
    },
    /** @param outcome null: says nothing about the endpoint */
    report: (outcome: 'well' | 'unwell' | null): void => {
      trial = false;
      if (outcome === 'well') failures = 0;
      if (outcome !== 'unwell') return;
      failures += 1;
      if (failures >= limits.failures) closedUntil = now().getTime() + limits.pauseMs;
    },
  };
};
