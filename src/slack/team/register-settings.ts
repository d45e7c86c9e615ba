import type { App, BlockAction } from '@slack/bolt';
import { currentJob } from '../delivery/current-job.ts';
import { createGate } from '../gate.ts';
import { publishHome } from '../listeners/home.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { nameOf } from './people.ts';
import { EDIT_SETTINGS, SETTINGS_VIEW, settingsModal } from './settings-modal.ts';
import { mayConfigure, saveSettings, settingsOf } from './team-settings.ts';

const NOT_YOURS = 'Approvers and administrators of this workspace change these settings.';

/** Who approves, and where reviews and the digest go: set on the Home tab. */
export const registerSettings = (
  app: App,
  { base, home }: { base: NoticeBase; home: Parameters<typeof publishHome>[0] },
): void => {
  const { memory } = home;
  app.action<BlockAction>(EDIT_SETTINGS, async ({ ack, body, client, context }) => {
    await ack();
    const settings = await settingsOf(memory, context.teamId ?? 'team');
    if (await mayConfigure(client, settings, body.user.id))
      await client.views.open({ trigger_id: body.trigger_id, view: settingsModal(settings) });
    else {
      const { channel } = await client.conversations.open({ users: body.user.id });
      await createGate(client).post({ channel: channel!.id! }, notice(base, NOT_YOURS));
    }
  });
  app.view(SETTINGS_VIEW, async ({ ack, view, body, client, context }) => {
    const team = context.teamId ?? 'team';
    const { values } = view.state;
    const before = await settingsOf(memory, team);
    const users = values.approvers?.value?.selected_users ?? [];
    const refuse = (why: string) => ack({ response_action: 'errors', errors: { approvers: why } });
    if (users.length === 0) return refuse('Please name at least one person.');
    if (!(await mayConfigure(client, before, body.user.id))) return refuse(NOT_YOURS);
    // two people at once: one of them is the first
    if (!before && !(await memory.claim(`first settings ${team}`, body.user.id)))
      return refuse('Somebody else has just set this up. Close this form and open it again.');
    await ack();
    const at = home.now().toISOString();
    const digestChannel = values.digest?.value?.selected_conversation ?? null;
    const settings = {
      approvers: await Promise.all(users.map((user) => nameOf(client, team, user, user))),
      reviewChannel: values.review?.value?.selected_conversation ?? null,
      digestChannel,
      digestSince: digestChannel === null ? null : (before?.digestSince ?? at),
      by: await nameOf(client, team, body.user.id, body.user.name),
      at,
    };
    await saveSettings(memory, team, settings, currentJob()?.taken.id ?? at);
    await publishHome(home, client, team, body.user.id);
  });
};
