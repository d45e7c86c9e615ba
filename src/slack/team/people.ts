import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { shownName } from './shown-name.ts';

export type Named = { id: string; name: string };

/** Asked once a process; a renamed person has the old name until it starts again. */
const MOST_NAMES = 2000;
const names = new Map<string, string>();

/** What colleagues call a person, harmless in a message. @param otherwise where Slack does not say, for want of a scope or of the person */
export const nameOf = async (client: WebClient, team: string, id: string, otherwise: string): Promise<Named> => {
  const key = `${team} ${id}`;
  const known = names.get(key);
  if (known) return { id, name: known };
  const user = await infoOf(client, id);
  const given = [user?.profile?.display_name, user?.real_name, user?.name];
  const name = given.map((one) => shownName(one ?? '')).find((one) => one !== '') ?? '';
  if (name === '') return { id, name: otherwise };
  if (names.size >= MOST_NAMES) names.clear();
  names.set(key, name);
  return { id, name };
};

/** Whether Slack says that a person administers the workspace. */
export const isAdmin = async (client: WebClient, id: string): Promise<boolean> => {
  const user = await infoOf(client, id);
  return user?.is_admin === true || user?.is_owner === true;
};

const infoOf = async (client: WebClient, user: string) => {
  try {
    return (await client.users.info({ user })).user ?? null;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return null;
    throw error;
  }
};
