export type Fault =
  | { kind: 'ratelimited'; retry_after?: number }
  | { kind: 'http_error'; status?: number }
  /** the call is never answered */
  | { kind: 'hang' }
  /** the call is done, and the connection ends before the answer */
  | { kind: 'lose_response' }
  | { kind: 'slack_error'; error: string };
/** The next `times` calls of a method go wrong; `*` is any method. */
export type PlannedFault = Fault & { method: string; times?: number };

export const FAULT_KINDS = ['ratelimited', 'http_error', 'hang', 'lose_response', 'slack_error'];

/** Faults that tests plan: each call takes the first that fits. */
export const createFaults = () => {
  let planned: (PlannedFault & { left: number })[] = [];
  return {
    plan: (fault: PlannedFault): void => {
      planned.push({ ...fault, left: fault.times ?? 1 });
    },
    clear: (): void => {
      planned = [];
    },
    next: (method: string): Fault | null => {
      const fault = planned.find((one) => one.method === method || one.method === '*');
      if (!fault) return null;
      fault.left -= 1;
      planned = planned.filter((one) => one.left > 0);
      return fault;
    },
  };
};
export type Faults = ReturnType<typeof createFaults>;
