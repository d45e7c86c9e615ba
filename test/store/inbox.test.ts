import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedInbox } from '../../src/store/embedded/inbox.ts';
import type { Incoming, StoredInbox } from '../../src/store/inbox-types.ts';
import { openPostgresInbox } from '../../src/store/postgres/inbox.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

const question = (id: string, fields: Partial<Incoming> = {}): Incoming => ({
  id,
  lane: 'questions',
  team: 'T1',
  thread: id,
  body: { says: id },
  came: Date.now(),
  ...fields,
});

let postgres: Postgres | null = null;
afterAll(async () => postgres?.close());

/** A way to open the same inbox again, as another process or a later one does. */
const stores: { name: string; has: boolean; fresh: () => Promise<() => Promise<StoredInbox>> }[] = [
  {
    name: 'embedded',
    has: true,
    fresh: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'openness-inbox-'));
      return async () => openEmbeddedInbox(folder);
    },
  },
  {
    name: 'PostgreSQL',
    has: hasPostgres,
    fresh: async () => {
      const url = await postgres!.database();
      return () => openPostgresInbox(url);
    },
  },
];

describe.each(stores)('the inbox, $name', ({ has, fresh, name }) => {
  beforeAll(async () => {
    if (has && name === 'PostgreSQL') postgres ??= await startPostgres();
  });
  const open: StoredInbox[] = [];
  afterEach(async () => {
    for (const inbox of open.splice(0)) await inbox.close();
  });
  const inboxes = async (count = 1): Promise<StoredInbox[]> => {
    const again = await fresh();
    for (let n = 0; n < count; n += 1) open.push(await again());
    return open;
  };
  const given = it.runIf(has);

  given('the same delivery is kept once, however many bring it at once, and also after it was answered', async () => {
    const [a, b] = await inboxes(2);
    const put = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? a! : b!).put(question('e1'))));
    expect(put.filter(Boolean)).toHaveLength(1);
    const [taken] = await a!.take('questions', 5, []);
    expect(taken).toMatchObject({ id: 'e1', body: { says: 'e1' }, tries: 0 });
    await a!.finish(taken!);
    expect(await b!.put(question('e1'))).toBe(false);
    expect((await b!.depth()).waiting.questions).toBe(0);
  });

  given('one thing is taken by one, and a thread is answered one after the other', async () => {
    const [a, b] = await inboxes(2);
    for (const n of [1, 2, 3]) await a!.put(question(`same${n}`, { thread: 'thread' }));
    await a!.put(question('other'));
    const taken = [...(await a!.take('questions', 8, [])), ...(await b!.take('questions', 8, []))];
    expect(taken.map((one) => one.id).sort()).toEqual(['other', 'same1']);
    await a!.finish(taken.find((one) => one.id === 'same1')!);
    expect((await b!.take('questions', 8, [])).map((one) => one.id)).toEqual(['same2']);
  });

  given('workspaces that have to wait are passed over, and lanes are apart', async () => {
    const [a] = await inboxes();
    await a!.put(question('t1'));
    await a!.put(question('t2', { team: 'T2' }));
    await a!.put(question('press', { lane: 'acts' }));
    expect((await a!.take('questions', 8, ['T1'])).map((one) => one.id)).toEqual(['t2']);
    expect((await a!.take('acts', 8, [])).map((one) => one.id)).toEqual(['press']);
    expect((await a!.depth()).teams).toEqual({ T1: 1 });
  });

  given(
    'what is held comes again and is not counted; what fails three times is laid aside, and can be revived',
    async () => {
      const [a] = await inboxes();
      await a!.put(question('e1'));
      const next = async () => {
        for (let n = 0; n < 100; n += 1) {
          const [taken] = await a!.take('questions', 1, []);
          if (taken) return taken;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error('nothing came');
      };
      await a!.hold(await next(), 10);
      const after = await next();
      expect(after).toMatchObject({ id: 'e1', tries: 0 });
      expect(await a!.fail(after, 'broken once', 1)).toBe('again');
      const second = await next();
      expect(second.tries).toBe(1);
      expect(await a!.fail(second, 'broken twice', 1)).toBe('again');
      expect(await a!.fail(await next(), 'broken thrice', 1)).toBe('dead');
      expect(await a!.deadLetters()).toEqual([
        expect.objectContaining({ id: 'e1', team: 'T1', problem: 'broken thrice' }),
      ]);
      expect((await a!.depth()).dead).toBe(1);
      expect(await a!.revive()).toBe(1);
      const revived = await next();
      expect(revived).toMatchObject({ id: 'e1', tries: 0, body: { says: 'e1' } });
      await a!.bury(revived, 'Slack said no');
      expect((await a!.deadLetters()).map((one) => one.problem)).toEqual(['Slack said no']);
      expect(await a!.drop('T1')).toBe(1);
      expect(await a!.deadLetters()).toEqual([]);
    },
  );

  given('a late word about a lease that was lost changes nothing', async () => {
    const [a] = await inboxes();
    await a!.put(question('e1'));
    const [first] = await a!.take('questions', 1, []);
    await a!.hold(first!, 1);
    await a!.finish(first!);
    expect((await a!.depth()).waiting.questions).toBe(1);
  });

  given('a claim has one winner, who may come again, also in a later process', async () => {
    const again = await fresh();
    const [a, b] = [await again(), await again()];
    open.push(a, b);
    const won = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? a : b).claim('T1:C1:1.1', `job${n}`)));
    expect(won.filter(Boolean)).toHaveLength(1);
    const winner = `job${won.indexOf(true)}`;
    const later = await again();
    open.push(later);
    expect(await later.claim('T1:C1:1.1', winner)).toBe(true);
    expect(await later.claim('T1:C1:1.1', 'another')).toBe(false);
  });
});
