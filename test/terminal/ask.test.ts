import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ASK = join(import.meta.dirname, '../../src/terminal/ask-main.ts');
const folder = mkdtempSync(join(tmpdir(), 'openness-ask-'));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

type Run = { code: number | null; out: string; err: string };
const ask = (args: string[], input = ''): Promise<Run> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [ASK, ...args], { env: { ...process.env, NO_COLOR: undefined } });
    const run: Run = { code: null, out: '', err: '' };
    child.stdout.on('data', (data) => {
      run.out += data;
    });
    child.stderr.on('data', (data) => {
      run.err += data;
    });
    child.on('close', (code) => resolve({ ...run, code }));
    child.stdin.end(input);
  });

describe('npm run ask', () => {
  it('answers readably, wrapped and without colour codes where the output is no terminal', async () => {
    const { code, out } = await ask(['can we use llama 3.1 70b commercially?']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Yes, with conditions: Llama 3\.1 70B/);
    expect(out).not.toContain('\u001b[');
    expect(
      Math.max(
        ...out
          .split('\n')
          .filter((line) => !line.includes('https://'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(100);
  });

  it('draws a comparison in columns', async () => {
    const { out } = await ask(['compare Mistral 7B v0.1 and Gemma 2 9B']);
    expect(out).toMatch(/^Licence {2,}Apache License 2\.0 {2,}Gemma Terms of Use/m);
    expect(out).toMatch(/^-{5,} {2}-{5,} {2}-{5,}$/m);
  });

  it('--json prints one object of the contract', async () => {
    const { out } = await ask(['--json', 'is OLMo 2 7B open source?']);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'classification',
      verdict: 'yes',
      in_your_language: null,
      caveat: expect.stringContaining('not legal advice'),
    });
  });

  it('--jsonl answers each line in order, names a bad line on its own line, and goes on', async () => {
    const lines = [
      '{"id":"a","question":"can we use Phi-4 commercially?"}',
      'not json',
      '{"id":"b"}',
      '{"id":7,"question":"x","profile":{"monthly_users":5}}',
      '',
      '{"id":"c","question":"and Gemma 3 27B?","context":"asker: can we use Phi-4 commercially?","profile":{"territories":["DE"]}}',
    ];
    const { code, out } = await ask(['--jsonl'], `${lines.join('\n')}\n`);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map((answer) => answer.id)).toEqual(['a', null, 'b', 7, 'c']);
    expect(answers.map((answer) => 'error' in answer)).toEqual([false, true, true, true, false]);
    expect(answers[3].error).toContain('profile');
    expect(answers[4]).toMatchObject({ activity: 'use_commercially' });
  });

  it('--profile is used; a bad one gets one clear line and exit code 2', async () => {
    const big = await ask([
      '--json',
      '--profile',
      file('big.json', '{"monthly_active_users": 900000000}'),
      'can we use Llama 3 8B commercially?',
    ]);
    expect(JSON.parse(big.out).verdict).toBe('no');
    for (const [args, word] of [
      [['--profile', join(folder, 'nowhere.json'), 'x'], 'cannot read'],
      [['--profile', file('bad.json', '{'), 'x'], 'is not JSON'],
      [['--profile', file('odd.json', '{"annual_revenue_usd":"lots"}'), 'x'], 'annual_revenue_usd'],
      [['--json', '--jsonl'], 'exclude each other'],
      [['--verbose'], '--verbose'],
      [[], 'No question given'],
    ] as const) {
      const { code, err } = await ask([...args]);
      expect(code, word).toBe(2);
      expect(err.trim().split('\n'), word).toHaveLength(1);
      expect(err).toContain(word);
    }
  });

  it('a question may come from another program over standard input', async () => {
    const { code, out } = await ask([], 'is phi-4 MIT?\n');
    expect(code).toBe(0);
    expect(out).toMatch(/^Yes: Phi-4 is under the MIT License/);
  });

  it('says what is wrong with a line in plain words', async () => {
    const { out } = await ask(
      ['--jsonl'],
      [
        '{"id":"b"}',
        '{"question":5}',
        '{"question":"x","profile":{"monthly_users":5}}',
        '{"question":"x","profile":{"territories":["Germany"]}}',
        '{"question":"x","profile":{"annual_revenue_usd":-5}}',
      ].join('\n'),
    );
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).error),
    ).toEqual([
      'question: missing; expected a text',
      'question: expected a text',
      'profile: "monthly_users" is not known here',
      'profile.territories.0: expected two-letter country codes such as "DE"',
      'profile.annual_revenue_usd: expected at least 0',
    ]);
  });

  it('--help shows how', async () => {
    const { code, out } = await ask(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('--jsonl');
  });
});
