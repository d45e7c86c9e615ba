import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { bareHttpApp, control } from './echo-app.ts';

describe('HTTP delivery', () => {
  let sandbox: Sandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ port: 0, timing: { redelivery: [0, 0, 0] } });
  });
  afterEach(() => sandbox.close());
  const say = () => control(sandbox, 'message', { channel: 'general', user: 'Priya', text: '<@U0OPENNESS> hello' });

  it('a bare Bolt app takes events, commands and interactions by their signatures', async () => {
    const app = bareHttpApp(sandbox, sandbox.signingSecret);
    app.event('app_mention', async ({ say: reply }) => {
      await reply('heard');
    });
    app.command('/openness', async ({ ack, command }) => {
      await ack(`you typed ${command.text}`);
    });
    const server = (await app.start(0)) as Server;
    sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await say();
    await control(sandbox, 'command', { channel: 'general', user: 'Mei', command: '/openness', text: 'a & b' });
    await sandbox.onIdle(60);
    const { messages } = await control(sandbox, 'messages?channel=general');
    expect(messages.map(({ text, ephemeral_to }) => [text, ephemeral_to])).toEqual([
      ['<@U0OPENNESS> hello', undefined],
      ['heard', undefined],
      ['you typed a & b', 'U0MEI'],
    ]);
    await app.stop();
  });

  it('an app with another secret refuses every delivery', async () => {
    const app = bareHttpApp(sandbox, 'another-secret');
    let heard = false;
    app.event('app_mention', async () => {
      heard = true;
    });
    const server = (await app.start(0)) as Server;
    sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await say();
    await sandbox.onIdle(100);
    expect(heard).toBe(false);
    expect(sandbox.deliveries.every(({ acknowledgement }) => !acknowledgement.acked)).toBe(true);
    await app.stop();
  });

  it('signs as Slack documents it, and numbers the tries', async () => {
    const received: { headers: IncomingHttpHeaders; body: string }[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(received.length < 3 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    sandbox.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await control(sandbox, 'message', { channel: 'general', user: 'Priya', text: 'hello' });
    await sandbox.onIdle(100);
    expect(received.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2']);
    for (const { headers, body } of received) {
      const base = `v0:${headers['x-slack-request-timestamp']}:${body}`;
      expect(headers['x-slack-signature']).toBe(
        `v0=${createHmac('sha256', sandbox.signingSecret).update(base).digest('hex')}`,
      );
    }
    expect(new Set(received.map(({ body }) => JSON.parse(body).event_id)).size).toBe(1);
    server.close();
  });
});
