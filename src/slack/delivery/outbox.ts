import { randomUUID } from 'node:crypto';
import type { KnownBlock } from '@slack/types';
import { LogLevel, WebAPIRateLimitedError, WebClient } from '@slack/web-api';
import { currentJob } from './current-job.ts';
import { askedToWait, failureKind } from './failure.ts';

export type Part = { text: string; blocks: KnownBlock[] };
type Place = { channel: string; thread_ts?: string | undefined };

/** One message on its way out: its parts as they were first written, and the time stamps of those that Slack has. */
export type OutboxRecord = { parts: Part[]; stamps: string[] };

/** Tries of one part within one start; after that the inbox holds the whole turn. */
const TRIES = 3;
const PAUSES = [300, 1000];
/** Longer waits that Slack asks for are better spent in the inbox. */
const LONGEST_WAIT = 5000;
/** Milliseconds until Slack's own list has what it was sent, and how far our clock may be off. */
const SETTLES = 1000;
const CLOCK_SLACK = 120_000;

/** The type of the metadata by which a message of ours is found again. */
const EVENT_TYPE = 'openness_answer';

/**
 * Posts every part of a message, each once, also over crashes and lost responses: each part carries an id of its own, and
 * where it may have been sent before, by this process or one that ended, Slack is asked for it first.
 * @returns the time stamps of the parts
 */
export const postOnce = async (client: WebClient, place: Place, parts: Part[]): Promise<string[]> => {
  const job = currentJob();
  const number = job ? job.sent++ : 0;
  const id = job ? `${job.taken.id} ${number}` : randomUUID();
  const key = job ? [job.taken.team, job.taken.id, String(number)] : null;
  const again = job?.taken.again ?? false;
  const record: OutboxRecord = (again && (await job!.outbox.get(...key!))) || { parts, stamps: [] };
  // since when the part that is due may have been sent, in milliseconds since 1970; null: it was not
  let sentSince: number | null = null;
  for (let tries = 0; record.stamps.length < record.parts.length; ) {
    const at = record.stamps.length;
    const part = record.parts[at]!;
    const thread_ts = place.thread_ts ?? record.stamps[0];
    const part_id = `${id} ${at}`;
    sentSince ??= again ? job!.taken.came : null;
    const found = sentSince && (await findPosted(client, { channel: place.channel, thread_ts }, part_id, sentSince));
    if (found) {
      record.stamps.push(found);
      sentSince = null;
      continue;
    }
    job?.checkLease();
    sentSince ??= Date.now();
    try {
      const { ts } = await posterFor(client).chat.postMessage({
        ...part,
        unfurl_links: false,
        unfurl_media: false,
        channel: place.channel,
        thread_ts,
        metadata: { event_type: EVENT_TYPE, event_payload: { part_id } },
      });
      tries = 0;
      record.stamps.push(ts!);
      sentSince = null;
    } catch (error) {
      // 429 is the one failure that says for certain that nothing was posted
      if (error instanceof WebAPIRateLimitedError) sentSince = null;
      tries += 1;
      const pause = askedToWait(error) ?? PAUSES[tries - 1] ?? 0;
      if (failureKind(error) !== 'outside' || tries >= TRIES || pause > LONGEST_WAIT) {
        // the next start goes on with the parts as they were first written
        if (key) await job!.keep(record, ...key);
        throw error;
      }
      await sleep(pause);
    }
  }
  return record.stamps;
};

/**
 * Shows parts by a way that leaves nothing to look up: a response_url, an ephemeral message. What is known to be shown
 * is not shown again; a crash in the moment between showing and writing it down shows that part twice.
 */
export const showOnce = async (parts: Part[], show: (part: Part) => Promise<unknown>): Promise<void> => {
  const job = currentJob();
  const key = job ? [job.taken.team, job.taken.id, String(job.sent++)] : null;
  const known = job?.taken.again ? await job.outbox.get(...key!) : undefined;
  const record: OutboxRecord = known ?? { parts: [], stamps: [] };
  for (const part of parts.slice(record.stamps.length)) {
    job?.checkLease();
    await show(part);
    record.stamps.push('shown');
    if (key) await job!.keep(record, ...key);
  }
};

/** Once the turn is done for good, nobody asks any more what was sent. */
export const forgetSent = async (job: NonNullable<ReturnType<typeof currentJob>>): Promise<void> => {
  if (!job.kept && !job.taken.again) return;
  for (let number = 0; number < job.sent; number += 1)
    await job.outbox.delete(job.taken.team, job.taken.id, String(number));
};

const findPosted = async (client: WebClient, place: Place, part_id: string, since: number): Promise<string | null> => {
  await sleep(Math.max(0, SETTLES - (Date.now() - since)));
  const oldest = ((since - CLOCK_SLACK) / 1000).toFixed(6);
  const common = { channel: place.channel, oldest, limit: 200, include_all_metadata: true };
  for (let cursor: string | undefined, pages = 0; pages < 10; pages += 1) {
    const page = place.thread_ts
      ? await client.conversations.replies({ ...common, ts: place.thread_ts, cursor })
      : await client.conversations.history({ ...common, cursor });
    const found = page.messages?.find(
      (message) =>
        message.metadata?.event_type === EVENT_TYPE &&
        (message.metadata.event_payload as { part_id?: string } | undefined)?.part_id === part_id,
    );
    if (found) return found.ts!;
    cursor = page.response_metadata?.next_cursor || undefined;
    if (!cursor) return null;
  }
  return null;
};

/** Milliseconds after which an unanswered post counts as lost; it is looked up before it is sent again. */
const POST_TIMEOUT = 4000;
const posters = new WeakMap<WebClient, WebClient>();

/** A client that sends once: Slack's own repeats after a lost response, and the message stands there twice. */
const posterFor = (client: WebClient): WebClient => {
  const known = posters.get(client);
  if (known) return known;
  const poster = new WebClient(client.token, {
    slackApiUrl: client.slackApiUrl,
    retryConfig: { retries: 0 },
    timeout: POST_TIMEOUT,
    rejectRateLimitedCalls: true,
    // what goes wrong is thrown, and logged by whoever holds the turn
    logLevel: LogLevel.ERROR,
  });
  posters.set(client, poster);
  return poster;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
