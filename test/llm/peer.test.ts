import { LLMock } from '@copilotkit/aimock';
import { afterEach, describe, expect, it } from 'vitest';
import { startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { callOf, EXPLAIN, modelAt, READ } from '../support/language-model.ts';

const READING = { intent: 'assess', subjects: ['llama-3.1-70b'], activities: ['use_commercially'] };
type Server = { url: string; requests: () => number; close: () => Promise<unknown> };
type Trouble =
  | 'none'
  | 'json_object only'
  | 'one 429'
  | 'one 500'
  | 'only 500'
  | 'no JSON in the body'
  | 'length'
  | 'content filter'
  | 'silence'
  | 'cut'
  | 'wrong key'
  | 'prose';

/** The stand-in of this repository. */
const own = async (trouble: Trouble): Promise<Server> => {
  const standIn = await startStandInModel({
    port: 0,
    persona: 'honest',
    retryAfter: '0.1',
    accepts: {
      ...(trouble === 'json_object only' ? { format: 'json_object' } : {}),
      ...(trouble === 'wrong key' ? { key: 'another' } : {}),
    },
  });
  const faults = {
    'one 429': ['rate-limited', 1],
    'one 500': ['server-error', 1],
    'only 500': ['server-error'],
    'no JSON in the body': ['broken-body'],
    length: ['length'],
    'content filter': ['content-filter'],
    silence: ['hung-headers'],
    cut: ['reset'],
    prose: ['bad-json'],
  } as const;
  const [fault, times] = trouble in faults ? faults[trouble as keyof typeof faults] : [null];
  standIn.fault(fault, times);
  return { url: standIn.url, requests: () => standIn.requests.length, close: standIn.close };
};

/** The same trouble at a server that nobody here wrote. */
const peer = async (trouble: Trouble): Promise<Server> => {
  const mock = new LLMock({
    port: 0,
    logLevel: 'silent',
    ...(trouble === 'no JSON in the body' ? { chaos: { malformedRate: 1 } } : {}),
    ...(trouble === 'silence' ? { chaos: { latencyMs: 5_000 } } : {}),
    ...(trouble === 'cut' ? { chaos: { disconnectRate: 1 } } : {}),
  });
  const finishReason = { length: 'length', 'content filter': 'content_filter' }[trouble as string];
  const refused = { error: { message: 'response_format is not supported' }, status: 400 };
  if (trouble === 'json_object only') mock.on({ responseFormat: 'json_schema' }, refused);
  if (trouble === 'only 500') mock.on({}, { error: { message: 'broken' }, status: 500 });
  if (trouble === 'wrong key') mock.on({}, { error: { message: 'no such key', code: 'invalid_api_key' }, status: 401 });
  if (trouble === 'one 429') mock.on({ sequenceIndex: 0 }, { error: { message: 'slow' }, status: 429, retryAfter: 1 });
  if (trouble === 'one 500') mock.nextRequestError(500);
  mock.on(
    {},
    { content: trouble === 'prose' ? 'Sure!' : JSON.stringify(READING), ...(finishReason ? { finishReason } : {}) },
  );
  await mock.start();
  return { url: `${mock.url}/v1`, requests: () => mock.getRequests().length, close: () => mock.stop() };
};

let server: Server;
afterEach(() => server.close());

/** What comes back, why not, and after how many requests: null where an aborted one need not be counted yet. */
const EXPECTED: Record<Trouble, { reason: string | null; requests: number | null }> = {
  none: { reason: null, requests: 1 },
  'json_object only': { reason: null, requests: 2 },
  'one 429': { reason: null, requests: 2 },
  'one 500': { reason: null, requests: 2 },
  'only 500': { reason: 'status', requests: 2 },
  'no JSON in the body': { reason: 'not a completion', requests: 1 },
  length: { reason: 'cut off', requests: 1 },
  'content filter': { reason: 'content filter', requests: 1 },
  silence: { reason: 'timeout', requests: null },
  cut: { reason: 'no connection', requests: 2 },
  'wrong key': { reason: 'status', requests: 1 },
  prose: { reason: 'not JSON', requests: 1 },
};

describe.each([
  ['the stand-in of this repository', own],
  ['a server that others wrote', peer],
] as const)('the client at %s', (_, start) => {
  it.each(Object.keys(EXPECTED) as Trouble[])('%s', async (trouble) => {
    server = await start(trouble);
    const { model, logged } = modelAt(server.url, trouble === 'silence' ? { attemptMs: 300 } : {});
    const expected = EXPECTED[trouble];
    expect(await model.read(READ, callOf())).toEqual(expected.reason === null ? READING : null);
    expect(logged).toHaveLength(1);
    expect(logged[0]!.fields.reason ?? null).toBe(expected.reason);
    if (expected.requests !== null) expect(server.requests()).toBe(expected.requests);
  });
});

describe('the two servers', () => {
  it('send completions of the same form', async () => {
    const body = { model: 'm', messages: [{ role: 'user', content: 'x' }], response_format: { type: 'json_object' } };
    const formOf = async (at: Server, messages: unknown) => {
      const response = await fetch(`${at.url}/chat/completions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, messages }),
      });
      return form(await response.json());
    };
    server = await own('none');
    const standIn = await startStandInModel({ port: 0, persona: 'honest' });
    await modelAt(standIn.url).model.explain(EXPLAIN, callOf());
    const { messages } = standIn.requests[0]!;
    const other = await peer('none');
    const [ours, theirs] = [await formOf(server, messages), await formOf(other, messages)];
    await Promise.all([other.close(), standIn.close()]);
    expect(ours).toMatchObject({ choices: [{ message: { role: 'string', content: 'string' } }] });
    expect(ours).toEqual(theirs);
  });
});

/** The types in place of the values. */
const form = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(form);
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['system_fingerprint', 'usage'].includes(key))
      .map(([key, item]) => [key, form(item)]),
  );
};
