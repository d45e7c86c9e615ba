import { TIME } from './limits.ts';
import type { Workspace } from './workspace.ts';

export type Triggers = ReturnType<typeof createTriggers>;

/** Trigger ids: each opens one form, for the person who acted, within three seconds. */
export const createTriggers = (workspace: Workspace) => {
  const given = new Map<string, { user: string; at: number; used: boolean; view: string | null }>();
  return {
    /** @param view the form in which the person acted, for views.push */
    give: (user: string, view: string | null = null): string => {
      const id = `${workspace.stamps.ts()}.${workspace.stamps.id('T')}`;
      given.set(id, { user, at: workspace.clock(), used: false, view });
      return id;
    },
    /** @returns whose it is, or Slack's error */
    use: (id: string | undefined): { user: string; view: string | null } | { error: string } => {
      const trigger = given.get(id ?? '');
      if (!trigger) return { error: 'invalid_trigger_id' };
      if (workspace.clock() - trigger.at > TIME.trigger) return { error: 'expired_trigger_id' };
      if (trigger.used) return { error: 'exchanged_trigger_id' };
      trigger.used = true;
      return { user: trigger.user, view: trigger.view };
    },
  };
};
