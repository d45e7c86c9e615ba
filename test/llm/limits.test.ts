import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StandInModel, startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { callOf, EXPLAIN, modelAt, READ } from '../support/language-model.ts';

let standIn: StandInModel;
beforeEach(async () => {
  standIn = await startStandInModel({ port: 0, persona: 'honest', slowMs: 10_000, retryAfter: '30' });
});
afterEach(() => standIn.close());

/** A clock that is set by hand. */
const clock = () => {
  let ms = Date.parse('2026-11-30T12:00:00Z');
  return { now: () => new Date(ms), pass: (more: number) => (ms += more) };
};
const MINUTE = 60_000;

describe('how much a question may take', () => {
  it('two calls, and no third', async () => {
    const { model, logged } = modelAt(standIn.url);
    const call = callOf();
    expect(await model.read(READ, call)).not.toBeNull();
    expect(await model.explain(EXPLAIN, call)).not.toBeNull();
    expect(await model.explain(EXPLAIN, call)).toBeNull();
    expect(standIn.requests).toHaveLength(2);
    expect(logged[2]!.fields).toMatchObject({ reason: 'budget', whose: 'question' });
    expect(await model.explain(EXPLAIN, callOf())).not.toBeNull();
  });
  it('its time counts over both calls, even while the client waits to try again', async () => {
    const { model, logged } = modelAt(standIn.url, { questionMs: 400 });
    const call = callOf();
    expect(await model.read(READ, call)).not.toBeNull();
    standIn.fault('rate-limited');
    const started = performance.now();
    expect(await model.explain(EXPLAIN, call)).toBeNull();
    expect(performance.now() - started).toBeLessThan(600);
    expect(logged[1]!.fields.reason).toBe('out of time');
    expect(standIn.requests).toHaveLength(2);
  });
  it('who asked can stop it, at once, and the endpoint sees the connection end', async () => {
    standIn.fault('hung-body');
    const { model, logged } = modelAt(standIn.url, { attemptMs: 10_000, questionMs: 10_000 });
    const stop = new AbortController();
    const reply = model.explain(EXPLAIN, callOf('U0PRIYA', 'T0', stop.signal));
    await expect.poll(() => standIn.requests.length).toBe(1);
    stop.abort();
    expect(await reply).toBeNull();
    expect(logged[0]!.fields.reason).toBe('stopped');
    await expect.poll(() => standIn.abandoned()).toBe(1);
    expect(await model.read(READ, callOf('U0PRIYA', 'T0', stop.signal))).toBeNull();
    expect(standIn.requests).toHaveLength(1);
  });
});

describe('an endpoint that keeps failing', () => {
  it('is left alone after five failures, tried once in eight seconds, and used again when it is well', async () => {
    const { now, pass } = clock();
    const { model, logged } = modelAt(standIn.url, {}, now);
    standIn.fault('html');
    for (let at = 0; at < 7; at += 1) expect(await model.read(READ, callOf())).toBeNull();
    expect(standIn.requests).toHaveLength(5);
    expect(logged.slice(5).map((line) => line.fields.reason)).toEqual(['resting', 'resting']);

    pass(7_900);
    expect(await model.read(READ, callOf())).toBeNull();
    expect(standIn.requests).toHaveLength(5);

    pass(100);
    const trials = await Promise.all([model.read(READ, callOf()), model.read(READ, callOf())]);
    expect(trials).toEqual([null, null]);
    expect(standIn.requests).toHaveLength(6);
    expect(await model.read(READ, callOf())).toBeNull();
    expect(standIn.requests).toHaveLength(6);

    pass(8_000);
    standIn.fault(null);
    expect(await model.read(READ, callOf())).not.toBeNull();
    standIn.fault('html', 4);
    for (let at = 0; at < 4; at += 1) await model.read(READ, callOf());
    expect(await model.read(READ, callOf())).not.toBeNull();
  });
  it('is waited for no longer once it is given up', async () => {
    const { model, logged } = modelAt(standIn.url, { attemptMs: 10_000, questionMs: 10_000 });
    standIn.fault('hung-headers', 1);
    const waiting = model.read(READ, callOf());
    await expect.poll(() => standIn.requests.length).toBe(1);
    standIn.fault('html');
    for (let at = 0; at < 5; at += 1) await model.read(READ, callOf());
    expect(await waiting).toBeNull();
    expect(logged.map((line) => line.fields.reason)).toEqual([...Array(5).fill('not a completion'), 'resting']);
    await expect.poll(() => standIn.abandoned()).toBe(1);
  });
  it('keeps nobody waiting for a trial that hangs, and a trial that goes well late counts', async () => {
    const { now, pass } = clock();
    const slow = await startStandInModel({ port: 0, persona: 'honest', slowMs: 500 });
    const { model, logged } = modelAt(slow.url, { trialMs: 100 }, now);
    slow.fault('html');
    for (let at = 0; at < 5; at += 1) await model.read(READ, callOf());

    pass(8_000);
    slow.fault('hung-headers');
    expect(await model.read(READ, callOf())).toBeNull();
    expect(logged.at(-1)!.fields.reason).toBe('resting');
    expect(await model.read(READ, callOf())).toBeNull();
    expect(slow.requests).toHaveLength(6);

    pass(8_000);
    slow.fault('slow', 1);
    expect(await model.read(READ, callOf())).toBeNull();
    expect(slow.requests).toHaveLength(7);
    await expect.poll(() => model.read(READ, callOf())).not.toBeNull();
    await slow.close();
  });
  it('is tried by the next who asks where the trial was stopped', async () => {
    const { now, pass } = clock();
    const { model } = modelAt(standIn.url, { attemptMs: 10_000, questionMs: 10_000 }, now);
    standIn.fault('html');
    for (let at = 0; at < 5; at += 1) await model.read(READ, callOf());
    pass(8_000);
    standIn.fault('hung-headers', 1);
    const stop = new AbortController();
    const trial = model.read(READ, callOf('U0PRIYA', 'T0', stop.signal));
    await expect.poll(() => standIn.requests.length).toBe(6);
    stop.abort();
    expect(await trial).toBeNull();
    expect(await model.read(READ, callOf())).not.toBeNull();
  });
  it.each(['refusal', 'content-filter', 'filtered-prompt', 'bad-json', 'wrong-schema', 'length'] as const)(
    'nobody can switch it off for the others by what they ask (%s)',
    async (fault) => {
      const { model } = modelAt(standIn.url);
      standIn.fault(fault);
      for (let at = 0; at < 6; at += 1) await model.read(READ, callOf('U0MALLORY'));
      standIn.fault(null);
      expect(await model.read(READ, callOf('U0PRIYA'))).not.toBeNull();
    },
  );
  it('a stop of the asker is no failure of the endpoint', async () => {
    const { model } = modelAt(standIn.url, { attemptMs: 10_000, questionMs: 10_000 });
    standIn.fault('hung-headers', 6);
    for (let at = 1; at <= 6; at += 1) {
      const stop = new AbortController();
      const reply = model.read(READ, callOf('U0PRIYA', 'T0', stop.signal));
      await expect.poll(() => standIn.requests.length).toBe(at);
      stop.abort();
      await reply;
    }
    expect(await model.read(READ, callOf())).not.toBeNull();
  });
  it('nor a sign that it is well', async () => {
    const { model, logged } = modelAt(standIn.url, { attemptMs: 10_000, questionMs: 10_000 });
    standIn.fault('html');
    for (let at = 0; at < 4; at += 1) await model.read(READ, callOf());
    standIn.fault('hung-headers', 1);
    const stop = new AbortController();
    const reply = model.read(READ, callOf('U0PRIYA', 'T0', stop.signal));
    await expect.poll(() => standIn.requests.length).toBe(5);
    stop.abort();
    await reply;
    standIn.fault('html');
    for (let at = 0; at < 2; at += 1) await model.read(READ, callOf());
    expect(logged.at(-1)!.fields.reason).toBe('resting');
  });
});

describe('the budgets', () => {
  it("a person's are used up alone, and fill up again with time", async () => {
    const { now, pass } = clock();
    const { model, logged } = modelAt(standIn.url, { personCalls: 3 }, now);
    for (let at = 0; at < 3; at += 1) expect(await model.read(READ, callOf())).not.toBeNull();
    expect(await model.read(READ, callOf())).toBeNull();
    expect(logged[3]!.fields).toMatchObject({ reason: 'budget', whose: 'person' });
    expect(await model.read(READ, callOf('U0JONAS'))).not.toBeNull();
    expect(await model.read(READ, callOf('U0PRIYA', 'T1'))).not.toBeNull();
    pass(19 * MINUTE);
    expect(await model.read(READ, callOf())).toBeNull();
    pass(MINUTE);
    expect(await model.read(READ, callOf())).not.toBeNull();
    expect(await model.read(READ, callOf())).toBeNull();
    pass(600 * MINUTE);
    for (let at = 0; at < 3; at += 1) expect(await model.read(READ, callOf())).not.toBeNull();
    expect(await model.read(READ, callOf())).toBeNull();
  });
  it("a workspace's are shared by its people, and no other workspace's", async () => {
    const { model, logged } = modelAt(standIn.url, { workspaceCalls: 3 });
    for (const person of ['U1', 'U2', 'U3']) expect(await model.read(READ, callOf(person))).not.toBeNull();
    expect(await model.read(READ, callOf('U4'))).toBeNull();
    expect(logged[3]!.fields).toMatchObject({ reason: 'budget', whose: 'workspace' });
    expect(await model.read(READ, callOf('U4', 'T1'))).not.toBeNull();
  });
  it('a question that was stopped before it was sent costs nothing', async () => {
    const { model } = modelAt(standIn.url, { personCalls: 1 });
    expect(await model.read(READ, callOf('U0PRIYA', 'T0', AbortSignal.abort()))).toBeNull();
    expect(await model.read(READ, callOf())).not.toBeNull();
  });
  it('hold under many people at once', async () => {
    const { model } = modelAt(standIn.url, { workspaceCalls: 20, attemptMs: 5000, questionMs: 10_000 });
    const replies = await Promise.all(Array.from({ length: 60 }, (_, at) => model.read(READ, callOf(`U${at % 30}`))));
    expect(replies.filter((reply) => reply !== null)).toHaveLength(20);
    expect(standIn.requests).toHaveLength(20);
  });
});
