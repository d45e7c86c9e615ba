import { type Args, BAD_JSON } from '../args.ts';
import { problemsIn } from '../checks/blocks.ts';
import { MOST } from '../limits.ts';
import { messageJson } from '../message-json.ts';
import { type Desk, done, type Method, type Reply, refused } from '../method.ts';
import { BOT_ID, BOT_USER } from '../seed.ts';
import type { Block, Message } from '../workspace.ts';

type Said = { text: string; blocks?: Block[]; attachments?: unknown[] };

/** Reads what a message says, with Slack's own complaints. */
export const readSaid = (args: Args): Said | Reply => {
  const markdown = args.text('markdown_text');
  if (markdown && (args.text('text') || args.all.blocks)) return refused('markdown_text_conflict');
  if (markdown && markdown.length > MOST.markdown) return refused('msg_too_long');
  const text = args.text('text') ?? '';
  const given = args.json('blocks');
  const attachments = args.json('attachments');
  if (given === BAD_JSON || (given !== undefined && !Array.isArray(given))) return refused('invalid_blocks_format');
  const blocks = markdown ? [{ type: 'markdown', text: markdown }] : (given as Block[] | undefined);
  if (!text && !blocks?.length && !(Array.isArray(attachments) && attachments.length > 0)) return refused('no_text');
  if (text.length > MOST.messageText) return refused('msg_too_long');
  const problems = blocks ? problemsIn(blocks, 'message') : [];
  if (problems.length > 0) return { ...refused('invalid_blocks', problems), errors: problems };
  if (blocks && lettersIn(blocks) > MOST.messageTotal) return refused('msg_blocks_too_long');
  return { text: text || markdown || '', blocks, ...(Array.isArray(attachments) ? { attachments } : {}) };
};

const lettersIn = (value: unknown): number =>
  Array.isArray(value)
    ? value.reduce<number>((sum, item) => sum + lettersIn(item), 0)
    : value !== null && typeof value === 'object'
      ? Object.entries(value).reduce(
          (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : lettersIn(item)),
          0,
        )
      : 0;

/** A person's id opens the direct message with them, as it does in Slack. */
export const channelOf = (args: Args, { workspace }: Desk, key = 'channel'): string | null => {
  const id = args.text(key) ?? '';
  if (workspace.people.has(id) && id !== BOT_USER) return workspace.directMessage(id).id;
  const named = [...workspace.channels.values()].find(
    (channel) => channel.kind === 'channel' && `#${channel.name}` === id,
  );
  return workspace.channels.has(id) ? id : (named?.id ?? null);
};

const postMessage: Method = (args, desk) => {
  const { workspace } = desk;
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  if (!workspace.channels.get(channel)!.members.includes(BOT_USER)) return refused('not_in_channel');
  const said = readSaid(args);
  if ('ok' in said) return said;
  const thread_ts = args.text('thread_ts');
  if (thread_ts && !workspace.find(channel, thread_ts)) return refused('thread_not_found');
  const metadata = args.json('metadata');
  if (metadata === BAD_JSON) return refused('invalid_metadata_format');
  const root = thread_ts ? (workspace.find(channel, thread_ts)?.thread_ts ?? thread_ts) : undefined;
  const message = workspace.post({ ...said, channel, user: BOT_USER, bot_id: BOT_ID, thread_ts: root, metadata });
  workspace.statuses.delete(`${channel}:${root ?? message.ts}`);
  return done({ channel, ts: message.ts, message: messageJson(workspace, message, true) });
};

const postEphemeral: Method = (args, desk) => {
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  const user = args.text('user') ?? '';
  if (!desk.workspace.channels.get(channel)!.members.includes(user)) return refused('user_not_in_channel');
  const said = readSaid(args);
  if ('ok' in said) return said;
  const { ts } = desk.workspace.post({
    ...said,
    channel,
    user: BOT_USER,
    bot_id: BOT_ID,
    thread_ts: args.text('thread_ts'),
    ephemeral_to: user,
  });
  return done({ message_ts: ts });
};

/** @returns the app's own message that a call names, or Slack's error; an ephemeral one cannot be named */
const ownMessage = (args: Args, desk: Desk, denied: string): Message | Reply => {
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  const message = desk.workspace.find(channel, args.text('ts') ?? '');
  if (!message || message.ephemeral_to) return refused('message_not_found');
  return message.bot_id === BOT_ID ? message : refused(denied);
};

const update: Method = (args, desk) => {
  const message = ownMessage(args, desk, 'cant_update_message');
  if ('ok' in message) return message;
  if (message.stream?.state === 'streaming' && desk.workspace.clock() < message.stream.expires)
    return refused('streaming_state_conflict');
  const said = readSaid(args);
  if ('ok' in said) return said;
  const metadata = args.json('metadata');
  desk.workspace.edit(message, {
    ...said,
    ...(metadata === undefined || metadata === BAD_JSON ? {} : { metadata }),
    edited: { user: BOT_USER, ts: desk.workspace.stamps.ts() },
    stream: undefined,
  });
  return done({
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: messageJson(desk.workspace, message),
  });
};

const remove: Method = (args, desk) => {
  const message = ownMessage(args, desk, 'cant_delete_message');
  if ('ok' in message) return message;
  desk.workspace.remove(message);
  return done({ channel: message.channel, ts: message.ts });
};

const getPermalink: Method = (args, desk) => {
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  const ts = args.text('message_ts') ?? '';
  const message = desk.workspace.find(channel, ts);
  if (!message) return refused('message_not_found');
  const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel}` : '';
  return done({ channel, permalink: `${desk.baseUrl()}/archives/${channel}/p${ts.replace('.', '')}${thread}` });
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
};
