import type { Postgres } from '../support/postgres.ts';
import type { Tally } from './askers.ts';
import type { Fleet } from './fleet.ts';

export const quantile = (values: number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))] ?? Number.NaN;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How long the bot takes to acknowledge, under a steady load. A mention in a channel is two events, and each answer one. */
export const measureAcks = async (fleet: Fleet, load: { questions: number; perSecond: number }) => {
  await fleet.connected(fleet.replicas.length * 2);
  // every process has answered before
  await fleet.askers.askMany(30 * fleet.replicas.length, 15);
  await fleet.askers.untilAnswered(20_000);
  const before = new Set(fleet.sandbox.deliveries);
  const began = performance.now();
  // the log holds 2,000 deliveries
  const seen: number[] = [];
  const collect = () => {
    for (const one of fleet.sandbox.deliveries)
      if (!before.has(one)) {
        before.add(one);
        seen.push(one.acknowledgement.acked ? one.ms : Number.POSITIVE_INFINITY);
      }
  };
  await fleet.askers.askMany(load.questions, load.perSecond, (asked) => {
    if (asked % 50 === 0) collect();
  });
  const seconds = (performance.now() - began) / 1000;
  await fleet.askers.untilAnswered(20_000);
  collect();
  return { p50: quantile(seen, 0.5), p99: quantile(seen, 0.99), perSecond: seen.length / seconds, count: seen.length };
};

export type Trouble = '429' | '500' | 'hang' | 'connection' | 'store';
const TROUBLE_MS = 3000;

/** Asks while something is away for three seconds. @returns how long after its return the last answer came */
export const measureRecovery = async (
  fleet: Fleet,
  trouble: Trouble,
  postgres: Postgres | null,
): Promise<{ ms: number; tally: Tally }> => {
  const { sandbox, askers } = fleet;
  await fleet.connected(fleet.replicas.length * 2);
  const method = 'chat.postMessage';
  const many = 100_000;
  if (trouble === '429') sandbox.fault({ method, kind: 'ratelimited', retry_after: 1, times: many });
  if (trouble === '500') sandbox.fault({ method, kind: 'http_error', status: 500, times: many });
  if (trouble === 'hang') sandbox.fault({ method, kind: 'hang', times: many });
  if (trouble === 'connection') {
    sandbox.fault({ method: 'apps.connections.open', kind: 'http_error', status: 503, times: many });
    sandbox.disconnect('drop');
  }
  if (trouble === 'store') await postgres!.stop();
  const asking = askers.askMany(20, 10);
  await sleep(TROUBLE_MS);
  if (trouble === 'store') await postgres!.start();
  await fetch(`${sandbox.url}/control/clear_faults`, { method: 'POST' });
  const began = performance.now();
  await asking;
  const tally = await askers.untilAnswered(30_000);
  return { ms: performance.now() - began, tally };
};

/** Memory of one process while it answers, after the first fifth and at the end. */
export const measureMemory = async (fleet: Fleet, load: { questions: number; perSecond: number }) => {
  const samples: { asked: number; bytes: number }[] = [];
  const began = performance.now();
  await fleet.askers.askMany(load.questions, load.perSecond, (asked) => {
    if (asked % 100 === 0) samples.push({ asked, bytes: fleet.replicas[0]!.memory() });
  });
  const tally = await fleet.askers.untilAnswered(120_000);
  const seconds = (performance.now() - began) / 1000;
  const between = (from: number, to: number) =>
    quantile(
      samples
        .filter(({ asked }) => asked > from * load.questions && asked <= to * load.questions)
        .map((one) => one.bytes),
      0.5,
    );
  return { early: between(0.2, 0.4), late: between(0.8, 1), tally, seconds };
};
