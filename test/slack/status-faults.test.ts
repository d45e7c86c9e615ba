import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../src/advice/model-ports.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import { type Bot, CHANNEL, PRIYA, startBot } from '../support/bot.ts';

const SRC = join(import.meta.dirname, '../../src');
/** What Slack may say to a call that shows a status or a session. */
const FAULTS: [name: string, fault: Fault][] = [
  ['message_not_in_streaming_state', { kind: 'slack_error', error: 'message_not_in_streaming_state' }],
  ['session_expired', { kind: 'slack_error', error: 'session_expired' }],
  ['500', { kind: 'http_error', status: 500 }],
  ['429', { kind: 'ratelimited', retry_after: 30 }],
  ['hang', { kind: 'hang' }],
];
/** The status is asked for after a second. */
const SLOW_MS = 1300;

let bot: Bot;
/** A model that is of no help and takes its time about it. */
const unhelpful = () => new Promise<null>((resolve) => setTimeout(resolve, SLOW_MS, null));
const model: LanguageModel = { read: unhelpful, explain: unhelpful };
beforeAll(async () => {
  bot = await startBot({ model });
  await bot.say(`${bot.bot} can we use Gemma 3 27B commercially?`);
});
afterAll(() => bot.close());

/** Asks while a method goes wrong. @returns the answers, and milliseconds until the last of them and until all is done */
const ask = async (channel: string, text: string) => {
  const began = performance.now();
  const { ts } = await bot.call('POST', '/control/message', { channel, user: PRIYA, text });
  await expect.poll(async () => (await bot.store.inbox.depth()).running, { interval: 20 }).toBe(1);
  await expect.poll(async () => (await bot.store.inbox.depth()).running, { interval: 20 }).toBe(0);
  const turn = performance.now() - began;
  await bot.call('POST', '/control/clear_faults');
  await bot.settle();
  const answers = await bot.answers({ channel, thread_ts: ts! });
  return {
    texts: answers.map((answer) => answer.text.split(':')[0]),
    answer: (Number(answers.at(-1)?.ts) - Number(ts)) * 1000,
    turn,
  };
};
const calls = (method: string) => bot.sandbox.calls.filter((call) => call.method === method).length;

describe('Slack being ill where it shows that an answer is worked on', () => {
  describe.each(FAULTS)('%s', (_, fault) => {
    it('of a session keeps no answer in a direct message away, nor the next for long', async () => {
      const before = calls('agents.sessions.setStatus');
      bot.sandbox.fault({ ...fault, method: 'agents.sessions.setStatus', times: 100 });
      const { texts, answer, turn } = await ask(`D${PRIYA.slice(1)}`, 'can we use Phi-4 commercially?');
      expect(texts).toEqual(['Yes']);
      expect(answer).toBeLessThan(SLOW_MS + 1000);
      expect(turn).toBeLessThan(SLOW_MS + 3000);
      expect(calls('agents.sessions.setStatus')).toBeGreaterThan(before);
    });
    it('of the status keeps no answer in a thread away, nor the next for long', async () => {
      const before = calls('assistant.threads.setStatus');
      bot.sandbox.fault({ ...fault, method: 'assistant.threads.setStatus', times: 100 });
      const { texts, answer, turn } = await ask(CHANNEL, `${bot.bot} can we use Phi-4 commercially?`);
      expect(texts).toEqual(['Yes']);
      expect(answer).toBeLessThan(SLOW_MS + 1000);
      expect(turn).toBeLessThan(SLOW_MS + 3000);
      expect(calls('assistant.threads.setStatus')).toBeGreaterThan(before);
    });
  });
  it('no answer is streamed, so no stream can expire', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const streams = files.filter((name) =>
      /(start|append|stop)Stream|chatStream/.test(readFileSync(join(SRC, name), 'utf8')),
    );
    expect(streams.filter((name) => !name.startsWith('sandbox'))).toEqual([]);
  });
});
