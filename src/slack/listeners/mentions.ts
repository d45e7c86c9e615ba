import type { WebClient } from '@slack/web-api';
import { currentJob } from '../delivery/current-job.ts';
import type { Desk } from '../desk.ts';
import { createGate } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Memory } from '../ports.ts';
import { HELP, type NoticeBase, notice } from '../views/notice-message.ts';
import { whileWorking } from './working.ts';

export type MessageParts = { desk: Desk; memory: Memory; base: NoticeBase; answerExternal: boolean };

/** What a mention event, and a message that names us, have in common. */
type Mention = {
  channel: string;
  user?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
};
type Call = { client: WebClient; context: { teamId?: string; botUserId?: string }; body: unknown };

const SHUT =
  'I do not answer in channels that are shared with other organisations. Ask me in a direct message, or in a channel of your own.';

/** Answers what names us, in the thread where it stands. */
export const createMentions = ({ desk, memory, base, answerExternal }: MessageParts) => ({
  answer: async (event: Mention, { client, context, body }: Call): Promise<void> => {
    if (!event.user || event.bot_id) return;
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
  },
});

/** One message may come as several events; the first that claims it answers, also when it starts again after a crash. */
export const isFirst = (memory: Memory, key: string): Promise<boolean> =>
  memory.claim(key, currentJob()?.taken.id ?? key);

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

export const isExternal = (body: unknown): boolean =>
  (body as { is_ext_shared_channel?: boolean }).is_ext_shared_channel === true;
