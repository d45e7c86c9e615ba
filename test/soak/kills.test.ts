import { afterAll, describe, expect, it } from 'vitest';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { askUnderKills, type Fleet, seeded, startFleet } from './fleet.ts';

const LOAD = { questions: 60, perSecond: 10, kills: 3 };
let postgres: Postgres | null = null;
let fleet: Fleet | null = null;
afterAll(async () => {
  await fleet?.close();
  await postgres?.close();
});

describe('processes that are killed while they answer', () => {
  it('one with the embedded store: no question is lost, none answered twice', async () => {
    fleet = await startFleet({ replicas: 1 });
    const result = await askUnderKills(fleet, { ...LOAD, random: seeded(6) });
    expect(result).toMatchObject({ lost: 0, duplicates: 0, wrong: [], kills: 3 });
    expect(result.answered).toBeGreaterThanOrEqual(60);
    expect(fleet.sandbox.violations()).toEqual([]);
    await fleet.connected(2);
    expect(await fleet.close()).toEqual([0]);
    fleet = null;
  }, 120_000);

  it.runIf(hasPostgres)(
    'three on PostgreSQL: no question is lost, none answered twice',
    async () => {
      postgres = await startPostgres();
      fleet = await startFleet({ replicas: 3, databaseUrl: await postgres.database() });
      const result = await askUnderKills(fleet, { ...LOAD, random: seeded(7) });
      expect(result).toMatchObject({ lost: 0, duplicates: 0, wrong: [], kills: 3 });
      expect(result.answered).toBeGreaterThanOrEqual(60);
      await fleet.connected(6);
      expect(await fleet.close()).toEqual([0, 0, 0]);
      fleet = null;
    },
    120_000,
  );
});
