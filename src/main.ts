#!/usr/bin/env node
import { pino } from 'pino';
import { createAdvisor } from './advice/advise.ts';
import { createConsult } from './advice/consult.ts';
import { consultWithHub } from './advice/hub/hub-consult.ts';
import { rememberingConsult } from './advice/remembered-consult.ts';
import { readConfig } from './config.ts';
import { openKnowledge } from './disk/knowledge-cache.ts';
import { openDrawing } from './documents/open-drawing.ts';
import { openHub, openMeters, openModel, openSandbox, openStandIns, scopes } from './open-when-needed.ts';
import { forgetIn, installationsIn, memoryFrom } from './remember.ts';
import { createSlackApp, type SlackSettings } from './slack/create-app.ts';
import { SUGGESTED } from './slack/listeners/home.ts';
import { openStore } from './store/open-store.ts';

const fail = (lines: string[]): never => {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(2);
};

const read = readConfig(process.env);
const config = read.ok ? read.config : fail(read.problems);
const log = pino({
  level: config.logLevel,
  redact: ['token', '*.token', 'botToken', 'appToken', 'signingSecret', 'apiKey', '*.apiKey'],
});
const catalogue =
  (await openKnowledge(new Date().toISOString().slice(0, 10))) ??
  fail(['The knowledge base has errors; run npm run knowledge to see them.']);

const model = config.model ? await openModel(config.model, log) : null;
const readCard = config.hub ? await openHub(config.hub, log) : null;

const store = await openStore({
  folder: config.dataDir,
  databaseUrl: config.operations.databaseUrl,
  kept: config.operations.kept,
  onProblem: (problem) => log.warn({ detail: problem }, 'the database has a problem'),
}).catch((error: unknown) =>
  fail([
    `The store cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
    config.operations.databaseUrl ? 'Check DATABASE_URL. See .env.example.' : 'Check DATA_DIR. See .env.example.',
  ]),
);
const advisor = createAdvisor(catalogue);
const standIns = config.slack || config.model ? null : await openStandIns(advisor, catalogue, log);
const consult = standIns?.consult ?? rememberingConsult(createConsult(advisor, catalogue, model));
const sandbox = config.slack
  ? null
  : await openSandbox(config.port, standIns?.choice).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') throw error;
      return fail([
        `Port ${config.port} is in use by another program. Set PORT to a free one, as in PORT=3900 npm start.`,
      ]);
    });
const { answerExternal, logQuestions, gapQuestions, drain } = config;
const shared = { answerExternal, logQuestions, gapQuestions, drain };
const settings: SlackSettings = sandbox
  ? { ...shared, botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl, port: config.port }
  : {
      ...shared,
      ...config.slack!,
      oauth: config.slack!.oauth && { ...config.slack!.oauth, scopes: await scopes() },
      port: config.port,
      ...(config.operations.slackApiUrl ? { apiUrl: config.operations.slackApiUrl } : {}),
    };
const { opsPort, opsHost: host } = config.operations;
const metered = opsPort === null ? null : await openMeters({ host, port: opsPort });
const app = createSlackApp(settings, {
  advisor,
  consult: readCard ? consultWithHub(consult, advisor, catalogue, readCard) : consult,
  catalogue,
  memory: memoryFrom(store),
  inbox: store.inbox,
  installations: installationsIn(store, config.slack?.oauth?.keys ?? null),
  forget: forgetIn(store),
  drawing: openDrawing(),
  log,
  ...(metered ? { meter: metered.meters } : {}),
  now: () => new Date(),
});
const ops = await metered?.serve(app.standing);
await app.start();
// the first answers build the indexes and compile the patterns that all later ones use: no person waits for that
for (const { message } of SUGGESTED) {
  advisor.ask({ question: message }, new Date().toISOString().slice(0, 10));
  await new Promise((resolve) => setImmediate(resolve));
}
log.info({ model: config.model?.model ?? null, at: config.model?.baseUrl ?? undefined }, 'language model');
if (sandbox)
  process.stdout.write(
    `\nThe sandbox workspace is open at ${sandbox.url}\nIt is a local stand-in for Slack; ${readCard ? 'only look-ups on Hugging Face leave' : 'nothing leaves'} this machine. Ctrl-C ends it.\n\n`,
  );
else log.info({ mode: config.slack?.appToken ? 'socket' : 'http', port: config.port }, 'connected to Slack');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  log.info({ signal, running: app.inFlight() }, 'stopping');
  await app.stop();
  await sandbox?.close();
  await ops?.close();
  await standIns?.close();
  await store.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
process.on('unhandledRejection', (reason) =>
  log.error({ detail: reason instanceof Error ? reason.message : String(reason) }, 'unhandled rejection'),
);
