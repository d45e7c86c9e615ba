import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Memory } from '../../src/slack/ports.ts';
import { type Bot, CHANNEL, PRIYA, startBot } from '../support/bot.ts';
import { advisor } from '../support/shipped.ts';

/** Long enough for a busy machine; how fast it is, `npm run soak` measures. */
const RECOVERS = 60_000;
const folder = () => mkdtempSync(join(tmpdir(), 'openness-delivery-'));
let bot: Bot;
const closing: Bot[] = [];
const start = async (options: Parameters<typeof startBot>[0] = {}): Promise<Bot> => {
  bot = await startBot(options);
  closing.push(bot);
  return bot;
};
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close().catch(() => {});
});
const question = (model = 'Phi-4') => `${bot.bot} can we use ${model} commercially?`;
/** Asks, waits until the bot is at rest, and tells how long that took. */
const timed = async (work: () => Promise<string>): Promise<{ ts: string; ms: number }> => {
  const began = performance.now();
  const ts = await work();
  return { ts, ms: performance.now() - began };
};
const once = async (ts: string) => {
  const answers = await bot.answers({ thread_ts: ts });
  expect(answers.map((answer) => answer.text.split(':')[0])).toEqual(['Yes']);
  expect(await bot.store.inbox.depth()).toMatchObject({ running: 0, dead: 0 });
};

describe('Slack being ill', () => {
  it.each([
    ['gets 500 six times', { kind: 'http_error', status: 500, times: 6 }],
    ['has to wait', { kind: 'ratelimited', retry_after: 2, times: 2 }],
    ['hangs', { kind: 'hang', times: 1 }],
    ['is taken and whose response is lost', { kind: 'lose_response', times: 1 }],
    ['gets internal_error', { kind: 'slack_error', error: 'internal_error', times: 2 }],
  ] as const)('a post that %s is made once in the end, and recovers by itself', async (_, fault) => {
    await start();
    bot.sandbox.fault({ method: 'chat.postMessage', ...fault });
    const { ts, ms } = await timed(() => bot.say(question()));
    await once(ts);
    expect(ms).toBeLessThan(RECOVERS);
  });

  it('a bot that starts while Slack does not say who we are answers as soon as it does', async () => {
    await start();
    bot.sandbox.fault({ method: 'auth.test', kind: 'http_error', status: 500, times: 4 });
    await once(await bot.say(question()));
  });

  it('an answer in parts whose response was lost is not posted twice, part by part', async () => {
    await start();
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'lose_response', times: 2 });
    const ts = await bot.say(`${bot.bot} compare all Llama models for commercial use and everything we have to ship`);
    const texts = (await bot.answers({ thread_ts: ts })).map((answer) => answer.visible);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThan(0);
  });
});

describe('the connection', () => {
  const untilConnections = async (least: number) => {
    for (let n = 0; bot.sandbox.connections() < least; n += 1) {
      if (n > 400) throw new Error('no connection');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  it.each(['refresh_requested', 'drop'] as const)(
    'what is said while every connection is renewed (%s) is answered within a second',
    async (how) => {
      await start();
      await bot.say(question('Llama 2 70B'));
      await untilConnections(2);
      bot.sandbox.disconnect(how);
      const { ts, ms } = await timed(() => bot.say(question()));
      await once(ts);
      expect(ms).toBeLessThan(1000);
      await untilConnections(2);
    },
  );

  it.each([
    ['hangs', { kind: 'hang', times: 1 }],
    ['is down', { kind: 'http_error', status: 500, times: 4 }],
    ['asks to wait', { kind: 'ratelimited', retry_after: 1, times: 3 }],
  ] as const)('comes back within ten seconds where Slack %s at the renewal', async (_, fault) => {
    await start();
    await untilConnections(2);
    bot.sandbox.fault({ method: 'apps.connections.open', ...fault });
    bot.sandbox.disconnect('drop');
    const { ts, ms } = await timed(() => bot.say(question()));
    await once(ts);
    expect(ms).toBeLessThan(RECOVERS);
  });

  it('a token that Slack refuses ends the start', async () => {
    await expect(startBot({ settings: { appToken: 'xapp-1-wrong' } })).rejects.toThrow('invalid_auth');
  });
});

describe('a process that ends in between', () => {
  it('posted and not written down: found in Slack, not posted again', async () => {
    await start();
    const set = bot.memory.outbox.set;
    const remember = bot.memory.threads.set;
    let failures = 2;
    const away = () => {
      if (failures-- > 0) throw Object.assign(new Error('away'), { name: 'StoreDown' });
    };
    // the store is away from right after the post until the turn has failed
    bot.memory.outbox.set = async (record, ...key) => {
      if (record.stamps.length > 0) away();
      return set(record, ...key);
    };
    bot.memory.threads.set = async (record, ...key) => {
      away();
      return remember(record, ...key);
    };
    await once(await bot.say(question()));
    expect(bot.sandbox.calls.map((call) => call.method)).toContain('conversations.replies');
  });

  it('answered and not marked as done: the next process answers nothing anew', async () => {
    const dataDir = folder();
    await start({ dataDir });
    bot.store.inbox.finish = async () => {
      throw new Error('killed here');
    };
    const { ts } = await bot.call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text: question() });
    await bot.sandbox.onIdle(400);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    const again = await startBot({ dataDir, sandbox: bot.sandbox });
    closing.push(again);
    await again.settle();
    await once(ts!);
    const thread = await again.memory.threads.get('T0SANDBOX', CHANNEL, ts!);
    expect(thread?.turns).toHaveLength(2);
  });

  it('a stop waits for what runs', async () => {
    await start();
    let begun = () => {};
    const running = new Promise<void>((resolve) => {
      begun = resolve;
    });
    bot.memory.profiles.get = async () => {
      begun();
      await new Promise((resolve) => setTimeout(resolve, 400));
      return undefined;
    };
    const { ts } = await bot.call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text: question() });
    await running;
    await bot.app.stop();
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    expect(JSON.stringify(bot.logged)).not.toContain('left in the inbox');
  });

  it('what does not end in time at a stop is answered by the next process', async () => {
    const dataDir = folder();
    await start({ dataDir, settings: { drain: 100 } });
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'hang', times: 1 });
    const { ts } = await bot.call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text: question() });
    await bot.sandbox.onIdle(100, 500);
    await bot.app.stop();
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(0);
    expect(JSON.stringify(bot.logged)).toContain('left in the inbox');
    const again = await startBot({ dataDir, sandbox: bot.sandbox });
    closing.push(again);
    await again.settle();
    expect(await again.answers({ thread_ts: ts })).toHaveLength(1);
  });

  it('what Slack brings during a stop is not acknowledged, so that it comes again', async () => {
    await start();
    const stopping = bot.app.stop();
    await bot.call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text: question() });
    await stopping;
    expect(await bot.store.inbox.depth()).toMatchObject({ running: 0, waiting: { questions: 0 } });
    expect(bot.sandbox.deliveries.every(({ acknowledgement }) => !acknowledgement.acked)).toBe(true);
  });
});

describe('an error of our own', () => {
  it('is tried three times, then told with its reference and laid aside for the operator', async () => {
    let asked = 0;
    await start({
      advisor: {
        ...advisor,
        answer: () => {
          asked += 1;
          throw new Error('a bug of ours');
        },
      },
    });
    const ts = await bot.say(question());
    expect(asked).toBe(3);
    const [answer, ...more] = await bot.answers({ thread_ts: ts });
    expect(more).toEqual([]);
    const reference = /reference ([0-9a-f]{8})/.exec(answer!.text)?.[1];
    expect(await bot.store.inbox.deadLetters()).toEqual([
      expect.objectContaining({ team: 'T0SANDBOX', problem: expect.stringContaining(`reference ${reference}`) }),
    ]);
  });

  it('that goes away at the second try leaves one answer and no trace', async () => {
    let asked = 0;
    await start({
      advisor: {
        ...advisor,
        answer: (...args) => {
          asked += 1;
          if (asked === 1) throw new Error('only once');
          return advisor.answer(...args);
        },
      },
    });
    await once(await bot.say(question()));
  });

  it('in a command is told to whoever typed it', async () => {
    await start({
      advisor: {
        ...advisor,
        answer: () => {
          throw new Error('a bug of ours');
        },
      },
    });
    await bot.call('POST', '/control/command', { channel: CHANNEL, user: PRIYA, command: '/openness', text: 'Phi-4' });
    await bot.settle();
    const shown = (await bot.answers({ user: PRIYA })).map((answer) => answer.text);
    expect(shown).toEqual([expect.stringContaining('gave up after several tries')]);
  });
});

describe('the store being away', () => {
  it('nothing is acknowledged, answered or lost; it is answered once it is back', async () => {
    await start();
    const put = bot.store.inbox.put;
    let away = true;
    bot.store.inbox.put = async (incoming) => {
      if (away) throw new Error('the disk is full');
      return put(incoming);
    };
    const { ts } = await bot.call('POST', '/control/message', { channel: CHANNEL, user: PRIYA, text: question() });
    await new Promise((resolve) => setTimeout(resolve, 700));
    const kept = bot.sandbox.deliveries.filter(
      ({ envelope, acknowledgement }) =>
        acknowledgement.acked && (envelope.payload.event as { type: string }).type === 'app_mention',
    );
    expect(kept).toEqual([]);
    expect(bot.app.standing.facts().held).toBe(1);
    away = false;
    await bot.settle();
    await once(ts!);
  });

  it('a read that fails is no miss: the turn is held', async () => {
    await start();
    const get = bot.memory.threads.get as Memory['threads']['get'];
    let failures = 1;
    bot.memory.threads.get = async (...key) => {
      if (failures-- > 0) throw Object.assign(new Error('away'), { name: 'StoreDown' });
      return get(...key);
    };
    await once(await bot.say(question()));
    expect(bot.logged.some((line) => line.message.startsWith('held'))).toBe(true);
  });
});
