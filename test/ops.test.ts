import { afterEach, describe, expect, it } from 'vitest';
import { createMeters } from '../src/ops/meters.ts';
import { startOps } from '../src/ops/ops-server.ts';
import { type Bot, startBot } from './support/bot.ts';
import { freePort, hasPostgres, type Postgres, startPostgres } from './support/postgres.ts';

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

const start = async (options: Parameters<typeof startBot>[0] = {}) => {
  const meters = createMeters();
  const bot: Bot = await startBot({ ...options, meter: meters });
  ends.push(bot.close);
  meters.watch(bot.app.standing.facts);
  const ops = await startOps({ host: '127.0.0.1', port: 0 }, { ...bot.app.standing, meters });
  ends.push(ops.close);
  const read = async (path: string) => {
    const response = await fetch(`${ops.url}${path}`);
    const text = await response.text();
    return { status: response.status, text, body: text.startsWith('{') ? JSON.parse(text) : null };
  };
  const until = async (status: number) => {
    for (let n = 0; n < 150; n += 1) {
      const answer = await read('/readyz');
      if (answer.status === status) return answer.body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`never ${status}: ${(await read('/readyz')).text}`);
  };
  return { bot, read, until };
};
const value = (text: string, name: string): number =>
  Number(new RegExp(`^${name.replaceAll(/[{}"]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1]);

describe('what the process says about itself', () => {
  it('is ready while Slack is connected, and not while it is not; alive all the time', async () => {
    const { bot, read, until } = await start();
    expect(await until(200)).toMatchObject({ ready: true, checks: { store: true, slack: true, queue: true } });
    bot.sandbox.fault({ method: 'apps.connections.open', kind: 'http_error', status: 500, times: 5 });
    bot.sandbox.disconnect('drop');
    expect(await until(503)).toMatchObject({ ready: false, checks: { store: true, slack: false } });
    expect((await read('/healthz')).status).toBe(200);
    expect(await until(200)).toMatchObject({ ready: true });
  });

  it.runIf(hasPostgres)('is not ready while the database is away', async () => {
    const postgres: Postgres = await startPostgres();
    ends.push(postgres.close);
    const { until } = await start({ databaseUrl: await postgres.database() });
    await until(200);
    await postgres.stop();
    expect(await until(503)).toMatchObject({ checks: { store: false, slack: true } });
    await postgres.start();
    expect(await until(200)).toMatchObject({ checks: { store: true } });
  });

  it('is not ready once it stops', async () => {
    const { bot, until } = await start();
    await until(200);
    await bot.app.stop();
    expect(await until(503)).toMatchObject({ checks: { staying: false } });
  });

  it('over HTTP, the port that Slack reaches has health but no figures', async () => {
    const port = await freePort();
    const bot = await startBot({ settings: { appToken: undefined, port }, http: port });
    ends.push(bot.close);
    const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
    expect([await status('/healthz'), await status('/readyz'), await status('/metrics')]).toEqual([200, 200, 404]);
  });
});

describe('the figures', () => {
  it('count what happened, and hold no name, token or question', async () => {
    const { bot, read } = await start();
    await bot.say(`${bot.bot} can we use Phi-4 commercially?`);
    const { text, status } = await read('/metrics');
    expect(status).toBe(200);
    expect(value(text, 'openness_turn_seconds_count{lane="questions",how="answered"}')).toBe(1);
    expect(value(text, 'openness_ack_seconds_count{lane="questions"}')).toBe(1);
    expect(value(text, 'openness_inbox_waiting')).toBe(0);
    expect(value(text, 'openness_slack_connections')).toBeGreaterThanOrEqual(1);
    expect(value(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
    for (const secret of ['T0SANDBOX', 'U0PRIYA', 'Phi-4', bot.sandbox.botToken]) expect(text).not.toContain(secret);
  });
});
