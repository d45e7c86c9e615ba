import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Advisor } from '../advice/advise.ts';
import type { SomeSources } from '../advice/answer.ts';
import type { Consult } from '../advice/consult.ts';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { createDesk } from './desk.ts';
import { createGate } from './gate.ts';
import { registerActions } from './listeners/actions.ts';
import { registerCommand } from './listeners/command.ts';
import { registerHome } from './listeners/home.ts';
import { registerMessages } from './listeners/messages.ts';
import { registerShortcuts } from './listeners/shortcuts.ts';
import { registerViews } from './listeners/views.ts';
import { createPapers } from './papers.ts';
import type { Drawing, Log, Memory } from './ports.ts';
import { createTurnsInFlight } from './turns-in-flight.ts';
import { type NoticeBase, notice } from './views/notice-message.ts';

export type SlackSettings = {
  botToken: string;
  /** Socket Mode where it is given, HTTP with the signing secret otherwise */
  appToken?: string;
  signingSecret?: string;
  port: number;
  /** another Web API than Slack's own; the sandbox uses it */
  apiUrl?: string;
  answerExternal: boolean;
  logQuestions: boolean;
  /** milliseconds a stop waits for running answers */
  drain: number;
};

export type SlackParts = {
  advisor: Advisor;
  consult: Consult;
  catalogue: Catalogue;
  memory: Memory;
  drawing: Drawing;
  log: Log;
  now: () => Date;
};
export type SlackApp = { start: () => Promise<void>; stop: () => Promise<void>; inFlight: () => number };

/**
 * Short retries for what a listener sends: the answer is worth seconds, not half an hour. The socket client gets an
 * options object of its own, because Bolt's receiver writes its long retries into the one it is given.
 */
const webOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 3000 },
  timeout: 10_000,
});
const socketOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 100, factor: 1.3 },
  timeout: 10_000,
});

/** Puts the Bolt app together: one set of listeners behind Socket Mode or HTTP. */
export const createSlackApp = (settings: SlackSettings, parts: SlackParts): SlackApp => {
  const logger = boltLogger(parts.log);
  const health = {
    path: '/healthz',
    method: ['GET'],
    handler: (_: unknown, response: { writeHead: (status: number) => void; end: (text: string) => void }) => {
      response.writeHead(200);
      response.end('ok');
    },
  };
  const receiver = settings.appToken
    ? new SocketModeReceiver({
        appToken: settings.appToken,
        logger,
        logLevel: LogLevel.WARN,
        installerOptions: { clientOptions: socketOptions(settings.apiUrl) } as never,
      })
    : new HTTPReceiver({
        signingSecret: settings.signingSecret ?? '',
        port: settings.port,
        logger,
        logLevel: LogLevel.WARN,
        customRoutes: [health as never],
      });
  const app = new App({
    token: settings.botToken,
    receiver,
    clientOptions: webOptions(settings.apiUrl),
    logger,
    convoStore: false,
    ignoreSelf: true,
  });
  const base: NoticeBase = {
    sources: parts.catalogue.rubric.sources.flatMap(
      (id) => parts.catalogue.sources.get(id) ?? [],
    ) as unknown as SomeSources,
  };
  const turns = createTurnsInFlight();
  const desk = createDesk({ ...parts, turns, base, logQuestions: settings.logQuestions });
  const home = { memory: parts.memory, catalogue: parts.catalogue };
  registerMessages(app, { desk, memory: parts.memory, base, answerExternal: settings.answerExternal });
  const papers = createPapers({ ...parts, profileOf: desk.profileOf, base });
  registerCommand(app, { desk, catalogue: parts.catalogue, advisor: parts.advisor, papers, base });
  registerActions(app, {
    desk,
    memory: parts.memory,
    catalogue: parts.catalogue,
    papers,
    base,
    log: parts.log,
    now: parts.now,
  });
  registerViews(app, { desk, memory: parts.memory, base, now: parts.now, home });
  registerShortcuts(app, { desk, base });
  registerHome(app, home);
  app.event(
    'agent_session_stopped' as never,
    async ({
      event,
      client,
    }: {
      event: { channel_id?: string; channel?: string; thread_ts?: string };
      client: Parameters<typeof createGate>[0];
    }) => {
      const channel = event.channel_id ?? event.channel;
      if (!channel || !event.thread_ts) return;
      if (turns.stop(`${channel}:${event.thread_ts}`) === 0)
        await createGate(client).post(
          { channel, thread_ts: event.thread_ts },
          notice(base, 'Nothing is running in this thread.'),
        );
    },
  );
  app.error(async (error: Error) => parts.log.error({ error: error.name, detail: error.message }, 'a listener failed'));
  return {
    start: async () => {
      await app.start(settings.port);
    },
    // Bolt's stop does not wait for listeners in Socket Mode: the turns are waited for here
    stop: async () => {
      const drained = await turns.drain(settings.drain);
      if (!drained) parts.log.warn({ left: turns.count() }, 'stopped with answers still running');
      await app.stop();
    },
    inFlight: turns.count,
  };
};

/** Bolt logs through ours; its debug lines, which hold payloads, are dropped. */
const boltLogger = (log: Log): Logger => ({
  debug: () => {},
  info: () => {},
  warn: (...parts) => log.warn({}, parts.map(String).join(' ').slice(0, 300)),
  error: (...parts) => log.error({}, parts.map(String).join(' ').slice(0, 300)),
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
