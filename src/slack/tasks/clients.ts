import type { Authorize } from '@slack/bolt';
import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';

/** @returns a client that speaks in a workspace; null where the app is not in it (any more) */
export type ClientFor = (team: string) => Promise<WebClient | null>;

/**
 * Finds the client of a workspace that nothing was delivered from. Slack is asked whose the token is: with one bot token
 * and records of several workspaces, nothing of one is said in another.
 */
export const createClientFor = (authorize: Authorize<boolean>, options: WebClientOptions): ClientFor => {
  const known = new Map<string, { token: string; client: WebClient | null }>();
  return async (team) => {
    const { botToken } = await authorize({ teamId: team, enterpriseId: undefined, isEnterpriseInstall: false });
    if (!botToken) return null;
    const before = known.get(team);
    if (before?.token === botToken) return before.client;
    const client = new WebClient(botToken, { ...options, logLevel: LogLevel.ERROR });
    const { team_id } = await client.auth.test();
    const found = { token: botToken, client: team_id === team ? client : null };
    known.set(team, found);
    return found.client;
  };
};
