import type { Log, Table } from '../ports.ts';
import { type CurrentJob, runAs } from './current-job.ts';
import { type Depth, type Inbox, type Incoming, LANES, type Lane, MOST_TRIES, type Taken } from './inbox.ts';
import { MOST_WAITING } from './intake.ts';
import type { Meter } from './meter.ts';
import type { OutboxRecord } from './outbox.ts';
import { createSettle } from './settle.ts';

export type WorkerParts = {
  inbox: Inbox;
  outbox: Table<OutboxRecord>;
  /** answers it; a problem is thrown or left in the job */
  handle: (job: CurrentJob) => Promise<void>;
  /** tells the person that something was given up, where that can still be done */
  onDead: (job: CurrentJob) => Promise<void>;
  meter: Meter;
  log: Log;
};

/** Turns at a time. Acts have places of their own: their trigger lives three seconds. */
export const SLOTS: Record<Lane, number> = { questions: 8, acts: 8, refusals: 2 };
/** Places that no single workspace fills, once there is more than one. */
const KEPT_FREE = 2;
class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/**
 * Takes what is due out of the inbox and has it answered: so many at a time, one at a time a thread, and workspaces that
 * have nothing running before those that have.
 */
export const createWorker = ({ inbox, outbox, handle, onDead, meter, log }: WorkerParts) => {
  const running = new Map<CurrentJob, { done: Promise<void>; renewed: number }>();
  const pumping = new Map<Lane, { again: boolean }>();
  const teams = new Set<string>();
  let depth: Depth = { waiting: { questions: 0, acts: 0, refusals: 0 }, running: 0, dead: 0, teams: {} };
  let stopping = false;
  let lastLook = 0;
  let reachable = true;
  const timers: NodeJS.Timeout[] = [];

  const inLane = (lane: Lane): Taken[] =>
    [...running.keys()].map((job) => job.taken).filter((one) => one.lane === lane);

  /** Between two looks at the inbox we count along. */
  const count = ({ lane, team }: Incoming, by: 1 | -1): void => {
    depth.waiting[lane] = Math.max(0, depth.waiting[lane] + by);
    if (lane === 'questions') depth.teams[team] = Math.max(0, (depth.teams[team] ?? 0) + by);
  };

  const start = (taken: Taken): void => {
    teams.add(taken.team);
    count(taken, -1);
    const job: CurrentJob = {
      taken,
      lastTry: taken.tries + 1 >= MOST_TRIES,
      outbox,
      keep: async (record, ...key) => {
        job.kept = true;
        await outbox.set(record, ...key);
      },
      kept: false,
      sent: 0,
      problem: null,
      shown: false,
      checkLease: () => {
        const mine = running.get(job);
        if (!mine || Date.now() - mine.renewed > inbox.lease * 0.8) throw new LeaseLost('the lease may have run out');
      },
    };
    const done = run(job).finally(() => {
      running.delete(job);
      void pump(taken.lane);
    });
    running.set(job, { done, renewed: Date.now() });
  };

  const run = async (job: CurrentJob): Promise<void> => {
    // what Slack brings meanwhile is acknowledged first; and the map has the job before it runs
    await new Promise((resolve) => setImmediate(resolve));
    try {
      await runAs(job, () => handle(job));
    } catch (error) {
      job.problem ??= error;
    }
    const how = await settle(job);
    meter.ended(job.taken.lane, how, Date.now() - job.taken.came);
  };

  const settle = createSettle({ inbox, onDead, log });

  const pump = async (lane: Lane): Promise<void> => {
    const already = pumping.get(lane);
    if (already) {
      already.again = true;
      return;
    }
    const state = { again: true };
    pumping.set(lane, state);
    try {
      while (state.again && !stopping) {
        state.again = false;
        if ((await takeSome(lane)) > 0) state.again = true;
      }
      reachable = true;
    } catch (error) {
      if (reachable) log.error({ detail: String(error) }, 'the inbox cannot be read');
      reachable = false;
    } finally {
      pumping.delete(lane);
    }
  };

  const takeSome = async (lane: Lane): Promise<number> => {
    const counts = new Map<string, number>();
    for (const { team } of inLane(lane)) counts.set(team, (counts.get(team) ?? 0) + 1);
    const free = SLOTS[lane] - inLane(lane).length;
    if (free <= 0) return 0;
    const most = teams.size > 1 && lane !== 'refusals' ? SLOTS[lane] - KEPT_FREE : SLOTS[lane];
    const fresh = await inbox.take(lane, Math.min(free, most), [...counts.keys()]);
    for (const taken of fresh) start(taken);
    if (fresh.length > 0 || counts.size === 0 || stopping) return fresh.length;
    const full = [...counts].filter(([, count]) => count >= most).map(([team]) => team);
    const room = most - Math.max(0, ...[...counts.values()].filter((count) => count < most));
    const more = await inbox.take(lane, Math.max(1, Math.min(free, room)), full);
    for (const taken of more) start(taken);
    return more.length;
  };

  const look = async (): Promise<void> => {
    try {
      depth = await inbox.depth();
      lastLook = Date.now();
    } catch {
      // readiness tells by the age of the last look
    }
  };

  const renew = async (): Promise<void> => {
    const jobs = [...running.keys()];
    if (jobs.length === 0) return;
    const at = Date.now();
    try {
      await inbox.renew(jobs.map((job) => job.taken));
      for (const job of jobs) {
        const mine = running.get(job);
        if (mine) mine.renewed = at;
      }
    } catch {
      // whoever is about to send looks at its lease first
    }
  };

  return {
    start: async (): Promise<void> => {
      await look();
      timers.push(
        setInterval(() => {
          for (const lane of LANES) void pump(lane);
        }, inbox.poll),
        setInterval(() => void look(), 500),
        setInterval(() => void renew(), inbox.lease / 4),
      );
      for (const lane of LANES) void pump(lane);
    },
    /** Something new was kept. */
    wake: (incoming: Incoming): void => {
      teams.add(incoming.team);
      count(incoming, 1);
      void pump(incoming.lane);
    },
    /** @returns whether a workspace, or all together, has as many questions waiting as it may */
    isFull: (team: string): boolean =>
      (depth.teams[team] ?? 0) >= MOST_WAITING.team || depth.waiting.questions >= MOST_WAITING.all,
    waiting: (lane: Lane): number => depth.waiting[lane],
    running: (): number => running.size,
    /** what the last look at the inbox saw, and how many milliseconds ago that was */
    depth: () => ({ ...depth, age: Date.now() - lastLook }),
    /** Takes nothing more and waits for what runs. What does not end in time stays in the inbox. @returns whether all ended */
    stop: async (most: number): Promise<boolean> => {
      stopping = true;
      const late = new Promise<void>((resolve) => setTimeout(resolve, most).unref());
      await Promise.race([Promise.allSettled([...running.values()].map((one) => one.done)), late]);
      for (const timer of timers) clearInterval(timer);
      return running.size === 0;
    },
  };
};
export type Worker = ReturnType<typeof createWorker>;
