import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../src/advice/model-ports.ts';
import { type Bot, CHANNEL, startBot } from '../support/bot.ts';

let bot: Bot;
let slow = false;
let letGo = (): void => {};
/** A model that is of no help, and where a test wants it takes its time about it. */
const unhelpful = async (): Promise<null> => {
  if (slow)
    await new Promise<void>((resolve) => {
      letGo = resolve;
    });
  return null;
};
const model: LanguageModel = { read: unhelpful, explain: unhelpful };
beforeAll(async () => {
  bot = await startBot({ model });
  // the first answer of all waits for the indexes
  await bot.say(`${bot.bot} can we use Gemma 3 27B commercially?`);
});
afterAll(() => bot.close());
const statuses = (thread: string) =>
  bot.sandbox.calls
    .filter((call) => call.method === 'assistant.threads.setStatus' && call.args.thread_ts === thread)
    .map((call) => ({ channel: call.args.channel_id, status: call.args.status }));
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the status while an answer is worked on', () => {
  it('is not shown where the answer is there at once', async () => {
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    expect(statuses(ts)).toEqual([]);
  });

  it('is shown in the thread of a channel where it takes longer, and taken away with the answer', async () => {
    slow = true;
    const { ts } = await bot.call('POST', '/control/message', {
      channel: CHANNEL,
      user: 'U0PRIYA',
      text: `${bot.bot} can we use Llama 3.1 70B commercially?`,
    });
    await until(() => statuses(ts!).length === 1);
    expect(statuses(ts!)).toEqual([{ channel: CHANNEL, status: 'is reading the licences…' }]);
    expect(await bot.answers({ thread_ts: ts! })).toEqual([]);
    slow = false;
    letGo();
    await until(() => statuses(ts!).length === 2);
    expect(statuses(ts!)[1]).toEqual({ channel: CHANNEL, status: '' });
    expect(await bot.answers({ thread_ts: ts! })).toHaveLength(1);
  });
});
