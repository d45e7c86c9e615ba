import { afterEach, describe, expect, it } from 'vitest';
import { SHAPES } from '../../src/stand-in-model/accepts.ts';
import {
  type StandInModel,
  type StandInOptions,
  startStandInModel,
} from '../../src/stand-in-model/start-stand-in-model.ts';
import { callOf, EXPLAIN, modelAt, READ } from '../support/language-model.ts';

let standIn: StandInModel;
afterEach(() => standIn.close());
const start = async (options: Partial<StandInOptions> = {}) => {
  standIn = await startStandInModel({ port: 0, persona: 'honest', ...options });
  return standIn;
};
const formats = () =>
  standIn.requests.map((body) => (body.response_format as { type: string } | undefined)?.type ?? 'none');

/** What each kind of server has to be asked like, and how many requests it took to find out. */
const FOUND: Record<string, { format: string; requests: number; fields: string[] }> = {
  hosted: { format: 'json_schema', requests: 2, fields: ['max_completion_tokens'] },
  'json-mode': { format: 'json_object', requests: 3, fields: ['max_tokens', 'temperature'] },
  vllm: { format: 'json_schema', requests: 1, fields: ['max_completion_tokens', 'temperature'] },
  'llama.cpp': { format: 'json_schema', requests: 2, fields: ['max_tokens', 'temperature'] },
  ollama: { format: 'json_schema', requests: 1, fields: ['max_completion_tokens', 'temperature'] },
  plain: { format: 'none', requests: 6, fields: [] },
};

describe('endpoints that differ in what they take', () => {
  it.each(Object.keys(SHAPES))(
    '%s is asked in the strictest way that it takes, and that is remembered',
    async (name) => {
      await start({ accepts: SHAPES[name] });
      const { model, logged } = modelAt(standIn.url);
      expect(await model.read(READ, callOf())).toEqual({
        intent: 'assess',
        subjects: ['llama-3.1-70b'],
        activities: ['use_commercially'],
      });
      const found = FOUND[name]!;
      expect(standIn.requests).toHaveLength(found.requests);
      expect(formats()[0]).toBe('json_schema');
      expect(await model.explain(EXPLAIN, callOf())).not.toBeNull();
      expect(standIn.requests).toHaveLength(found.requests + 1);
      const body = standIn.requests.at(-1)!;
      expect(formats().at(-1)).toBe(found.format);
      const fields = Object.keys(body).filter((field) => /^(max_|temperature)/.test(field));
      expect(fields.sort()).toEqual(found.fields);
      expect(logged.map((line) => line.fields.format)).toEqual([found.format, found.format]);
    },
  );
  it('the strict schema holds a reply to the ids in scope, every key required', async () => {
    await start();
    await modelAt(standIn.url).model.read(READ, callOf());
    expect(standIn.requests[0]).toMatchObject({
      response_format: {
        json_schema: {
          strict: true,
          schema: {
            additionalProperties: false,
            required: ['intent', 'subjects', 'activities'],
            properties: { subjects: { items: { enum: ['llama-3.1-70b', 'qwen2.5-7b', 'none'] } } },
          },
        },
      },
    });
  });
  it('a request that is refused in every form is given up, and the next question tries the strictest form again', async () => {
    await start({ fault: 'talkative-error' });
    const { model } = modelAt(standIn.url);
    expect(await model.read(READ, callOf())).toBeNull();
    standIn.fault(null);
    standIn.requests.length = 0;
    expect(await model.read(READ, callOf())).not.toBeNull();
    expect(formats()).toEqual(['json_schema']);
  });
  it('a wrong key or a filtered prompt is no reason to ask again in another form', async () => {
    await start({ accepts: { key: 'another' } });
    expect(await modelAt(standIn.url).model.read(READ, callOf())).toBeNull();
    expect(standIn.requests).toHaveLength(1);
    await standIn.close();
    await start({ fault: 'filtered-prompt' });
    expect(await modelAt(standIn.url).model.read(READ, callOf())).toBeNull();
    expect(standIn.requests).toHaveLength(1);
  });
  it('an endpoint that asks for no key gets none that means anything', async () => {
    await start();
    expect(await modelAt(standIn.url, { apiKey: null }).model.read(READ, callOf())).not.toBeNull();
  });
  it('what is used is logged in tokens, with the version of the prompt', async () => {
    await start();
    const { model, logged } = modelAt(standIn.url);
    await model.explain(EXPLAIN, callOf());
    expect(logged[0]!.fields).toMatchObject({
      prompt: expect.stringMatching(/^explain@[0-9a-f]{8}$/),
      tokens: { input: expect.any(Number), cached: 0, output: expect.any(Number) },
    });
  });
});
