import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasePerson, eraseWorkspace, exportRecords } from '../../src/store/erase.ts';
import type { Kind } from '../../src/store/kinds.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

/** Names that try to reach into each other's place: separators, prefixes, escapes, words that objects have. */
const TEAMS = ['T1', 'T11', 'T1/U1', 'T1%2FU1', 'T1#', 'constructor', 'T1::threads', 'T'.repeat(300)];
const USERS = ['U1', 'U11', 'T1', '', '__proto__', 'U1/1.1', '漢字', 'U'.repeat(200)];
const KINDS = ['threads', 'asked', 'profiles', 'recent', 'feedback', 'gaps', 'outbox'] as const satisfies Kind[];

const team = fc.constantFrom(...TEAMS);
const user = fc.constantFrom(...USERS);
const kind = fc.constantFrom(...KINDS);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('set' as const), kind, team, user }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('get' as const), kind, team, user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), kind, team, user }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget workspace' as const), team }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('forget person' as const), team, user }) },
);

let postgres: Postgres | null = null;
const open: Store[] = [];
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(async () => {
  for (const store of open) await store.close();
  await postgres?.close();
});
const stores: { name: string; has: boolean; runs: number; start: () => Promise<Store> }[] = [
  { name: 'in memory', has: true, runs: 60, start: () => openStore({ folder: null }) },
  {
    name: 'embedded',
    has: true,
    runs: 25,
    start: () => openStore({ folder: mkdtempSync(join(tmpdir(), 'openness-leak-')) }),
  },
  {
    name: 'PostgreSQL',
    has: hasPostgres,
    runs: 15,
    start: async () => openStore({ folder: null, databaseUrl: await postgres!.database() }),
  },
];

describe.each(stores)('the store, $name', ({ has, runs, start }) => {
  it.runIf(has)(
    'gives nobody what another wrote, however workspaces, people and kinds of record are mixed',
    async () => {
      const store = await start();
      open.push(store);
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), async (steps) => {
          for (const space of store.spaces.values()) await space.clear();
          const model = new Map<string, { kind: Kind; team: string; user: string; value: unknown }>();
          const keyOf = (kind: Kind, team: string, user: string) => JSON.stringify([kind, team, user]);
          let count = 0;
          for (const one of steps) {
            switch (one.do) {
              case 'set': {
                count += 1;
                const value = {
                  user: one.user,
                  asker: one.user,
                  secret: `${one.kind} of ${one.team} ${one.user} ${count}`,
                };
                await store.table(one.kind).set(value, one.team, one.user);
                model.set(keyOf(one.kind, one.team, one.user), { ...one, value });
                break;
              }
              case 'get':
                expect(await store.table(one.kind).get(one.team, one.user)).toEqual(
                  model.get(keyOf(one.kind, one.team, one.user))?.value,
                );
                break;
              case 'delete':
                await store.table(one.kind).delete(one.team, one.user);
                model.delete(keyOf(one.kind, one.team, one.user));
                break;
              case 'forget workspace':
                await eraseWorkspace(store, one.team);
                for (const [key, held] of model) if (held.team === one.team) model.delete(key);
                break;
              case 'forget person':
                await erasePerson(store, one.team, one.user);
                for (const [key, held] of model)
                  if (held.team === one.team && held.user === one.user && !['profiles', 'outbox'].includes(held.kind))
                    model.delete(key);
                break;
              default:
                one satisfies never;
            }
          }
          const all: string[] = [];
          for await (const record of exportRecords(store, null)) all.push(JSON.stringify(record.value));
          expect(all.sort()).toEqual([...model.values()].map((held) => JSON.stringify(held.value)).sort());
          for (const name of TEAMS) {
            const own: string[] = [];
            for await (const record of exportRecords(store, name)) own.push(JSON.stringify(record.value));
            const held = [...model.values()].filter((one) => one.team === name).map((one) => JSON.stringify(one.value));
            expect(own.sort()).toEqual(held.sort());
          }
        }),
        { numRuns: runs },
      );
    },
    120_000,
  );
});
