import { z } from 'zod';
import { MODEL_LIMITS, type ModelSettings } from './llm/settings.ts';
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
/** Nothing of the value is repeated: an address or a key may hold a secret anywhere. */
const address = text
  .refine((value) => value === undefined || isEndpoint(value), {
    error: 'expected an address like "http://127.0.0.1:8000/v1", without user name and password',
  })
  .transform((value) => value ?? null);
const isEndpoint = (value: string): boolean => {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};
const bearer = text
  .refine((value) => value === undefined || /^[!-~]+$/.test(value), { error: 'expected one word of plain characters' })
  .transform((value) => value ?? null);

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
  GAP_QUESTIONS: flag(false),
  DRAIN_SECONDS: whole(20, 0, 300),
  HF_LOOKUP: flag(false),
  HF_ENDPOINT: address,
  OPENAI_BASE_URL: address,
  OPENAI_MODEL: text,
  OPENAI_API_KEY: bearer,
  MODEL_ATTEMPT_SECONDS: whole(MODEL_LIMITS.attemptMs / 1000, 1, 120),
  MODEL_QUESTION_SECONDS: whole(MODEL_LIMITS.questionMs / 1000, 1, 120),
  MODEL_REPLY_TOKENS: whole(MODEL_LIMITS.replyTokens, 100, 100_000),
  MODEL_INPUT_CHARACTERS: whole(MODEL_LIMITS.inputCharacters, 100, 40_000),
  MODEL_CALLS_PER_PERSON: whole(MODEL_LIMITS.personCalls, 1, 100_000),
  MODEL_CALLS_PER_WORKSPACE: whole(MODEL_LIMITS.workspaceCalls, 1, 1_000_000),
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
  /** question text is kept with what could not be answered */
  gapQuestions: boolean;
  drain: number;
  /** null: no model is looked up on Hugging Face */
  hub: { url?: string } | null;
  /** null: no OPENAI_MODEL, so rules alone read and answer */
  model: ModelSettings | null;
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
  if (values.OPENAI_MODEL && !values.OPENAI_API_KEY && !values.OPENAI_BASE_URL)
    problems.push(
      'OPENAI_MODEL is set: set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint of your own, too. See .env.example.',
    );
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
      gapQuestions: values.GAP_QUESTIONS,
      drain: values.DRAIN_SECONDS * 1000,
      hub: hubFrom(values),
      model: modelFrom(values),
      operations: readOperations(values),
    },
  };
};

/** HF_LOOKUP is the switch: an address may stand in the environment for other programs. */
const hubFrom = (values: Pick<z.infer<typeof Environment>, 'HF_LOOKUP' | 'HF_ENDPOINT'>): Config['hub'] =>
  values.HF_LOOKUP ? (values.HF_ENDPOINT ? { url: values.HF_ENDPOINT.replace(/\/+$/, '') } : {}) : null;

/** For commands that need nothing else of the environment. @returns null where nothing may be looked up, or badly set */
export const readHubConfig = (environment: Record<string, string | undefined>): Config['hub'] => {
  const result = Environment.pick({ HF_LOOKUP: true, HF_ENDPOINT: true }).safeParse(environment);
  return result.success ? hubFrom(result.data) : null;
};

/** OPENAI_MODEL alone is the switch: a key or an address may stand in the environment for other programs. */
const modelFrom = (values: z.infer<typeof Environment>): ModelSettings | null =>
  values.OPENAI_MODEL
    ? {
        ...MODEL_LIMITS,
        baseUrl: values.OPENAI_BASE_URL,
        model: values.OPENAI_MODEL,
        apiKey: values.OPENAI_API_KEY,
        attemptMs: values.MODEL_ATTEMPT_SECONDS * 1000,
        questionMs: values.MODEL_QUESTION_SECONDS * 1000,
        replyTokens: values.MODEL_REPLY_TOKENS,
        inputCharacters: values.MODEL_INPUT_CHARACTERS,
        personCalls: values.MODEL_CALLS_PER_PERSON,
        workspaceCalls: values.MODEL_CALLS_PER_WORKSPACE,
      }
    : null;
