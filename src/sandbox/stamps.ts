/** Milliseconds since 1970, as Date.now gives them. */
export type Clock = () => number;

export type Stamps = {
  /** @returns a message time stamp, seconds with six decimals, later than every one before */
  ts: () => string;
  /** @returns an id that was not given before, in Slack's form: a letter or two, then capitals and digits */
  id: (prefix: string) => string;
};

/** Time stamps and ids of one workspace: strictly increasing, so that a run can be read in order. */
export const createStamps = (clock: Clock): Stamps => {
  let last = 0;
  let count = 0;
  return {
    ts: () => {
      last = Math.max(last + 1, Math.floor(clock() * 1000));
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    id: (prefix) => {
      count += 1;
      return `${prefix}${count.toString(36).toUpperCase().padStart(9, '0')}`;
    },
  };
};
