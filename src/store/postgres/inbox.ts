import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type Db, type Job, PgBoss } from 'pg-boss';
import { type Count, depthOf } from '../embedded/inbox.ts';
import { DAY, HOUR, type Incoming, type Lane, MOST_TRIES, type StoredInbox, type Taken } from '../inbox-types.ts';
import { listenOn } from './listen.ts';
import { openPool, POOL } from './pool.ts';

const INTERRUPT = 'openness_interrupt';
const LANES: readonly Lane[] = ['questions', 'acts', 'refusals'];
const DEAD = 'dead-letters';
const queueOf = (lane: Lane): string => `inbox-${lane}`;
/** pg-boss takes no shorter one; a process that is killed is noticed after this and a second. */
const HEARTBEAT = 10;
const SCHEMA = 'openness_queue';

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
  await prepare(pool);
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    max: 4,
    connectionTimeoutMillis: POOL.connectionTimeoutMillis,
    superviseIntervalSeconds: 1,
    monitorIntervalSeconds: 1,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    monitorVacuum: false,
  });
  boss.on('error', (error) => onProblem(error.message));
  boss.on('warning', () => {});
  await boss.start();
  await boss.createQueue(DEAD, { retryLimit: 0, retentionSeconds: (14 * DAY) / 1000 });
  for (const lane of LANES)
    await boss.createQueue(queueOf(lane), {
      policy: 'singleton',
      retryLimit: MOST_TRIES - 1,
      retryDelay: 1,
      heartbeatSeconds: HEARTBEAT,
      // a failed job's content lies in the dead letters; its own row has no use
      deleteAfterSeconds: 3600,
      expireInSeconds: 900,
      retentionSeconds: (14 * DAY) / 1000,
      deadLetter: DEAD,
    });

  const interrupts = listenOn(url, INTERRUPT);
  const atOnce = async <T>(work: (client: pg.PoolClient, db: Db) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(client, { executeSql: (text, values) => client.query(text, values) });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      await client.query('ROLLBACK').then(
        () => {
          broken = undefined;
        },
        () => {},
      );
      throw error;
    } finally {
      client.release(broken);
    }
  };
  const send = (kept: Kept, db: Db, seconds = 0) =>
    boss.send(queueOf(kept.lane), kept, {
      db,
      id: uuidOf(`${kept.id} ${seconds === 0 && kept.failed === 0 ? '' : randomUUID()}`),
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
  let tidied = 0;
  const tidy = async (): Promise<void> => {
    if (Date.now() - tidied < HOUR) return;
    tidied = Date.now();
    await pool.query('DELETE FROM openness_claims WHERE at < $1', [Date.now() - keepClaims]);
  };

  return {
    poll: 500,
    lease: HEARTBEAT * 1000,
    put: async (incoming: Incoming) => {
      await tidy();
      return atOnce(async (client, db) => {
        const { rowCount } = await client.query(CLAIM, [`job ${incoming.id}`, 'inbox', Date.now()]);
        if (rowCount === 0) return false;
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
    claim: async (key, owner) => {
      const { rowCount } = await pool.query(CLAIM, [key, owner, Date.now()]);
      if (rowCount === 1) return true;
      const { rows } = await pool.query('SELECT owner FROM openness_claims WHERE key = $1', [key]);
      return rows[0]?.owner === owner;
    },
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

const CLAIM = 'INSERT INTO openness_claims (key, owner, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const COUNTS = `
  SELECT CASE WHEN name = '${DEAD}' THEN 'dead' WHEN state = 'active' THEN 'running' ELSE 'waiting' END AS state,
    data->>'lane' AS lane, data->>'team' AS team, count(*)::int AS n
  FROM ${SCHEMA}.job WHERE name = ANY($1) AND state < 'completed' GROUP BY 1, 2, 3`;

/** Several processes may start at once: one of them makes the table, the others wait. */
const prepare = async (pool: pg.Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock(722001)');
    await client.query(
      'CREATE TABLE IF NOT EXISTS openness_claims (key text PRIMARY KEY, owner text NOT NULL, at bigint NOT NULL)',
    );
  } finally {
    await client.query('SELECT pg_advisory_unlock(722001)').catch(() => {});
    client.release();
  }
};

/** pg-boss names jobs by UUID. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const messageOf = (output: unknown): string | undefined => {
  const found = output as { message?: string; value?: { message?: string } } | null | undefined;
  return found?.message ?? found?.value?.message;
};
