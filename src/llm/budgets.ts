const HOUR = 60 * 60 * 1000;
/** Buckets that are kept at most; full ones are forgotten first, since a new bucket is full too. */
const MOST_BUCKETS = 10_000;

type Bucket = { tokens: number; at: number };

/** Token buckets by key: each holds an hour's calls, and fills up evenly over the hour. */
const createBuckets = (perHour: number, now: () => Date) => {
  const buckets = new Map<string, Bucket>();
  const level = (bucket: Bucket, at: number): number =>
    Math.min(perHour, bucket.tokens + (Math.max(0, at - bucket.at) * perHour) / HOUR);
  const sweep = (at: number) => {
    for (const [key, bucket] of buckets) if (level(bucket, at) >= perHour) buckets.delete(key);
    // a crowd that big is not told apart: the oldest entries go
    for (const key of buckets.keys()) {
      if (buckets.size < MOST_BUCKETS) break;
      buckets.delete(key);
    }
  };
  return {
    has: (key: string): boolean => {
      const bucket = buckets.get(key);
      return (bucket ? level(bucket, now().getTime()) : perHour) >= 1;
    },
    take: (key: string): void => {
      const at = now().getTime();
      if (buckets.size >= MOST_BUCKETS) sweep(at);
      const bucket = buckets.get(key);
      buckets.set(key, { tokens: (bucket ? level(bucket, at) : perHour) - 1, at });
    },
  };
};

/** The calls of each person and of each workspace in an hour. One that is refused costs nobody anything. */
export const createBudgets = (limits: { personCalls: number; workspaceCalls: number }, now: () => Date) => {
  const people = createBuckets(limits.personCalls, now);
  const workspaces = createBuckets(limits.workspaceCalls, now);
  return {
    /** @returns whose budget is used up, or null where the call may be made and is counted */
    spend: ({ team, person }: { team: string; person: string }): 'person' | 'workspace' | null => {
      const personKey = JSON.stringify([team, person]);
      if (!people.has(personKey)) return 'person';
      if (!workspaces.has(team)) return 'workspace';
      people.take(personKey);
      workspaces.take(team);
      return null;
    },
  };
};
