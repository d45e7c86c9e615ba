import { z } from 'zod';
import type { Incoming } from '../delivery/inbox.ts';

/** What the app sets itself to do. It goes through the inbox, so it is done once, by one process, also over a crash. */
const TaskSchema = z.discriminatedUnion('task', [
  z.strictObject({ type: z.literal('openness_task'), task: z.literal('digest') }),
  z.strictObject({
    type: z.literal('openness_task'),
    task: z.literal('changed_answers'),
    channel: z.string(),
    /** empty where the answers were shown to one person only: they are told in their direct message */
    thread_ts: z.string(),
    user: z.string(),
    keys: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('openness_task'),
    task: z.literal('changed_decision'),
    release: z.string(),
    activity: z.string(),
  }),
]);
export type Task = z.infer<typeof TaskSchema>;

/** @returns null for what Slack delivered */
export const readTask = (body: Record<string, unknown>): Task | null =>
  body.type === 'openness_task' ? TaskSchema.parse(body) : null;

/** Keeps something to be done, and wakes the worker. @returns whether it was not there before */
export type Keep = (incoming: Incoming) => Promise<boolean>;

/**
 * Keeps a task to be done.
 * @param id the same in every process that has the same idea: only the first is kept, for a day
 * @param thread what it is done one after the other with
 */
export const putTask = (
  keep: Keep,
  team: string,
  id: string,
  task: Task,
  thread = `task ${team} ${id}`,
): Promise<boolean> => keep({ id: `task ${team} ${id}`, lane: 'acts', team, thread, body: task, came: Date.now() });
