import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';

type Reply = Record<string, unknown> & { ok: boolean; error?: string };
type Call = (method: string, args?: Record<string, string>) => Promise<Reply>;

const caller =
  (url: string, token: string): Call =>
  async (method, args = {}) => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(args),
    });
    return (await response.json()) as Reply;
  };

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const kind = (value: unknown): string => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value);
/** @returns the places where both hold something, but not of the same kind */
const clashes = (ours: unknown, theirs: unknown, at = ''): string[] => {
  if (kind(ours) === 'null' || kind(theirs) === 'null') return [];
  if (kind(ours) !== kind(theirs)) return [`${at}: ${kind(ours)} here, ${kind(theirs)} there`];
  if (Array.isArray(ours))
    return ours.length > 0 && (theirs as unknown[]).length > 0
      ? clashes(ours[0], (theirs as unknown[])[0], `${at}/0`)
      : [];
  if (kind(ours) !== 'object') return [];
  return Object.keys(ours as object)
    .filter((key) => key in (theirs as object))
    .flatMap((key) => clashes((ours as Reply)[key], (theirs as Reply)[key], `${at}/${key}`));
};

/** One script against both. What it returns is compared by `ok`, error, kinds of values, and the fields that clients read. */
const SCRIPT: [name: string, fields: string[], run: (call: Call, world: World) => Promise<Reply>][] = [
  ['auth.test', ['team', 'user', 'team_id', 'user_id', 'url'], (call) => call('auth.test')],
  ['conversations.list', ['channels'], (call) => call('conversations.list')],
  ['conversations.info', ['channel'], (call, { channel }) => call('conversations.info', { channel })],
  ['conversations.info of none', [], (call) => call('conversations.info', { channel: 'C404' })],
  ['conversations.members', ['members'], (call, { channel }) => call('conversations.members', { channel })],
  ['users.list', ['members'], (call) => call('users.list')],
  ['users.info', ['user'], (call, { user }) => call('users.info', { user })],
  ['users.info of none', [], (call) => call('users.info', { user: 'U404' })],
  ['team.info', ['team'], (call) => call('team.info')],
  [
    'chat.postMessage',
    ['channel', 'ts', 'message'],
    (call, { channel }) => call('chat.postMessage', { channel, text: 'hello' }),
  ],
  ['chat.postMessage to none', [], (call) => call('chat.postMessage', { channel: 'C404', text: 'hello' })],
  ['chat.postMessage of nothing', [], (call, { channel }) => call('chat.postMessage', { channel })],
  [
    'a reply',
    ['channel', 'ts', 'message'],
    (call, { channel, ts }) => call('chat.postMessage', { channel, text: 'reply', thread_ts: ts }),
  ],
  [
    'conversations.replies',
    ['messages', 'has_more'],
    (call, { channel, ts }) => call('conversations.replies', { channel, ts }),
  ],
  [
    'conversations.history',
    ['messages', 'has_more'],
    (call, { channel }) => call('conversations.history', { channel }),
  ],
  [
    'chat.update',
    ['channel', 'ts', 'text'],
    (call, { channel, ts }) => call('chat.update', { channel, ts, text: 'changed' }),
  ],
  ['chat.update of none', [], (call, { channel }) => call('chat.update', { channel, ts: '1.000001', text: 'changed' })],
  [
    'chat.getPermalink',
    ['channel', 'permalink'],
    (call, { channel, ts }) => call('chat.getPermalink', { channel, message_ts: ts }),
  ],
  [
    'chat.postEphemeral',
    ['message_ts'],
    (call, { channel, member }) => call('chat.postEphemeral', { channel, user: member, text: 'psst' }),
  ],
  ['reactions.add', [], (call, { channel, ts }) => call('reactions.add', { channel, timestamp: ts, name: 'eyes' })],
  [
    'reactions.add again',
    [],
    (call, { channel, ts }) => call('reactions.add', { channel, timestamp: ts, name: 'eyes' }),
  ],
  [
    'reactions.remove',
    [],
    (call, { channel, ts }) => call('reactions.remove', { channel, timestamp: ts, name: 'eyes' }),
  ],
  [
    'reactions.remove again',
    [],
    (call, { channel, ts }) => call('reactions.remove', { channel, timestamp: ts, name: 'eyes' }),
  ],
  ['conversations.open', ['channel'], (call, { user }) => call('conversations.open', { users: user })],
  [
    'views.publish',
    ['view'],
    (call, { user }) =>
      call('views.publish', { user_id: user, view: JSON.stringify({ type: 'home', blocks: [{ type: 'divider' }] }) }),
  ],
  [
    'files.getUploadURLExternal',
    ['upload_url', 'file_id'],
    (call) => call('files.getUploadURLExternal', { filename: 'a.txt', length: '3' }),
  ],
  ['chat.delete', ['channel', 'ts'], (call, { channel, extra }) => call('chat.delete', { channel, ts: extra })],
  ['chat.delete again', [], (call, { channel, extra }) => call('chat.delete', { channel, ts: extra })],
];
type World = { channel: string; user: string; member: string; ts: string; extra: string };

describe('beside an emulator that others wrote', () => {
  let sandbox: Sandbox;
  let emulator: { url: string; close: () => Promise<void> };
  const worlds: { call: Call; world: World }[] = [];
  const enter = async (call: Call): Promise<{ call: Call; world: World }> => {
    const { channels } = (await call('conversations.list')) as unknown as { channels: { id: string }[] };
    const { members } = (await call('users.list')) as unknown as { members: { id: string; is_bot: boolean }[] };
    const channel = channels[0]!.id;
    // the last: the first is the one whose token this is
    const people = members.filter((member) => !member.is_bot);
    const user = people.at(-1)!.id;
    const { ts } = (await call('chat.postMessage', { channel, text: 'root' })) as unknown as { ts: string };
    const extra = ((await call('chat.postMessage', { channel, text: 'extra' })) as unknown as { ts: string }).ts;
    return { call, world: { channel, user, member: people[0]!.id, ts, extra } };
  };
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    emulator = await createEmulator({
      service: 'slack',
      port: await freePort(),
      seed: { slack: { users: [{ name: 'someone' }] } },
    });
    worlds.push(await enter(caller(sandbox.url, sandbox.botToken)), await enter(caller(emulator.url, 'xoxb-any')));
  });
  afterAll(async () => {
    await emulator?.close();
    await sandbox?.close();
  });

  it.each(SCRIPT)('%s', async (_, fields, run) => {
    const [ours, theirs] = await Promise.all(worlds.map(({ call, world }) => run(call, world)));
    expect({ ok: ours!.ok, error: ours!.error }).toEqual({ ok: theirs!.ok, error: theirs!.error });
    for (const field of fields) expect([field in ours!, field in theirs!]).toEqual([true, true]);
    expect(clashes(ours, theirs)).toEqual([]);
  });

  it('the comparison notices a field of another kind', () => {
    expect(clashes({ ok: true, a: [{ b: 1 }] }, { ok: true, a: [{ b: '1' }] })).toEqual([
      '/a/0/b: number here, string there',
    ]);
  });
});
