import { MOST } from '../limits.ts';
import { subscribesTo } from '../manifest.ts';
import { type Desk, done, type Method, refused } from '../method.ts';
import type { Prompts, Session } from '../workspace.ts';
import { channelOf } from './chat.ts';

const STATUSES = ['active', 'processing', 'suspended', 'closed'];

/** Changes a session, or begins one. */
export const setSession = (
  { workspace }: Desk,
  channel: string,
  thread_ts: string,
  changes: Partial<Session>,
): void => {
  const key = `${channel}:${thread_ts}`;
  const known = workspace.sessions.get(key) ?? { channel, thread_ts, status: 'active', title: '', user: null };
  workspace.sessions.set(key, { ...known, ...changes, title: known.title || (changes.title ?? '') });
  workspace.tell({ kind: 'session', channel, thread_ts });
};

const setSessionStatus: Method = (args, desk) => {
  const channel = channelOf(args, desk, 'channel_id');
  if (!channel) return refused('channel_not_found');
  const thread_ts = args.text('thread_ts');
  if (!thread_ts) return refused('invalid_arguments', ['missing required field: thread_ts']);
  const status = args.text('status') ?? '';
  if (!STATUSES.includes(status)) return refused('invalid_status');
  const title = args.text('title');
  if (title && title.length > MOST.sessionTitle) return refused('invalid_arguments', ['title is too long']);
  setSession(desk, channel, thread_ts, {
    status,
    ...(title ? { title } : {}),
    user: args.text('initiator_user_id') ?? null,
  });
  return done(
    subscribesTo(desk.workspace.manifest, 'agent_session_stopped')
      ? {}
      : { warning: 'missing_agent_session_stopped_event_subscription' },
  );
};

const renameSession: Method = (args, desk) => {
  const channel = channelOf(args, desk, 'channel_id');
  const thread_ts = args.text('thread_ts') ?? '';
  const session = desk.workspace.sessions.get(`${channel}:${thread_ts}`);
  if (!channel || !session) return refused('session_not_found');
  const title = args.text('title') ?? '';
  if (title === '' || title.length > MOST.sessionTitle) return refused('invalid_title');
  session.title = title;
  desk.workspace.tell({ kind: 'session', channel, thread_ts });
  return done();
};

const setStatus: Method = (args, desk) => {
  const { workspace } = desk;
  const channel = channelOf(args, desk, 'channel_id');
  if (!channel) return refused('channel_not_found');
  const thread_ts = args.text('thread_ts');
  if (!thread_ts) return refused('invalid_arguments', ['missing required field: thread_ts']);
  const messages = args.json('loading_messages');
  if (Array.isArray(messages) && messages.length > MOST.loadingMessages)
    return refused('invalid_arguments', ['too many loading_messages']);
  const text = args.text('status') ?? '';
  if (text) workspace.statuses.set(`${channel}:${thread_ts}`, { text, at: workspace.clock() });
  else workspace.statuses.delete(`${channel}:${thread_ts}`);
  workspace.tell({ kind: 'status', channel, thread_ts });
  return done();
};

const setTitle: Method = (args, desk) => {
  const channel = channelOf(args, desk, 'channel_id');
  if (!channel) return refused('channel_not_found');
  desk.workspace.titles.set(`${channel}:${args.text('thread_ts') ?? ''}`, args.text('title') ?? '');
  return done();
};

const setSuggestedPrompts: Method = (args, desk) => {
  const channel = channelOf(args, desk, 'channel_id');
  if (!channel) return refused('channel_not_found');
  const prompts = args.json('prompts') as Prompts['prompts'] | undefined;
  if (!Array.isArray(prompts) || prompts.length === 0 || prompts.length > MOST.prompts)
    return refused('invalid_arguments', ['prompts: 1 to 4 are needed']);
  if (prompts.some((prompt) => !prompt?.title || !prompt.message))
    return refused('invalid_arguments', ['prompts: title and message are needed']);
  desk.workspace.suggested.set(channel, { title: args.text('title') ?? '', prompts });
  desk.workspace.tell({ kind: 'prompts', channel, thread_ts: args.text('thread_ts') ?? '' });
  return done();
};

export const agentMethods: Record<string, Method> = {
  'agents.sessions.setStatus': setSessionStatus,
  'agents.sessions.rename': renameSession,
  'assistant.threads.setStatus': setStatus,
  'assistant.threads.setTitle': setTitle,
  'assistant.threads.setSuggestedPrompts': setSuggestedPrompts,
};
