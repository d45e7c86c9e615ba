import type { WebClient } from '@slack/web-api';
import { currentJob } from '../delivery/current-job.ts';
import { TooEarly } from '../delivery/failure.ts';
import { LONGEST_HOLD } from '../delivery/settle.ts';
import { createGate, type Place } from '../gate.ts';
import type { Memory } from '../ports.ts';
import { nameOf } from '../team/people.ts';
import type { NoticeBase } from '../views/notice-message.ts';
import type { Reply } from './read-reply.ts';
import { replyMessage, takenBackMessage } from './review-message.ts';

/**
 * Brings what a reviewer writes to the asker, and keeps it as the reviewer has it: what they edit is shown as edited, of
 * what they delete it is said that it was taken back. It is one message throughout.
 */
export const createReplies = (memory: Memory, base: NoticeBase) => {
  const bring = async (client: WebClient, team: string, reply: Reply): Promise<void> => {
    const place = await placeFor(team, reply);
    if (!place) return;
    const key = `review ${team}:${reply.channel}:${reply.ts}`;
    if (!(await memory.claim(key, currentJob()?.taken.id ?? key))) return;
    const reviewer = await nameOf(client, team, reply.user, COLLEAGUE);
    const stamps = await createGate(client).post(place, replyMessage(base, reviewer, reply.words));
    await memory.replies.set(
      { user: reply.user, ...place, stamps, at: reply.at },
      team,
      REPLY,
      reply.channel,
      reply.ts,
    );
  };

  const change = async (client: WebClient, team: string, reply: Reply): Promise<void> => {
    const brought = await memory.replies.get(team, REPLY, reply.channel, reply.ts);
    if (!brought) {
      // what is held is overtaken by what comes after it
      if (isFresh(reply) && (await placeFor(team, reply))) throw new TooEarly('the reply itself is not brought yet');
      return;
    }
    // an older change, held until after this one
    if (Number(reply.at) < Number(brought.at)) return;
    const gate = createGate(client);
    const [first, ...rest] = brought.stamps;
    for (const stamp of rest) await gate.remove(brought.channel, stamp);
    const reviewer = await nameOf(client, team, brought.user, COLLEAGUE);
    const message =
      reply.words === '' ? takenBackMessage(base, reviewer) : replyMessage(base, reviewer, reply.words, 'edited');
    const stamps = await gate.update({ channel: brought.channel, thread_ts: brought.thread_ts }, first!, message);
    await memory.replies.set({ ...brought, stamps, at: reply.at }, team, REPLY, reply.channel, reply.ts);
  };

  /** @returns where a reply belongs; null where it is none: not in a review, the asker's own, without words, or a question to us */
  const placeFor = async (team: string, { channel, thread_ts, user, forAsker }: Reply): Promise<Place | null> => {
    const review = thread_ts ? await memory.reviews.get(team, channel, thread_ts) : undefined;
    if (!review || review.user === user || !forAsker) return null;
    return review.thread_ts ? { channel: review.channel, thread_ts: review.thread_ts } : { channel: review.channel };
  };

  return (client: WebClient, team: string, reply: Reply): Promise<void> =>
    (reply.did === 'wrote' ? bring : change)(client, team, reply);
};

/** Beside the reviews themselves, which begin with a channel. */
const REPLY = 'reply';
const COLLEAGUE = 'a colleague';

/** Its message may still be on its way; later it was never brought, or is not known any more. */
const isFresh = (reply: Reply): boolean => Date.now() - Number(reply.ts) * 1000 < LONGEST_HOLD;
