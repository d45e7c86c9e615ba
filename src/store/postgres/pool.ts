import pg from 'pg';

/** Seconds and counts that suit a bot: an answer that waits for the database longer is better held. */
export const POOL = { max: 8, connectionTimeoutMillis: 2000, idleTimeoutMillis: 30_000, query_timeout: 5000 } as const;

/**
 * A client whose broken connection ends nothing but itself. The pool inside the keyv adapter has no listener for errors
 * of idle connections, so a database that restarts would end the process.
 */
class QuietClient extends pg.Client {
  override emit(event: string | symbol, ...rest: unknown[]): boolean {
    if (event !== 'error') return super.emit(event as never, ...(rest as never[]));
    try {
      return super.emit(event as never, ...(rest as never[]));
    } catch {
      return true;
    }
  }
}

/** What every pool of ours is made of; one object, so that the adapters share one pool. */
export const poolOptions = { ...POOL, Client: QuietClient };

export const openPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({ connectionString: url, ...poolOptions });
  pool.on('error', () => {});
  return pool;
};
