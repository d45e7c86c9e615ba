import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Button } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { currentJob } from '../delivery/current-job.ts';
import type { Desk } from '../desk.ts';
import { createGate, type Place, type Respond } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Memory, ReviewRecord } from '../ports.ts';
import { nameOf } from '../team/people.ts';
import { settingsOf } from '../team/team-settings.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { ASK_REVIEWER, REVIEW_VIEW, replyMessage, reviewMessage, reviewModal } from './review-message.ts';

export type ReviewParts = { desk: Desk; memory: Memory; base: NoticeBase; now: () => Date };

const Metadata = z.strictObject({ key: z.string(), channel: z.string(), thread_ts: z.string() });
const NO_CHANNEL = 'There is no channel for reviews yet. Approvers set it on my Home tab.';
const NOT_THERE =
  'I cannot write to the channel for reviews. Somebody has to invite me there, or set another on my Home tab.';
const FORGOTTEN = 'I no longer have that question. Please ask it again.';
/** Slack's words for a channel that the app is not in. */
const SHUT_OUT = ['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'];

type Reply = {
  subtype?: string;
  channel: string;
  user?: string;
  user_team?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
};

/** "Ask a reviewer", and the way back: what a colleague replies there is brought to the asker. */
export const registerReview = (app: App, { desk, memory, base, now }: ReviewParts): void => {
  app.action<BlockAction>(ASK_REVIEWER, async ({ ack, body, action, client, respond, context }) => {
    await ack();
    const team = context.teamId ?? 'team';
    if (body.user.team_id !== undefined && body.user.team_id !== team) return;
    const tell = (text: string) => createGate(client).respond(respond as unknown as Respond, notice(base, text));
    const key = (action as ButtonAction).value ?? '';
    const asked = await memory.asked.get(team, key);
    if (!asked) return tell(FORGOTTEN);
    if (!(await settingsOf(memory, team))?.reviewChannel) return tell(NO_CHANNEL);
    const metadata = JSON.stringify({ key, channel: body.channel?.id ?? '', thread_ts: body.message?.thread_ts ?? '' });
    await client.views.open({ trigger_id: body.trigger_id, view: reviewModal(asked.question, metadata) });
  });

  app.view(REVIEW_VIEW, async ({ ack, view, body, client, context }) => {
    await ack();
    const team = context.teamId ?? 'team';
    const { key, channel, thread_ts } = Metadata.parse(JSON.parse(view.private_metadata));
    const gate = createGate(client);
    const back: Place = thread_ts ? { channel, thread_ts } : await directMessage(client, body.user.id);
    const asked = await memory.asked.get(team, key);
    const reviewChannel = (await settingsOf(memory, team))?.reviewChannel;
    if (!asked || !reviewChannel) return void (await gate.post(back, notice(base, asked ? NO_CHANNEL : FORGOTTEN)));
    const { answer, assumed } = await desk.ask(team, asked, { person: body.user.id });
    const asker = await nameOf(client, team, body.user.id, body.user.name);
    const note = view.state.values.note?.value?.value?.trim() ?? '';
    try {
      const [ts] = await gate.post(
        { channel: reviewChannel },
        reviewMessage({ asker, question: asked.question, note, answer, assumed }),
      );
      const record: ReviewRecord = { user: body.user.id, ...back, at: now().toISOString() };
      await memory.reviews.set(record, team, reviewChannel, ts!);
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && SHUT_OUT.includes(error.data.error))) throw error;
      return void (await gate.post(back, notice(base, NOT_THERE)));
    }
    await gate.post(back, notice(base, 'Sent to the reviewers. What they reply comes back here.'));
  });

  app.event('message', async ({ event, client, context }) => {
    const message = event as unknown as Reply;
    const team = context.teamId ?? 'team';
    const bot = context.botUserId ?? '';
    const { channel, thread_ts, user } = message;
    if (!thread_ts || !user || user === bot || message.bot_id || (message.user_team ?? team) !== team) return;
    if (message.subtype !== undefined && message.subtype !== 'thread_broadcast' && message.subtype !== 'file_share')
      return;
    const review = await memory.reviews.get(team, channel, thread_ts);
    // what the asker adds there is for the reviewers, and what names us is asked of us
    if (!review || review.user === user || (message.text ?? '').includes(`<@${bot}>`)) return;
    const words = plain(message.text ?? '', bot);
    if (words === '') return;
    const key = `review ${team}:${channel}:${message.ts}`;
    if (!(await memory.claim(key, currentJob()?.taken.id ?? key))) return;
    const place: Place = review.thread_ts
      ? { channel: review.channel, thread_ts: review.thread_ts }
      : { channel: review.channel };
    const reviewer = await nameOf(client, team, user, 'a colleague');
    await createGate(client).post(place, replyMessage(base, reviewer, words));
  });
};

/** @returns whether a thread holds a question for reviewers: what is said there is for people */
export const isReviewThread = async (
  memory: Memory,
  team: string,
  channel: string,
  thread_ts: string,
): Promise<boolean> => (await memory.reviews.get(team, channel, thread_ts)) !== undefined;

/** Below every answer. @param key finds the question again */
export const reviewButton = (key: string): Button => ({
  type: 'button',
  text: { type: 'plain_text', text: 'Ask a reviewer', emoji: true },
  action_id: ASK_REVIEWER,
  value: key,
  accessibility_label: 'Ask a reviewer of your workspace about this answer',
});

const directMessage = async (client: WebClient, user: string): Promise<Place> => ({
  channel: (await client.conversations.open({ users: user })).channel!.id!,
});
