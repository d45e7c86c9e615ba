import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { type Part, postOnce, showOnce } from './delivery/outbox.ts';
import { cut, LIMITS } from './limits.ts';
import type { Outgoing } from './outgoing.ts';
import type { Paper } from './ports.ts';

export type Place = { channel: string; thread_ts?: string | undefined };
/** The part of Bolt's `respond` that the gate uses. */
export type Respond = (message: {
  text: string;
  blocks: KnownBlock[];
  response_type?: 'ephemeral' | 'in_channel';
  replace_original?: boolean;
  delete_original?: boolean;
}) => Promise<unknown>;

/**
 * The one gate through which every message leaves. It takes only sealed messages, keeps Slack's limits by splitting,
 * and takes out live mentions and links that are not among the message's own sources.
 */
export const createGate = (client: WebClient) => ({
  /** Posts to a channel or thread, once, whatever happens on the way. @returns the time stamps of the parts, in order */
  post: (place: Place, message: Outgoing): Promise<string[]> => postOnce(client, place, partsOf(message)),
  /** Shows a message to one person only. */
  whisper: (place: Place, user: string, message: Outgoing): Promise<void> =>
    showOnce(partsOf(message), (part) =>
      client.chat.postEphemeral({ ...part, channel: place.channel, user, thread_ts: place.thread_ts }),
    ),
  /** Puts a message in the place of one sent before. What does not fit follows in the thread. */
  update: async (place: Place, ts: string, message: Outgoing): Promise<string[]> => {
    const [first, ...rest] = partsOf(message);
    await client.chat.update({ ...first!, channel: place.channel, ts });
    if (rest.length === 0) return [ts];
    return [ts, ...(await postOnce(client, { channel: place.channel, thread_ts: place.thread_ts ?? ts }, rest))];
  },
  /** Answers over a response_url: to one person, or to the channel. */
  respond: async (
    respond: Respond,
    message: Outgoing,
    how: 'ephemeral' | 'in_channel' = 'ephemeral',
  ): Promise<void> => {
    await showOnce(partsOf(message), (part) => respond({ ...part, response_type: how, replace_original: false }));
  },
  /**
   * Shares files with a sealed message beside them. Blocks, not a comment: Slack shows the marks of a comment as they
   * stand. What does not fit beside the files is posted after them.
   */
  share: async (place: Place, papers: Paper[], message: Outgoing): Promise<void> => {
    const [first, ...rest] = partsOf(message);
    const to = place.thread_ts
      ? { channel_id: place.channel, thread_ts: place.thread_ts }
      : { channel_id: place.channel };
    await showOnce([first!], ({ blocks }) =>
      client.filesUploadV2({
        ...to,
        blocks,
        file_uploads: papers.map(({ name, title, content, alt }) => ({
          filename: name,
          title,
          file: content,
          ...(alt ? { alt_text: cut(alt, LIMITS.fileAltText) } : {}),
        })),
      }),
    );
    if (rest.length > 0) await postOnce(client, place, rest);
  },
  /** Removes a message; one that is gone already is as good. */
  remove: async (channel: string, ts: string): Promise<void> => {
    try {
      await client.chat.delete({ channel, ts });
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError && error.data.error === 'message_not_found')) throw error;
    }
  },
});
export type Gate = ReturnType<typeof createGate>;

/** @returns a sealed message as one or more parts within Slack's limits; every part ends with sources and caveat */
export const partsOf = (message: Outgoing): Part[] => {
  const clean = (block: KnownBlock) => cleanse(block, message.allowedLinks);
  const body = message.body.map(clean);
  const tail = message.tail.map(clean);
  const controls = message.controls.map(clean);
  const reserved = tail.length + controls.length;
  const groups: KnownBlock[][] = [[]];
  let size = 0;
  let tables = 0;
  for (const block of body) {
    const length = JSON.stringify(block).length;
    const last = groups.at(-1)!;
    const table = block.type === 'table';
    if (
      last.length > 0 &&
      (last.length + reserved >= LIMITS.blocks || size + length > LIMITS.messageTotal - 3000 || (table && tables > 0))
    ) {
      groups.push([block]);
      size = length;
      tables = table ? 1 : 0;
    } else {
      last.push(block);
      size += length;
      if (table) tables += 1;
    }
  }
  const text = stripLive(cut(message.text, LIMITS.messageText), message.allowedLinks);
  return groups.map((group, at) => ({
    text: groups.length > 1 ? `${cut(text, LIMITS.messageText - 10)} (${at + 1}/${groups.length})` : text,
    blocks: [...group, ...tail, ...(at === groups.length - 1 ? controls : [])],
  }));
};

const cleanse = <T>(value: T, allowed: ReadonlySet<string>): T => {
  if (Array.isArray(value)) return value.map((item) => cleanse(item, allowed)) as T;
  if (value === null || typeof value !== 'object') return value;
  const object = value as Record<string, unknown>;
  // an address or a name in plain words stays words: Slack would make a link of it
  const plainly = object.type === 'mrkdwn' ? { verbatim: true } : {};
  const cleaned = Object.fromEntries(
    Object.entries(object).map(([key, item]) => [
      key,
      key === 'text' && typeof item === 'string'
        ? object.type === 'mrkdwn' || object.type === 'markdown'
          ? stripLive(item, allowed)
          : item
        : cleanse(item, allowed),
    ]),
  );
  return { ...cleaned, ...plainly } as T;
};

/** Takes out `<!channel>`, `<@U…>`, `<#C…>` and links to anywhere but the message's own sources. */
export const stripLive = (text: string, allowed: ReadonlySet<string>): string => {
  const stripped = text.replace(/<([^<>]*)>/g, (whole, inside: string) => {
    const [target = '', label] = inside.split('|');
    if (/^https?:/.test(target)) return allowed.has(target.replaceAll('&amp;', '&')) ? whole : (label ?? '');
    return (label ?? '').replace(/^[@!#]/, '');
  });
  // `<!chan<x>nel>` is a mention only once `<x>` is gone
  return stripped === text ? text : stripLive(stripped, allowed);
};
