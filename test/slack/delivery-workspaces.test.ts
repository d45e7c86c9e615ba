import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { exportRecords } from '../../src/store/erase.ts';
import { type ManyWorkspaces, startManyWorkspaces } from '../support/workspaces.ts';

let many: ManyWorkspaces;
const open: ManyWorkspaces[] = [];
const start = async (options: Parameters<typeof startManyWorkspaces>[0] = {}) => {
  many = await startManyWorkspaces(options);
  open.push(many);
  return many;
};
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const mention = (team: string, ts: string, fields: Record<string, unknown> = {}) => ({
  type: 'app_mention',
  channel: 'C1',
  user: 'U1',
  text: `<@UBOT${team}> can we use Phi-4 commercially?`,
  ts,
  ...fields,
});
const kept = async (team: string) => {
  const kinds: string[] = [];
  for await (const record of exportRecords(many.store, team)) kinds.push(record.kind);
  return [...new Set(kinds)].sort();
};

describe('an app in many workspaces', () => {
  it('answers each with its own token, and no other', async () => {
    await start();
    expect(await many.install('T1')).toBe(200);
    expect(await many.install('T2')).toBe(200);
    // the same channel and the same time stamp in both
    await many.event('T1', mention('T1', '1.1'));
    await many.event('T2', mention('T2', '1.1'));
    expect(many.posts().map((post) => post.token)).toEqual(['xoxb-T1', 'xoxb-T2']);
  });

  it('a workspace that did not install it gets nothing, and nothing of it is kept', async () => {
    await start();
    await many.install('T1');
    expect(await many.event('T3', mention('T3', '1.1'))).toBe(200);
    expect(many.posts()).toEqual([]);
    expect(await kept('T3')).toEqual([]);
  });

  it('keeps tokens encrypted', async () => {
    await start();
    await many.install('T1');
    const files = readdirSync(many.dataDir).map((name) => readFileSync(join(many.dataDir, name), 'latin1'));
    expect(files.join('')).toContain('T1');
    expect(files.join('')).not.toContain('xoxb-');
    expect(many.logged.join('')).not.toContain('xoxb-');
  });

  it('takes a new key and still reads what the old one wrote; without it the workspace is not served', async () => {
    const old = Buffer.alloc(32, 1);
    const next = Buffer.alloc(32, 2);
    const { dataDir } = await start({ keys: [old] });
    await many.install('T1');
    await many.close();
    open.pop();
    await start({ dataDir, keys: [next, old] });
    await many.event('T1', mention('T1', '1.1'));
    expect(many.posts()).toHaveLength(1);
    await many.close();
    open.pop();
    await start({ dataDir, keys: [next] });
    await many.event('T1', mention('T1', '2.1'));
    expect(many.posts()).toEqual([]);
    expect(many.logged.join('\n')).toContain('cannot be decrypted');
  });

  it('is not installed by a link with another state', async () => {
    await start();
    expect(await many.install('T1', 'made-up')).not.toBe(200);
    await many.event('T1', mention('T1', '1.1'));
    expect(many.posts()).toEqual([]);
  });
});

describe('leaving', () => {
  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: ['UBOTT1'], oauth: [] } }],
  ])('%s forgets the workspace, and only that one', async (_, event) => {
    await start();
    for (const team of ['T1', 'T2']) {
      await many.install(team);
      await many.event(team, mention(team, '1.1'));
    }
    expect(await kept('T1')).toEqual(['asked', 'installations', 'recent', 'threads']);
    await many.event('T1', event, { event_time: Math.floor(Date.now() / 1000) + 5 });
    expect(await kept('T1')).toEqual([]);
    expect(await kept('T2')).toEqual(['asked', 'installations', 'recent', 'threads']);
    await many.event('T1', mention('T1', '2.1'));
    expect(many.posts().filter((post) => post.token === 'xoxb-T1')).toHaveLength(1);
  });

  it('old news of an uninstallation does not undo a new installation', async () => {
    await start();
    await many.install('T1');
    await many.event('T1', { type: 'app_uninstalled' }, { event_time: Math.floor(Date.now() / 1000) - 60 });
    expect(await kept('T1')).toEqual(['installations']);
  });

  it('the token of a person that is revoked forgets nothing', async () => {
    await start();
    await many.install('T1');
    await many.event('T1', { type: 'tokens_revoked', tokens: { bot: [], oauth: ['U1'] } });
    expect(await kept('T1')).toEqual(['installations']);
  });

  it('/openness forget me erases what is kept about one person, in that workspace', async () => {
    await start();
    for (const team of ['T1', 'T2']) {
      await many.install(team);
      await many.event(team, mention(team, '1.1', { user: 'U1' }));
      await many.event(team, mention(team, '2.1', { user: 'U2' }));
    }
    const { status, said } = await many.command('T1', 'U1', 'forget me');
    expect(status).toBe(200);
    expect(said).toEqual([expect.stringContaining('Forgotten: your questions')]);
    const left: string[] = [];
    for await (const record of exportRecords(many.store, null)) left.push(JSON.stringify(record));
    const about = (team: string, user: string) =>
      left.filter((line) => line.includes(`"${team}"`) && line.includes(`"${user}"`)).length;
    expect(about('T1', 'U1')).toBe(0);
    expect(about('T1', 'U2')).toBeGreaterThan(0);
    expect(about('T2', 'U1')).toBeGreaterThan(0);
    expect((await many.command('T1', 'U1', 'forget me')).said).toEqual([
      expect.stringContaining('I keep nothing about you'),
    ]);
  });
});

describe('requests that are not Slack’s', () => {
  const sendAs = async (
    change: (body: string, headers: Record<string, string>) => [string, Record<string, string>],
  ) => {
    const body = many.eventOf('T1', mention('T1', '9.9'));
    const { status } = await many.send(...change(body, many.headersFor(body)));
    await many.settle();
    return status;
  };
  it.each<[string, (body: string, headers: Record<string, string>) => [string, Record<string, string>]]>([
    ['without a signature', (body) => [body, { 'content-type': 'application/json' }]],
    ['with another signature', (body, headers) => [body, { ...headers, 'x-slack-signature': `v0=${'0'.repeat(64)}` }]],
    ['with a changed body', (body, headers) => [body.replace('Phi-4', 'Llama 2'), headers]],
    ['with a changed team', (body, headers) => [body.replaceAll('T1', 'T2'), headers]],
    ['with a later time stamp', (body, headers) => [body, { ...headers, 'x-slack-request-timestamp': '9999999999' }]],
    ['six minutes old', (body) => [body, many.headersFor(body, Date.now() - 6 * 60_000)]],
  ])('%s are refused, and nothing is kept', async (_, change) => {
    await start();
    await many.install('T1');
    await many.install('T2');
    expect(await sendAs(change)).toBe(401);
    expect(many.posts()).toEqual([]);
    expect(await many.store.inbox.depth()).toMatchObject({ running: 0, waiting: { questions: 0 } });
  });

  it('a request that is played again is acknowledged and changes nothing', async () => {
    await start();
    await many.install('T1');
    const body = many.eventOf('T1', mention('T1', '1.1'));
    const headers = many.headersFor(body);
    for (let n = 0; n < 3; n += 1) {
      expect((await many.send(body, headers)).status).toBe(200);
      await many.settle();
    }
    expect(many.posts()).toHaveLength(1);
  });

  it('one question that comes under two event ids is answered once', async () => {
    await start();
    await many.install('T1');
    await many.event('T1', mention('T1', '1.1'));
    await many.event('T1', mention('T1', '1.1'));
    expect(many.posts()).toHaveLength(1);
  });
});
