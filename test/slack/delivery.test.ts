import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bot, CHANNEL, PRIYA, startBot } from '../support/bot.ts';

let bot: Bot | null = null;
afterEach(async () => {
  await bot?.close();
  bot = null;
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe('delivery', () => {
  it('the same listeners answer over HTTP, where signatures are checked', async () => {
    const port = await freePort();
    bot = await startBot({ settings: { appToken: undefined, port }, http: port });
    const ts = await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`);
    expect(await bot.answers({ thread_ts: ts })).toHaveLength(1);
    const forged = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-signature': 'v0=00',
        'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
      },
      body: '{}',
    });
    expect(forged.status).toBe(401);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });

  it('a renewed connection loses nothing', async () => {
    bot = await startBot();
    bot.sandbox.disconnect('refresh_requested');
    await bot.call('POST', '/control/message', {
      channel: CHANNEL,
      user: PRIYA,
      text: `${bot.bot} can we use Phi-4 commercially?`,
    });
    await bot.sandbox.onIdle(6500, 40_000);
    expect((await bot.answers()).map((answer) => answer.text.split(',')[0])).toEqual(['Yes: Phi-4']);
  });

  it('a thread is remembered over a restart where there is a data folder', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'openness-data-'));
    bot = await startBot({ dataDir });
    const ts = await bot.say(`${bot.bot} can we use Llama 3.1 70B commercially?`);
    expect(await bot.memory.threads.get('T0SANDBOX', CHANNEL, ts)).toMatchObject({ asker: PRIYA });
    await bot.close();
    bot = await startBot({ dataDir });
    expect(await bot.memory.threads.get('T0SANDBOX', CHANNEL, ts)).toMatchObject({
      turns: expect.arrayContaining([expect.stringContaining('asker: can we use')]),
    });
    expect(await bot.memory.claim(`T0SANDBOX:${CHANNEL}:${ts}`, 'another')).toBe(false);
  });
});
