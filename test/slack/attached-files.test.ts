import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Bot, JONAS, PRIYA, startBot } from '../support/bot.ts';

const FILES = [{ name: 'LICENSE.txt', title: 'What came with it' }];
let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

/** Says something with a file beside it. @returns the message's time stamp */
const attach = async (text: string, where: Record<string, unknown> = {}): Promise<string> => {
  const { ts } = await bot.call('POST', '/control/message', {
    channel: 'C0AIMODELS',
    user: PRIYA,
    text,
    files: FILES,
    ...where,
  });
  await bot.settle();
  return ts!;
};
/** What was sent to the app of a message, by type. */
const sent = (ts: string, type: string): Record<string, unknown> =>
  bot.sandbox.deliveries
    .map(({ envelope }) => (envelope.payload.event ?? {}) as Record<string, unknown>)
    .find((event) => event.ts === ts && event.type === type)!;

describe('a question with a file attached', () => {
  it('is a message event with a subtype, without a team; the mention is as ever', async () => {
    const ts = await attach(`${bot.bot} can we use Phi-4 commercially?`);
    const message = sent(ts, 'message');
    expect(message).toMatchObject({ subtype: 'file_share', files: [{ name: 'LICENSE.txt' }] });
    expect(message.team).toBeUndefined();
    const mention = sent(ts, 'app_mention');
    expect(mention).toMatchObject({ files: [{ title: 'What came with it' }], team: 'T0SANDBOX' });
    expect(mention.subtype).toBeUndefined();
  });

  it('is answered once in a channel, whether Slack makes a mention event of it or not', async () => {
    for (const without_mention of [false, true]) {
      const ts = await attach(`${bot.bot} can we use Phi-4 commercially?`, { without_mention });
      const answers = await bot.answers({ thread_ts: ts });
      expect(answers).toHaveLength(1);
      expect(answers[0]!.text).toContain('Phi-4');
    }
  });

  it('is answered in a thread that the bot is part of, and in a direct message', async () => {
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    await attach('and Llama 3.1 70B?', { thread_ts: ts });
    expect((await bot.answers({ thread_ts: ts })).at(-1)!.text).toContain('Llama 3.1 70B');
    const direct = await attach('can we use Gemma 3 27B commercially?', { channel: 'D0PRIYA' });
    expect((await bot.answers({ channel: 'D0PRIYA', thread_ts: direct })).at(-1)!.text).toContain('Gemma 3 27B');
  });

  it('takes the answer from its words alone: the name of a file is nothing that was asked', async () => {
    const files = [{ name: 'Llama 2 7B.pdf', title: 'Llama 2 7B' }];
    const ts = await attach(`${bot.bot} can we use Phi-4 commercially?`, { files });
    const [answer] = await bot.answers({ thread_ts: ts });
    expect(answer!.visible).not.toContain('Llama');
  });

  it('gets no answer without words in a thread, and in a channel none that does not name the bot', async () => {
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    await attach('', { thread_ts: ts });
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    const other = await attach('the licence of Phi-4 is here');
    expect(await bot.answers({ thread_ts: other })).toEqual([]);
  });
});

describe('a reviewer who attaches a file to the reply', () => {
  it('is heard: the words come back to the asker', async () => {
    const act = actAs(bot);
    await act.pressHome('settings_edit');
    await act.submit({ approvers: [PRIYA], review: 'C0LEGAL' });
    const ts = await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    await act.press((await bot.answers({ thread_ts: ts })).at(-1)!, 'review_ask');
    await act.submit({});
    const request = (await bot.answers({ channel: 'C0LEGAL' })).at(-1)!;
    await attach('Fine by us, see the memo.', { channel: 'C0LEGAL', user: JONAS, thread_ts: request.ts });
    expect((await bot.answers({ thread_ts: ts })).at(-1)!.visible).toContain('Fine by us, see the memo.');
  });
});
