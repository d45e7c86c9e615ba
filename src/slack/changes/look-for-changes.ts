import type { Catalogue } from '../../knowledge/catalogue.ts';
import { threadOf } from '../delivery/inbox.ts';
import type { Memory } from '../ports.ts';
import { type Keep, putTask } from '../tasks/task.ts';
import type { ChangeFinder } from './find-changes.ts';

/** The place of what is written down for all workspaces; no workspace has this id. */
const ALL = '-';

type Group = { team: string; channel: string; thread_ts: string; user: string; keys: string[] };

/**
 * Once after each change of the knowledge version: asks again by the rules what was answered and decided under another one, and puts a
 * task into the inbox for each thread and each decision that comes out differently.
 */
export const createChangeLook =
  (memory: Memory, catalogue: Catalogue, find: ChangeFinder, keep: Keep, now: () => Date) =>
  async (): Promise<void> => {
    const { version } = catalogue;
    if ((await memory.looked.get(ALL, 'looked'))?.version === version) return;
    const groups = new Map<string, Group>();
    for await (const [[team = ''], asked] of memory.asked.list()) {
      const { key, channel, thread_ts = '', user } = asked;
      if (key === undefined || !(await find.answer(team, key, asked))) continue;
      // answers shown to one person alone are told to that person
      const id = [team, channel, thread_ts === '' ? user : thread_ts].join(' ');
      const group = groups.get(id) ?? { team, channel, thread_ts, user, keys: [] };
      group.keys.push(key);
      groups.set(id, group);
      await aside();
    }
    for (const [id, { team, ...group }] of groups)
      await putTask(
        keep,
        team,
        `changed ${version} ${id}`,
        { type: 'openness_task', task: 'changed_answers', ...group },
        group.thread_ts === '' ? undefined : threadOf(team, group.channel, group.thread_ts),
      );
    for await (const [[team = ''], decision] of memory.decisions.list()) {
      if (!(await find.decision(team, decision))) continue;
      const { release, activity } = decision;
      const task = { type: 'openness_task', task: 'changed_decision', release, activity } as const;
      await putTask(keep, team, `changed ${version} ${release} ${activity}`, task);
      await aside();
    }
    await memory.looked.set({ version, at: now().toISOString() }, ALL, 'looked');
  };

/** People's questions go first. */
const aside = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
