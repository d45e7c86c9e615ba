import type { App, Authorize, Installation, InstallationStore } from '@slack/bolt';
import type { Forget, Log, Table } from './ports.ts';

export type InstallationRecord = {
  installation: Installation<'v1' | 'v2', boolean>;
  /** milliseconds since 1970 */
  at: number;
};

const keyOf = (query: { isEnterpriseInstall?: boolean; enterpriseId?: string; teamId?: string }): string => {
  const key = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  if (!key) throw new Error('an installation belongs to a workspace or to an organisation');
  return key;
};

/** Where Bolt's own pages put what Slack gives at an installation. @param table encrypts what is kept */
export const createInstallations = (table: Table<InstallationRecord>, now: () => Date): InstallationStore => ({
  storeInstallation: async (installation) => {
    const { isEnterpriseInstall, enterprise, team } = installation;
    const key = keyOf({ isEnterpriseInstall, enterpriseId: enterprise?.id, teamId: team?.id });
    await table.set({ installation, at: now().getTime() }, key);
  },
  fetchInstallation: async (query) => {
    const found = await table.get(keyOf(query));
    if (!found) throw new Error('not installed');
    return found.installation as never;
  },
  deleteInstallation: (query) => table.delete(keyOf(query)),
});

/** Finds the bot token of the workspace something came from. */
export const authorizeInstalled =
  (table: Table<InstallationRecord>): Authorize<boolean> =>
  async (source) => {
    const found = await table.get(keyOf(source));
    const bot = found?.installation.bot;
    if (!bot) throw new Error('not installed in this workspace');
    return {
      botToken: bot.token,
      botId: bot.id,
      botUserId: bot.userId,
      teamId: source.teamId,
      enterpriseId: source.enterpriseId,
    };
  };

/** An app that is uninstalled, or whose bot token is revoked, forgets the workspace. */
export const registerUninstall = (
  app: App,
  { installations, forget, log }: { installations: Table<InstallationRecord> | null; forget: Forget; log: Log },
): void => {
  const leave = async (team: string | undefined, eventTime: number, why: string): Promise<void> => {
    if (!team) return;
    // installed again since: the news is old
    const found = await installations?.get(team);
    if (found && found.at > (eventTime + 1) * 1000) return;
    log.info({ team, why, erased: await forget.workspace(team) }, 'a workspace is forgotten');
  };
  app.event('app_uninstalled', ({ context, body }) =>
    leave(context.teamId ?? context.enterpriseId, body.event_time, 'uninstalled'),
  );
  app.event('tokens_revoked', async ({ event, context, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await leave(context.teamId ?? context.enterpriseId, body.event_time, 'token revoked');
  });
};
