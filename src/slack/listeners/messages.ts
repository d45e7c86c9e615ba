import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { currentJob } from '../delivery/current-job.ts';
import type { Desk } from '../desk.ts';
import { createGate } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Memory } from '../ports.ts';
import { isReviewThread } from '../review/register-review.ts';
import { HELP, type NoticeBase, notice } from '../views/notice-message.ts';
import { untilShown, whileWorking } from './working.ts';

export type MessageParts = { desk: Desk; memory: Memory; base: NoticeBase; answerExternal: boolean };

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

const SHUT =
  'I do not answer in channels that are shared with other organisations. Ask me in a direct message, or in a channel of your own.';

/** Small talk in a thread: nothing is asked, so nothing is answered. */
const SMALL_TALK =
  /^(thanks?( you| a lot| so much)?|thank you|thx|ty|ok(ay)?|great|perfect|nice|cool|got it|understood|makes sense|danke|merci|👍|🙏|\+1|lgtm|will do|good point|interesting|agreed?)[\s.!]*$/i;

/** Mentions, direct messages, follow-ups in engaged threads, edits and deletions. */
export const registerMessages = (app: App, { desk, memory, base, answerExternal }: MessageParts): void => {
  app.event('app_mention', async ({ event, client, context, body }) => {
    if (!event.user || ('bot_id' in event && event.bot_id)) return;
    const team = context.teamId ?? 'team';
    const shut = isExternal(body) && !answerExternal;
    // people of the other organisation are told nothing at all
    if (shut && teamOf(event) !== team) return;
    if (!(await isFirst(memory, `${team}:${event.channel}:${event.ts}`))) return;
    const gate = createGate(client);
    const thread_ts = event.thread_ts ?? event.ts;
    if (shut)
      return gate.whisper({ channel: event.channel, thread_ts: event.thread_ts }, event.user, notice(base, SHUT));
    const text = plain(event.text ?? '', context.botUserId ?? '');
    const known = await memory.threads.get(team, event.channel, thread_ts);
    const earlier =
      event.thread_ts && !known
        ? await turnsOf(client, event.channel, event.thread_ts, event.ts, context.botUserId ?? '')
        : [];
    const asked = text !== '' ? text : (lastHuman(earlier) ?? lastAsked(known?.turns ?? []));
    if (asked === null) {
      await gate.post({ channel: event.channel, thread_ts }, notice(base, HELP));
      return;
    }
    const given = text !== '' ? earlier : earlier.slice(0, -1);
    const outside = isExternal(body);
    const question = { team, user: event.user, channel: event.channel, text: asked, ts: event.ts, thread_ts, outside };
    await whileWorking(client, event.channel, thread_ts, () =>
      desk.answerIn(gate, question, given.join('\n') || undefined),
    );
  });

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
    if (!direct && (message.text ?? '').includes(`<@${bot}>`)) return;
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

/** One message may come as several events; the first that claims it answers, also when it starts again after a crash. */
const isFirst = (memory: Memory, key: string): Promise<boolean> => memory.claim(key, currentJob()?.taken.id ?? key);

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

/** The thread so far as the advisor reads it; the question itself and everything after it left out. */
const turnsOf = async (
  client: WebClient,
  channel: string,
  thread_ts: string,
  before: string,
  bot: string,
): Promise<string[]> => {
  const result = await client.conversations.replies({ channel, ts: thread_ts, limit: 50 });
  return (result.messages ?? [])
    .filter((message) => message.ts !== before && Number(message.ts) < Number(before))
    .map((message) => ({
      who: message.user === bot ? 'bot' : (message.user ?? 'other'),
      text: plain(message.text ?? '', bot).replace(/\s+/g, ' '),
    }))
    .filter((turn) => turn.text !== '')
    .map((turn) => `${turn.who}: ${turn.text}`);
};

const lastHuman = (turns: string[]): string | null => {
  const last = [...turns].reverse().find((turn) => !turn.startsWith('bot: '));
  return last ? last.slice(last.indexOf(': ') + 2) : null;
};
const lastAsked = (turns: string[]): string | null => {
  const last = [...turns].reverse().find((turn) => turn.startsWith('asker: '));
  return last ? last.slice('asker: '.length) : null;
};

/** Whose person wrote it; undefined in what Slack sends about our own alone. */
const teamOf = (event: object): string | undefined => {
  const { user_team, team } = event as { user_team?: string; team?: string };
  return user_team ?? team;
};

const isExternal = (body: unknown): boolean =>
  (body as { is_ext_shared_channel?: boolean }).is_ext_shared_channel === true;
