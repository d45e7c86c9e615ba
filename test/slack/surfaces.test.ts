import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, buttonsOf, CHANNEL, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

const newest = async (where: { channel?: string; thread_ts?: string } = {}): Promise<Seen> =>
  (await bot.answers(where)).at(-1)!;
const command = async (text: string): Promise<Seen> => {
  await bot.call('POST', '/control/command', { channel: CHANNEL, user: PRIYA, command: '/openness', text });
  await bot.settle();
  return newest();
};
const press = async (message: Seen, action_id: string, user = PRIYA) => {
  await bot.call('POST', '/control/action', {
    message_ts: message.ts,
    channel: CHANNEL,
    user,
    action_id,
    value: buttonsOf(message).get(action_id),
  });
  await bot.settle();
};
type View = { id: string; user: string; view: { callback_id: string; title: { text: string } } };
const openView = async (): Promise<View> =>
  ((await bot.call('GET', '/control/views')) as unknown as { views: View[] }).views.at(-1)!;
const submit = async (values: Record<string, unknown>, user = PRIYA) => {
  const view = await openView();
  const result = await bot
    .call('POST', '/control/view', { view_id: view.id, user, values })
    .catch((error: Error) => error);
  await bot.settle();
  return result;
};

describe('/openness', () => {
  it('answers to the asker alone: a card, a question, a comparison, a licence, a search, the rubric, help', async () => {
    for (const [text, wanted] of [
      ['Llama 3.1 70B', 'Llama 3.1 Community License'],
      ['can we use Gemma 3 27B commercially?', 'Yes, with conditions: Gemma 3 27B'],
      ['compare Mistral 7B v0.1 vs Llama 2 70B', 'side by side'],
      ['licence Apache-2.0', 'Apache License 2.0'],
      ['find vision models we can self-host and sell', 'fit'],
      ['rubric', 'How models are classified'],
      ['help', 'Ask me what an AI model'],
      ['', 'Ask me what an AI model'],
    ] as const) {
      const answer = await command(text);
      expect(answer, text).toMatchObject({ ephemeral_to: PRIYA, text: expect.stringContaining(wanted) });
    }
  });
  it('bad input gets a usage hint', async () => {
    expect((await command('compare Llama')).text).toContain('Usage: /openness compare');
    expect((await command('licence')).text).toContain('Usage: /openness licence');
    expect((await command('find')).text).toContain('Usage: /openness find');
  });
  it('a comparison is a native table', async () => {
    const answer = await command('compare Mistral 7B v0.1 vs Llama 2 70B');
    expect(answer.blocks.filter((block) => block.type === 'table')).toHaveLength(1);
  });
  it('is shared with the channel by a button', async () => {
    const answer = await command('can we use Phi-4 commercially?');
    await press(answer, 'answer_share');
    expect(await newest()).toMatchObject({ text: expect.stringContaining('Yes: Phi-4') });
    expect((await newest()).ephemeral_to).toBeUndefined();
  });
});

describe('the buttons below an answer', () => {
  let answer: Seen;
  beforeAll(async () => {
    const ts = await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`);
    answer = await newest({ thread_ts: ts });
  });
  it('Details shows everything, to the one who asked for it', async () => {
    await press(answer, 'answer_details', JONAS);
    expect(await newest()).toMatchObject({ ephemeral_to: JONAS, visible: expect.stringContaining('Part by part') });
  });
  it('What to ship lists labels and files', async () => {
    await press(answer, 'answer_ship');
    expect((await newest()).visible).toContain('Built with Llama');
  });
  it('Compare opens a form and answers in the thread', async () => {
    await press(answer, 'answer_compare');
    await submit({ other: 'Mistral 7B v0.1' });
    expect((await newest({ thread_ts: answer.thread_ts! })).text).toContain('side by side');
  });
  it('Ask about our case takes facts; a number that is none is pointed out in the form', async () => {
    await press(answer, 'answer_our_case');
    expect(await submit({ activity: 'use it commercially', users: 'many' })).toMatchObject({});
    expect((await openView()).view.title.text).toBe('Ask about our case');
    await submit({ activity: 'use it commercially', users: '900000000', country: 'DE' });
    expect((await newest({ thread_ts: answer.thread_ts! })).text).toContain('No: Llama 3.1 70B');
  });
  it('feedback is thanked for; a bad mark opens a form for the reason, which is kept', async () => {
    await bot.call('POST', '/control/action', {
      message_ts: answer.ts,
      channel: CHANNEL,
      user: JONAS,
      action_id: 'answer_feedback',
      value: `down ${CHANNEL}:${answer.thread_ts}`,
    });
    await bot.settle();
    expect((await openView()).view.title.text).toBe('What was wrong?');
    await submit({ kind: 'unclear', reason: 'too long' }, JONAS);
    expect(await bot.memory.feedback.get('T0SANDBOX', `${CHANNEL}:${answer.thread_ts}`, JONAS)).toMatchObject({
      good: false,
      reason: 'unclear: too long',
    });
  });
  it('a question that is no longer held is asked for again', async () => {
    await bot.memory.asked.delete('T0SANDBOX', `${CHANNEL}:${answer.thread_ts}`);
    await press(answer, 'answer_details');
    expect((await newest()).text).toContain('no longer have that question');
  });
});

describe('shortcuts', () => {
  it('"Check model licence" finds every model named in a message', async () => {
    const ts = await bot.say('I tried Mixtral 8x7B v0.1 and Command R+ yesterday, both nice', { user: JONAS });
    await bot.call('POST', '/control/shortcut', {
      callback_id: 'check_licence_message',
      channel: CHANNEL,
      message_ts: ts,
      user: PRIYA,
    });
    await bot.settle();
    const answer = await newest();
    expect(answer).toMatchObject({ ephemeral_to: PRIYA, visible: expect.stringContaining('Mixtral 8x7B') });
    expect(answer.visible).toContain('Command R+');
  });
  it('the form asks what one needs from "open", and answers with a shortlist in a direct message', async () => {
    await bot.call('POST', '/control/shortcut', { callback_id: 'find_model_global', user: PRIYA });
    await bot.settle();
    await submit({ kind: 'coding', needs: ['a permissive licence', 'commercial use'], country: 'DE', size: '20' });
    expect((await newest({ channel: 'D0PRIYA' })).text).toMatch(/fit/);
  });
});

describe('the Home tab', () => {
  it('shows the profile, which is kept and used in answers as an assumption', async () => {
    await bot.call('POST', '/control/open_home', { user: PRIYA });
    await bot.settle();
    const home = async () =>
      JSON.stringify(((await bot.call('GET', '/control/views')) as unknown as { home: Record<string, unknown> }).home);
    expect(await home()).toContain('Edit team profile');
    await bot.call('POST', '/control/action', { user: PRIYA, action_id: 'profile_edit', view: 'home' });
    await bot.settle();
    await submit({ users: '20000', revenue: '500000', countries: 'DE' });
    expect(await bot.memory.profiles.get('T0SANDBOX')).toEqual({
      monthly_active_users: 20000,
      annual_revenue_usd: 500000,
      territories: ['DE'],
    });
    expect(await home()).toContain('20,000');
    const ts = await bot.say(`${bot.bot} can we use Llama 4 Scout commercially?`);
    const answer = await newest({ thread_ts: ts });
    expect(answer.text).toContain('No: Llama 4 Scout');
    expect(answer.visible).toContain('Assumed from your team profile');
  });
});
