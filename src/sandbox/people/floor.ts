import type { Deliveries } from '../deliver/deliveries.ts';
import { VERIFICATION_TOKEN } from '../deliver/events.ts';
import type { Desk, Reply } from '../method.ts';
import { APP_ID, type Channel, type Person, TEAM } from '../seed.ts';

/** What people act in: the workspace, and the way to the app. */
export type Floor = Desk & { deliveries: Deliveries };
export type Did = Reply;

export const did = (fields: Record<string, unknown> = {}): Did => ({ ok: true, ...fields });
export const didNot = (error: string, fields: Record<string, unknown> = {}): Did => ({ ok: false, error, ...fields });

/** @param key an id, a display name or a handle */
export const personOf = ({ workspace }: Floor, key: unknown): Person | undefined => {
  const wanted = String(key ?? '').replace(/^@/, '');
  return (
    workspace.people.get(wanted) ??
    [...workspace.people.values()].find((person) =>
      [person.handle, person.name.toLowerCase()].includes(wanted.toLowerCase()),
    )
  );
};

/** @param key an id, a name with or without `#`, or `dm` for the person's direct message with the app */
export const channelFor = ({ workspace }: Floor, key: unknown, user: string): Channel | undefined => {
  const wanted = String(key ?? '').replace(/^#/, '');
  if (wanted.toLowerCase() === 'dm') return workspace.directMessage(user);
  const channel =
    workspace.channels.get(wanted) ??
    [...workspace.channels.values()].find((one) => one.kind === 'channel' && one.name === wanted);
  return channel?.members.includes(user) ? channel : undefined;
};

/** The fields that every interaction carries. */
export const interactionBase = (floor: Floor, person: Person, type: string): Record<string, unknown> => ({
  type,
  token: VERIFICATION_TOKEN,
  api_app_id: APP_ID,
  team: { id: TEAM.id, domain: TEAM.domain },
  user: { id: person.id, username: person.handle, name: person.handle, team_id: TEAM.id },
  enterprise: null,
  is_enterprise_install: false,
  action_ts: floor.workspace.stamps.ts(),
});
