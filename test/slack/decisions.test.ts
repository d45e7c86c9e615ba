import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actAs, type Bot, CHANNEL, JONAS, PRIYA, type Seen, startBot } from '../support/bot.ts';
import { startManyWorkspaces } from '../support/workspaces.ts';

const MEI = 'U0MEI';
const TEAM = 'T0SANDBOX';
const dataDir = mkdtempSync(join(tmpdir(), 'openness-decisions-'));
let now = new Date('2026-11-25T10:00:00Z');
let bot: Bot;
let act: ReturnType<typeof actAs>;
beforeAll(async () => {
  bot = await startBot({ dataDir, now: () => now });
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
const firstBlock = (message: Seen): string => JSON.stringify(message.blocks[0]);
/** What is in the one file of a message. */
const decisionsFile = async ({ files = [] }: Seen): Promise<string> => {
  expect(files.map((file) => [file.name, file.mimetype])).toEqual([['decisions.csv', 'text/csv']]);
  const [{ id, name, size }] = files as [NonNullable<Seen['files']>[number]];
  const bytes = Buffer.from(await (await fetch(`${bot.sandbox.url}/files/${id}/${name}`)).arrayBuffer());
  expect(bytes.length).toBe(size);
  return bytes.toString('utf8');
};
const direct = async (user: string): Promise<Seen> => (await bot.answers({ channel: `D${user.slice(1)}` })).at(-1)!;

describe('approvers', () => {
  it('without any, nobody decides and the button says where they are set', async () => {
    await act.press(await ask('can we use Phi-4 commercially?'), 'decision_record');
    expect((await bot.answers()).at(-1)!.text).toContain('Nobody is set up to decide');
  });
  it('whoever is first sets them on the Home tab; after that they and administrators do', async () => {
    expect(await act.home(PRIYA)).toContain('not set; you can be the first');
    await act.pressHome('settings_edit', PRIYA);
    expect(await act.submit({ approvers: [], review: '' })).toContain('invalid_input');
    expect(await act.submit({ approvers: [PRIYA] })).toBeNull();
    expect(await act.home(JONAS)).toContain('@Priya');
    await act.pressHome('settings_edit', JONAS);
    expect(await act.form(JONAS)).toBeUndefined();
    expect((await direct(JONAS)).text).toContain('Approvers and administrators');
    // Slack says that Mei administers this workspace
    await act.pressHome('settings_edit', MEI);
    expect(await act.submit({ approvers: [PRIYA, MEI] }, MEI)).toBeNull();
    const changes = [];
    for await (const [, entry] of bot.memory.ledger.list(TEAM, 'settings'))
      if (entry.what === 'settings') changes.push([entry.settings.by.name, entry.settings.approvers.length]);
    expect(changes.sort()).toEqual([
      ['Mei', 2],
      ['Priya', 1],
    ]);
  });
});

describe('a decision', () => {
  it('is recorded by an approver and comes first in later answers, which keep the conditions of the licence', async () => {
    const answer = await ask('can we use Llama 3.1 70B commercially?');
    expect(firstBlock(answer)).not.toContain('Your team decided');
    await act.press(answer, 'decision_record');
    expect(await act.submit({ outcome: 'approved_with_conditions', activity: 'use_commercially' })).toContain(
      'which conditions',
    );
    const values = {
      activity: 'use_commercially',
      outcome: 'approved_with_conditions',
      note: 'support desk <!channel>',
    };
    expect(await act.submit({ ...values, expires: '2026-11-01' })).toContain('not over');
    expect(await act.submit({ ...values, expires: '2027-03-01' })).toBeNull();
    expect((await bot.answers({ thread_ts: answer.thread_ts! })).at(-1)!.visible).toContain('Decision recorded');

    const later = await ask('can we use Llama 3.1 70B commercially?', JONAS);
    expect(firstBlock(later)).toContain(
      'Approved with conditions for commercial use by @Priya on 25 November 2026, until 1 March 2027: support desk &lt;!channel&gt;',
    );
    expect(later.text).toMatch(/^Yes, with conditions: Llama 3.1 70B/);
    expect(later.visible).toContain('700 million');
    expect(later.visible).toContain("Your team's own decision, not part of the licence");
    expect(firstBlock(await ask('can we use Phi-4 commercially?'))).not.toContain('Your team decided');
    expect((await act.command('can we use Llama 3.1 70B commercially?', JONAS)).visible).toContain('Your team decided');
    expect(await act.home(JONAS)).toContain('by @Priya on 25 November 2026');
  });

  it('that does not change the verdict of a licence that says no', async () => {
    await act.press(await ask('can we use Llama 4 Scout commercially?'), 'decision_record', MEI);
    await act.submit({ outcome: 'approved', activity: 'use_commercially' }, MEI);
    const later = await ask("we're in Germany, can we use Llama 4 Scout commercially?");
    expect(firstBlock(later)).toContain('Approved for commercial use by @Mei');
    expect(later.text).toMatch(/^No: Llama 4 Scout/);
  });

  it('that ran out is said to be expired', async () => {
    now = new Date('2027-03-02T10:00:00Z');
    const later = await ask('can we use Llama 3.1 70B commercially?');
    now = new Date('2026-11-25T11:00:00Z');
    expect(firstBlock(later)).toContain('Expired, so it holds no more. Approved with conditions');
  });

  it('replaces the one before, of which every change is kept; the export has them all, for approvers', async () => {
    await act.press(await ask('can we use Llama 3.1 70B commercially?'), 'decision_record', MEI);
    await act.submit({ outcome: 'rejected', activity: 'use_commercially', note: '=HYPERLINK("x"), "no"' }, MEI);
    const [first] = await bot.memory.decisions
      .list(TEAM, 'llama-3.1-70b')
      .next()
      .then((next) => [next.value]);
    expect(first?.[1]).toMatchObject({ outcome: 'rejected', by: { id: MEI, name: 'Mei' } });
    const all = await act.command('decisions');
    expect(all.visible).toContain('Rejected for commercial use by @Mei');
    expect(all.visible).not.toContain('Approved with conditions');
    const history = await act.command('decisions Llama 3.1 70B');
    expect(history.visible).toContain('Every change, oldest first');
    expect(history.visible).toContain('Approved with conditions for commercial use by @Priya');
    await act.pressHome('decision_export', MEI);
    const message = await direct(MEI);
    const csv = await decisionsFile(message);
    expect(csv).toContain('\r\nllama-3.1-70b,Llama 3.1 70B,use_commercially,approved_with_conditions,');
    expect(csv).toMatch(
      /use_commercially,rejected,"'=HYPERLINK\(""x""\), ""no""",,U0MEI,Mei,.*,current,yes_with_conditions,/,
    );
    expect(csv).toContain(',replaced,');
    // the file has it, so the message need not
    expect(message.visible).not.toContain('HYPERLINK');
    expect(message.visible).toContain('not legal advice');
    expect(await act.home(JONAS)).not.toContain('decision_export');
  });

  it('is exported by command, too: the file comes in the direct message, and only approvers get it', async () => {
    const before = (await bot.answers({ channel: 'D0PRIYA' })).length;
    expect((await act.command('decisions csv')).visible).toContain('in our direct message, as decisions.csv');
    expect(await decisionsFile(await direct(PRIYA))).toContain(',rejected,');
    expect((await bot.answers({ channel: 'D0PRIYA' })).length).toBe(before + 1);
    const refused = await act.command('decisions csv', JONAS);
    expect(refused.visible).toContain('The export is for approvers');
    expect(refused.ephemeral_to).toBe(JONAS);
    expect((await bot.answers({ channel: 'D0JONAS' })).some((one) => one.files)).toBe(false);
  });

  it('whose file cannot be shared is said with a number, and the export comes when Slack is back', async () => {
    bot.sandbox.fault({ method: 'files.completeUploadExternal', kind: 'slack_error', error: 'file_uploads_disabled' });
    await act.pressHome('decision_export', MEI);
    expect((await direct(MEI)).visible).toMatch(/could not share the file \(reference [0-9a-f]{8}\)/);
    const files = async () => (await bot.answers({ channel: 'D0MEI' })).filter((one) => one.files).length;
    const before = await files();
    bot.sandbox.fault({ method: 'files.completeUploadExternal', kind: 'ratelimited', retry_after: 1 });
    await act.pressHome('decision_export', MEI);
    expect(await files()).toBe(before + 1);
  });

  it('can be withdrawn; then nothing is said of it, and the history still has it', async () => {
    await act.press(await ask('can we use Llama 3.1 70B commercially?'), 'decision_record');
    await act.submit({ outcome: 'withdrawn', activity: 'use_commercially' });
    expect(firstBlock(await ask('can we use Llama 3.1 70B commercially?'))).not.toContain('Your team decided');
    expect((await act.command('decisions Llama 3.1 70B')).visible).toContain('Withdrawn for commercial use by @Priya');
  });

  it('is not offered for a family that splits', async () => {
    const answer = await ask('can we use Qwen2.5 commercially?');
    expect(JSON.stringify(answer.blocks)).not.toContain('decision_record');
  });

  it('is asked for by everyone else: approvers get it with a button, the asker hears of it', async () => {
    const answer = await ask('can we use Gemma 3 27B commercially?', JONAS);
    await act.press(answer, 'decision_record', JONAS);
    expect((await act.form(JONAS)).view.title.text).toBe('Ask for a decision');
    await act.submit({ activity: 'fine_tune', note: 'for the search team' }, JONAS);
    const request = await direct(MEI);
    expect(request.visible).toContain('@Jonas asks for a decision');
    expect(request.visible).toContain('for the search team');
    expect((await direct(PRIYA)).text).toContain('@Jonas asks');
    await act.press(request, 'decision_record', MEI, 'D0MEI');
    await act.submit({ outcome: 'approved', activity: 'fine_tune' }, MEI);
    expect((await direct(JONAS)).visible).toContain('Approved for fine-tuning by @Mei');
    expect((await bot.answers({ thread_ts: answer.thread_ts! })).at(-1)!.visible).toContain('Approved for fine-tuning');
  });

  it('is not taken from a form of somebody who is no approver any more', async () => {
    const answer = await ask('can we use Phi-4 commercially?');
    await act.press(answer, 'decision_record', PRIYA);
    const open = await act.form(PRIYA);
    await act.pressHome('settings_edit', MEI);
    await act.submit({ approvers: [MEI] }, MEI);
    const taken = await bot
      .call('POST', '/control/view', {
        view_id: open.id,
        user: PRIYA,
        values: { outcome: 'approved', activity: 'use_commercially' },
      })
      .catch((error: Error) => error.message);
    expect(taken).toContain('not among the approvers');
  });

  it('is not lost in a restart', async () => {
    await bot.app.stop();
    const again = await startBot({ dataDir, sandbox: bot.sandbox, now: () => now });
    const ts = await again.say(`${again.bot} may we fine-tune Gemma 3 27B?`);
    expect(firstBlock((await again.answers({ thread_ts: ts })).at(-1)!)).toContain('Approved for fine-tuning by @Mei');
    await again.close();
  });

  it('is not shown in a channel that others share', async () => {
    const settings = { answerExternal: true };
    const again = await startBot({ dataDir, sandbox: bot.sandbox, now: () => now, settings });
    const ts = await again.say(`${again.bot} may we fine-tune Gemma 3 27B?`, { channel: 'C0PARTNERS' });
    const [answer] = await again.answers({ channel: 'C0PARTNERS', thread_ts: ts });
    expect(answer!.text).toContain('Gemma 3 27B');
    expect(JSON.stringify(answer!.blocks)).not.toMatch(/decided|decision_record/);
    await again.close();
  });
});

it('the operator has every change of a workspace as CSV', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../src/terminal/data-main.ts'), 'decisions', ...args], {
      env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
      encoding: 'utf8',
    });
  const { stdout } = run('--workspace', TEAM);
  expect(stdout.split('\r\n')[0]).toMatch(/^release,name,use,outcome,/);
  expect(stdout).toMatch(/gemma-3-27b[^,]*,Gemma 3 27B,fine_tune,approved,.*,U0MEI,Mei,/);
  expect(run('--workspace', 'T2').stdout.trim().split('\r\n')).toHaveLength(1);
  expect(run().status).toBe(2);
});

describe('two workspaces', () => {
  it('each decide for themselves, and one that leaves takes only its own with it', async () => {
    const many = await startManyWorkspaces();
    try {
      for (const team of ['T1', 'T2']) await many.install(team);
      const form = (callback_id: string, values: Record<string, unknown>, private_metadata = '') => ({
        type: 'view_submission',
        view: { type: 'modal', callback_id, private_metadata, state: { values } },
      });
      const decide = async (team: string, outcome: string) => {
        await many.interact(team, 'U1', form('view_settings', { approvers: { value: { selected_users: ['U1'] } } }));
        await many.interact(
          team,
          'U1',
          form(
            'view_decision',
            {
              outcome: { value: { selected_option: { value: outcome } } },
              activity: { value: { selected_option: { value: 'use_commercially' } } },
            },
            JSON.stringify({ release: 'phi-4', key: 'k', channel: CHANNEL, thread_ts: '1.0' }),
          ),
        );
      };
      const answered = async (team: string, ts: string): Promise<string> => {
        const before = many.posts().length;
        await many.event(team, {
          type: 'app_mention',
          channel: 'C1',
          user: 'U2',
          ts,
          text: `<@UBOT${team}> can we use Phi-4 commercially?`,
        });
        return String(many.posts().slice(before)[0]!.args.blocks);
      };
      await decide('T1', 'approved');
      expect(await answered('T1', '1.1')).toContain('Approved for commercial use by @u1');
      expect(await answered('T2', '1.1')).not.toContain('Your team decided');
      await decide('T2', 'rejected');
      expect(await answered('T2', '2.1')).toContain('Rejected for commercial use');
      expect(await answered('T1', '2.1')).not.toContain('Rejected');
      const exported = async (team: string): Promise<string[]> => {
        const press = { type: 'block_actions', actions: [{ type: 'button', action_id: 'decision_export' }] };
        await many.interact(team, 'U1', press);
        return many.api.calls
          .filter((call) => call.method === 'upload' && call.token === `xoxb-${team}`)
          .flatMap((call) => String(call.args.content).match(/^phi-4,.*$/gm) ?? []);
      };
      expect(await exported('T1')).toEqual([expect.stringContaining(',approved,')]);
      expect(await exported('T2')).toEqual([expect.stringContaining(',rejected,')]);
      await many.event('T2', { type: 'app_uninstalled' });
      await many.install('T2');
      expect(await answered('T2', '3.1')).not.toContain('Your team decided');
      expect(await answered('T1', '3.1')).toContain('Approved for commercial use by @u1');
    } finally {
      await many.close();
    }
  });
});
