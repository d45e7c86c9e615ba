import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const problems = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return read.ok ? [] : read.problems;
};

describe('the configuration', () => {
  it('needs nothing: without tokens the sandbox is started', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      config: { slack: null, port: 3838, dataDir: null, answerExternal: false, logQuestions: false },
    });
  });
  it('looks nothing up on Hugging Face unless it is told to', () => {
    const hubOf = (environment: Record<string, string>) => {
      const read = readConfig(environment);
      return read.ok ? read.config.hub : read.problems;
    };
    expect(hubOf({})).toBeNull();
    expect(hubOf({ HF_ENDPOINT: 'http://127.0.0.1:9' })).toBeNull();
    expect(hubOf({ HF_LOOKUP: 'on' })).toEqual({});
    expect(hubOf({ HF_LOOKUP: 'on', HF_ENDPOINT: 'http://127.0.0.1:9/' })).toEqual({ url: 'http://127.0.0.1:9' });
    expect(hubOf({ HF_LOOKUP: 'perhaps' })).toEqual([expect.stringContaining('HF_LOOKUP')]);
  });
  it('takes Socket Mode and HTTP', () => {
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toMatchObject({
      ok: true,
      config: { slack: { appToken: 'xapp-1' } },
    });
    expect(readConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toMatchObject({
      ok: true,
      config: { slack: { signingSecret: 's' } },
    });
  });
  it('names every problem at once, with the cure, and never a whole secret', () => {
    const found = problems({
      SLACK_BOT_TOKEN: 'xoxp-verysecret',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      SLACK_CONNECT: 'maybe',
    });
    expect(found.map((line) => line.split(':')[0]).sort()).toEqual([
      'LOG_LEVEL',
      'PORT',
      'SLACK_BOT_TOKEN',
      'SLACK_CONNECT',
    ]);
    expect(found.join('\n')).toContain('expected "xoxb-…", got "xoxp-…". See .env.example.');
    expect(found.join('\n')).not.toContain('verysecret');
  });
  it('half a Slack set-up is said to be half', () => {
    expect(problems({ SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
    expect(problems({ SLACK_APP_TOKEN: 'xapp-1' })).toEqual([expect.stringContaining('SLACK_BOT_TOKEN: missing')]);
  });
  it('takes a language model with a key, or at an address of its own, and only when a model is named', () => {
    const modelOf = (environment: Record<string, string>) => {
      const read = readConfig(environment);
      return read.ok ? read.config.model : read.problems;
    };
    expect(modelOf({ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' })).toBeNull();
    expect(modelOf({ OPENAI_MODEL: 'm', OPENAI_API_KEY: 'sk-1' })).toMatchObject({
      model: 'm',
      apiKey: 'sk-1',
      baseUrl: null,
      attemptMs: 15_000,
      questionMs: 25_000,
      inputCharacters: 4000,
    });
    expect(
      modelOf({ OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', MODEL_CALLS_PER_PERSON: '5' }),
    ).toMatchObject({ apiKey: null, baseUrl: 'http://127.0.0.1:11434/v1', personCalls: 5 });
    expect(modelOf({ OPENAI_MODEL: 'm' })).toEqual([expect.stringContaining('set OPENAI_API_KEY, or OPENAI_BASE_URL')]);
  });
  it('an address or a key that cannot work is named, and nothing of it repeated', () => {
    const found = problems({
      OPENAI_MODEL: 'm',
      OPENAI_BASE_URL: 'https://me:hushhush@models.example/v1',
      OPENAI_API_KEY: 'hush\nhush',
      MODEL_QUESTION_SECONDS: '0',
    });
    expect(found.map((line) => line.split(':')[0]).sort()).toEqual([
      'MODEL_QUESTION_SECONDS',
      'OPENAI_API_KEY',
      'OPENAI_BASE_URL',
    ]);
    expect(found.join()).not.toContain('hush');
  });
  it('takes a database, retention periods and keys, and says what is wrong with each', () => {
    expect(
      readConfig({ DATABASE_URL: 'postgres://u@h/d', RETENTION: 'threads=7, feedback=30', OPS_PORT: '9464' }),
    ).toMatchObject({
      ok: true,
      config: {
        operations: {
          databaseUrl: 'postgres://u@h/d',
          kept: { threads: 7 * 86_400_000, feedback: 30 * 86_400_000 },
          opsPort: 9464,
          opsHost: '127.0.0.1',
        },
      },
    });
    const wrong = {
      DATABASE_URL: 'mysql://h/d',
      RETENTION: 'thread=7,asked=0',
      TOKEN_KEY: 'short',
      OPS_PORT: 'x',
      SLACK_API_URL: 'slack',
    };
    expect(
      problems(wrong)
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['DATABASE_URL', 'OPS_PORT', 'RETENTION', 'RETENTION', 'SLACK_API_URL', 'TOKEN_KEY'].sort());
    expect(problems(wrong).join()).toContain('got "thread=7"');
    expect(problems(wrong).join()).not.toContain('short"');
  });
  it('installation in many workspaces needs all of its parts, and no bot token', () => {
    const all = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'cs',
      SLACK_STATE_SECRET: 'ss',
      SLACK_SIGNING_SECRET: 'sig',
      TOKEN_KEY: `${'ab'.repeat(32)},${Buffer.alloc(32, 3).toString('base64')}`,
      DATA_DIR: '/data',
    };
    expect(readConfig(all)).toMatchObject({
      ok: true,
      config: {
        slack: { botToken: undefined, oauth: { clientId: '1.2', keys: [Buffer.alloc(32, 0xab), Buffer.alloc(32, 3)] } },
      },
    });
    for (const name of Object.keys(all))
      expect(problems({ ...all, [name]: '' }).join('\n')).toContain(
        name === 'DATA_DIR' ? 'DATA_DIR' : `${name}: missing`,
      );
    expect(problems({ ...all, SLACK_BOT_TOKEN: 'xoxb-1' }).join()).toContain('leave it empty');
  });
});
