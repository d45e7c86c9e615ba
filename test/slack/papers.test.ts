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

const DM = 'D0PRIYA';
const newest = async (where: { channel?: string; thread_ts?: string } = {}): Promise<Seen> =>
  (await bot.answers(where)).at(-1)!;
const command = async (text: string, channel = CHANNEL): Promise<void> => {
  await bot.call('POST', '/control/command', { channel, user: PRIYA, command: '/openness', text });
  await bot.settle();
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
/** Drawing takes a moment in which the bot calls nobody: a result is waited for, not the rest. */
const until = async <T>(look: () => Promise<T | undefined | false>): Promise<T> => {
  for (let tries = 0; tries < 60; tries += 1) {
    const found = await look();
    if (found) return found;
    await bot.settle();
  }
  throw new Error('it did not come');
};
/** The next message with files, after those that were there before. */
const nextFiles = async (act: () => Promise<void>, where: { channel?: string; thread_ts?: string }): Promise<Seen> => {
  const before = (await bot.answers(where)).filter((message) => message.files).length;
  await act();
  return until(async () => (await bot.answers(where)).filter((message) => message.files)[before]);
};
const whispered = (words: RegExp) =>
  until(async () => (await bot.answers()).find((message) => message.ephemeral_to && words.test(message.visible)));
const bytesOf = async (file: { id: string; name: string }): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${bot.sandbox.url}/files/${file.id}/${file.name}`)).arrayBuffer());

describe('/openness brief', () => {
  it('shares PDF and Markdown in the direct message of the one who asked, with sources and caveat', async () => {
    const message = await nextFiles(() => command('brief llama 3.1 70b'), { channel: DM });
    expect(message.files!.map((file) => [file.name, file.mimetype])).toEqual([
      ['review-brief-llama-3.1-70b.pdf', 'application/pdf'],
      ['review-brief-llama-3.1-70b.md', 'text/markdown'],
    ]);
    expect(message.visible).toContain('Review brief: Llama 3.1 70B');
    expect(message.visible).toContain('not legal advice');
    expect(message.visible).toContain('Sources:');
    const [pdf, markdown] = await Promise.all(message.files!.map(bytesOf));
    expect(pdf!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf!.length).toBe(message.files![0]!.size);
    expect(markdown!.toString('utf8')).toContain('# Review brief: Llama 3.1 70B');
    expect(await whispered(/brief of Llama 3\.1 70B is in our direct message/)).toMatchObject({ ephemeral_to: PRIYA });
  });

  it('asked for in the direct message, it needs no second word', async () => {
    const said = (await bot.answers({ channel: DM })).length;
    const message = await nextFiles(() => command('brief Gemma 3 27B', DM), { channel: DM });
    expect(message.files).toHaveLength(2);
    await bot.settle();
    expect((await bot.answers({ channel: DM })).length).toBe(said + 1);
  });

  it('shares nothing for a name that is not held, or that stands for versions that differ', async () => {
    const before = (await bot.answers({ channel: DM })).length;
    await command('brief zephyrion-9B');
    expect((await newest()).text).toContain('Not in the knowledge base');
    await command('brief Qwen2.5');
    expect((await newest()).text).toContain('differ');
    await command('brief');
    expect((await newest()).text).toContain('Usage: /openness brief');
    expect((await bot.answers({ channel: DM })).length).toBe(before);
  });

  it('says so where the file cannot be shared', async () => {
    bot.sandbox.fault({ method: 'files.completeUploadExternal', kind: 'slack_error', error: 'file_uploads_disabled' });
    await command('brief llama 3.1 70b');
    await whispered(/could not share the file \(reference [0-9a-f]{8}\)/);
    expect(bot.logged.some((line) => line.message === 'a file could not be shared')).toBe(true);
  });

  it('is held where Slack cannot be reached, and shared once it can, without a word of it', async () => {
    const said = (await bot.answers({ channel: DM })).length;
    const told = (await bot.answers()).filter((message) => /could not share/.test(message.visible)).length;
    bot.sandbox.fault({ method: 'files.completeUploadExternal', kind: 'ratelimited', retry_after: 1 });
    await nextFiles(() => command('brief llama 3.1 70b', DM), { channel: DM });
    await bot.settle();
    expect((await bot.answers({ channel: DM })).length).toBe(said + 1);
    expect((await bot.answers()).filter((message) => /could not share/.test(message.visible))).toHaveLength(told);
  });

  it('uses the profile of the team as an assumption', async () => {
    await bot.memory.profiles.set({ monthly_active_users: 900_000_000 }, 'T0SANDBOX');
    const message = await nextFiles(() => command('brief llama 3.1 70b'), { channel: DM });
    expect(message.visible).toContain('*Assumed of your team*: 900,000,000 monthly active users');
    expect((await bytesOf(message.files![1]!)).toString()).toMatch(/Commercial use \| \*\*No\*\*/);
    await bot.memory.profiles.delete('T0SANDBOX');
  });
});

describe('the button "Review brief"', () => {
  it('shares the files in the thread where it stands', async () => {
    const ts = await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`);
    const answer = await newest({ thread_ts: ts });
    const message = await nextFiles(() => press(answer, 'answer_brief', JONAS), { thread_ts: ts });
    expect(message.files).toHaveLength(2);
    expect(message.thread_ts).toBe(ts);
  });
  it('is not there where an answer is about several models', async () => {
    const ts = await bot.say(`${bot.bot} compare Llama 3.1 70B and Gemma 3 27B`);
    expect([...buttonsOf(await newest({ thread_ts: ts })).keys()]).not.toContain('answer_brief');
  });
});

describe('pictures', () => {
  it('"Picture" below an answer shares a card in its thread, with words for who cannot see it', async () => {
    const ts = await bot.say(`${bot.bot} is Llama 3.1 70B open source?`);
    const answer = await newest({ thread_ts: ts });
    const message = await nextFiles(() => press(answer, 'answer_picture', JONAS), { thread_ts: ts });
    const [file] = message.files!;
    expect(file).toMatchObject({ name: 'openness-llama-3.1-70b.png', mimetype: 'image/png' });
    expect(file!.alt_txt).toContain('not released: training code, training data');
    expect(message.visible).toContain('not released: training code, training data');
    expect(message.visible).toContain('Sources:');
    expect((await bytesOf(file!)).subarray(1, 4).toString()).toBe('PNG');
  });

  it('a comparison is drawn side by side', async () => {
    const ts = await bot.say(`${bot.bot} compare Llama 3.1 70B, Gemma 3 27B and Mistral 7B v0.1`);
    const answer = await newest({ thread_ts: ts });
    const message = await nextFiles(() => press(answer, 'answer_picture'), { thread_ts: ts });
    expect(message.visible).toContain('Comparison: Llama 3.1 70B, Gemma 3 27B and Mistral 7B v0.1');
  });

  it('/openness card draws one or several, for the one who asked', async () => {
    const one = await nextFiles(() => command('card OLMo 2 7B'), { channel: DM });
    expect(one.visible).toContain('Openness card: OLMo 2 7B');
    const two = await nextFiles(() => command('card OLMo 2 7B vs Llama 3.1 70B'), { channel: DM });
    expect(two.files![0]!.name).toBe('openness-olmo-2-7b-vs-llama-3.1-70b.png');
    await command('card Llama 3.1 70B, Gemma 3 27B, Mistral 7B v0.1, OLMo 2 7B, Phi-4');
    await whispered(/At most 4 models fit/);
  });

  it('an article or a name that is not held has no picture', async () => {
    for (const text of ['what is open-washing?', 'can we use zephyrion-9B?']) {
      const ts = await bot.say(`${bot.bot} ${text}`);
      expect([...buttonsOf(await newest({ thread_ts: ts })).keys()]).not.toContain('answer_picture');
    }
  });
});
