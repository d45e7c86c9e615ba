import { z } from 'zod';
import {
  type OAuthConfig,
  type OperationsConfig,
  operationsFields,
  readOAuth,
  readOperations,
} from './operations-config.ts';

const flag = (fallback: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false', '1', '0', ''])
    .default('')
    .transform((value) => (value === '' ? fallback : ['on', 'true', '1'].includes(value)));
const whole = (fallback: number, least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((value) => (value === '' ? fallback : Number(value)))
    .pipe(z.number('expected a number').int('expected a whole number').min(least).max(most));
const token = (prefix: string) =>
  z
    .string()
    .default('')
    .refine((value) => value === '' || value.startsWith(prefix), {
      error: (issue) => `expected "${prefix}…", got "${String(issue.input).slice(0, 5)}…"`,
    })
    .transform((value) => (value === '' ? undefined : value));
const text = z
  .string()
  .default('')
  .transform((value) => (value === '' ? undefined : value));

const Environment = z.object({
  SLACK_BOT_TOKEN: token('xoxb-'),
  SLACK_APP_TOKEN: token('xapp-'),
  SLACK_SIGNING_SECRET: text,
  PORT: whole(3838, 0, 65535),
  DATA_DIR: text,
  SLACK_CONNECT: flag(false),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent', ''])
    .default('')
    .transform((value) => value || 'info'),
  LOG_QUESTIONS: flag(false),
  DRAIN_SECONDS: whole(20, 0, 300),
  ...operationsFields,
});

export type Config = {
  /** null: no tokens, so the sandbox is started */
  slack: {
    /** undefined where each workspace has its own, from its installation */
    botToken: string | undefined;
    appToken: string | undefined;
    signingSecret: string | undefined;
    oauth: OAuthConfig | null;
  } | null;
  port: number;
  /** null: nothing is kept over a restart */
  dataDir: string | null;
  answerExternal: boolean;
  logLevel: string;
  logQuestions: boolean;
  drain: number;
  operations: OperationsConfig;
};

export type ReadConfig = { ok: true; config: Config } | { ok: false; problems: string[] };

/**
 * Reads the environment. Every problem is named at once, with the variable and the cure; values of secrets are never
 * part of a message beyond their first five characters.
 */
export const readConfig = (environment: Record<string, string | undefined>): ReadConfig => {
  const result = Environment.safeParse(environment);
  if (!result.success)
    return {
      ok: false,
      problems: result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}. See .env.example.`),
    };
  const values = result.data;
  const problems: string[] = [];
  const oauth = readOAuth(values, problems);
  if (values.SLACK_BOT_TOKEN && !values.SLACK_APP_TOKEN && !values.SLACK_SIGNING_SECRET)
    problems.push(
      'SLACK_BOT_TOKEN is set: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP, too. See .env.example.',
    );
  if (!oauth && !values.SLACK_BOT_TOKEN && (values.SLACK_APP_TOKEN || values.SLACK_SIGNING_SECRET))
    problems.push('SLACK_BOT_TOKEN: missing, though other Slack settings are given. See .env.example.');
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: {
      slack:
        values.SLACK_BOT_TOKEN || oauth
          ? {
              botToken: values.SLACK_BOT_TOKEN,
              appToken: oauth ? undefined : values.SLACK_APP_TOKEN,
              signingSecret: values.SLACK_SIGNING_SECRET,
              oauth,
            }
          : null,
      port: values.PORT,
      dataDir: values.DATA_DIR ?? null,
      answerExternal: values.SLACK_CONNECT,
      logLevel: values.LOG_LEVEL,
      logQuestions: values.LOG_QUESTIONS,
      drain: values.DRAIN_SECONDS * 1000,
      operations: readOperations(values),
    },
  };
};
