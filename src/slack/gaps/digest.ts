import { createGate } from '../gate.ts';
import type { Log, Memory } from '../ports.ts';
import type { ClientFor } from '../tasks/clients.ts';
import { type Keep, putTask } from '../tasks/task.ts';
import { allSettings, settingsOf, type TeamSettings } from '../team/team-settings.ts';
import type { NoticeBase } from '../views/notice-message.ts';
import type { GapBook } from './gap-book.ts';
import { gapsMessage } from './gaps-message.ts';

const DAYS = 7;
const KEY = 'digest';

export type DigestParts = {
  memory: Memory;
  gaps: GapBook;
  keep: Keep;
  clientFor: ClientFor;
  base: NoticeBase;
  log: Log;
  now: () => Date;
};

/**
 * The weekly digest of what could not be answered. Every process looks; the inbox keeps the task once, by the day from
 * which it counts, and what went out last is written down, so that a channel has at most one a week.
 */
export const createDigest = ({ memory, gaps, keep, clientFor, base, log, now }: DigestParts) => {
  /** @returns since when the next digest counts; null where it is not due */
  const dueSince = async (team: string, settings: TeamSettings | undefined): Promise<string | null> => {
    if (!settings?.digestChannel || settings.digestSince === null) return null;
    const last = (await memory.digests.get(team, KEY))?.at ?? '';
    const since = last > settings.digestSince ? last : settings.digestSince;
    return now().getTime() - Date.parse(since) >= DAYS * 864e5 ? since : null;
  };
  return {
    look: async (): Promise<void> => {
      for await (const [team, settings] of allSettings(memory)) {
        const since = await dueSince(team, settings);
        if (since !== null) await putTask(keep, team, `digest ${since}`, { type: 'openness_task', task: 'digest' });
      }
    },
    run: async (team: string): Promise<void> => {
      const settings = await settingsOf(memory, team);
      if ((await dueSince(team, settings)) === null) return;
      const client = await clientFor(team);
      if (!client) return log.warn({ team }, 'a digest is due in a workspace that this token does not speak in');
      const found = await gaps.since(team, DAYS);
      // a week without gaps is not worth a message
      if (found.length > 0)
        await createGate(client).post({ channel: settings!.digestChannel! }, gapsMessage(base, found, DAYS));
      await memory.digests.set({ at: now().toISOString() }, team, KEY);
    },
  };
};
