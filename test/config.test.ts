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
});
