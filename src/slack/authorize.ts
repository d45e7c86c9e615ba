import type { Authorize } from '@slack/bolt';
import { LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';

/**
 * The one workspace of a bot token. Who we are is asked once and remembered; a failed asking is not, as Bolt's own
 * would be: then no event could ever be answered.
 */
export const authorizeToken = (botToken: string, options: WebClientOptions): Authorize<boolean> => {
  const client = new WebClient(botToken, { ...options, logLevel: LogLevel.ERROR });
  let known: Promise<{ botId: string; botUserId: string }> | null = null;
  const ask = async () => {
    const { bot_id, user_id } = await client.auth.test();
    return { botId: bot_id!, botUserId: user_id! };
  };
  return async () => {
    known ??= ask();
    try {
      return { botToken, ...(await known) };
    } catch (error) {
      known = null;
      throw error;
    }
  };
};
