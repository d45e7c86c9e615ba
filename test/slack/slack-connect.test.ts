import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, PRIYA, startBot } from '../support/bot.ts';

const PARTNERS = 'C0PARTNERS';

describe('a channel shared with another organisation, where that is switched off', () => {
  let bot: Bot;
  beforeAll(async () => {
    bot = await startBot({ settings: { answerExternal: false } });
  });
  afterAll(() => bot.close());
  afterEach(() => {
    expect(bot.sandbox.violations()).toEqual([]);
  });

  it('a mention is not answered there; the asker alone is told why', async () => {
    await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`, { channel: PARTNERS });
    const told = await bot.answers({ channel: PARTNERS });
    expect(told).toMatchObject([{ ephemeral_to: PRIYA, text: expect.stringContaining('shared with other') }]);
    expect(bot.sandbox.calls.map((call) => call.method)).not.toContain('chat.postMessage');
  });

  it('other messages leave no trace, and our own channels are answered as ever', async () => {
    // the connection's own calls come and go
    const calls = () => bot.sandbox.calls.filter(({ method }) => !/^(apps|auth)\./.test(method));
    const before = calls().length;
    await bot.say('is Llama 3.1 70B open source?', { channel: PARTNERS });
    expect(calls()).toHaveLength(before);
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
  });
});

describe('a channel shared with another organisation, where that is switched on', () => {
  it('is a channel like any other', async () => {
    const bot = await startBot({ settings: { answerExternal: true } });
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`, { channel: PARTNERS });
    await bot.say('and Llama 3.1 70B?', { channel: PARTNERS, thread_ts: ts });
    expect(await bot.answers({ channel: PARTNERS, thread_ts: ts })).toHaveLength(2);
    await bot.close();
  });
});
