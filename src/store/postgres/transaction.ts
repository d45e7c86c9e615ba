import type pg from 'pg';
import type { Db } from 'pg-boss';

/** Work inside one transaction: by a client of ours, and by pg-boss over the same connection. */
export type Work<T> = (client: pg.PoolClient, db: Db) => Promise<T>;

/** @returns what does all of some work, or none of it; a connection that broke is not used again */
export const transactions =
  (pool: pg.Pool) =>
  async <T>(work: Work<T>): Promise<T> => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await work(client, { executeSql: (text, values) => client.query(text, values) });
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  };
