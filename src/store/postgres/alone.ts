import pg from 'pg';
import { POOL } from './pool.ts';

/** Any number, as long as nothing else in the database takes it. */
const LOCK = 722_001;
/** Milliseconds to wait for the processes that came first. */
const LONGEST = 30_000;

/**
 * Work that only one of several processes may do at a time: making tables, which PostgreSQL refuses to the second even
 * with IF NOT EXISTS when both begin at once.
 * @returns what the work gives
 */
export const alone = async <T>(url: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: POOL.connectionTimeoutMillis,
    query_timeout: LONGEST,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work();
  } finally {
    // the lock goes with the connection
    await client.end();
  }
};
