#!/usr/bin/env node
import { pino } from 'pino';
import { createAdvisor } from './advice/advise.ts';
import { createConsult } from './advice/consult.ts';
import { consultWithHub } from './advice/hub/hub-consult.ts';
import { rememberingConsult } from './advice/remembered-consult.ts';
import { readConfig } from './config.ts';
import { openKnowledge } from './disk/knowledge-cache.ts';
import { openDrawing } from './documents/open-drawing.ts';
import type { Manifest } from './sandbox/manifest.ts';
import { createSlackApp, type SlackSettings } from './slack/create-app.ts';
import { SUGGESTED } from './slack/listeners/home.ts';
import type { Memory } from './slack/ports.ts';
import { openStore } from './store/memory-store.ts';

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

/** Only a start with a model loads its client. */
const openModel = async (settings: NonNullable<typeof config.model>) => {
  const { openLanguageModel } = await import('./llm/open-language-model.ts');
  const { PROMPT_SLOTS } = await import('./llm/prompt.ts');
  const { loadPrompts } = await import('./disk/prompt-files.ts');
  return openLanguageModel(settings, loadPrompts(PROMPT_SLOTS), log, () => new Date());
};
const model = config.model ? await openModel(config.model) : null;

/** Only a start that may ask Hugging Face loads its client. */
const openHub = async (settings: NonNullable<typeof config.hub>) =>
  (await import('./hub/read-card.ts')).createReadCard(settings, log, Date.now);
const readCard = config.hub ? await openHub(config.hub) : null;

const store = openStore(config.dataDir);
const memory: Memory = {
  claim: store.claim,
  threads: store.table('threads'),
  asked: store.table('asked'),
  profiles: store.table('profiles'),
  recent: store.table('recent'),
  feedback: store.table('feedback'),
  gaps: store.table('gaps'),
};
/** Only a start without tokens loads the sandbox. */
const openSandbox = async () => {
  const { startSandbox } = await import('./sandbox/start-sandbox.ts');
  const { readManifest } = await import('./disk/manifest-file.ts');
  return startSandbox({
    port: config.port,
    manifest: readManifest() as Manifest,
    seed: { prompts: SUGGESTED.map((prompt) => prompt.message) },
  });
};
const sandbox = config.slack ? null : await openSandbox();
const shared = { answerExternal: config.answerExternal, logQuestions: config.logQuestions, drain: config.drain };
const settings: SlackSettings = sandbox
  ? { ...shared, botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl, port: config.port }
  : { ...shared, ...config.slack!, port: config.port };
const advisor = createAdvisor(catalogue);
const consult = rememberingConsult(createConsult(advisor, catalogue, model));
const app = createSlackApp(settings, {
  advisor,
  consult: readCard ? consultWithHub(consult, advisor, catalogue, readCard) : consult,
  catalogue,
  memory,
  drawing: openDrawing(),
  log,
  now: () => new Date(),
});
await app.start();
advisor.warm();
log.info({ model: config.model?.model ?? null, at: config.model?.baseUrl ?? undefined }, 'language model');
if (sandbox)
  process.stdout.write(
    `\nThe sandbox workspace is open at ${sandbox.url}\nIt is a local stand-in for Slack; nothing leaves this machine. Ctrl-C ends it.\n\n`,
  );
else log.info({ mode: config.slack?.appToken ? 'socket' : 'http', port: config.port }, 'connected to Slack');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  log.info({ signal, running: app.inFlight() }, 'stopping');
  await app.stop();
  await sandbox?.close();
  await store.close();
  process.exit(0);
};
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
process.on('unhandledRejection', (reason) =>
  log.error({ detail: reason instanceof Error ? reason.message : String(reason) }, 'unhandled rejection'),
);
