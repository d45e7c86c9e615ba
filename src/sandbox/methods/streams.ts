import { type Args, BAD_JSON } from '../args.ts';
import { problemsIn } from '../checks/blocks.ts';
import { MOST, TIME } from '../limits.ts';
import { messageJson } from '../message-json.ts';
import { type Desk, done, type Method, type Reply, refused } from '../method.ts';
import { BOT_ID, BOT_USER } from '../seed.ts';
import type { Block, Message, StreamTask } from '../workspace.ts';
import { setSession } from './agents.ts';
import { channelOf } from './chat.ts';

type Chunk = {
  type: string;
  text?: string;
  id?: string;
  title?: string;
  status?: string;
  details?: string;
  blocks?: Block[];
};
type Added = { markdown: string; tasks: StreamTask[]; blocks: Block[] };

/** Reads what a call adds to a stream: plain Markdown or chunks. */
const readAdded = (args: Args): Added | Reply => {
  const markdown = args.text('markdown_text') ?? '';
  const chunks = args.json('chunks') ?? [];
  if (chunks === BAD_JSON || !Array.isArray(chunks)) return refused('invalid_chunks');
  if (markdown.length > MOST.markdown) return refused('msg_too_long');
  const added: Added = { markdown, tasks: [], blocks: [] };
  for (const chunk of chunks as Chunk[])
    switch (chunk.type) {
      case 'markdown_text':
        added.markdown += chunk.text ?? '';
        break;
      case 'task_update':
        if (!chunk.id || !chunk.title) return refused('invalid_chunks');
        added.tasks.push({
          id: chunk.id,
          title: chunk.title,
          status: chunk.status ?? 'pending',
          details: chunk.details,
        });
        break;
      case 'plan_update':
        break;
      case 'blocks': {
        const problems = problemsIn(chunk.blocks, 'message');
        if (problems.length > 0) return refused('invalid_blocks', problems);
        added.blocks.push(...(chunk.blocks ?? []));
        break;
      }
      default:
        return refused('invalid_chunks');
    }
  return added;
};

const grow = (message: Message, added: Added): Pick<Message, 'text' | 'blocks' | 'stream'> => {
  const tasks = new Map([...message.stream!.tasks, ...added.tasks].map((task) => [task.id, task]));
  const text = message.text + added.markdown;
  const kept = (message.blocks ?? []).filter((block) => !['plan', 'markdown'].includes(block.type) || block.block_id);
  return {
    text,
    stream: { ...message.stream!, tasks: [...tasks.values()] },
    blocks: [
      ...(tasks.size > 0
        ? [
            {
              type: 'plan',
              title: 'Steps',
              tasks: [...tasks.values()].map((task) => ({
                type: 'task_card',
                task_id: task.id,
                title: task.title,
                status: task.status,
                details: task.details,
              })),
            },
          ]
        : []),
      ...(text ? [{ type: 'markdown', text }] : []),
      ...kept,
      ...added.blocks.map((block, index) => ({ ...block, block_id: block.block_id || `s${kept.length + index}` })),
    ],
  };
};

const startStream: Method = (args, desk) => {
  const { workspace } = desk;
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  const thread_ts = args.text('thread_ts');
  if (!thread_ts) return refused('invalid_arguments', ['missing required field: thread_ts']);
  if (!workspace.find(channel, thread_ts)) return refused('thread_not_found');
  if (workspace.channels.get(channel)!.kind !== 'im') {
    if (!args.text('recipient_team_id')) return refused('missing_recipient_team_id');
    if (!args.text('recipient_user_id')) return refused('missing_recipient_user_id');
  }
  const added = readAdded(args);
  if ('ok' in added) return added;
  const message = workspace.post({
    channel,
    thread_ts,
    text: '',
    user: BOT_USER,
    bot_id: BOT_ID,
    stream: { expires: workspace.clock() + TIME.stream, state: 'streaming', tasks: [] },
  });
  workspace.statuses.delete(`${channel}:${thread_ts}`);
  workspace.edit(message, grow(message, added));
  return done({ channel, ts: message.ts });
};

/** @returns the open stream a call names, or Slack's error */
const openStream = (args: Args, desk: Desk): Message | Reply => {
  const channel = channelOf(args, desk);
  if (!channel) return refused('channel_not_found');
  const message = desk.workspace.find(channel, args.text('ts') ?? '');
  if (!message) return refused('message_not_found');
  if (message.bot_id !== BOT_ID) return refused('message_not_owned_by_app');
  if (message.stream?.state === 'stopped_by_user') return refused('stopped_by_user');
  if (message.stream?.state !== 'streaming' || desk.workspace.clock() > message.stream.expires)
    return refused('message_not_in_streaming_state');
  return message;
};

const appendStream: Method = (args, desk) => {
  const message = openStream(args, desk);
  if ('ok' in message) return message;
  const added = readAdded(args);
  if ('ok' in added) return added;
  if (!added.markdown && added.tasks.length === 0 && added.blocks.length === 0) return refused('no_text');
  desk.workspace.edit(message, grow(message, added));
  return done({ channel: message.channel, ts: message.ts });
};

const stopStream: Method = (args, desk) => {
  const message = openStream(args, desk);
  if ('ok' in message) return message;
  const added = readAdded(args);
  if ('ok' in added) return added;
  const blocks = args.json('blocks') ?? [];
  const problems = problemsIn(blocks, 'message');
  if (problems.length > 0) return refused('invalid_blocks', problems);
  const grown = grow(message, { ...added, blocks: [...added.blocks, ...(blocks as Block[])] });
  message.stream = undefined;
  desk.workspace.edit(message, { ...grown, stream: undefined });
  const status = args.text('session_status');
  if (status && message.thread_ts) setSession(desk, message.channel, message.thread_ts, { status });
  return done({ channel: message.channel, ts: message.ts, message: messageJson(desk.workspace, message) });
};

export const streamMethods: Record<string, Method> = {
  'chat.startStream': startStream,
  'chat.appendStream': appendStream,
  'chat.stopStream': stopStream,
};
