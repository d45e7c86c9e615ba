import type { App, GlobalShortcut, MessageShortcut } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { createGate, type Respond } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import { answerMessage } from '../views/answer-message.ts';
import { needsModal } from '../views/modals.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';

export const SHORTCUTS = { checkMessage: 'check_licence_message', find: 'find_model_global' } as const;

/** "Check model licence" on a message, and the form that finds a model. */
export const registerShortcuts = (app: App, { desk, base }: { desk: Desk; base: NoticeBase }): void => {
  app.shortcut<MessageShortcut>(SHORTCUTS.checkMessage, async ({ ack, shortcut, client, respond, context }) => {
    await ack();
    const gate = createGate(client);
    const reply = respond as unknown as Respond;
    const team = context.teamId ?? shortcut.team?.id ?? 'team';
    const text = plain(shortcut.message.text ?? '', context.botUserId ?? '');
    const names = desk.namesIn(text);
    if (names.length === 0) {
      await gate.respond(reply, notice(base, 'I found no model or licence named in that message.'));
      return;
    }
    const question = names.join(', ');
    const { answer, assumed, own } = await desk.ask(team, { question }, { person: shortcut.user.id });
    const ts = shortcut.trigger_id;
    await desk.remember(
      { team, user: shortcut.user.id, channel: shortcut.channel.id, text: question, ts, thread_ts: '' },
      '',
      answer,
      [],
    );
    await gate.respond(
      reply,
      answerMessage(answer, { key: `${shortcut.channel.id}:${ts}`, assumed, own, ephemeral: true }),
    );
  });
  app.shortcut<GlobalShortcut>(SHORTCUTS.find, async ({ ack, shortcut, client }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: needsModal() });
  });
};
