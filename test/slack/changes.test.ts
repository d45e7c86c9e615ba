import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { actAs, type Bot, CHANNEL, JONAS, PRIYA, startBot } from '../support/bot.ts';
import { catalogue as shipped, shippedFiles, TODAY } from '../support/shipped.ts';

/** The shipped knowledge with one licence changed, and its advisor. */
const knowledgeWith = (path: string, from: string, to: string) => {
  const files = shippedFiles.map((file) =>
    file.path === path ? { ...file, text: file.text.replace(from, to) } : file,
  );
  expect(files).not.toEqual(shippedFiles);
  const catalogue = loadKnowledge(TODAY, files).catalogue!;
  return { catalogue, advisor: createAdvisor(catalogue) };
};
const GRANTED = '  - topic: commercial_use\n    stance: permitted\n    clause: grant\n';
/** MIT, as if somebody had read it again and found that it forbids commercial use in § 9. */
const FORBIDDEN = () =>
  knowledgeWith('licences/mit.yml', GRANTED, '  - topic: commercial_use\n    stance: prohibited\n    clause: "9"\n');
/** Only our words for it are new. */
const REWORDED = () =>
  knowledgeWith('licences/mit.yml', 'Commercial use is allowed, free of charge', 'Selling is allowed, free of charge');

const open: Bot[] = [];
const start = async (options: Parameters<typeof startBot>[0] = {}): Promise<Bot> => {
  const bot = await startBot({ now: () => new Date('2026-11-26T10:00:00Z'), ...options });
  open.push(bot);
  await bot.settle();
  return bot;
};
/** The look at the start runs beside the door. */
const looked = async (bot: Bot, { version }: { version: string }) => {
  await vi.waitFor(async () => expect((await bot.memory.looked.get('-', 'looked'))?.version).toBe(version), 20_000);
  await bot.settle();
};
/** Starts it again in the same workspace, with the same records. */
const startAgain = async (bot: Bot, options: Parameters<typeof startBot>[0]): Promise<Bot> => {
  await bot.app.stop();
  const again = await start({ ...options, sandbox: bot.sandbox });
  await looked(again, options?.catalogue ?? shipped);
  return again;
};
afterEach(async () => {
  for (const bot of open) expect(bot.sandbox.violations()).toEqual([]);
  for (const bot of open.splice(0).reverse()) await bot.close();
});
const folder = () => mkdtempSync(join(tmpdir(), 'openness-changes-'));
const inThread = async (bot: Bot, thread_ts: string): Promise<string[]> =>
  (await bot.answers({ thread_ts })).map((message) => message.visible);

describe('a new knowledge version', () => {
  it('that changes what was answered is told in the thread, once: the clause, the verdict then and now', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const ts = await first.say(`${first.bot} can we use Phi-4 commercially?`);
    const other = await first.say(`${first.bot} can we use Llama 3.1 70B commercially?`);
    const again = await startAgain(first, { dataDir, ...FORBIDDEN() });
    const said = await inThread(again, ts);
    expect(said).toHaveLength(2);
    expect(said[1]).toContain('The knowledge has changed since I answered here');
    expect(said[1]).toContain('Was: permitted. Now: not permitted.');
    expect(said[1]).toMatch(/Decides now: .*MIT License, §\u00a09/);
    expect(said[1]).toContain('No longer decides: MIT License, grant');
    expect(said[1]).toContain('*Then:* Yes: Phi-4');
    expect(said[1]).toContain('*Now:* No: Phi-4');
    expect(await inThread(again, other)).toHaveLength(1);
    const third = await startAgain(again, { dataDir, ...FORBIDDEN() });
    expect(await inThread(third, ts)).toHaveLength(2);
    // and back again: what is held against it now is what was told last
    const fourth = await startAgain(third, { dataDir });
    expect((await inThread(fourth, ts)).slice(2)).toEqual([
      expect.stringContaining('Was: not permitted. Now: permitted.'),
    ]);
  });

  it('that only words things otherwise is not told; nor is what a changed profile would change', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const ts = await first.say(`${first.bot} can we use Phi-4 commercially?`);
    const llama = await first.say(`${first.bot} can we use Llama 4 Scout commercially?`);
    await first.memory.profiles.set({ territories: ['DE'] }, 'T0SANDBOX');
    const again = await startAgain(first, { dataDir, ...REWORDED() });
    expect(await inThread(again, ts)).toHaveLength(1);
    expect(await inThread(again, llama)).toHaveLength(1);
  });

  it('is not told of answers that are older than 90 days', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const ts = await first.say(`${first.bot} can we use Phi-4 commercially?`);
    const later = () => new Date('2027-02-28T10:00:00Z');
    const again = await startAgain(first, { dataDir, ...FORBIDDEN(), now: later });
    expect(await inThread(again, ts)).toHaveLength(1);
  });

  it('that brings a model nobody could be answered about is told to who asked, also in a direct message', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const act = actAs(first);
    const ts = await first.say(`${first.bot} can we use Zorblax-7B commercially?`);
    await act.command('can we use Zorblax-7B commercially?', JONAS);
    const named = knowledgeWith('models/phi-4.yml', 'aliases: [', 'aliases: [Zorblax-7B, ');
    const again = await startAgain(first, { dataDir, ...named });
    expect((await inThread(again, ts)).at(-1)).toContain('Was: not known. Now: permitted');
    expect((await again.answers({ channel: 'D0JONAS' })).at(-1)?.visible).toContain('Was: not known');
  });

  it('that changes what was decided on is told to the approver, once, with a button to decide again', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const act = actAs(first);
    await act.pressHome('settings_edit');
    await act.submit({ approvers: [PRIYA] });
    const ts = await first.say(`${first.bot} is Phi-4 open source?`);
    const [answer] = await first.answers({ thread_ts: ts });
    await act.press(answer!, 'decision_record');
    await act.submit({ outcome: 'approved', activity: 'use_commercially' });
    const direct = async (bot: Bot) => bot.answers({ channel: 'D0PRIYA' });
    const before = (await direct(first)).length;
    const again = await startAgain(first, { dataDir, ...FORBIDDEN() });
    const [told, ...more] = (await direct(again)).slice(before);
    expect(more).toEqual([]);
    expect(told!.visible).toContain('Approved for commercial use by @Priya');
    expect(told!.visible).toContain('Was: permitted. Now: not permitted.');
    const third = await startAgain(again, { dataDir, ...FORBIDDEN() });
    expect((await direct(third)).slice(before)).toHaveLength(1);
    const anew = actAs(third);
    await anew.press(told!, 'decision_record', PRIYA, 'D0PRIYA');
    await anew.submit({ outcome: 'rejected', activity: 'use_commercially' });
    expect((await anew.command('decisions', PRIYA, CHANNEL)).visible).toContain('Rejected for commercial use');
  });

  it('is not told in a workspace that the records are not of', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    await first.say(`${first.bot} is Llama 3.1 70B open source?`);
    const [, asked] = (await first.memory.asked.list('T0SANDBOX').next()).value!;
    const wrong = { ...asked, basis: { ...asked.basis!, verdict: 'yes' as const, clauses: [] } };
    await first.memory.asked.set(wrong, 'T0OTHER', asked.key!);
    const again = await startAgain(first, { dataDir, ...REWORDED() });
    expect(await inThread(again, asked.thread_ts!)).toHaveLength(1);
    expect(again.logged.map((line) => line.message)).toContain(
      'a change is to be told in a workspace that this token does not speak in',
    );
  });

  it('is told once by several processes that start with it', async () => {
    const dataDir = folder();
    const first = await start({ dataDir });
    const ts = await first.say(`${first.bot} can we use Phi-4 commercially?`);
    await first.app.stop();
    const knowledge = FORBIDDEN();
    const [second] = await Promise.all([
      start({ dataDir, ...knowledge, sandbox: first.sandbox }),
      start({ dataDir, ...knowledge, sandbox: first.sandbox }),
    ]);
    await looked(second, knowledge.catalogue);
    expect(await inThread(second, ts)).toHaveLength(2);
  });
});
