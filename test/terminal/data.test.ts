import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { startBot } from '../support/bot.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

const MAIN = join(import.meta.dirname, '../../src/terminal/data-main.ts');
const folder = () => mkdtempSync(join(tmpdir(), 'openness-data-command-'));

/** The command as an operator runs it. */
const data = (environment: Record<string, string>, ...args: string[]) =>
  new Promise<{ code: number; out: string; lines: Record<string, unknown>[]; errors: string }>((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
      (error, out, errors) => {
        const lines = out.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
        resolve({ code: error ? Number(error.code) : 0, out, lines, errors });
      },
    );
  });

let postgres: Postgres | null = null;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(async () => postgres?.close());

describe.each([
  { name: 'embedded', has: true, place: async (): Promise<Record<string, string>> => ({ DATA_DIR: folder() }) },
  {
    name: 'PostgreSQL',
    has: hasPostgres,
    place: async (): Promise<Record<string, string>> => ({ DATABASE_URL: await postgres!.database() }),
  },
])('npm run data, $name', ({ has, place }) => {
  const filled = async () => {
    const environment = await place();
    const store = await openStore({ folder: environment.DATA_DIR ?? null, databaseUrl: environment.DATABASE_URL });
    for (const team of ['T1', 'T2'])
      for (const user of ['U1', 'U2'])
        await store.table('asked').set({ question: `of ${team} ${user}`, user }, team, `C1:${user}`);
    await store.table('installations').set({ iv: 'a', tag: 'b', data: 'c' }, 'T1');
    const dead = {
      id: 'event T1 Ev1',
      lane: 'questions',
      team: 'T1',
      thread: 't',
      body: { type: 'x' },
      came: 0,
    } as const;
    await store.inbox.put(dead);
    await store.inbox.bury((await store.inbox.take('questions', 1, []))[0]!, 'reference 12345678: broken');
    await store.close();
    return environment;
  };

  it.runIf(has)(
    'exports a workspace without its tokens, purges it on a clear word, and leaves the others',
    async () => {
      const environment = await filled();
      const exported = await data(environment, 'export', '--workspace', 'T1');
      expect(exported.lines.map((line) => line.key)).toEqual(
        expect.arrayContaining([['T1', 'C1:U1'], ['T1', 'C1:U2'], ['T1']]),
      );
      expect(exported.lines).toHaveLength(3);
      expect(exported.out).toContain('of T1 U1');
      expect(exported.out).not.toContain('of T2');
      expect(exported.lines.find((line) => line.kind === 'installations')?.value).toBe('(encrypted)');

      expect((await data(environment, 'purge', '--workspace', 'T1')).lines).toEqual([
        { workspace: 'T1', kept: { asked: 2, installations: 1 }, erased: 'nothing: say --yes' },
      ]);
      expect((await data(environment, 'purge', '--workspace', 'T1', '--user', 'U1', '--yes')).lines).toEqual([
        { workspace: 'T1', user: 'U1', erased: { asked: 1 } },
      ]);
      expect((await data(environment, 'purge', '--workspace', 'T1', '--yes')).lines).toEqual([
        { workspace: 'T1', erased: { asked: 1, installations: 1, waiting: 1 } },
      ]);
      expect((await data(environment, 'export')).lines.map((line) => line.key)).toEqual([
        ['T2', 'C1:U1'],
        ['T2', 'C1:U2'],
      ]);
    },
  );

  it.runIf(has)('shows what was laid aside, and puts it back', async () => {
    const environment = await filled();
    const { lines } = await data(environment, 'dead');
    expect(lines).toEqual([expect.objectContaining({ id: 'event T1 Ev1', problem: 'reference 12345678: broken' })]);
    expect((await data(environment, 'retry')).lines).toEqual([{ revived: 1 }]);
    expect((await data(environment, 'dead')).lines).toEqual([]);
    expect((await data(environment, 'depth')).lines).toEqual([expect.objectContaining({ dead: 0 })]);
  });
});

describe('npm run data', () => {
  it('says what is missing', async () => {
    expect(await data({}, 'export')).toMatchObject({ code: 2, errors: expect.stringContaining('DATA_DIR') });
    expect(await data({ DATA_DIR: folder() }, 'erase')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('not a command'),
    });
    expect(await data({ DATA_DIR: folder() }, 'purge', '--yes')).toMatchObject({ code: 2 });
  });

  it('a back-up of a running bot is a folder that another bot starts from', async () => {
    const [live, copy] = [folder(), join(folder(), 'copy')];
    const bot = await startBot({ dataDir: live });
    const ts = await bot.say(`${bot.bot} is OLMo 2 7B open source?`);
    expect(await data({ DATA_DIR: live }, 'backup', '--to', copy)).toMatchObject({ code: 0 });
    await bot.say('and Phi-4?', { thread_ts: ts });
    await bot.app.stop();
    const restored = await startBot({ dataDir: copy, sandbox: bot.sandbox });
    expect((await restored.memory.threads.get('T0SANDBOX', 'C0AIMODELS', ts))?.turns).toHaveLength(2);
    await restored.say('and Gemma 3 27B?', { thread_ts: ts });
    expect(await restored.answers({ thread_ts: ts })).toHaveLength(3);
    await restored.close();
    await bot.close();
    expect(await data({ DATA_DIR: copy }, 'backup', '--to', copy)).toMatchObject({ code: 2 });
  });

  it.runIf(hasPostgres)('a dump of a running bot’s database is one that another bot starts from', async () => {
    const [live, copy] = [await postgres!.database(), await postgres!.database()];
    const bot = await startBot({ databaseUrl: live });
    const ts = await bot.say(`${bot.bot} is OLMo 2 7B open source?`);
    postgres!.copy(live, copy);
    await bot.app.stop();
    const restored = await startBot({ databaseUrl: copy, sandbox: bot.sandbox });
    await restored.say('and Gemma 3 27B?', { thread_ts: ts });
    expect(await restored.answers({ thread_ts: ts })).toHaveLength(2);
    expect((await restored.memory.threads.get('T0SANDBOX', 'C0AIMODELS', ts))?.turns).toHaveLength(4);
    await restored.close();
    await bot.close();
  });
});
