import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bot, buttonsOf, CHANNEL, PRIYA, type Seen, startBot } from '../support/bot.ts';

const closing: Bot[] = [];
afterEach(async () => {
  for (const one of closing.splice(0)) await one.close().catch(() => {});
});

/** A bot whose turns stand still as soon as they need the team's profile: everything from there on is lost with it. */
const startStuck = async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'openness-acts-'));
  const bot = await startBot({ dataDir, settings: { drain: 50 } });
  closing.push(bot);
  const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
  const stick = () => {
    bot.memory.profiles.get = () => new Promise(() => {});
  };
  /** The process ends, and the next one starts with what it left. */
  const next = async (): Promise<Bot> => {
    for (let n = 0; (await bot.store.inbox.depth()).running === 0 && n < 200; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect((await bot.store.inbox.depth()).running).toBe(1);
    const again = await startBot({ dataDir, sandbox: bot.sandbox });
    closing.push(again);
    await again.settle();
    return again;
  };
  return { bot, ts, stick, next };
};
const shownTo = (messages: Seen[]) =>
  messages.filter((message) => message.ephemeral_to === PRIYA).map((one) => one.text);

describe('what was acknowledged before the process ended is answered by the next one, once', () => {
  it('a command', async () => {
    const { bot, stick, next } = await startStuck();
    stick();
    await bot.call('POST', '/control/command', {
      channel: CHANNEL,
      user: PRIYA,
      command: '/openness',
      text: 'can we use Phi-4?',
    });
    const again = await next();
    expect(shownTo(await again.answers({ user: PRIYA }))).toEqual([expect.stringContaining('Yes: Phi-4')]);
  });

  it('a command for a file', async () => {
    const { bot, stick, next } = await startStuck();
    stick();
    const asked = { channel: CHANNEL, user: PRIYA, command: '/openness', text: 'brief Phi-4' };
    await bot.call('POST', '/control/command', asked);
    const again = await next();
    const [brief, ...more] = await again.answers({ channel: 'D0PRIYA' });
    expect(brief!.files!.map((file) => file.name)).toEqual(['review-brief-phi-4.pdf', 'review-brief-phi-4.md']);
    expect(more).toEqual([]);
    expect(shownTo(await again.answers({ user: PRIYA }))).toEqual([expect.stringContaining('in our direct message')]);
  });

  it('a button', async () => {
    const { bot, ts, stick, next } = await startStuck();
    const [answer] = await bot.answers({ thread_ts: ts });
    stick();
    const value = buttonsOf(answer!).get('answer_details');
    await bot.call('POST', '/control/action', {
      message_ts: answer!.ts,
      channel: CHANNEL,
      user: PRIYA,
      action_id: 'answer_details',
      value,
    });
    const again = await next();
    expect(shownTo(await again.answers({ user: PRIYA, thread_ts: ts }))).toEqual([
      expect.stringContaining('Yes: Phi-4'),
    ]);
  });

  it('a message shortcut', async () => {
    const { bot, ts, stick, next } = await startStuck();
    stick();
    await bot.call('POST', '/control/shortcut', {
      callback_id: 'check_licence_message',
      channel: CHANNEL,
      message_ts: ts,
      user: PRIYA,
    });
    const again = await next();
    expect(shownTo(await again.answers({ user: PRIYA }))).toHaveLength(1);
  });

  it('a form; its faults are shown at once, and are not kept', async () => {
    const { bot, stick, next } = await startStuck();
    await bot.call('POST', '/control/shortcut', { callback_id: 'find_model_global', user: PRIYA });
    await bot.settle();
    stick();
    const { views } = (await bot.call('GET', '/control/views')) as unknown as { views: { id: string }[] };
    const submit = (values: Record<string, unknown>) =>
      bot.call('POST', '/control/view', { view_id: views.at(-1)!.id, user: PRIYA, values });
    await expect(submit({ kind: 'coding', needs: [], size: 'huge' })).rejects.toThrow('plain number');
    expect(await bot.store.inbox.depth()).toMatchObject({ running: 0, waiting: { acts: 0 } });
    await submit({ kind: 'coding', needs: ['a permissive licence'], size: '20' });
    const again = await next();
    const direct = await again.answers({ channel: 'D0PRIYA' });
    expect(direct.map((message) => message.text)).toEqual([expect.stringMatching(/fit/)]);
  });
});
