import type { WebClient } from '@slack/web-api';
import type { Memory } from '../ports.ts';
import { isAdmin, type Named } from './people.ts';

/** What a workspace set up on its Home tab. */
export type TeamSettings = {
  approvers: Named[];
  reviewChannel: string | null;
  digestChannel: string | null;
  /** since when there is a channel for the digest: the first one goes out a week later. ISO date and time */
  digestSince: string | null;
  by: Named;
  at: string;
};

const KEY = 'settings';

export const settingsOf = (memory: Memory, team: string): Promise<TeamSettings | undefined> =>
  memory.settings.get(team, KEY);

/** Writes the settings, and the change first. @param id of the change, the same when it is written again after a crash */
export const saveSettings = async (memory: Memory, team: string, settings: TeamSettings, id: string): Promise<void> => {
  await memory.ledger.set({ what: 'settings', settings }, team, 'settings', id);
  await memory.settings.set(settings, team, KEY);
};

/** Every workspace that set something up. */
export async function* allSettings(memory: Memory): AsyncGenerator<[team: string, settings: TeamSettings]> {
  for await (const [[team = '', key], value] of memory.settings.list()) if (key === KEY) yield [team, value];
}

export const isApprover = (settings: TeamSettings | undefined, user: string): boolean =>
  settings?.approvers.some((one) => one.id === user) ?? false;

/** Who is the first may set it up; after that approvers may, and whoever Slack says administers the workspace. */
export const mayConfigure = async (
  client: WebClient,
  settings: TeamSettings | undefined,
  user: string,
): Promise<boolean> => settings === undefined || isApprover(settings, user) || (await isAdmin(client, user));
