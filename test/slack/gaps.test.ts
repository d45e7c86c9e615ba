import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countGaps, entryId } from '../../src/slack/gaps/count-gaps.ts';
import { actAs, type Bot, CHANNEL, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';

const TEAM = 'T0SANDBOX';
const DIGEST = 'C0GENERAL';
let now = new Date('2026-11-25T10:00:00Z');
let bot: Bot;
let act: ReturnType<typeof actAs>;
const timer = () => {
  const looks: (() => Promise<void>)[] = [];
  return {
    every: (_: number, work: () => Promise<void>) => {
      looks.push(work);
      return () => {};
    },
    pass: async () => {
      for (const look of looks) await look();
      await bot.settle();
    },
  };
};
const clock = timer();
const dataDir = mkdtempSync(join(tmpdir(), 'openness-gaps-'));
beforeAll(async () => {
  bot = await startBot({ dataDir, now: () => now, every: clock.every });
  act = actAs(bot);
});
afterAll(() => bot.close());
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

const ask = async (text: string, user = PRIYA): Promise<Seen> => {
  const ts = await bot.say(`${bot.bot} ${text}`, { user });
  return (await bot.answers({ thread_ts: ts })).at(-1)!;
};
const vote = async (message: Seen, value: 'up' | 'down', user = JONAS) => {
  await bot.call('POST', '/control/action', {
    message_ts: message.ts,
    channel: CHANNEL,
    user,
    action_id: 'answer_feedback',
    value: `${value} ${CHANNEL}:${message.thread_ts}`,
  });
  await bot.settle();
};
const kept = async (): Promise<(string | undefined)[]> => {
  const kinds: (string | undefined)[] = [];
  for await (const [, gap] of bot.memory.gaps.list(TEAM)) kinds.push(gap.kind);
  return kinds.sort();
};

describe('what could not be answered', () => {
  it('is collected: not covered, reported, marked as not helpful, asked back in vain', async () => {
    const unknown = await ask('can we use Zorblax-7B commercially?');
    await ask('may we fine-tune Zorblax-7B?', JONAS);
    await act.press(unknown, 'report_missing', JONAS);
    await vote(await ask('can we use Phi-4 commercially?'), 'down');
    const back = await ask('can we use it commercially?');
    expect(back.text).toContain('Which model');
    expect(await kept()).toEqual(['asked_back', 'not_covered', 'not_covered', 'reported', 'thumbs_down']);
  });

  it('no longer counts once it is answered, the thumb is turned, or the question is deleted', async () => {
    const back = await ask('may we fine-tune it?');
    expect((await kept()).filter((kind) => kind === 'asked_back')).toHaveLength(2);
    await bot.say('Phi-4', { thread_ts: back.thread_ts! });
    expect((await kept()).filter((kind) => kind === 'asked_back')).toHaveLength(1);
    const answer = await ask('is OLMo 2 7B open source?');
    await vote(answer, 'down', PRIYA);
    await vote(answer, 'up', PRIYA);
    expect((await kept()).filter((kind) => kind === 'thumbs_down')).toHaveLength(1);
    const gone = await ask('can we use Quuxinator-9000 commercially?');
    expect((await kept()).filter((kind) => kind === 'not_covered')).toHaveLength(3);
    await bot.call('POST', '/control/delete', { channel: CHANNEL, user: PRIYA, ts: gone.thread_ts! });
    await bot.settle();
    expect((await kept()).filter((kind) => kind === 'not_covered')).toHaveLength(2);
  });

  it('is kept without the words of the questions, which a setting changes', async () => {
    for await (const [, gap] of bot.memory.gaps.list(TEAM)) expect(gap.question).toBeUndefined();
    const other = await startBot({ settings: { gapQuestions: true } });
    await other.say(`${other.bot} can we use Zorblax-7B in our kiosk?`);
    const found = [];
    for await (const [, gap] of other.memory.gaps.list(TEAM)) found.push(gap.question);
    expect(found).toEqual(['can we use Zorblax-7B in our kiosk?']);
    await other.close();
  });
});

describe('/openness gaps', () => {
  it('is for approvers', async () => {
    expect((await act.command('gaps')).text).toContain('is shown to approvers');
  });
  it('counts by kind and by name, and gives the call that starts an entry', async () => {
    await act.pressHome('settings_edit');
    await act.submit({ approvers: [PRIYA], digest: DIGEST });
    const { visible, text } = await act.command('gaps');
    expect(text).toContain('in the last 90 days: 5');
    for (const line of ['2 not in the knowledge base', '1 reported as missing', '1 asked back', '1 marked as not'])
      expect(visible).toContain(line);
    // two people asked or reported, one of them twice
    expect(visible).toMatch(/Zorblax-7B: 2/);
    expect(visible).toContain('npm run knowledge -- new model zorblax-7b');
    expect(visible).not.toContain('Asked last');
  });
  it('makes ids that "new" takes, whatever was written', () => {
    expect(['acme/Zorblax 7B_GGUF', 'Über-Modell', '__proto__', '***'].map(entryId)).toEqual([
      'zorblax-7b-gguf',
      'ber-modell',
      'proto',
      null,
    ]);
    expect(countGaps([{ names: ['__proto__', 'constructor'], user: 'U1', at: '' }]).missing).toHaveLength(2);
  });
});

describe('the weekly digest', () => {
  const digests = async () => (await bot.answers({ channel: DIGEST })).map((message) => message.text);
  it('goes to its channel a week after it was set, and not again before another week', async () => {
    await clock.pass();
    now = new Date('2026-12-02T09:00:00Z');
    await clock.pass();
    expect(await digests()).toEqual([]);
    now = new Date('2026-12-02T11:00:00Z');
    await ask('can we use Zorblax-7B commercially?');
    await clock.pass();
    await clock.pass();
    expect(await digests()).toEqual([expect.stringContaining('in the last 7 days: 1')]);
    now = new Date('2026-12-09T10:00:00Z');
    await clock.pass();
    expect(await digests()).toHaveLength(1);
    now = new Date('2026-12-09T12:00:00Z');
    await ask('can we use Grobnitz-3B commercially?');
    await clock.pass();
    expect(await digests()).toHaveLength(2);
  });
  it('comes once where Slack took it and the response was lost', async () => {
    now = new Date('2026-12-16T13:00:00Z');
    await ask('can we use Fnordly-12B commercially?');
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'lose_response' });
    await clock.pass();
    await clock.pass();
    expect(await digests()).toHaveLength(3);
    // it was looked for before it would have been sent again
    expect(bot.sandbox.calls.some((call) => call.method === 'conversations.history')).toBe(true);
  });
});

let postgres: Postgres | null = null;
beforeAll(async () => {
  if (hasPostgres) postgres = await startPostgres();
});
afterAll(async () => postgres?.close());
describe('the digest of several processes', () => {
  it.runIf(hasPostgres)('is one', async () => {
    const databaseUrl = await postgres!.database();
    let at = new Date('2026-11-25T10:00:00Z');
    const looks: (() => Promise<void>)[] = [];
    const every = (_: number, work: () => Promise<void>) => {
      looks.push(work);
      return () => {};
    };
    const first = await startBot({ databaseUrl, now: () => at, every });
    const second = await startBot({ databaseUrl, now: () => at, every, sandbox: first.sandbox });
    const who = actAs(first);
    await who.pressHome('settings_edit');
    await who.submit({ approvers: [PRIYA], digest: DIGEST });
    at = new Date('2026-12-02T11:00:00Z');
    await first.say(`${first.bot} can we use Zorblax-7B commercially?`);
    await Promise.all([...looks, ...looks].map((look) => look()));
    await first.settle();
    await Promise.all(looks.map((look) => look()));
    await first.settle();
    expect(await first.answers({ channel: DIGEST })).toHaveLength(1);
    await second.close();
    await first.close();
  });
});
