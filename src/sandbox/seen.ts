import { visibleText } from './render/plain.ts';
import type { Block, Message, Workspace } from './workspace.ts';

/** A message as a person sees it; the keys that do not apply are left out. */
export type Seen = {
  ts: string;
  channel: string;
  user: string;
  name: string;
  bot: boolean;
  text: string;
  /** what is read on the screen: the blocks' words where there are blocks */
  visible: string;
  blocks: Block[];
  thread_ts?: string;
  reply_count?: number;
  ephemeral_to?: string;
  edited?: true;
  deleted?: true;
  streaming?: true;
  reactions?: { name: string; users: string[] }[];
  files?: { id: string; name: string; title: string; size: number; mimetype: string; alt_txt?: string }[];
};

/**
 * @param options.thread_ts that thread alone, its first message included; without it the whole channel, threads too
 * @param options.as what this person sees; without it all ephemeral messages are shown, and to whom
 */
export const seenMessages = (
  workspace: Workspace,
  channel: string,
  options: { thread_ts?: string; as?: string } = {},
): Seen[] =>
  (options.thread_ts ? workspace.thread(channel, options.thread_ts) : workspace.inChannel(channel))
    .filter((message) => !options.as || !message.ephemeral_to || message.ephemeral_to === options.as)
    .map((message) => seen(workspace, message));

const seen = (workspace: Workspace, message: Message): Seen => {
  const replies = workspace
    .thread(message.channel, message.ts)
    .filter((other) => other !== message && !other.ephemeral_to);
  return {
    ts: message.ts,
    channel: message.channel,
    user: message.user,
    name: workspace.people.get(message.user)?.name ?? message.user,
    bot: message.bot_id !== undefined,
    text: message.text,
    visible: visibleText(workspace, message),
    blocks: message.blocks ?? [],
    ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    ...(!message.thread_ts && replies.length > 0 ? { reply_count: replies.length } : {}),
    ...(message.ephemeral_to ? { ephemeral_to: message.ephemeral_to } : {}),
    ...(message.edited ? { edited: true } : {}),
    ...(message.tombstone ? { deleted: true } : {}),
    ...(message.stream ? { streaming: true } : {}),
    ...(message.reactions.length > 0 ? { reactions: message.reactions } : {}),
    ...(message.files.length > 0 ? { files: message.files.map(({ content: _, ...file }) => file) } : {}),
  };
};
