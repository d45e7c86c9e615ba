import { z } from 'zod';
import { KEPT, type Kept, type Kind } from './store/kinds.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEY_BYTES = 32;

const text = z
  .string()
  .default('')
  .transform((value) => (value === '' ? undefined : value));

const keyBytes = (value: string): Buffer =>
  /^[0-9a-f]{64}$/i.test(value) ? Buffer.from(value, 'hex') : Buffer.from(value, 'base64');

/** "threads=30,feedback=365", in days */
const retention = z
  .string()
  .default('')
  .transform((value, context): Kept => {
    const kept: Kept = {};
    for (const entry of value.split(',').filter((part) => part.trim() !== '')) {
      const [kind = '', days = ''] = entry.split('=').map((part) => part.trim());
      if (!Object.hasOwn(KEPT, kind) || !/^\d+$/.test(days) || Number(days) < 1)
        context.addIssue({
          code: 'custom',
          message: `expected a list as "threads=30,feedback=365" in days, with the kinds ${Object.keys(KEPT).join(', ')}; got "${entry.trim()}"`,
        });
      else kept[kind as Kind] = Number(days) * DAY;
    }
    return kept;
  });

/** The variables of running it for real: database, installation by OAuth, retention, health and metrics. */
export const operationsFields = {
  DATABASE_URL: text.refine((value) => value === undefined || /^postgres(ql)?:\/\//.test(value), {
    error: 'expected "postgres://user:password@host/database"',
  }),
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: text,
  /** several, with commas: the first encrypts, all decrypt */
  TOKEN_KEY: z
    .string()
    .default('')
    .transform((value) => value.split(',').flatMap((key) => (key.trim() === '' ? [] : [keyBytes(key.trim())])))
    .refine((keys) => keys.every((key) => key.length === KEY_BYTES), {
      error: 'expected 32 bytes as base64 or hex, for example from `openssl rand -base64 32`',
    }),
  RETENTION: retention,
  OPS_PORT: text.refine((value) => value === undefined || (/^\d+$/.test(value) && Number(value) <= 65535), {
    error: 'expected a port number',
  }),
  OPS_HOST: text,
  SLACK_API_URL: z
    .union([
      z.literal(''),
      z.url({ protocol: /^https?$/, error: 'expected an address, e.g. https://slack-gov.com/api/' }),
    ])
    .default('')
    .transform((value) => (value === '' ? undefined : value.replace(/\/*$/, '/'))),
};
const Operations = z.object(operationsFields);
type Values = z.infer<typeof Operations>;

/** What installs the app in many workspaces. */
export type OAuthConfig = { clientId: string; clientSecret: string; stateSecret: string; keys: Buffer[] };
export type OperationsConfig = {
  databaseUrl: string | null;
  kept: Kept;
  /** where health and metrics are served apart from Slack's requests; null: nowhere */
  opsPort: number | null;
  opsHost: string;
  /** another Web API than Slack's own, for GovSlack and for tests */
  slackApiUrl: string | null;
};

export const readOperations = (values: Values): OperationsConfig => ({
  databaseUrl: values.DATABASE_URL ?? null,
  kept: values.RETENTION,
  opsPort: values.OPS_PORT === undefined ? null : Number(values.OPS_PORT),
  opsHost: values.OPS_HOST ?? '127.0.0.1',
  slackApiUrl: values.SLACK_API_URL ?? null,
});

/**
 * Reads how the app is installed in many workspaces.
 * @returns null where it is not asked for; what is missing is added to the problems
 */
export const readOAuth = (
  values: Values & { SLACK_BOT_TOKEN?: string; SLACK_SIGNING_SECRET?: string; DATA_DIR?: string },
  problems: string[],
): OAuthConfig | null => {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  if (!clientId && !clientSecret && !stateSecret) return null;
  const needs: [string, unknown][] = [
    ['SLACK_CLIENT_ID', clientId],
    ['SLACK_CLIENT_SECRET', clientSecret],
    ['SLACK_STATE_SECRET', stateSecret],
    ['SLACK_SIGNING_SECRET', values.SLACK_SIGNING_SECRET],
    ['TOKEN_KEY', values.TOKEN_KEY.length > 0],
    ['DATABASE_URL or DATA_DIR', values.DATABASE_URL ?? values.DATA_DIR],
  ];
  for (const [name, value] of needs)
    if (!value) problems.push(`${name}: missing, though the app is to be installed by OAuth. See .env.example.`);
  if (values.SLACK_BOT_TOKEN)
    problems.push('SLACK_BOT_TOKEN: is for one workspace; leave it empty where SLACK_CLIENT_ID is given.');
  if (!clientId || !clientSecret || !stateSecret) return null;
  return { clientId, clientSecret, stateSecret, keys: values.TOKEN_KEY };
};
