import { readManifest } from '../../src/disk/manifest-file.ts';
import type { Manifest } from '../../src/sandbox/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { readGold } from '../eval/gold.ts';
import { type Child, startChild } from './child.ts';
import { ms, quantile } from './figures.ts';
import { type Watch, watch } from './visible.ts';

const APPS = { bare: 'echo-main.js', ours: '../../src/start.js' } as const;
type Name = keyof typeof APPS;

const ROUNDS = 5;
/** the first are answered by code that runs for the first time, the others by a process that has been up for a while */
const COLD_MENTIONS = 40;
const MENTIONS = 200;
/** a mention is two events, and its answer comes back to the app as a third: 25 a second are 75 events a second */
const MENTIONS_A_SECOND = 25;
const LOAD_SECONDS = 3;
const CHANNELS = ['C0AIMODELS', 'C0GENERAL', 'C0LEGAL'];

type Taken = {
  ready: number[];
  first: number[];
  cold: number[];
  answer: number[];
  memory: number[];
  ack: number[];
  rate: number[];
};
const nothing = (): Taken => ({ ready: [], first: [], cold: [], answer: [], memory: [], ack: [], rate: [] });

/** What people ask a bot in a channel: gold questions that stand by themselves. */
const QUESTIONS = readGold()
  .filter((item) => !('context' in item && item.context) && item.question.length < 200)
  .slice(0, 200)
  .map((item) => item.question);

/**
 * Ours beside a bare Bolt app that echoes, each in a process of its own on the same workspace, round by round in turn:
 * time to connect, from a mention to a visible answer, memory, and acknowledgements under load.
 */
export const benchSlack = async (): Promise<void> => {
  const sandbox = await startSandbox({ port: 0, manifest: readManifest() as Manifest, rateLimits: false });
  const seen = await watch(sandbox);
  const taken = { bare: nothing(), ours: nothing() };
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const name of round % 2 === 0 ? (['bare', 'ours'] as const) : (['ours', 'bare'] as const))
        await takeRound(sandbox, seen, name, taken[name], round);
  } finally {
    await seen.close();
    await sandbox.close();
  }
  print(taken);
};

const takeRound = async (sandbox: Sandbox, seen: Watch, name: Name, taken: Taken, round: number): Promise<void> => {
  const started = performance.now();
  const child: Child = await startChild(APPS[name], sandbox);
  try {
    taken.ready.push(child.readyAfter);
    const first = await mention(sandbox, 0, round);
    taken.first.push((await seen.answered(first.ts)) - started);
    for (let n = 0; n < MENTIONS; n += 1) {
      const said = await mention(sandbox, n, round * MENTIONS + n);
      (n < COLD_MENTIONS ? taken.cold : taken.answer).push((await seen.answered(said.ts)) - said.at);
    }
    await sandbox.onIdle(50);
    const before = new Set(sandbox.deliveries);
    const beginning = performance.now();
    const answered: Promise<number>[] = [];
    for (let n = 0; n < MENTIONS_A_SECOND * LOAD_SECONDS; n += 1) {
      const due = beginning + (n * 1000) / MENTIONS_A_SECOND;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      answered.push(seen.answered((await mention(sandbox, n, n)).ts));
    }
    await Promise.all(answered);
    const load = sandbox.deliveries.filter((one) => !before.has(one));
    if (load.some((one) => !one.acknowledgement.acked)) throw new Error(`${name} left an event unacknowledged.`);
    taken.ack.push(...load.map((one) => one.ms));
    taken.rate.push((load.length * 1000) / (performance.now() - beginning));
    taken.memory.push(child.memory());
  } finally {
    await child.end();
  }
};

/** @returns the message's time stamp, and when it was about to be said */
const mention = async (sandbox: Sandbox, channel: number, question: number): Promise<{ ts: string; at: number }> => {
  const at = performance.now();
  const response = await fetch(`${sandbox.url}/control/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: CHANNELS[channel % CHANNELS.length],
      user: 'U0PRIYA',
      text: `<@${sandbox.botUserId}> ${QUESTIONS[question % QUESTIONS.length]}`,
    }),
  });
  return { ts: ((await response.json()) as { ts: string }).ts, at };
};

const print = ({ bare, ours }: Record<Name, Taken>): void => {
  const line = (label: string, of: (taken: Taken) => number, show: (value: number) => string, aim: string) =>
    console.log(
      `${label.padEnd(26)} ${show(of(ours)).padStart(8)}   bare Bolt ${show(of(bare)).padStart(8)}   ${(of(ours) / of(bare)).toFixed(2)}x   ${aim}`,
    );
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`;
  console.log(`slack ${ROUNDS} rounds in turn, ${MENTIONS} mentions each, then ${LOAD_SECONDS} s of load`);
  line('start to connected, p50', (taken) => quantile(taken.ready, 0.5), ms, 'aim: 1.5x');
  line('start to first answer, p50', (taken) => quantile(taken.first, 0.5), ms, '');
  line('first mentions, p50', (taken) => quantile(taken.cold, 0.5), ms, '');
  line('mention to answer, p50', (taken) => quantile(taken.answer, 0.5), ms, 'aim: 1.25x');
  line('mention to answer, p99', (taken) => quantile(taken.answer, 0.99), ms, '');
  line('memory after load, p50', (taken) => quantile(taken.memory, 0.5), megabytes, 'aim: 1.5x');
  line(
    `acknowledged, p99`,
    (taken) => quantile(taken.ack, 0.99),
    ms,
    `aim: 100 ms at 50 events a second (here ${Math.round(quantile(ours.rate, 0.5))})`,
  );
};
