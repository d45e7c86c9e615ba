import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { control } from './echo-app.ts';

describe('the control API', () => {
  let sandbox: Sandbox;
  let slack: WebClient;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0 });
    slack = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl });
  });
  afterAll(() => sandbox.close());

  it('names channels, people and the app', async () => {
    const { channels } = (await control(sandbox, 'channels')) as unknown as {
      channels: { name: string; kind: string }[];
    };
    expect(channels.filter(({ kind }) => kind === 'channel').map(({ name }) => name)).toEqual([
      'general',
      'ai-models',
      'legal',
      'with-partners',
    ]);
    const { users } = (await control(sandbox, 'users')) as unknown as {
      users: { id: string; name: string; bot: boolean }[];
    };
    expect(users.filter(({ bot }) => !bot).map(({ name }) => name)).toEqual(['Priya', 'Jonas', 'Mei']);
    expect(users.find(({ id }) => id === sandbox.botUserId)).toMatchObject({ name: 'Openness Advisor', bot: true });
  });

  it('takes ids and names, JSON and JSON sent as a form', async () => {
    const response = await fetch(`${sandbox.url}/control/message`, {
      method: 'POST',
      body: '{"channel":"#legal","user":"mei","text":"hello"}',
    });
    expect(await response.json()).toMatchObject({ ok: true, channel: 'C0LEGAL', thread_ts: null });
  });

  it.each([
    [{ channel: 'C0GENERAL', user: 'nobody', text: 'x' }, 'user_not_found'],
    [{ channel: 'nowhere', user: 'Mei', text: 'x' }, 'channel_not_found'],
    [{ channel: 'D0PRIYA', user: 'Mei', text: 'x' }, 'channel_not_found'],
    [{ channel: 'C0GENERAL', user: 'Mei', text: ' ' }, 'no_text'],
    [{ channel: 'C0GENERAL', user: 'Mei', text: 'x', thread_ts: '1.000001' }, 'thread_not_found'],
    [{ channel: '__proto__', user: 'constructor', text: 'x' }, 'user_not_found'],
  ])('says what is wrong with %j', async (body, error) => {
    expect(await control(sandbox, 'message', body)).toMatchObject({ ok: false, error });
  });

  it('somebody new comes in under any name, and Slack tells it beside what they write', async () => {
    const { user } = (await control(sandbox, 'join', { name: 'Kim *the* <!channel>' })) as unknown as { user: string };
    const { user: person } = await slack.users.info({ user });
    expect(person!.profile!.display_name).toBe('Kim *the* <!channel>');
    expect(await control(sandbox, 'message', { channel: 'legal', user, text: 'hello' })).toMatchObject({ ok: true });
    expect(await control(sandbox, 'join', { name: ' ' })).toMatchObject({ ok: false, error: 'no_name' });
  });

  it('a body that is no JSON and a route that is none are told so', async () => {
    const broken = await fetch(`${sandbox.url}/control/message`, { method: 'POST', body: '{"channel":' });
    expect([broken.status, ((await broken.json()) as { error: string }).error]).toEqual([400, 'bad_request']);
    expect(await control(sandbox, 'teleport')).toMatchObject({ ok: false, error: 'unknown_route' });
  });

  it('messages are shown as one person sees them', async () => {
    const channel = 'C0AIMODELS';
    const { ts } = await control(sandbox, 'message', { channel, user: 'Priya', text: 'root' });
    await slack.chat.postEphemeral({ channel, user: 'U0PRIYA', text: 'for Priya' });
    const reply = await slack.chat.postMessage({ channel, thread_ts: ts, text: 'first' });
    await slack.chat.update({
      channel,
      ts: reply.ts!,
      text: 'second',
      blocks: [{ type: 'divider' }, { type: 'markdown', text: 'in *blocks*' }],
    });
    const gone = await slack.chat.postMessage({ channel, text: 'gone' });
    await slack.chat.delete({ channel, ts: gone.ts! });
    const seenBy = async (user: string) =>
      (await control(sandbox, `messages?channel=${channel}&user=${user}`)).messages;
    expect((await seenBy('Priya')).map(({ text }) => text)).toEqual(['root', 'for Priya', 'second']);
    expect((await seenBy('Mei')).map(({ text }) => text)).toEqual(['root', 'second']);
    const { messages } = await control(sandbox, `messages?channel=${channel}&thread_ts=${ts}`);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ edited: true, thread_ts: ts, visible: 'in *blocks*', user: sandbox.botUserId });
  });

  it('wait returns at once when nothing goes on, and within its bound when something does', async () => {
    const quiet = await startSandbox({ port: 0 });
    expect(await control(quiet, 'wait?idle_ms=0')).toMatchObject({ ok: true, idle: true });
    // nobody is connected, so this message stays on its way
    await control(quiet, 'message', { channel: 'general', user: 'Priya', text: 'hello?' });
    expect(await control(quiet, 'wait?idle_ms=10&max_ms=80')).toMatchObject({ idle: false, under_way: 1 });
    await quiet.close();
  });

  it('an open page is told of every change', async () => {
    const abort = new AbortController();
    const live = await fetch(`${sandbox.url}/control/live`, { signal: abort.signal });
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    const { ts } = await control(sandbox, 'message', { channel: 'general', user: 'Priya', text: 'look' });
    let heard = '';
    while (!heard.includes(ts)) heard += (await reader.read()).value;
    expect(heard).toContain('"kind":"posted"');
    abort.abort();
  });

  it('a permalink leads to the message on the page', async () => {
    const posted = await slack.chat.postMessage({ channel: 'C0GENERAL', text: 'x' });
    const { permalink } = await slack.chat.getPermalink({ channel: 'C0GENERAL', message_ts: posted.ts! });
    const response = await fetch(permalink!, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`/#/C0GENERAL/${posted.ts}`);
  });

  it('files go up in two steps and are shown', async () => {
    await slack.filesUploadV2({
      channel_id: 'C0LEGAL',
      filename: 'notice.txt',
      content: 'Built with care',
      title: 'Notice',
    });
    const { messages } = await control(sandbox, 'messages?channel=legal');
    expect(messages.at(-1)).toMatchObject({ files: [{ name: 'notice.txt', title: 'Notice', size: 15 }] });
  });
});
