import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createActivity } from './activity.ts';
import type { Promised } from './checks/promise.ts';
import { createControl, violations } from './control.ts';
import { createDeliveries, type Timing } from './deliver/deliveries.ts';
import { sendEvents } from './deliver/events.ts';
import { createHttpDelivery } from './deliver/http-delivery.ts';
import { createSocketMode } from './deliver/socket-mode.ts';
import type { Transport } from './deliver/transport.ts';
import { createFaults, type PlannedFault } from './faults.ts';
import { TIME } from './limits.ts';
import type { Manifest } from './manifest.ts';
import type { Desk, Method } from './method.ts';
import { agentMethods } from './methods/agents.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { createFileMethods } from './methods/files.ts';
import { streamMethods } from './methods/streams.ts';
import { viewMethods } from './methods/views.ts';
import { infoMethods } from './methods/workspace-info.ts';
import type { ModelChoice } from './model-choice.ts';
import type { Floor } from './people/floor.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { createRouter } from './router.ts';
import { APP_ID, BOT_USER } from './seed.ts';
import type { Clock } from './stamps.ts';
import { createTriggers } from './triggers.ts';
import { createWebApi } from './web-api.ts';
import { createWorkspace } from './workspace.ts';

export type SandboxOptions = {
  /** 0 takes any free port */
  port: number;
  host?: string;
  clock?: Clock;
  seed?: { prompts?: string[] };
  /** the app that is installed: its commands, shortcuts, events and scopes. Without it everything is allowed. */
  manifest?: Manifest;
  /** HTTP mode: where events and interactions are sent, signed. Without it: Socket Mode. */
  requestUrl?: string;
  /** milliseconds: how long an acknowledgement may take, and the pauses before an event comes again */
  timing?: Partial<Timing>;
  /** what every message of the app has to keep; looked up with `violations()` */
  promised?: Promised;
  /** false lets the app call as often as it likes; by default Slack's limits hold */
  rateLimits?: boolean;
  /** what the page offers as the app's language model; without it there is no choice */
  model?: ModelChoice;
};

export type Sandbox = {
  /** the page */
  url: string;
  /** for `clientOptions.slackApiUrl`; ends with a slash */
  apiUrl: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  botUserId: string;
  /** the next calls of a method go wrong */
  fault: (fault: PlannedFault) => void;
  /** the app's calls so far: method, arguments, answer */
  calls: ReturnType<typeof createWebApi>['calls'];
  /** what was delivered to the app, and how it was acknowledged */
  deliveries: Floor['deliveries']['log'];
  /** WebSockets of the app that are open */
  connections: () => number;
  /** Ends or renews the app's WebSockets. */
  disconnect: (how: 'warning' | 'refresh_requested' | 'drop') => void;
  /** messages of the app that break the promise or that Slack would refuse */
  violations: () => { where: string; problems: string[] }[];
  /** Resolves once all is acknowledged and the app made no call for `idleMs`. @returns false where `mostMs` ran out */
  onIdle: (idleMs?: number, mostMs?: number) => Promise<boolean>;
  setRequestUrl: (url: string | null) => void;
  close: () => Promise<void>;
};

const PROMISED: Promised = { caveat: /not legal advice/i, sources: /<https?:[^>]+>|\bsources?\b/i };

/** Starts a local stand-in for a Slack workspace: its Web API, Socket Mode, the control API and the page. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const clock = options.clock ?? (() => performance.timeOrigin + performance.now());
  const host = options.host ?? '127.0.0.1';
  const tokens = {
    botToken: 'xoxb-0-0-sandbox',
    appToken: `xapp-1-${APP_ID}-0-sandbox`,
  };
  const signingSecret = 'sandbox-signing-secret';
  const workspace = createWorkspace(clock, options.manifest, options.seed?.prompts);
  const activity = createActivity();
  const faults = createFaults();
  const socketMode = createSocketMode(workspace.stamps, () => workspace.tell({ kind: 'connection' }));
  let http: Transport | null = null;
  const setRequestUrl = (url: string | null) => {
    http = url ? createHttpDelivery(url, signingSecret, clock) : null;
  };
  setRequestUrl(options.requestUrl ?? null);
  const timing: Timing = { ack: TIME.ack, redelivery: TIME.redelivery, ...options.timing };
  const deliveries = createDeliveries(workspace, () => http ?? socketMode.transport, activity, timing);
  let origin = '';
  const desk: Desk = {
    workspace,
    triggers: createTriggers(workspace),
    responseUrls: createResponseUrls(workspace),
    baseUrl: () => origin,
    socketUrl: () => `${origin.replace(/^http/, 'ws')}/link/?ticket=${socketMode.ticket()}&app_id=${APP_ID}`,
  };
  const floor: Floor = { ...desk, deliveries };
  const files = createFileMethods();
  const methods = new Map<string, Method>(
    Object.entries({
      ...infoMethods,
      ...chatMethods,
      ...streamMethods,
      ...conversationMethods,
      ...viewMethods,
      ...agentMethods,
      ...files.methods,
    }),
  );
  const rateLimits = options.rateLimits === false ? null : createRateLimits(clock);
  const webApi = createWebApi(desk, methods, tokens, faults, activity, rateLimits);
  const promised = options.promised ?? PROMISED;
  const { calls } = webApi;
  const { model } = options;
  const control = createControl({ floor, activity, faults, socketMode, calls, promised, setRequestUrl, model });
  const endEvents = sendEvents(workspace, deliveries);
  const router = createRouter({
    floor,
    webApi,
    control,
    files,
    activity,
    model,
    isConnected: () => http !== null || socketMode.connections() > 0,
    loopback: host === '127.0.0.1' || host === 'localhost',
  });
  const server = createServer(router.handle);
  server.on('upgrade', socketMode.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  origin = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${(server.address() as AddressInfo).port}`;

  return {
    url: origin,
    apiUrl: `${origin}/api/`,
    ...tokens,
    signingSecret,
    botUserId: BOT_USER,
    fault: faults.plan,
    calls: webApi.calls,
    deliveries: deliveries.log,
    connections: socketMode.connections,
    disconnect: (how) => (how === 'drop' ? socketMode.drop() : socketMode.refresh(how)),
    violations: () => violations({ floor, promised, calls: webApi.calls }),
    onIdle: (idleMs = 100, mostMs = 30_000) => activity.wait(idleMs, mostMs),
    setRequestUrl,
    close: async () => {
      endEvents();
      deliveries.close();
      router.close();
      await socketMode.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};
