import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Bot, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';

const MEI = 'U0MEI';
const REVIEWS = 'C0LEGAL';
let bot: Bot;
let act: ReturnType<typeof actAs>;
beforeAll(async () => {
  bot = await startBot();
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
const inThread = async (message: Seen): Promise<string[]> =>
  (await bot.answers({ thread_ts: message.thread_ts! })).map((one) => one.visible);
const request = async (): Promise<Seen> =>
  (await bot.answers({ channel: REVIEWS }))
    .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts)
    .at(-1)!;

describe('"Ask a reviewer"', () => {
  let answer: Seen;
  it('says where the channel for reviews is set, as long as there is none', async () => {
    await act.press(await ask('can we use Phi-4 commercially?'), 'review_ask');
    expect((await bot.answers()).at(-1)!.text).toContain('no channel for reviews');
  });

  it('sends question, assessment, profile and open points to that channel', async () => {
    await act.pressHome('settings_edit');
    await act.submit({ approvers: [PRIYA], review: REVIEWS });
    await bot.memory.profiles.set({ monthly_active_users: 20000 }, 'T0SANDBOX');
    answer = await ask('can we use Llama 4 Scout commercially <!channel>?');
    await act.press(answer, 'review_ask');
    await act.submit({ note: 'are we caught by the EU clause?' });
    const sent = await request();
    for (const part of [
      '@Priya asks for a review',
      'can we use Llama 4 Scout commercially',
      'are we caught by the EU clause?',
      'It depends: Llama 4 Scout',
      'Part by part',
      'Assumed from your team profile: 20,000 monthly active users',
      'Open points',
    ])
      expect(sent.visible).toContain(part);
    expect(sent.visible).toMatch(/Open points[\s\S]*\?/);
    expect((await inThread(answer)).at(-1)).toContain('Sent to the reviewers');
  });

  it('brings a reply back to the asker, with the name, as not from the knowledge base, and harmless', async () => {
    const sent = await request();
    const words = 'Fine in <!channel> Ireland & co, see <https://evil.example/x|our wiki> <@U0JONAS>';
    await bot.say(words, { channel: REVIEWS, user: MEI, thread_ts: sent.ts });
    const back = (await bot.answers({ thread_ts: answer.thread_ts! })).at(-1)!;
    expect(back.text).toContain('@Mei replied');
    expect(back.visible).toContain('@Mei, a reviewer, replied');
    expect(back.visible).toContain('Ireland');
    expect(back.visible).toContain('not from the knowledge base');
    expect(JSON.stringify(back.blocks)).not.toMatch(/<!channel|<@U0|<https:\/\/evil/);
    // and nobody answers in the reviewers' thread
    expect(await bot.answers({ channel: REVIEWS, thread_ts: sent.ts })).toHaveLength(1);
  });

  it('brings back neither what the asker adds, nor what bots say, nor what the bot itself is asked there', async () => {
    const sent = await request();
    const before = await inThread(answer);
    await bot.say('one more thing: we sell it', { channel: REVIEWS, user: PRIYA, thread_ts: sent.ts });
    await bot.say(`${bot.bot} is Phi-4 open source?`, { channel: REVIEWS, user: MEI, thread_ts: sent.ts });
    expect(await inThread(answer)).toEqual(before);
    expect((await bot.answers({ channel: REVIEWS, thread_ts: sent.ts })).at(-1)!.text).toContain('Phi-4');
    // the bot was asked there; what follows is for people all the same
    const count = (await bot.answers({ channel: REVIEWS, thread_ts: sent.ts })).length;
    await bot.say('and is Llama 2 70B?', { channel: REVIEWS, user: MEI, thread_ts: sent.ts });
    expect(await bot.answers({ channel: REVIEWS, thread_ts: sent.ts })).toHaveLength(count);
    expect((await inThread(answer)).at(-1)).toContain('and is Llama 2 70B?');
  });

  it('does not make the reply a question, nor a part of later answers', async () => {
    await bot.say('and what about Mistral 7B v0.1?', { thread_ts: answer.thread_ts! });
    const last = (await inThread(answer)).at(-1)!;
    expect(last).toContain('Mistral 7B v0.1');
    expect(last).not.toContain('Ireland');
  });

  it('answers the asker of a command in their direct message', async () => {
    const shown = await act.command('can we use Gemma 3 27B commercially?', JONAS);
    await act.press(shown, 'review_ask', JONAS);
    await act.submit({}, JONAS);
    await bot.say('No objection.', { channel: REVIEWS, user: MEI, thread_ts: (await request()).ts });
    expect((await bot.answers({ channel: 'D0JONAS' })).at(-1)!.visible).toContain('No objection.');
  });

  it('says so where the app is not in the channel', async () => {
    const other = await ask('can we use Phi-4 commercially?');
    await act.press(other, 'review_ask');
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'slack_error', error: 'not_in_channel' });
    await act.submit({});
    expect((await inThread(other)).at(-1)).toContain('has to invite me');
  });
});
