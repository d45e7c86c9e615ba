import { createHash } from 'node:crypto';
import { type Incoming, threadOf } from './inbox.ts';

type Body = Record<string, unknown>;
type Event = {
  type?: string;
  subtype?: string;
  channel?: string;
  channel_type?: string;
  text?: string;
  ts?: string;
  thread_ts?: string;
  bot_id?: string;
  deleted_ts?: string;
  message?: { ts?: string; thread_ts?: string; bot_id?: string; subtype?: string };
  previous_message?: { ts?: string; thread_ts?: string };
};

/**
 * Reads what Slack delivered.
 * @returns null for what no listener answers: what bots say, and what people say to each other outside of threads. It is
 * acknowledged and not kept.
 */
export const readIncoming = (body: Body, now: number): Incoming | null =>
  body.type === 'event_callback' ? readEvent(body, now) : readAct(body, now);

const readEvent = (body: Body, came: number): Incoming | null => {
  const event = (body.event ?? {}) as Event;
  const team = teamOf(body);
  const id = `event ${team} ${typeof body.event_id === 'string' ? body.event_id : digest(body)}`;
  if (event.type !== 'message' && event.type !== 'app_mention')
    return { id, lane: 'acts', team, thread: id, body, came };
  if (isNotForUs(body, event)) return null;
  const root =
    event.thread_ts ??
    event.message?.thread_ts ??
    event.message?.ts ??
    event.previous_message?.thread_ts ??
    event.deleted_ts ??
    event.ts;
  return { id, lane: 'questions', team, thread: threadOf(team, String(event.channel), String(root)), body, came };
};

const isNotForUs = (body: Body, event: Event): boolean => {
  if (event.bot_id || event.message?.bot_id || event.subtype === 'bot_message') return true;
  if (event.type === 'app_mention' || event.channel_type === 'im' || event.subtype === 'message_changed') return false;
  if (event.subtype === 'message_deleted') return false;
  // a message that names us comes as a mention, too; one with a file does not always
  const us = (body.authorizations as { user_id?: string }[] | undefined)?.[0]?.user_id;
  if (us && event.text?.includes(`<@${us}>`)) return event.subtype !== 'file_share';
  return event.thread_ts === undefined;
};

/** Commands, buttons, forms and shortcuts: each has a trigger of its own. */
const readAct = (body: Body, came: number): Incoming => {
  const team = teamOf(body);
  const id = `trigger ${team} ${typeof body.trigger_id === 'string' && body.trigger_id !== '' ? body.trigger_id : digest(body)}`;
  return { id, lane: 'acts', team, thread: id, body, came };
};

const teamOf = (body: Body): string => {
  const authorized = (body.authorizations as { team_id?: string | null }[] | undefined)?.[0]?.team_id;
  const team = (body.team as { id?: string } | null | undefined)?.id;
  const user = (body.user as { team_id?: string } | undefined)?.team_id;
  return String(authorized ?? body.team_id ?? team ?? user ?? 'team');
};

const digest = (body: Body): string => createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 32);
