import type pg from 'pg';
import { HOUR } from '../inbox-types.ts';

const CLAIM = 'INSERT INTO openness_claims (key, owner, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const TABLE =
  'CREATE TABLE IF NOT EXISTS openness_claims (key text PRIMARY KEY, owner text NOT NULL, at bigint NOT NULL)';

/** Who was first, for all processes; makes its table where it is missing. @param keep milliseconds that a claim is remembered */
export const openClaims = async (pool: pg.Pool, keep: number) => {
  await pool.query(TABLE);
  const take = async (client: pg.Pool | pg.PoolClient, key: string, owner: string): Promise<boolean> =>
    (await client.query(CLAIM, [key, owner, Date.now()])).rowCount === 1;
  let tidied = 0;
  return {
    /** @returns whether nobody had it; inside the transaction of the client */
    take,
    /** @returns whether nobody had it, or this owner has it */
    claim: async (key: string, owner: string): Promise<boolean> => {
      if (await take(pool, key, owner)) return true;
      const { rows } = await pool.query('SELECT owner FROM openness_claims WHERE key = $1', [key]);
      return rows[0]?.owner === owner;
    },
    /** Forgets what is old, now and then. */
    tidy: async (): Promise<void> => {
      if (Date.now() - tidied < HOUR) return;
      tidied = Date.now();
      await pool.query('DELETE FROM openness_claims WHERE at < $1', [Date.now() - keep]);
    },
  };
};
