import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { bareApp, control } from './echo-app.ts';

type Event = { type: string; ts?: string; subtype?: string; [key: string]: unknown };

describe('Socket Mode with a bare Bolt app', () => {
  let sandbox: Sandbox;
  let app: ReturnType<typeof bareApp>;
  let events: { event: Event; id: string; retry: number | undefined }[];
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, timing: { ack: 200, redelivery: [0, 0, 0] } });
    app = bareApp(sandbox);
    events = [];
    app.use(async ({ body, context, next }) => {
      const { event, event_id } = body as { event?: Event; event_id?: string };
      if (event) events.push({ event, id: event_id!, retry: context.retryNum });
      await next();
    });
  });
  afterEach(async () => {
    await app.stop();
    await sandbox.close();
  });
  const say = (text: string, more: Record<string, unknown> = {}) =>
    control(sandbox, 'message', { channel: '#general', user: 'Priya', text, ...more });
  const idle = () => sandbox.onIdle(60);

  it('a mention arrives as a message and as a mention: the same ts, two event ids', async () => {
    await app.start();
    const { ts } = await say('@Openness Advisor hello');
    await idle();
    expect(events.map(({ event }) => event.type).sort()).toEqual(['app_mention', 'message']);
    expect(new Set(events.map(({ event }) => event.ts))).toEqual(new Set([ts]));
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
    expect(events[0]!.event).toMatchObject({ channel: 'C0GENERAL', user: 'U0PRIYA', text: '<@U0OPENNESS> hello' });
  });

  it('what is typed is escaped, addresses become links', async () => {
    await app.start();
    await say('a < b & https://example.org/x.');
    await idle();
    expect(events[0]!.event.text).toBe('a &lt; b &amp; <https://example.org/x>.');
  });

  it('a mention in a direct message is no second event', async () => {
    await app.start();
    await control(sandbox, 'message', { channel: 'dm', user: 'Mei', text: '@Openness Advisor hello' });
    await idle();
    expect(events.map(({ event }) => [event.type, event.channel_type])).toEqual([['message', 'im']]);
  });

  it('an answer is seen in the thread, by the app’s name', async () => {
    app.event('app_mention', async ({ event, say: reply }) => {
      await reply({ text: `you said: ${event.text}`, thread_ts: event.ts });
    });
    await app.start();
    const { ts } = await say('@Openness Advisor hello');
    await idle();
    const { messages } = await control(sandbox, `messages?channel=C0GENERAL&thread_ts=${ts}`);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      name: 'Openness Advisor',
      bot: true,
      thread_ts: ts,
      visible: 'you said: @Openness Advisor hello',
    });
    expect(messages[0]).toMatchObject({ reply_count: 1 });
  });

  it('changes and deletions arrive as Slack sends them; the head of a thread leaves a tombstone', async () => {
    await app.start();
    const { ts } = await say('first');
    await control(sandbox, 'edit', { channel: 'C0GENERAL', user: 'Priya', ts, text: 'second' });
    const reply = await say('reply', { thread_ts: ts });
    await control(sandbox, 'delete', { channel: 'C0GENERAL', user: 'Priya', ts });
    await control(sandbox, 'delete', { channel: 'C0GENERAL', user: 'Priya', ts: reply.ts });
    await idle();
    const seen = events.map(({ event }) => {
      const message = event.message as { text: string; subtype?: string } | undefined;
      return [event.subtype ?? 'said', message?.subtype ?? message?.text ?? event.deleted_ts ?? event.text];
    });
    expect(seen).toEqual([
      ['said', 'first'],
      ['message_changed', 'second'],
      ['said', 'reply'],
      ['message_changed', 'tombstone'],
      ['message_deleted', reply.ts],
      ['message_deleted', ts],
    ]);
  });

  it('an event that is not acknowledged comes again, with the same id and the number of the try', async () => {
    app = bareApp(sandbox);
    const tries: { id: string; attempt: number }[] = [];
    const socket = await openSocket(sandbox);
    socket.onmessage = ({ data }) => {
      const envelope = JSON.parse(String(data));
      if (envelope.type !== 'events_api') return;
      tries.push({ id: envelope.payload.event_id, attempt: envelope.retry_attempt });
      if (tries.length === 3) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    };
    await say('hello');
    await sandbox.onIdle(100);
    expect(tries.map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
    expect(new Set(tries.map(({ id }) => id)).size).toBe(1);
    socket.close();
  });

  it('what happens while no connection is open is delivered to the next one', async () => {
    await say('too early');
    await app.start();
    await idle();
    expect(events.map(({ event }) => event.text)).toEqual(['too early']);
  });

  it('a connection that is dropped is opened again by the app', async () => {
    await app.start();
    sandbox.disconnect('drop');
    await say('still there?');
    expect(await sandbox.onIdle(50, 10_000)).toBe(true);
    expect(events.map(({ event }) => event.text)).toContain('still there?');
  });

  it('the app’s own messages come back to it as events, and Bolt drops them', async () => {
    let heard = 0;
    app.message(async ({ say: reply }) => {
      heard += 1;
      await reply('echo');
    });
    await app.start();
    await say('hello');
    await idle();
    expect(heard).toBe(1);
    expect(sandbox.deliveries.map(({ envelope }) => (envelope.payload.event as Event).text)).toEqual(['hello', 'echo']);
  });

  it('a command without a connection fails as in Slack, and the person is told', async () => {
    const result = await control(sandbox, 'command', {
      channel: 'general',
      user: 'Priya',
      command: '/openness',
      text: 'x',
    });
    expect(result).toMatchObject({ ok: false, error: 'dispatch_failed' });
    const { messages } = await control(sandbox, 'messages?channel=general');
    expect(messages[0]).toMatchObject({ ephemeral_to: 'U0PRIYA', name: 'Slackbot' });
  });

  it('a command that is not acknowledged in time fails with operation_timeout', async () => {
    app.command('/openness', async () => {});
    await app.start();
    const result = await control(sandbox, 'command', {
      channel: 'general',
      user: 'Priya',
      command: '/openness',
      text: 'x',
    });
    expect(result.error).toBe('operation_timeout');
  });
});

const openSocket = async (sandbox: Sandbox): Promise<WebSocket> => {
  const response = await fetch(`${sandbox.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.appToken}` },
  });
  const { url } = (await response.json()) as { url: string };
  const socket = new WebSocket(url);
  await new Promise((resolve) => {
    socket.onmessage = resolve;
  });
  return socket;
};
