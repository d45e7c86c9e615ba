import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

const QUIET = { logLevel: LogLevel.ERROR };

/** A bare Bolt app in Socket Mode: what the sandbox is tested with, knowing nothing of ours. */
export const bareApp = (sandbox: Sandbox): App =>
  new App({
    token: sandbox.botToken,
    receiver: new SocketModeReceiver({
      appToken: sandbox.appToken,
      ...QUIET,
      installerOptions: {
        clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 20, minTimeout: 20, factor: 1 } },
      } as never,
      clientPingTimeout: 200,
    } as never),
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    convoStore: false,
    ...QUIET,
  });

/** The same over HTTP with Slack's signatures. @returns the app; its address is `http://127.0.0.1:PORT/slack/events` */
export const bareHttpApp = (sandbox: Sandbox, signingSecret: string): App =>
  new App({
    token: sandbox.botToken,
    receiver: new HTTPReceiver({ signingSecret, ...QUIET }),
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    convoStore: false,
    ...QUIET,
  });

/** A program's call of the control API. */
export const control = async (
  sandbox: Sandbox,
  path: string,
  body?: Record<string, unknown>,
): Promise<Record<string, unknown> & { ok: boolean; ts: string; messages: Record<string, unknown>[] }> => {
  const response = await fetch(
    `${sandbox.url}/control/${path}`,
    body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {},
  );
  return (await response.json()) as never;
};
