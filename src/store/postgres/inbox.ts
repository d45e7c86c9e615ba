import type { Db, Job } from 'pg-boss';
import { type Count, depthOf } from '../depth.ts';
import { DAY, type Incoming, type Lane, MOST_TRIES, type StoredInbox, type Taken } from '../inbox-types.ts';
import { alone } from './alone.ts';
import { DEAD, HEARTBEAT, LANES, queueOf, SCHEMA, startBoss } from './boss.ts';
import { openClaims } from './claims.ts';
import { listenOn } from './listen.ts';
import { openPool } from './pool.ts';
import { transactions } from './transaction.ts';

const INTERRUPT = 'openness_interrupt';

/** What pg-boss's commands answer; its types leave it out. */
type Affected = { affected: number };
type Kept = {
  id: string;
  lane: Lane;
  team: string;
  thread: string;
  body: Record<string, unknown>;
  came: number;
  failed: number;
  begun?: boolean;
};

/**
 * The inbox of any number of processes: pg-boss on PostgreSQL, with claims in a table beside it. What is new is claimed
 * and queued in one transaction, so a delivery that comes again, to any process, finds itself known.
 */
export const openPostgresInbox = async (
  url: string,
  { keepClaims = DAY, onProblem = () => {} }: { keepClaims?: number; onProblem?: (problem: string) => void } = {},
): Promise<StoredInbox> => {
  const pool = openPool(url);
  const { claims, boss } = await alone(url, async () => ({
    claims: await openClaims(pool, keepClaims),
    boss: await startBoss(url, onProblem),
  }));
  const interrupts = listenOn(url, INTERRUPT);
  const atOnce = transactions(pool);
  const send = (kept: Kept, db: Db, seconds = 0) =>
    boss.send(queueOf(kept.lane), kept, {
      db,
      singletonKey: kept.thread,
      group: { id: kept.team },
      retryLimit: Math.max(0, MOST_TRIES - 1 - kept.failed),
      ...(seconds > 0 ? { startAfter: seconds } : {}),
    });
  const name = (taken: Taken) => queueOf(taken.lane);
  const attempt = (taken: Taken) => JSON.parse(taken.lease) as { id: string; retryCount: number };
  const keptOf = ({ lease: _, tries, again: _again, ...incoming }: Taken, failed = tries): Kept => ({
    ...incoming,
    failed,
    begun: true,
  });
  /** pg-boss lays aside what ends without a word; what ended with one is laid aside with it. */
  const layAside = (taken: Taken, problem: string): Promise<void> =>
    atOnce(async (_, db) => {
      const { affected } = (await boss.deleteJob(name(taken), attempt(taken), { db })) as Affected;
      if (affected > 0) await boss.send(DEAD, { ...keptOf(taken, taken.tries + 1), problem }, { db });
    });
  return {
    poll: 500,
    lease: HEARTBEAT * 1000,
    put: async (incoming: Incoming) => {
      await claims.tidy();
      return atOnce(async (client, db) => {
        if (!(await claims.take(client, `job ${incoming.id}`, 'inbox'))) return false;
        await send({ ...incoming, failed: 0 }, db);
        return true;
      });
    },
    take: async (lane, most, without) => {
      const jobs = (await boss.fetch<Kept>(queueOf(lane), {
        batchSize: most,
        includeMetadata: true,
        ignoreGroups: without.length > 0 ? [...without] : null,
      })) as (Job<Kept> & { retryCount: number })[];
      return jobs.map(({ id, retryCount, data: { failed, begun, ...incoming } }) => ({
        ...incoming,
        tries: failed + retryCount,
        again: begun === true || retryCount > 0,
        lease: JSON.stringify({ id, retryCount }),
      }));
    },
    renew: async (taken) => {
      for (const lane of LANES) {
        const mine = taken.filter((one) => one.lane === lane);
        if (mine.length > 0) await boss.touch(queueOf(lane), mine.map(attempt));
      }
    },
    finish: async (taken) => {
      await boss.deleteJob(name(taken), attempt(taken));
    },
    hold: async (taken, ms) => {
      await atOnce(async (_, db) => {
        const { affected } = (await boss.deleteJob(name(taken), attempt(taken), { db })) as Affected;
        if (affected > 0) await send(keptOf(taken), db, Math.max(1, Math.ceil(ms / 1000)));
      });
    },
    fail: async (taken, problem) => {
      if (taken.tries + 1 >= MOST_TRIES) {
        await layAside(taken, problem);
        return 'dead';
      }
      await boss.fail(name(taken), attempt(taken), { message: problem });
      return 'again';
    },
    bury: layAside,
    depth: async () => {
      const { rows } = await pool.query<Count & { state: string }>(COUNTS, [[...LANES.map(queueOf), DEAD]]);
      return depthOf(rows);
    },
    interrupt: async (thread) => {
      const { rowCount } = await pool.query(
        `SELECT 1 FROM ${SCHEMA}.job WHERE name = ANY($1) AND singleton_key = $2 AND state = 'active' LIMIT 1`,
        [LANES.map(queueOf), thread],
      );
      if (rowCount === 0) return false;
      await pool.query('SELECT pg_notify($1, $2)', [INTERRUPT, thread]);
      return true;
    },
    onInterrupt: (callback) => {
      interrupts.onMessage(callback);
    },
    claim: claims.claim,
    deadLetters: async () =>
      (await boss.findJobs<Kept & { problem?: string }>(DEAD, { queued: true })).map(({ data, output }) => ({
        id: data.id,
        team: data.team,
        came: data.came,
        tries: MOST_TRIES,
        problem: data.problem ?? messageOf(output) ?? 'ended without a word three times',
      })),
    revive: async () => {
      const dead = await boss.findJobs<Kept & { problem?: string }>(DEAD, { queued: true });
      for (const job of dead)
        await atOnce(async (_, db) => {
          const { problem: _p, ...kept } = job.data;
          await boss.deleteJob(DEAD, job.id, { db });
          await send({ ...kept, failed: 0 }, db, 1);
        });
      return dead.length;
    },
    drop: async (team) => {
      const { rowCount } = await pool.query(`DELETE FROM ${SCHEMA}.job WHERE name = ANY($1) AND data->>'team' = $2`, [
        [...LANES.map(queueOf), DEAD],
        team,
      ]);
      return rowCount ?? 0;
    },
    close: async () => {
      await interrupts.close();
      await boss.stop({ graceful: false, timeout: 1000 }).catch(() => {});
      await pool.end();
    },
  };
};

const COUNTS = `
  SELECT CASE WHEN name = '${DEAD}' THEN 'dead' WHEN state = 'active' THEN 'running' ELSE 'waiting' END AS state,
    data->>'lane' AS lane, data->>'team' AS team, count(*)::int AS n
  FROM ${SCHEMA}.job WHERE name = ANY($1) AND state < 'completed' GROUP BY 1, 2, 3`;

const messageOf = (output: unknown): string | undefined => {
  const found = output as { message?: string; value?: { message?: string } } | null | undefined;
  return found?.message ?? found?.value?.message;
};
