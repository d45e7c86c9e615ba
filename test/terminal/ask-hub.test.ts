import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MODELS, startHub } from '../support/hub-server.ts';

const ASK = join(import.meta.dirname, '../../src/terminal/ask-main.ts');
let hub: Awaited<ReturnType<typeof startHub>>;
beforeAll(async () => {
  hub = await startHub(MODELS);
});
afterAll(() => hub.close());
beforeEach(() => hub.asked.splice(0));

const ask = (question: string, environment: Record<string, string>): Promise<Record<string, unknown>> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [ASK, '--json', question], {
      env: { ...process.env, HF_LOOKUP: '', ...environment },
    });
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.on('close', () => resolve(JSON.parse(out) as Record<string, unknown>));
  });

describe('npm run ask and Hugging Face', () => {
  const question = 'can we use acme-labs/llamarine-8b commercially?';
  it('asks nobody without the opt-in, although an address is set', async () => {
    expect(await ask(question, { HF_ENDPOINT: hub.url })).toMatchObject({ kind: 'not_covered', verdict: 'unknown' });
    expect(hub.asked).toEqual([]);
  });
  it('with HF_LOOKUP=on sends the id of the repository and nothing else', async () => {
    expect(await ask(question, { HF_ENDPOINT: hub.url, HF_LOOKUP: 'on' })).toMatchObject({
      kind: 'assessment',
      verdict: 'yes_with_conditions',
      subjects: [{ release: null, licence: 'apache-2.0' }],
      caveat: expect.stringContaining('not legal advice'),
    });
    expect(hub.asked).toEqual(['GET /api/models/acme-labs/llamarine-8b/revision/HEAD']);
  });
});
