import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../src/stand-in-model/faults.ts';
import { type StandInModel, startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { callOf, EXPLAIN, KEY, type Logged, modelAt, READ } from '../support/language-model.ts';

/** What the log says of each; null: the reply is right after all. */
const REASONS: Record<Fault, string | null> = {
  'bad-json': 'not JSON',
  fences: null,
  'cut-json': 'not JSON',
  'wrong-schema': 'not in the schema',
  length: 'cut off',
  'content-filter': 'content filter',
  'filtered-prompt': 'status',
  refusal: 'refused',
  html: 'not a completion',
  'no-choices': 'not a completion',
  'no-role': null,
  empty: 'empty',
  'empty-body': 'not a completion',
  'broken-body': 'not a completion',
  unauthorised: 'status',
  'no-model': 'status',
  'rate-limited': 'status',
  'server-error': 'status',
  'talkative-error': 'status',
  'hung-headers': 'timeout',
  'hung-body': 'timeout',
  'hung-error': 'out of time', // the client does not count an attempt's time over the body of an error
  slow: 'timeout',
  reset: 'no connection',
  cut: 'no connection',
};
/** How often the endpoint is asked: those that a second attempt might help are asked twice. */
const TWICE: Fault[] = ['rate-limited', 'server-error', 'hung-headers', 'hung-body', 'slow', 'reset'];
const SILENT: Fault[] = ['hung-headers', 'hung-body', 'hung-error', 'slow'];

let standIn: StandInModel;
beforeAll(async () => {
  standIn = await startStandInModel({ port: 0, persona: 'honest', slowMs: 10_000, retryAfter: '0.1' });
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.fault(null);
  standIn.requests.length = 0;
});

describe('an endpoint where something goes wrong', () => {
  describe.each(FAULTS)('%s', (fault) => {
    const tasks = {
      reading: (model: ReturnType<typeof modelAt>['model']) => model.read(READ, callOf()),
      explaining: (model: ReturnType<typeof modelAt>['model']) => model.explain(EXPLAIN, callOf()),
    };
    it.each(Object.entries(tasks))('%s throws nothing, ends in time, and the log says why', async (_, ask) => {
      const { model, logged } = modelAt(standIn.url, {
        attemptMs: SILENT.includes(fault) ? 300 : 3000,
        ...(fault === 'hung-error' ? { questionMs: 1000 } : {}),
      });
      standIn.fault(fault);
      const started = performance.now();
      const reply = await ask(model);
      expect(performance.now() - started).toBeLessThan(3000);
      const reason = REASONS[fault];
      if (reason === null) expect(reply).not.toBeNull();
      else expect(reply).toBeNull();
      expect(logged).toHaveLength(1);
      expect(logged[0]!.fields.reason ?? null).toBe(reason);
      if (TWICE.includes(fault)) expect(standIn.requests).toHaveLength(2);
      // a 400 without a cause is asked again in each form
      else if (fault !== 'talkative-error') expect(standIn.requests).toHaveLength(1);

      // and it is over when the endpoint is well again
      standIn.fault(null);
      expect(await model.read(READ, callOf())).toEqual({
        intent: 'assess',
        subjects: ['llama-3.1-70b'],
        activities: ['use_commercially'],
      });
    });
  });

  it('a second attempt that goes through is used', async () => {
    const { model, logged } = modelAt(standIn.url);
    standIn.fault('server-error', 1);
    expect(await model.read(READ, callOf())).not.toBeNull();
    expect(logged[0]).toMatchObject({ level: 'info' });
  });
  it('neither the question nor the key is in the log, whatever the endpoint repeats', async () => {
    const all: Logged[] = [];
    for (const fault of FAULTS.filter((name) => !SILENT.includes(name))) {
      const { model, logged } = modelAt(standIn.url);
      standIn.fault(fault);
      await model.read(READ, callOf());
      all.push(...logged);
    }
    expect(all).toHaveLength(FAULTS.length - SILENT.length);
    const lines = JSON.stringify(all);
    for (const secret of [KEY, 'paying clients', 'Llama 3.1 70B']) expect(lines).not.toContain(secret);
  });
  it('nobody listens there', async () => {
    const gone = await startStandInModel({ port: 0, persona: 'honest' });
    await gone.close();
    const { model, logged } = modelAt(gone.url);
    expect(await model.explain(EXPLAIN, callOf())).toBeNull();
    expect(logged[0]!.fields.reason).toBe('no connection');
  });
});
