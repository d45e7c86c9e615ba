import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StandInModel, startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { catalogue, TODAY } from '../support/shipped.ts';
import { evalLive } from './live.ts';

const run = async (args: string[], environment: Record<string, string>) => {
  const lines: string[] = [];
  let progress = '';
  const code = await evalLive(args, catalogue, TODAY, environment, {
    print: (line) => lines.push(line),
    progress: (text) => {
      progress += text;
    },
  });
  return { code, lines, progress };
};

describe('npm run eval -- --live', () => {
  let standIn: StandInModel;
  let configured: Record<string, string>;
  beforeAll(async () => {
    standIn = await startStandInModel({ port: 0, persona: 'honest' });
    configured = { OPENAI_MODEL: 'stand-in', OPENAI_BASE_URL: standIn.url };
  });
  afterAll(() => standIn.close());

  it('says in one line that nothing is configured', async () => {
    const { code, lines } = await run(['--live'], {});
    expect([code, lines]).toEqual([2, [expect.stringMatching(/^OPENAI_MODEL is not set/)]]);
  });

  it.each(['many', '0', '-3', '1.5'])('says in one line that %s is no number of questions', async (wanted) => {
    const { code, lines } = await run(['--live', wanted], configured);
    expect([code, lines]).toEqual([2, [`--live: expected a number of questions, got "${wanted}".`]]);
  });

  it('asks as many questions as wished, and shows the figures beside those of the rules', async () => {
    const { code, lines, progress } = await run(['--live', '25'], configured);
    expect(progress).toContain('25 of 25 questions');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^no model {2}verdicts [\d.]+ %.*sentences shown 0, dropped 0$/);
    expect(lines[1]).toMatch(/^live {6}verdicts [\d.]+ %.*citations 100\.0 %.*changed 0;.*sentences shown [1-9]/);
    expect(lines[2]).toMatch(/^stand-in: [1-9]\d* replies used, none left out; .* \d+ tokens in, \d+ out$/);
    expect(code).toBe(0);
  });

  it('fails where the endpoint is of no use, and says why', async () => {
    standIn.fault('bad-json');
    const { code, lines } = await run(['--live', '5'], configured);
    standIn.fault(null);
    expect(lines.at(-2)).toMatch(/^stand-in: 0 replies used, not used: \d+ not JSON/);
    expect(lines.at(-1)).toContain('these are the figures of the rules');
    expect(code).toBe(1);
  });
});
