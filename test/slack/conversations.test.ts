import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, CHANNEL, JONAS, PRIYA, startBot } from '../support/bot.ts';

const DIRECT = 'D0PRIYA';
let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
// every message that leaves is checked here: sources, caveat, Slack's limits, no live mention
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

describe('in a channel', () => {
  it('a mention is answered once, in its thread, although it arrives as two events', async () => {
    const ts = await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`);
    const answers = await bot.answers({ thread_ts: ts });
    expect(answers).toHaveLength(1);
    expect(answers[0]!.text).toContain('Yes, with conditions: Llama 3.1 70B');
    expect(answers[0]!.visible).toContain('700 million');
    expect(bot.sandbox.deliveries.length).toBeGreaterThanOrEqual(2);
  });

  it('follow-ups in that thread need no mention; other messages get no answer', async () => {
    const ts = await bot.say(`${bot.bot} is OLMo 2 7B open source?`);
    await bot.say('and Gemma 3 27B?', { thread_ts: ts, user: JONAS });
    await bot.say('thanks!', { thread_ts: ts });
    await bot.say(`<@${JONAS}> what do you think?`, { thread_ts: ts });
    const answers = await bot.answers({ thread_ts: ts });
    expect(answers.map((answer) => answer.text.split(':')[0])).toEqual(['Yes', 'No']);
    const lone = await bot.say('is Llama 3.1 open source?');
    expect(await bot.answers({ thread_ts: lone })).toEqual([]);
  });

  it('an empty mention takes the thread as the question', async () => {
    const ts = await bot.say('may we train our own model on Llama 2 70B outputs?', { user: JONAS });
    await bot.say(bot.bot, { thread_ts: ts });
    const [answer] = await bot.answers({ thread_ts: ts });
    expect(answer!.text).toContain('No: Llama 2 70B');
  });

  it('a mention in a thread reads what was said there before', async () => {
    const ts = await bot.say('we are thinking of Mixtral 8x7B v0.1 for the support desk', { user: JONAS });
    await bot.say(`${bot.bot} can we use it commercially?`, { thread_ts: ts });
    const [answer] = await bot.answers({ thread_ts: ts });
    expect(answer!.text).toContain('Mixtral 8x7B');
  });

  it('a mention without anything to ask about gets help', async () => {
    const ts = await bot.say(bot.bot);
    expect((await bot.answers({ thread_ts: ts }))[0]!.text).toContain('Ask me what an AI model');
  });

  it('an edited question updates its answer; a deleted one removes it', async () => {
    const ts = await bot.say(`${bot.bot} can we use Llama 2 70B commercially?`);
    const [before] = await bot.answers({ thread_ts: ts });
    await bot.call('POST', '/control/edit', {
      channel: CHANNEL,
      user: PRIYA,
      ts,
      text: `${bot.bot} can we use Mistral 7B v0.1 commercially?`,
    });
    await bot.settle();
    const [after, ...more] = await bot.answers({ thread_ts: ts });
    expect(more).toEqual([]);
    expect(after).toMatchObject({ ts: before!.ts, text: expect.stringContaining('Mistral 7B v0.1') });
    await bot.call('POST', '/control/delete', { channel: CHANNEL, user: PRIYA, ts });
    await bot.settle();
    expect((await bot.answers()).map((answer) => answer.ts)).not.toContain(before!.ts);
  });

  it('a name that is not held gets the nearest names and a way to report it', async () => {
    const ts = await bot.say(`${bot.bot} can we use Zorblax-7B commercially?`);
    const [answer] = await bot.answers({ thread_ts: ts });
    expect(answer!.text).toContain('Not in the knowledge base');
    expect(JSON.stringify(answer!.blocks)).toContain('report_missing');
  });
});

describe('in a direct message', () => {
  it('each top-level message is a conversation of its own, with memory', async () => {
    const first = await bot.say('can we use Llama 4 Scout commercially?', { channel: DIRECT });
    const second = await bot.say('can we use it commercially?', { channel: DIRECT });
    await bot.say("we're in Germany", { channel: DIRECT, thread_ts: first });
    expect(
      (await bot.answers({ channel: DIRECT, thread_ts: first })).map((answer) => answer.text.split(':')[0]),
    ).toEqual(['It depends', 'No']);
    expect((await bot.answers({ channel: DIRECT, thread_ts: second }))[0]!.text).toContain('Which model');
  });

  it('shows suggested questions when it is opened', async () => {
    await bot.call('POST', '/control/new_dm', { user: JONAS });
    await bot.settle();
    expect(bot.sandbox.calls.map((call) => call.method)).toContain('assistant.threads.setSuggestedPrompts');
  });
});

describe('what is kept out of the log', () => {
  it('holds no question text and no token', async () => {
    await bot.say(`${bot.bot} can we use Phi-4 commercially for our secret project Nightingale?`);
    const log = JSON.stringify(bot.logged);
    expect(log).not.toContain('Nightingale');
    expect(log).not.toContain(bot.sandbox.botToken);
    expect(log).toContain('answered');
  });
});

describe('when something goes wrong', () => {
  it('Slack answering with an error once, then 429, is got over', async () => {
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'http_error', status: 500 });
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 1 });
    const ts = await bot.say(`${bot.bot} can we use Granite 3.3 8B commercially?`);
    await bot.sandbox.onIdle(6000, 25_000);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
  });
  it('a failure of our own is shown with a reference number that the log has too', async () => {
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'slack_error', error: 'fatal_error' });
    const ts = await bot.say(`${bot.bot} can we use Granite 3.3 2B commercially?`);
    const [answer] = await bot.answers({ thread_ts: ts });
    const reference = /reference ([0-9a-f]{8})/.exec(answer!.text)?.[1];
    expect(reference).toBeDefined();
    expect(bot.logged.some((line) => line.level === 'error' && line.fields.reference === reference)).toBe(true);
  });
});
