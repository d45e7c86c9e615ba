import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Bot, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';

const MEI = 'U0MEI';
const REVIEWS = 'C0LEGAL';
const dataDir = mkdtempSync(join(tmpdir(), 'openness-reviews-'));
let bot: Bot;
let act: ReturnType<typeof actAs>;
let answer: Seen;
let sent: Seen;
beforeAll(async () => {
  bot = await startBot({ dataDir });
  act = actAs(bot);
  await act.pressHome('settings_edit');
  await act.submit({ approvers: [PRIYA], review: REVIEWS });
  const ts = await bot.say(`${bot.bot} can we use Llama 4 Scout commercially?`);
  answer = (await bot.answers({ thread_ts: ts })).at(-1)!;
  await act.press(answer, 'review_ask');
  await act.submit({ note: 'are we caught by the EU clause?' });
  sent = await request();
});
afterAll(async () => {
  await bot.close();
  await bot.sandbox.close();
});
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

const request = async (): Promise<Seen> =>
  (await bot.answers({ channel: REVIEWS }))
    .filter((one) => one.thread_ts === undefined || one.thread_ts === one.ts)
    .at(-1)!;
const brought = () => bot.answers({ thread_ts: answer.thread_ts! });
const reply = (text: string, user = MEI): Promise<string> =>
  bot.say(text, { channel: REVIEWS, user, thread_ts: sent.ts });
const change = async (how: 'edit' | 'delete', ts: string, text?: string, user = MEI): Promise<void> => {
  await bot.call('POST', `/control/${how}`, { channel: REVIEWS, user, ts, ...(text ? { text } : {}) });
};
const edit = async (ts: string, text: string, user = MEI): Promise<void> => {
  await change('edit', ts, text, user);
  await bot.settle();
};
const take = async (ts: string): Promise<void> => {
  await change('delete', ts);
  await bot.settle();
};

/** Slack refused something, and it waits. */
const putOff = async (): Promise<void> => {
  for (let left = 200; left > 0 && !bot.logged.some((line) => /^held/.test(line.message)); left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  bot.logged.length = 0;
};

describe("a reviewer's reply that is edited", () => {
  it('changes where it was brought, marked as edited, and as harmless as before', async () => {
    const ts = await reply('Fine as it is.');
    const before = await brought();
    expect(before.at(-1)!.visible).not.toContain('Edited by the reviewer');
    await edit(ts, 'Not fine in Ireland <!channel> <https://evil.example/x|our wiki>');
    const after = await brought();
    expect(after.map((one) => one.ts)).toEqual(before.map((one) => one.ts));
    expect(after.at(-1)!.visible).toContain('@Mei, a reviewer, replied');
    expect(after.at(-1)!.visible).toContain('Not fine in Ireland');
    expect(after.at(-1)!.visible).toContain('Edited by the reviewer');
    expect(after.at(-1)!.visible).toContain('not from the knowledge base');
    expect(JSON.stringify(after)).not.toContain('Fine as it is');
    expect(JSON.stringify(after.at(-1)!.blocks)).not.toMatch(/<!channel|<https:\/\/evil/);
    // and nobody answers the reviewers
    expect(await bot.answers({ channel: REVIEWS, thread_ts: sent.ts })).toHaveLength(1);
  });

  it('is changed once where Slack is ill meanwhile', async () => {
    const ts = await reply('First thought.');
    const before = await brought();
    bot.sandbox.fault({ method: 'chat.update', kind: 'lose_response', times: 1 });
    await edit(ts, 'Second thought.');
    bot.sandbox.fault({ method: 'chat.update', kind: 'ratelimited', retry_after: 1, times: 3 });
    await edit(ts, 'Third thought.');
    const after = await brought();
    expect(after.map((one) => one.ts)).toEqual(before.map((one) => one.ts));
    expect(after.at(-1)!.visible).toContain('Third thought.');
  });

  it('keeps its last words where an earlier edit was put off until after a later one', async () => {
    const ts = await reply('One.');
    bot.logged.length = 0;
    bot.sandbox.fault({ method: 'chat.update', kind: 'ratelimited', retry_after: 6, times: 1 });
    await change('edit', ts, 'Two.');
    await putOff();
    await change('edit', ts, 'Three.');
    await bot.settle();
    const last = (await brought()).at(-1)!;
    expect(last.visible).toContain('Three.');
    expect(last.visible).not.toContain('Two.');
  });

  it('that filled several messages fills as many as it needs, and its other parts are unchanged', async () => {
    const line = (word: string) => `${word} ${'and more of it '.repeat(12)}\n`;
    const ts = await reply(line('Long').repeat(60));
    const long = await brought();
    await edit(ts, 'Short after all.');
    const short = await brought();
    expect(short.length).toBeLessThan(long.length);
    expect(short.at(-1)!.visible).toContain('Short after all.');
    await edit(ts, line('Longer').repeat(60));
    const again = await brought();
    expect(again).toHaveLength(long.length);
    expect(again.at(-1)!.visible).toContain('Longer');
  });

  it.each([
    ['edited', 'edit', 'Wait: not in France.'],
    ['deleted', 'delete', undefined],
  ] as const)('and held by Slack when it is %s, comes in its last state, and once', async (_, how, text) => {
    const before = (await brought()).length;
    bot.logged.length = 0;
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'ratelimited', retry_after: 6, times: 1 });
    const { ts } = await bot.call('POST', '/control/message', {
      channel: REVIEWS,
      user: MEI,
      thread_ts: sent.ts,
      text: 'No objection.',
    });
    await putOff();
    expect((await brought()).length).toBe(before);
    await change(how, ts!, text);
    await bot.settle();
    const after = await brought();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)!.visible).toContain(text ?? 'was taken back');
    expect(after.at(-1)!.visible).not.toContain('No objection.');
  });
});

describe("a reviewer's reply that is deleted", () => {
  it('leaves no word of it, and says that it was taken back', async () => {
    const ts = await reply('You may ignore the clause.');
    const before = await brought();
    await take(ts);
    const after = await brought();
    expect(after.map((one) => one.ts)).toEqual(before.map((one) => one.ts));
    expect(after.at(-1)!.visible).toContain('A reply of @Mei, a reviewer, was taken back');
    expect(JSON.stringify(after)).not.toContain('You may ignore');
  });

  it('in the direct message of who asked by command, too, over a restart', async () => {
    const shown = await act.command('can we use Gemma 3 27B commercially?', JONAS);
    await act.press(shown, 'review_ask', JONAS);
    await act.submit({}, JONAS);
    const { ts: thread_ts } = await request();
    const ts = await bot.say('No objection.', { channel: REVIEWS, user: MEI, thread_ts });
    const direct = async (): Promise<Seen> => (await bot.answers({ channel: 'D0JONAS' })).at(-1)!;
    const before = await direct();
    await bot.app.stop();
    const again = await startBot({ dataDir, sandbox: bot.sandbox });
    const where = { channel: REVIEWS, user: MEI, ts };
    await again.call('POST', '/control/edit', { ...where, text: 'An objection.' });
    await again.settle();
    expect(await direct()).toMatchObject({ ts: before.ts, visible: expect.stringContaining('An objection.') });
    await again.call('POST', '/control/delete', where);
    await again.settle();
    expect(await direct()).toMatchObject({ ts: before.ts, visible: expect.stringContaining('was taken back') });
    await again.close();
    bot = await startBot({ dataDir, sandbox: bot.sandbox });
  });
});

it('nothing comes of changes to what was not brought: by the asker, or asked of the bot', async () => {
  const own = await reply('we sell it', PRIYA);
  const asked = await reply(`${bot.bot} is Phi-4 open source?`);
  const before = await brought();
  await edit(own, 'we do not sell it', PRIYA);
  await edit(asked, `${bot.bot} is Phi-4 open source, really?`);
  await take(asked);
  expect(await brought()).toEqual(before);
});
