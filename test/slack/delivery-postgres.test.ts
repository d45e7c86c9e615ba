import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, CHANNEL, JONAS, PRIYA, startBot } from '../support/bot.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

let postgres: Postgres;
let bots: Bot[] = [];
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterEach(async () => {
  for (const bot of bots.reverse()) await bot.close().catch(() => {});
  bots = [];
});
afterAll(async () => postgres?.close());

/** Several bots on one database, in one workspace. */
const start = async (count: number): Promise<Bot> => {
  const databaseUrl = await postgres.database();
  for (let n = 0; n < count; n += 1) bots.push(await startBot({ databaseUrl, sandbox: bots[0]?.sandbox }));
  return bots[0]!;
};

describe.runIf(hasPostgres)('several processes on PostgreSQL', () => {
  it('answer a question once, whichever of them is told of it', async () => {
    const bot = await start(3);
    const stamps: string[] = [];
    for (let n = 0; n < 9; n += 1) {
      const { ts } = await bot.call('POST', '/control/message', {
        channel: CHANNEL,
        user: PRIYA,
        text: `${bot.bot} can we use Phi-4 commercially?`,
      });
      stamps.push(ts!);
    }
    await bot.settle();
    const answers = await bot.answers();
    expect(answers.map((answer) => answer.thread_ts).sort()).toEqual([...stamps].sort());
    const by = bots.map((one) => one.logged.filter((line) => line.message === 'answered').length);
    expect(by.reduce((sum, count) => sum + count, 0)).toBe(9);
    expect(by.filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  it('share threads, profiles and buttons', async () => {
    const bot = await start(2);
    const ts = await bot.say(`${bot.bot} is OLMo 2 7B open source?`);
    for (const name of ['Gemma 3 27B', 'Phi-4', 'Mistral 7B v0.1'])
      await bot.say(`and ${name}?`, { thread_ts: ts, user: JONAS });
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(4);
    await bot.memory.profiles.set({ territories: ['DE'] }, 'T0SANDBOX');
    expect(await bots[1]!.memory.profiles.get('T0SANDBOX')).toEqual({ territories: ['DE'] });
  });

  it('lose nothing and answer nothing twice while the database is away', async () => {
    const bot = await start(2);
    await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    await postgres.stop();
    const stamps: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { ts } = await bot.call('POST', '/control/message', {
        channel: CHANNEL,
        user: PRIYA,
        text: `${bot.bot} can we use Phi-4 commercially?`,
      });
      stamps.push(ts!);
    }
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await postgres.start();
    const began = performance.now();
    const answered = async () => (await bot.answers()).filter((answer) => stamps.includes(answer.thread_ts!));
    while ((await answered()).length < stamps.length && performance.now() - began < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.now() - began).toBeLessThan(10_000);
    await bot.settle();
    expect((await answered()).map((answer) => answer.thread_ts).sort()).toEqual([...stamps].sort());
  });

  it('one that stops leaves what it did not end to the others', async () => {
    const bot = await start(2);
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'http_error', status: 500, times: 12 });
    const asked = Array.from({ length: 4 }, () =>
      bot.call('POST', '/control/message', {
        channel: CHANNEL,
        user: PRIYA,
        text: `${bot.bot} can we use Phi-4 commercially?`,
      }),
    );
    const stamps = (await Promise.all(asked)).map(({ ts }) => ts!);
    await bots[1]!.app.stop();
    await bot.settle();
    expect((await bot.answers()).map((answer) => answer.thread_ts).sort()).toEqual([...stamps].sort());
  });

  it('stop an answer that another of them is writing', async () => {
    const bot = await start(2);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    for (const one of bots)
      one.memory.profiles.get = async () => {
        begun();
        await held;
        return undefined;
      };
    const { ts } = await bot.call('POST', '/control/message', {
      channel: 'dm',
      user: PRIYA,
      text: 'can we use Phi-4?',
    });
    await running;
    await bot.call('POST', '/control/stop', { channel: 'D0PRIYA', user: PRIYA, thread_ts: ts });
    // the other process, or this one, has heard of it once the event is done with
    for (
      let n = 0;
      n < 200 && (await bot.store.inbox.depth()).running + (await bot.store.inbox.depth()).waiting.acts > 1;
      n += 1
    )
      await new Promise((resolve) => setTimeout(resolve, 10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    await bot.settle();
    expect((await bot.answers({ channel: 'D0PRIYA', thread_ts: ts })).map((answer) => answer.text)).toEqual([
      expect.stringContaining('Stopped.'),
    ]);
  });

  it('find in Slack what one of them posted before it ended, and do not post it again', async () => {
    const bot = await start(2);
    // nothing is marked as done: each turn looks as if its process had ended right after the post
    const finish = bots.map((one) => one.store.inbox.finish);
    let killed = 0;
    bots.forEach((one, at) => {
      one.store.inbox.finish = async (taken) => {
        if (killed++ === 0) throw new Error('killed here');
        return finish[at]!(taken);
      };
    });
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    expect(killed).toBe(2);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    expect(bot.sandbox.calls.map((call) => call.method)).toContain('conversations.replies');
  });
});
