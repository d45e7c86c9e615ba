import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type Logger, LogLevel, type Receiver, type ReceiverEvent } from '@slack/bolt';
import type { Log } from './ports.ts';
import { createSocketLinks } from './socket-links.ts';

export type HttpRoute = {
  path: string;
  /** @returns the status and what is said, as JSON */
  answer: () => Promise<{ status: number; body: Record<string, unknown> }>;
};

export type ReceiverParts = {
  appToken?: string | undefined;
  apiUrl?: string | undefined;
  signingSecret?: string | undefined;
  port: number;
  routes: HttpRoute[];
  logger: Logger;
  log: Log;
  /** what comes in; the app itself gets it later, out of the inbox */
  receive: (event: ReceiverEvent) => Promise<void>;
  /** more of Bolt's HTTP options: those of an installation by OAuth */
  oauth?: Record<string, unknown> | undefined;
};

export type Door = Receiver & {
  /** open ways to Slack: connections, or 1 where requests are listened to */
  open: () => number;
};

/** The way Slack comes in: Socket Mode where there is an app-level token, signed HTTP requests otherwise. */
export const createDoor = (parts: ReceiverParts): Door =>
  parts.appToken ? socketDoor(parts, parts.appToken) : httpDoor(parts);

const socketDoor = (parts: ReceiverParts, appToken: string) => {
  const links = createSocketLinks({ ...parts, apiUrl: parts.apiUrl, appToken });
  return { init: () => {}, start: links.start, stop: links.stop, open: links.connected };
};

const httpDoor = (parts: ReceiverParts) => {
  let listening = false;
  const receiver = new HTTPReceiver({
    signingSecret: parts.signingSecret ?? '',
    port: parts.port,
    logger: parts.logger,
    logLevel: LogLevel.WARN,
    customRoutes: parts.routes.map((route) => ({
      path: route.path,
      method: ['GET'],
      handler: (_: unknown, response: ServerResponse) => {
        void route.answer().then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
          response.end(JSON.stringify(body));
        });
      },
    })),
    ...parts.oauth,
  });
  receiver.init({ processEvent: parts.receive } as never);
  return {
    init: () => {},
    start: async () => {
      const server = await receiver.start(parts.port);
      listening = true;
      return server;
    },
    stop: async () => {
      listening = false;
      await receiver.stop();
    },
    open: () => (listening ? 1 : 0),
  };
};
