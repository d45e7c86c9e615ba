import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

let postgres: Postgres | null = null;
afterAll(async () => postgres?.close());

describe('a new database', () => {
  it.runIf(hasPostgres)(
    'may be opened by several processes at once',
    async () => {
      postgres = await startPostgres();
      for (let round = 0; round < 3; round += 1) {
        const databaseUrl = await postgres.database();
        const opened = await Promise.allSettled(
          Array.from({ length: 4 }, () => openStore({ folder: null, databaseUrl })),
        );
        for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
        expect(opened.map((one) => (one.status === 'fulfilled' ? 'open' : String(one.reason)))).toEqual(
          Array(4).fill('open'),
        );
      }
    },
    60_000,
  );
});
