import { type Logger, LogLevel, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from './ports.ts';

/** Connections at a time. Slack sends each event to one of them and renews them one by one, so one is always there. */
const LINKS = 2;
/** Milliseconds before the second link opens, so that Slack does not renew both at the same hour. */
const STAGGER = 500;
/** Slack says hello within this many milliseconds, or the attempt counts as failed. */
const HELLO = 8000;
const PAUSES = [100, 500, 1000, 2000, 4000];
/** Errors that do not go away by trying again soon: the token is wrong or was revoked. */
const HOPELESS = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'not_allowed_token_type']);
const HOPELESS_PAUSE = 30_000;

export type SocketLinksParts = {
  appToken: string;
  apiUrl: string | undefined;
  logger: Logger;
  log: Log;
  receive: (event: ReceiverEvent) => Promise<void>;
};

/**
 * Socket Mode over several connections that are each opened anew as soon as they end. The client's own way waits five
 * seconds before it comes back (socket-mode 3.1.0), and does not come back at all where Slack hangs.
 */
export const createSocketLinks = (parts: SocketLinksParts) => {
  const open = new Set<SocketModeReceiver>();
  let stopping = false;
  let endStop = () => {};
  const stopped = new Promise<void>((resolve) => {
    endStop = resolve;
  });

  const connect = async (): Promise<{ receiver: SocketModeReceiver; ended: Promise<void> }> => {
    const receiver = new SocketModeReceiver({
      appToken: parts.appToken,
      logger: parts.logger,
      logLevel: LogLevel.WARN,
      autoReconnectEnabled: false,
      // an options object of its own: the client writes into it
      installerOptions: {
        clientOptions: {
          ...(parts.apiUrl ? { slackApiUrl: parts.apiUrl } : {}),
          retryConfig: { retries: 0 },
          timeout: 5000,
          rejectRateLimitedCalls: true,
        },
      } as never,
    } as never);
    receiver.init({ processEvent: parts.receive } as never);
    const ended = new Promise<void>((resolve) => {
      receiver.client.on('disconnected', () => {
        open.delete(receiver);
        resolve();
      });
    });
    const late = timer(HELLO);
    try {
      await Promise.race([
        receiver.start(),
        late.promise.then(() => Promise.reject(new Error('Slack did not say hello'))),
      ]);
    } catch (error) {
      void receiver.client.disconnect().catch(() => {});
      throw error;
    } finally {
      late.clear();
    }
    open.add(receiver);
    return { receiver, ended };
  };

  /** Keeps one connection open until the stop. @param first resolves with the first connection, rejects where it is hopeless */
  const keepOpen = async (first: { resolve: () => void; reject: (error: unknown) => void }): Promise<void> => {
    let failures = 0;
    while (!stopping) {
      try {
        const { ended } = await connect();
        failures = 0;
        first.resolve();
        await ended;
      } catch (error) {
        const hopeless = error instanceof WebAPIPlatformError && HOPELESS.has(error.data.error);
        if (hopeless) first.reject(error);
        parts.log[hopeless ? 'error' : 'warn'](
          { detail: error instanceof Error ? error.message : String(error), failures },
          'no connection to Slack',
        );
        const pause = timer(hopeless ? HOPELESS_PAUSE : (PAUSES[failures] ?? PAUSES.at(-1)!));
        failures += 1;
        await Promise.race([pause.promise, stopped]);
        pause.clear();
      }
    }
  };

  return {
    /** Resolves with the first connection. @throws where Slack refuses the token */
    start: async (): Promise<void> => {
      const link = () => new Promise<void>((resolve, reject) => void keepOpen({ resolve, reject }));
      await link();
      setTimeout(() => {
        for (let number = 1; number < LINKS && !stopping; number += 1) void link().catch(() => {});
      }, STAGGER).unref();
    },
    stop: async (): Promise<void> => {
      stopping = true;
      endStop();
      await Promise.race([
        Promise.allSettled([...open].map((receiver) => receiver.client.disconnect())),
        timer(1000).promise,
      ]);
    },
    connected: (): number => open.size,
  };
};
export type SocketLinks = ReturnType<typeof createSocketLinks>;

const timer = (ms: number): { promise: Promise<void>; clear: () => void } => {
  let handle: NodeJS.Timeout | undefined;
  const promise = new Promise<void>((resolve) => {
    handle = setTimeout(resolve, ms);
  });
  return { promise, clear: () => clearTimeout(handle) };
};
