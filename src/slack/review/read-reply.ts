import { plain } from '../mrkdwn.ts';

/** What somebody did in a thread, as far as it may concern a review. */
export type Reply = {
  did: 'wrote' | 'edited' | 'deleted';
  channel: string;
  /** of what they wrote, whenever that was */
  ts: string;
  /** of the thread; absent where Slack does not say it */
  thread_ts?: string | undefined;
  user: string;
  /** empty where it is deleted, or has no words (any more) */
  words: string;
  /** when this was done, as Slack's time stamp */
  at: string;
  /** as it was written, or stood before this change, it had words and did not name the bot, which would be asked then */
  forAsker: boolean;
};

type Message = {
  subtype?: string;
  user?: string;
  user_team?: string;
  bot_id?: string;
  text?: string;
  ts: string;
  thread_ts?: string;
  edited?: { ts?: string };
};
type Event = Message & { channel: string; message?: Message; previous_message?: Message; deleted_ts?: string };

/** @returns null for what is not a colleague's doing: of bots, of other organisations, or a change of nothing but a preview */
export const readReply = (event: unknown, team: string, bot: string): Reply | null => {
  const { channel, ts: at, ...whole } = event as Event;
  const { subtype, message, previous_message: before } = whole;
  const isTombstone = subtype === 'message_changed' && message?.subtype === 'tombstone';
  const of = (did: Reply['did'], it: Partial<Message>, more: Partial<Reply> = {}): Reply | null => {
    if (!it.user || it.user === bot || it.bot_id || (it.user_team ?? team) !== team || !it.ts) return null;
    const text = it.text ?? '';
    const written = (did === 'wrote' ? text : before?.text) ?? '';
    return {
      did,
      channel,
      ts: it.ts,
      thread_ts: it.thread_ts,
      user: it.user,
      words: did === 'deleted' ? '' : plain(text, bot),
      at,
      forAsker: plain(written, bot) !== '' && !written.includes(`<@${bot}>`),
      ...more,
    };
  };
  if (subtype === 'message_deleted' || isTombstone)
    return of('deleted', { ...before, ts: whole.deleted_ts ?? message?.ts ?? '' });
  if (subtype === 'message_changed')
    return message && message.text !== before?.text ? of('edited', message, { at: message.edited?.ts ?? at }) : null;
  return subtype === undefined || subtype === 'thread_broadcast' || subtype === 'file_share'
    ? of('wrote', { ...whole, ts: at })
    : null;
};
