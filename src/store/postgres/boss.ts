import { PgBoss } from 'pg-boss';
import { DAY, type Lane, MOST_TRIES } from '../inbox-types.ts';
import { POOL } from './pool.ts';

export const LANES: readonly Lane[] = ['questions', 'acts', 'refusals'];
export const SCHEMA = 'openness_queue';
export const DEAD = 'dead-letters';
/** Seconds. pg-boss takes no shorter one; a process that is killed is noticed after this and a second. */
export const HEARTBEAT = 10;
const RETENTION = (14 * DAY) / 1000;

export const queueOf = (lane: Lane): string => `inbox-${lane}`;

/** Starts pg-boss, and makes its tables and our queues where they are missing: one of a thread at a time in each. */
export const startBoss = async (url: string, onProblem: (problem: string) => void): Promise<PgBoss> => {
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
  await boss.createQueue(DEAD, { retryLimit: 0, retentionSeconds: RETENTION });
  for (const lane of LANES)
    await boss.createQueue(queueOf(lane), {
      policy: 'singleton',
      retryLimit: MOST_TRIES - 1,
      retryDelay: 1,
      heartbeatSeconds: HEARTBEAT,
      // a failed job's content lies in the dead letters; its own row has no use
      deleteAfterSeconds: 3600,
      expireInSeconds: 900,
      retentionSeconds: RETENTION,
      deadLetter: DEAD,
    });
  return boss;
};
