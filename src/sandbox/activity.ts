/** Whether the app is at work: what is under way, and when it was last heard of. Real time, not the workspace's clock. */
export const createActivity = () => {
  let underWay = 0;
  let last = performance.now();
  const touch = () => {
    last = performance.now();
  };
  const isIdle = (idleMs: number) => underWay === 0 && performance.now() - last >= idleMs;
  return {
    touch,
    /** Counts as under way until the returned function is called. */
    begin: (): (() => void) => {
      underWay += 1;
      touch();
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        underWay -= 1;
        touch();
      };
    },
    underWay: () => underWay,
    /**
     * Waits until everything sent was acknowledged and the app made no call for `idleMs`.
     * @returns whether that came within `mostMs`
     */
    wait: async (idleMs: number, mostMs: number): Promise<boolean> => {
      const end = performance.now() + mostMs;
      while (!isIdle(idleMs)) {
        if (performance.now() >= end) return false;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return true;
    },
  };
};
export type Activity = ReturnType<typeof createActivity>;
