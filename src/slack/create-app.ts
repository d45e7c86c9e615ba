import { App, type InstallationStore, type ReceiverEvent } from '@slack/bolt';
import type { Advisor } from '../advice/advise.ts';
import type { SomeSources } from '../advice/answer.ts';
import type { Consult } from '../advice/consult.ts';
import type { Catalogue } from '../knowledge/catalogue.ts';
import { authorizeToken } from './authorize.ts';
import { boltLogger } from './bolt-logger.ts';
import { type CurrentJob, currentJob } from './delivery/current-job.ts';
import type { Inbox } from './delivery/inbox.ts';
import { createIntake, isAcceptance } from './delivery/intake.ts';
import { type Meter, noMeter } from './delivery/meter.ts';
import { createStanding, type Standing } from './delivery/standing.ts';
import { answerRefused, tellGivenUp } from './delivery/tell.ts';
import { createWorker } from './delivery/worker.ts';
import { createDesk } from './desk.ts';
import {
  authorizeInstalled,
  createInstallations,
  type InstallationRecord,
  registerUninstall,
} from './installations.ts';
import { registerActions } from './listeners/actions.ts';
import { registerCommand } from './listeners/command.ts';
import { registerHome } from './listeners/home.ts';
import { registerMessages } from './listeners/messages.ts';
import { registerShortcuts } from './listeners/shortcuts.ts';
import { registerStop } from './listeners/stop.ts';
import { registerViews } from './listeners/views.ts';
import { createPapers } from './papers.ts';
import type { Drawing, Forget, Log, Memory, Table } from './ports.ts';
import { createDoor } from './receivers.ts';
import type { Every } from './tasks/background.ts';
import { createClientFor } from './tasks/clients.ts';
import { type Keep, readTask } from './tasks/task.ts';
import { createTeamWork } from './team/team-work.ts';
import { createTurnsInFlight } from './turns-in-flight.ts';
import type { NoticeBase } from './views/notice-message.ts';

export type SlackSettings = {
  botToken?: string | undefined;
  /** Socket Mode where it is given, HTTP with the signing secret otherwise */
  appToken?: string | undefined;
  signingSecret?: string | undefined;
  port: number;
  /** another Web API than Slack's own; the sandbox uses it */
  apiUrl?: string | undefined;
  answerExternal: boolean;
  logQuestions: boolean;
  /** question text may be kept with what could not be answered */
  gapQuestions?: boolean;
  /** milliseconds a stop waits for running answers */
  drain: number;
  /** installation in many workspaces, over HTTP, in the place of a bot token */
  oauth?: { clientId: string; clientSecret: string; stateSecret: string; scopes: string[] } | null | undefined;
};

export type SlackParts = {
  advisor: Advisor;
  consult: Consult;
  catalogue: Catalogue;
  memory: Memory;
  inbox: Inbox;
  /** encrypts what it keeps; null where there is one bot token */
  installations?: Table<InstallationRecord> | null;
  forget: Forget;
  drawing: Drawing;
  log: Log;
  meter?: Meter;
  now: () => Date;
  /** what looks again and again; an hour apart where it is left out */
  every?: Every;
};
export type SlackApp = {
  start: () => Promise<void>;
  /** Takes in nothing more, waits for what runs, and leaves the rest in the inbox. */
  stop: () => Promise<void>;
  inFlight: () => number;
  standing: Standing;
};

/** Short tries for what a listener asks of Slack: what stays away longer is held in the inbox. */
const webOptions = (apiUrl: string | undefined) => ({
  ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  retryConfig: { retries: 2, minTimeout: 300, maxTimeout: 2000 },
  timeout: 4000,
  rejectRateLimitedCalls: true,
});

/** Puts the Bolt app together: one set of listeners behind the inbox, and Socket Mode or HTTP in front of it. */
export const createSlackApp = (settings: SlackSettings, parts: SlackParts): SlackApp => {
  const { inbox, log, memory, forget } = parts;
  const installations = parts.installations ?? null;
  const meter = parts.meter ?? noMeter;
  const logger = boltLogger(log);
  const base: NoticeBase = {
    sources: parts.catalogue.rubric.sources.flatMap(
      (id) => parts.catalogue.sources.get(id) ?? [],
    ) as unknown as SomeSources,
  };

  const answer = async (job: CurrentJob): Promise<void> => {
    const task = readTask(job.taken.body);
    if (task) await team.run(job.taken.team, task);
    else await app.processEvent({ body: job.taken.body, ack: async () => {} });
  };
  const worker = createWorker({
    inbox,
    outbox: memory.outbox,
    handle: answer,
    onDead: (job) => tellGivenUp(job, base),
    meter,
    log,
  });
  const check = (event: ReceiverEvent) => app.processEvent(event);
  const intake = createIntake({ inbox, worker, check, meter, log });
  const standing = createStanding({ worker, intake, open: () => door.open() });
  const door = createDoor({
    ...settings,
    routes: [
      { path: '/healthz', answer: standing.alive },
      { path: '/readyz', answer: standing.ready },
    ],
    logger,
    log,
    receive: intake.receive,
    oauth:
      installations && settings.oauth
        ? oauthOptions(settings, createInstallations(installations, parts.now))
        : undefined,
  });
  const authorize = installations
    ? authorizeInstalled(installations)
    : authorizeToken(settings.botToken ?? '', webOptions(settings.apiUrl));
  const app = new App({
    authorize,
    receiver: door,
    clientOptions: webOptions(settings.apiUrl),
    logger,
    convoStore: false,
    ignoreSelf: true,
  });
  app.use(answerRefused(base));
  const turns = createTurnsInFlight();
  const keep: Keep = async (incoming) => {
    const isNew = await inbox.put(incoming);
    if (isNew) worker.wake(incoming);
    return isNew;
  };
  const clientFor = createClientFor(authorize, webOptions(settings.apiUrl));
  const team = createTeamWork({ ...parts, base, keep, clientFor, gapQuestions: settings.gapQuestions ?? false });
  const { book, gaps, home, ownPart } = team;
  const desk = createDesk({ ...parts, turns, gaps, base, ownPart, logQuestions: settings.logQuestions });
  const papers = createPapers({ ...parts, profileOf: desk.profileOf, base });
  registerMessages(app, { desk, memory, base, answerExternal: settings.answerExternal });
  registerCommand(app, { ...parts, desk, papers, base, book, gaps });
  registerUninstall(app, { installations, forget, log });
  registerActions(app, { ...parts, desk, papers, gaps, base });
  registerViews(app, { desk, memory, base, now: parts.now, home });
  registerShortcuts(app, { desk, base });
  registerHome(app, home);
  team.register(app, desk, papers);
  registerStop(app, { inbox, base });
  inbox.onInterrupt(turns.stop);
  app.error(async (error: Error) => {
    if (isAcceptance(error)) return;
    const job = currentJob();
    if (job) job.problem ??= error;
    else log.error({ error: error.name, detail: error.message }, 'a listener failed');
  });
  return {
    start: async () => {
      await worker.start();
      await app.start();
      team.background.start();
    },
    stop: async () => {
      standing.stopping();
      intake.close();
      await team.background.stop();
      await app.stop().catch((error: unknown) => log.warn({ detail: String(error) }, 'the door did not close'));
      if (!(await worker.stop(settings.drain)))
        log.warn({ left: worker.running() }, 'stopped with answers still running; they are left in the inbox');
    },
    inFlight: worker.running,
    standing,
  };
};

/** Bolt's pages /slack/install and /slack/oauth_redirect; each browser's state is signed, and lies in its cookie. */
const oauthOptions = ({ oauth, apiUrl }: SlackSettings, installationStore: InstallationStore) => ({
  clientId: oauth!.clientId,
  clientSecret: oauth!.clientSecret,
  stateSecret: oauth!.stateSecret,
  scopes: oauth!.scopes,
  installationStore,
  installerOptions: { directInstall: true, clientOptions: webOptions(apiUrl) },
});
