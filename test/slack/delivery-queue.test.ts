import { afterEach, describe, expect, it } from 'vitest';
import type { CurrentJob } from '../../src/slack/delivery/current-job.ts';
import type { Incoming, Lane } from '../../src/slack/delivery/inbox.ts';
import { MOST_WAITING } from '../../src/slack/delivery/intake.ts';
import { noMeter } from '../../src/slack/delivery/meter.ts';
import type { OutboxRecord } from '../../src/slack/delivery/outbox.ts';
import { createWorker, SLOTS, type Worker } from '../../src/slack/delivery/worker.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type Bot, CHANNEL, PRIYA, startBot } from '../support/bot.ts';

/** A worker over a real inbox, whose turns end when the test says so. */
const startWorker = async () => {
  const store: Store = await openStore({ folder: null });
  const started: { id: string; team: string; end: () => void }[] = [];
  const worker: Worker = createWorker({
    inbox: store.inbox,
    outbox: store.table<OutboxRecord>('outbox'),
    handle: (job: CurrentJob) =>
      new Promise<void>((resolve) => started.push({ id: job.taken.id, team: job.taken.team, end: resolve })),
    onDead: async () => {},
    meter: noMeter,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  await worker.start();
  let count = 0;
  return {
    worker,
    started,
    put: async (team: string, fields: Partial<Incoming> = {}) => {
      count += 1;
      const id = `${team}-${count}`;
      const incoming: Incoming = {
        id,
        lane: 'questions' as Lane,
        team,
        thread: id,
        body: {},
        came: Date.now(),
        ...fields,
      };
      await store.inbox.put(incoming);
      worker.wake(incoming);
    },
    /** Resolves once so many turns have started. */
    until: async (most: number) => {
      for (let n = 0; started.length < most; n += 1) {
        if (n > 300) throw new Error(`only ${started.length} turns started`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    settled: () => new Promise((resolve) => setTimeout(resolve, 60)),
    end: async () => {
      for (const turn of started) turn.end();
      await worker.stop(100);
      await store.close();
    },
  };
};

describe('the queue', () => {
  let running: Awaited<ReturnType<typeof startWorker>> | null = null;
  afterEach(async () => {
    await running?.end();
    running = null;
  });

  it('eight turns run at a time', async () => {
    running = await startWorker();
    for (let n = 0; n < 20; n += 1) await running.put('T1');
    await running.until(SLOTS.questions);
    await running.settled();
    expect(running.started).toHaveLength(8);
    running.started[0]!.end();
    await running.until(9);
    await running.settled();
    expect(running.started).toHaveLength(9);
  });

  it('a thread is answered in its order, one at a time, while others go on', async () => {
    running = await startWorker();
    for (let n = 0; n < 3; n += 1) await running.put('T1', { thread: 'same' });
    await running.put('T1');
    await running.until(2);
    await running.settled();
    expect(running.started.map((turn) => turn.id)).toEqual(['T1-1', 'T1-4']);
    running.started[0]!.end();
    await running.until(3);
    expect(running.started[2]!.id).toBe('T1-2');
  });

  it('a workspace that floods the queue does not make another wait for more than one turn', async () => {
    running = await startWorker();
    for (let n = 0; n < 100; n += 1) await running.put('T1');
    await running.until(8);
    for (let n = 0; n < 3; n += 1) await running.put('T2');
    running.started[0]!.end();
    await running.until(9);
    expect(running.started[8]!.team).toBe('T2');
    // from now on two places are kept free of any single workspace
    for (const turn of running.started.slice(1, 4)) turn.end();
    await running.until(11);
    await running.settled();
    expect(running.started.filter((turn) => turn.team === 'T2').length).toBeGreaterThanOrEqual(2);
  });

  it('a turn whose lease ran out sends nothing: another may be sending it', async () => {
    const store = await openStore({ folder: null });
    const said: string[] = [];
    const worker = createWorker({
      // a lease that nobody can renew
      inbox: { ...store.inbox, lease: 200, renew: () => Promise.reject(new Error('away')) },
      outbox: store.table<OutboxRecord>('outbox'),
      handle: async (job) => {
        job.checkLease();
        said.push('in time');
        await new Promise((resolve) => setTimeout(resolve, 250));
        job.checkLease();
        said.push('too late');
      },
      onDead: async () => {},
      meter: noMeter,
      log: { info: () => {}, warn: () => {}, error: () => {} },
    });
    await worker.start();
    const incoming: Incoming = { id: 'e', lane: 'questions', team: 'T1', thread: 't', body: {}, came: Date.now() };
    await store.inbox.put(incoming);
    worker.wake(incoming);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(said).toEqual(['in time']);
    await worker.stop(100);
    await store.close();
  });

  it('a button does not wait behind eight slow answers', async () => {
    running = await startWorker();
    for (let n = 0; n < 20; n += 1) await running.put('T1');
    await running.until(8);
    const began = performance.now();
    await running.put('T1', { lane: 'acts' });
    await running.until(9);
    expect(performance.now() - began).toBeLessThan(200);
    expect(running.started[8]!.id).toBe('T1-21');
  });
});

describe('when the queue is full', () => {
  let bot: Bot | null = null;
  afterEach(async () => {
    await bot?.close();
  });

  it('says so, in the thread of the question, and answers the others', async () => {
    bot = await startBot();
    // eight answers hang, and everything else has to wait behind them
    bot.sandbox.fault({ method: 'chat.postMessage', kind: 'hang', times: SLOTS.questions });
    const asked = MOST_WAITING.team + SLOTS.questions + 10;
    const stamps: string[] = [];
    for (let n = 0; n < asked; n += 1) {
      const { ts } = await bot.call('POST', '/control/message', {
        channel: CHANNEL,
        user: PRIYA,
        text: `${bot.bot} can we use Phi-4 commercially?`,
      });
      stamps.push(ts!);
    }
    await bot.settle();
    const answers = (await bot.answers()).map((answer) => ({ thread: answer.thread_ts, text: answer.text }));
    expect(answers.map((answer) => answer.thread).sort()).toEqual([...stamps].sort());
    const refused = answers.filter((answer) => answer.text.includes('more questions waiting'));
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThanOrEqual(11);
    expect(bot.sandbox.violations()).toEqual([]);
  }, 60_000);
});
