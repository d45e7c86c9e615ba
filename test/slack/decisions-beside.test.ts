import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Bot, PRIYA, type Seen, startBot } from '../support/bot.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'openness-beside-'));
let now = new Date('2026-11-25T10:00:00Z');
let bot: Bot;
let act: ReturnType<typeof actAs>;
beforeAll(async () => {
  bot = await startBot({ dataDir, now: () => now });
  act = actAs(bot);
  await act.pressHome('settings_edit');
  await act.submit({ approvers: [PRIYA] });
  await decide('Llama 3.1 70B', {
    activity: 'use_commercially',
    outcome: 'approved_with_conditions',
    note: 'support desk <!channel>',
    expires: '2027-03-01',
  });
});
afterAll(() => bot.close());
afterEach(() => {
  expect(bot.sandbox.violations()).toEqual([]);
});

const ask = async (text: string): Promise<Seen> => {
  const ts = await bot.say(`${bot.bot} ${text}`);
  return (await bot.answers({ thread_ts: ts })).at(-1)!;
};
const decide = async (model: string, values: Record<string, unknown>): Promise<void> => {
  await act.press(await ask(`can we use ${model} commercially?`), 'decision_record');
  expect(await act.submit(values)).toBeNull();
};

describe('a decision on the base model, asked about the instruct model', () => {
  it('is shown as of the other release, in small print below the verdict, and never as if it applied', async () => {
    const answer = await ask('can we use Llama 3.1 70B Instruct commercially?');
    expect(answer.text).toMatch(/^Yes, with conditions: Llama 3.1 70B Instruct/);
    const at = answer.blocks.findIndex((block) => JSON.stringify(block).includes('Decided for'));
    expect(answer.blocks[at]!.type).toBe('context');
    expect(answer.visible).toContain(
      '*Decided for Llama 3.1 70B, not for this one:* approved with conditions for commercial use by @Priya on 25 November 2026, until 1 March 2027: support desk <!channel>',
    );
    expect(answer.visible).toContain('For this one it is not decided.');
    expect(JSON.stringify(answer.blocks[at])).toContain('&lt;!channel&gt;');
    // what would say that it applies
    expect(answer.visible).not.toContain('Your team decided');
    expect(JSON.stringify(answer.blocks[at])).not.toMatch(/✅|☑️/);
    expect(JSON.stringify(answer.blocks.slice(0, at))).toContain('Yes, with conditions');
  });

  it.each([
    ['another use', 'may we fine-tune Llama 3.1 70B Instruct?'],
    ['another size', 'can we use Llama 3.1 8B Instruct commercially?'],
    ['another version', 'can we use Llama 3.3 70B Instruct commercially?'],
    ['several models', 'compare Llama 3.1 70B Instruct and Phi-4 for commercial use'],
    ['its own release', 'can we use Llama 3.1 70B commercially?'],
  ])('is not shown for %s', async (_, question) => {
    expect((await ask(question)).visible).not.toContain('Decided for');
  });

  it('is shown on the card of the licence, too, where no use is asked about', async () => {
    expect((await ask('what licence has Llama 3.1 70B Instruct?')).visible).toContain(
      'Decided for Llama 3.1 70B, not for this one:',
    );
  });

  it('is not shown across licences', async () => {
    await decide('PLaMo 13B Instruct', { activity: 'use_commercially', outcome: 'approved' });
    const answer = await ask('can we use PLaMo 13B Instruct NC commercially?');
    expect(answer.text).toContain('PLaMo');
    expect(answer.visible).not.toContain('Decided for');
  });

  it('is not shown once it ran out', async () => {
    now = new Date('2027-03-02T10:00:00Z');
    const answer = await ask('can we use Llama 3.1 70B Instruct commercially?');
    now = new Date('2026-11-25T11:00:00Z');
    expect(answer.visible).not.toContain('Decided for');
  });

  it('gives way to a decision on this one', async () => {
    await decide('Llama 3.1 70B Instruct', { activity: 'use_commercially', outcome: 'rejected' });
    const answer = await ask('can we use Llama 3.1 70B Instruct commercially?');
    expect(answer.visible).toContain('Rejected for commercial use');
    expect(answer.visible).not.toContain('Decided for');
  });

  it('is not shown any more when it is withdrawn', async () => {
    await decide('Llama 3.1 70B Instruct', { activity: 'use_commercially', outcome: 'withdrawn' });
    expect((await ask('can we use Llama 3.1 70B Instruct commercially?')).visible).toContain('Decided for');
    await decide('Llama 3.1 70B', { activity: 'use_commercially', outcome: 'withdrawn' });
    expect((await ask('can we use Llama 3.1 70B Instruct commercially?')).visible).not.toContain('Decided for');
  });

  it('is not shown in a channel that others share', async () => {
    await decide('Gemma 3 27B', { activity: 'use_commercially', outcome: 'approved' });
    await bot.app.stop();
    const again = await startBot({
      dataDir,
      sandbox: bot.sandbox,
      now: () => now,
      settings: { answerExternal: true },
    });
    const answerIn = async (channel: string): Promise<string> => {
      const ts = await again.say(`${again.bot} can we use Gemma 3 27B IT commercially?`, { channel });
      return (await again.answers({ channel, thread_ts: ts })).at(-1)!.visible;
    };
    expect(await answerIn('C0AIMODELS')).toContain('Decided for Gemma 3 27B');
    expect(await answerIn('C0PARTNERS')).not.toContain('Decided for');
    await again.close();
  });
});
