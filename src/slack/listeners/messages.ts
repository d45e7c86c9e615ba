import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Desk } from '../desk.ts';
import { createGate } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import { isReviewThread } from '../review/register-review.ts';
import { HELP, notice } from '../views/notice-message.ts';
import { createMentions, isExternal, isFirst, type MessageParts } from './mentions.ts';
import { untilShown, whileWorking } from './working.ts';

type Incoming = {
  type: string;
  subtype?: string;
  channel: string;
  channel_type?: string;
  user?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  message?: {
    subtype?: string;
    text?: string;
    user?: string;
    ts: string;
    thread_ts?: string;
    bot_id?: string;
    edited?: unknown;
  };
  previous_message?: { text?: string };
  deleted_ts?: string;
};

/** Small talk in a thread: nothing is asked, so nothing is answered. */
const SMALL_TALK =
  /^(thanks?( you| a lot| so much)?|thank you|thx|ty|ok(ay)?|great|perfect|nice|cool|got it|understood|makes sense|danke|merci|👍|🙏|\+1|lgtm|will do|good point|interesting|agreed?)[\s.!]*$/i;

/** Mentions, direct messages, follow-ups in engaged threads, edits and deletions. */
export const registerMessages = (app: App, { desk, memory, base, answerExternal }: MessageParts): void => {
  const mentions = createMentions({ desk, memory, base, answerExternal });
  app.event('app_mention', ({ event, client, context, body }) => mentions.answer(event, { client, context, body }));

  app.event('message', async ({ event, client, context, body }) => {
    const message = event as unknown as Incoming;
    const team = context.teamId ?? 'team';
    const bot = context.botUserId ?? '';
    if (isExternal(body) && !answerExternal) return;
    const gate = createGate(client);
    // a deleted message that has a thread leaves a tombstone in its place
    if (message.subtype === 'message_changed' && message.message?.subtype === 'tombstone')
      return desk.withdraw(gate, team, message.channel, message.message.ts);
    if (message.subtype === 'message_changed') return onEdited(desk, gate, team, message, bot, isExternal(body));
    if (message.subtype === 'message_deleted' && message.deleted_ts)
      return desk.withdraw(gate, team, message.channel, message.deleted_ts);
    if (
      (message.subtype !== undefined && message.subtype !== 'file_share' && message.subtype !== 'thread_broadcast') ||
      message.bot_id ||
      !message.user ||
      message.user === bot
    )
      return;
    const direct = message.channel_type === 'im';
    if (!direct && (message.text ?? '').includes(`<@${bot}>`))
      // its mention event may not come: whichever does first is answered
      return message.subtype === 'file_share' ? mentions.answer(message, { client, context, body }) : undefined;
    const thread_ts = message.thread_ts ?? message.ts;
    const text = plain(message.text ?? '', bot);
    if (!direct) {
      if (await isReviewThread(memory, team, message.channel, thread_ts)) return;
      const engaged = message.thread_ts
        ? await memory.threads.get(team, message.channel, message.thread_ts)
        : undefined;
      if (!engaged || /^\s*<@[UW]/.test(message.text ?? '') || SMALL_TALK.test(text)) return;
    }
    if (!(await isFirst(memory, `${team}:${message.channel}:${message.ts}`))) return;
    // a file alone in a thread asks nothing
    if (text === '' && !direct) return;
    if (text === '' || (direct && /^(help|\/?openness help|hi|hello|hey)[\s.!?]*$/i.test(text))) {
      await gate.post({ channel: message.channel, thread_ts }, notice(base, HELP));
      return;
    }
    const { channel, ts } = message;
    const question = { team, user: message.user, channel, text, ts, thread_ts, outside: isExternal(body) };
    if (!direct) return whileWorking(client, message.channel, thread_ts, () => desk.answerIn(gate, question));
    // an answer does not wait for Slack to show that it is worked on
    const shown = setSession(client, message.channel, thread_ts, message.user, 'processing', text);
    await desk.answerIn(gate, question);
    await untilShown(shown.then(() => setSession(client, message.channel, thread_ts, message.user!, 'active')));
  });
};

const onEdited = async (
  desk: Desk,
  gate: ReturnType<typeof createGate>,
  team: string,
  event: Incoming,
  bot: string,
  outside: boolean,
): Promise<void> => {
  const { message } = event;
  if (!message?.user || message.bot_id || message.user === bot || message.text === event.previous_message?.text) return;
  const text = plain(message.text ?? '', bot);
  if (text === '') return;
  await desk.answerAgain(gate, {
    team,
    user: message.user,
    channel: event.channel,
    text,
    ts: message.ts,
    thread_ts: message.thread_ts ?? message.ts,
    outside,
  });
};

/** Shows a title, and the Stop button, while a direct message is answered. A workspace without agent sessions goes on without. */
const setSession = async (
  client: WebClient,
  channel_id: string,
  thread_ts: string,
  initiator_user_id: string,
  status: 'processing' | 'active',
  question?: string,
): Promise<void> => {
  try {
    await client.apiCall('agents.sessions.setStatus', {
      channel_id,
      thread_ts,
      status,
      initiator_user_id,
      ...(question ? { title: question.slice(0, 60) } : {}),
    });
  } catch {
    // the answer itself is what counts
  }
};
