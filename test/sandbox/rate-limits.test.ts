import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';

let sandbox: Sandbox;
let now = Date.parse('2026-11-25T12:00:00Z');
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, clock: () => now });
});
afterAll(() => sandbox.close());

const call = async (method: string, args: Record<string, unknown>) => {
  const response = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  const { ok, error, ts } = (await response.json()) as { ok: boolean; error?: string; ts?: string };
  return { status: response.status, ok, error, ts, after: response.headers.get('retry-after') };
};
const post = (channel: string) => call('chat.postMessage', { channel, text: 'x' });
const times = async (count: number, once: () => ReturnType<typeof call>) => {
  let last = await once();
  for (let n = 1; n < count; n += 1) last = await once();
  return last;
};

describe('how often the app may call', () => {
  it('posting: a short burst, then one message a second in a channel; other channels are not held up', async () => {
    expect(await times(10, () => post('C0GENERAL'))).toMatchObject({ ok: true });
    expect(await post('C0GENERAL')).toMatchObject({ status: 429, ok: false, error: 'ratelimited', after: '1' });
    expect(await post('C0LEGAL')).toMatchObject({ ok: true });
    now += 1000;
    expect(await post('C0GENERAL')).toMatchObject({ ok: true });
    expect(await post('C0GENERAL')).toMatchObject({ status: 429 });
  });

  it('a method of a tier: so many calls a minute, and Retry-After says when the next one counts again', async () => {
    const { ts } = await post('C0LEGAL');
    const update = () => call('chat.update', { channel: 'C0LEGAL', ts, text: 'y' });
    expect(await times(50, update)).toMatchObject({ ok: true });
    expect(await update()).toMatchObject({ status: 429, error: 'ratelimited', after: '2' });
    expect(await call('chat.getPermalink', { channel: 'C0LEGAL', message_ts: ts })).toMatchObject({ ok: true });
    now += 2000;
    expect(await update()).toMatchObject({ ok: true });
  });

  it('a call that was refused changes nothing and is no broken promise', async () => {
    now += 60_000;
    await times(10, () => post('C0AIMODELS'));
    const before = sandbox.violations().length;
    await times(5, () => post('C0AIMODELS'));
    const response = await fetch(`${sandbox.url}/control/messages?channel=C0AIMODELS`);
    expect(((await response.json()) as { messages: unknown[] }).messages).toHaveLength(10);
    expect(sandbox.violations()).toHaveLength(before);
  });
});
