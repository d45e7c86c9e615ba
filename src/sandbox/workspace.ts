import { DEFAULT_MANIFEST, type Manifest } from './manifest.ts';
import { BOT_ID, BOT_USER, type Channel, directMessage, PEOPLE, type Person, SLACKBOT, seedChannels } from './seed.ts';
import { type Clock, createStamps, type Stamps } from './stamps.ts';

export type Block = Record<string, unknown> & { type: string; block_id?: string };
export type Message = {
  ts: string;
  channel: string;
  user: string;
  text: string;
  blocks?: Block[];
  attachments?: unknown[];
  thread_ts?: string;
  /** set where the app wrote it */
  bot_id?: string;
  /** the first message of a thread, deleted while it has replies: Slack keeps its place */
  tombstone?: true;
  /** only this person sees it */
  ephemeral_to?: string;
  edited?: { user: string; ts: string };
  metadata?: unknown;
  reactions: { name: string; users: string[] }[];
  files: SharedFile[];
  /** Slack makes no mention event of it, though it names the app */
  without_mention?: true;
  client_msg_id?: string;
  stream?: { expires: number; state: 'streaming' | 'ended' | 'stopped_by_user'; tasks: StreamTask[] };
};
export type StreamTask = { id: string; title: string; status: string; details?: string };
export type SharedFile = {
  id: string;
  name: string;
  title: string;
  size: number;
  mimetype: string;
  alt_txt?: string;
  content: Buffer;
};
export type OpenView = {
  id: string;
  user: string;
  view: Record<string, unknown>;
  hash: string;
  root: string;
  previous: string | null;
};
export type Session = { channel: string; thread_ts: string; status: string; title: string; user: string | null };
export type Prompts = { title: string; prompts: { title: string; message: string }[] };

/** What happened, for the events sent to the app and for the open pages. */
export type Change =
  | { kind: 'posted'; message: Message }
  | { kind: 'edited'; message: Message; before: Message }
  | { kind: 'removed'; message: Message }
  /** seen on the page but no event for the app: ephemeral, streamed, reacted to */
  | { kind: 'shown'; message: Message }
  | { kind: 'status' | 'prompts' | 'session'; channel: string; thread_ts: string }
  | { kind: 'view' | 'home'; user: string }
  | { kind: 'connection' | 'model' };

export type Workspace = ReturnType<typeof createWorkspace>;

/** The state of one workspace, in memory: people, channels, messages, open forms, Home tabs. */
export const createWorkspace = (clock: Clock, manifest: Manifest = DEFAULT_MANIFEST, prompts: string[] = []) => {
  const stamps: Stamps = createStamps(clock);
  const listeners = new Set<(change: Change) => void>();
  const name = manifest.display_information?.name ?? 'Openness Advisor';
  const bot: Person = { id: BOT_USER, name, handle: 'openness-advisor', role: 'app', bot: true, tz: 'Etc/UTC' };
  const slackbot: Person = { id: SLACKBOT, name: 'Slackbot', handle: 'slackbot', role: '', bot: true, tz: 'Etc/UTC' };
  const people = new Map<string, Person>([...PEOPLE, bot, slackbot].map((person) => [person.id, person]));
  const channels = new Map<string, Channel>(seedChannels().map((channel) => [channel.id, channel]));
  const messages = new Map<string, Message[]>();
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const inChannel = (channel: string): Message[] => messages.get(channel) ?? [];
  const thread = (channel: string, thread_ts: string): Message[] =>
    inChannel(channel).filter((message) => message.ts === thread_ts || message.thread_ts === thread_ts);

  return {
    clock,
    stamps,
    manifest,
    bot,
    people,
    channels,
    /** what a newcomer may ask first */
    starters: prompts,
    views: new Map<string, OpenView>(),
    homes: new Map<string, Record<string, unknown>>(),
    /** status lines by `channel:thread_ts` */
    statuses: new Map<string, { text: string; at: number }>(),
    sessions: new Map<string, Session>(),
    suggested: new Map<string, Prompts>(),
    titles: new Map<string, string>(),
    tell,
    /** Calls the listener with every change from now on. @returns what ends that */
    onChange: (listener: (change: Change) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    inChannel,
    thread,
    find: (channel: string, ts: string): Message | undefined => inChannel(channel).find((message) => message.ts === ts),
    /** Adds a message. @returns it with its time stamp */
    post: (draft: Omit<Message, 'ts' | 'reactions' | 'files'> & Partial<Pick<Message, 'files' | 'ts'>>): Message => {
      const message: Message = { ts: stamps.ts(), reactions: [], files: [], ...draft };
      messages.set(message.channel, [...inChannel(message.channel), message]);
      tell(message.ephemeral_to || message.stream ? { kind: 'shown', message } : { kind: 'posted', message });
      return message;
    },
    /** Replaces what a message says. Ephemeral and streaming messages make no event. */
    edit: (message: Message, changes: Partial<Message>): void => {
      const before = { ...message };
      Object.assign(message, changes);
      tell(message.ephemeral_to || message.stream ? { kind: 'shown', message } : { kind: 'edited', message, before });
    },
    /** Takes a message away. The first message of a thread leaves its place as long as there are replies. */
    remove: (message: Message): void => {
      const drop = (gone: Message) => {
        messages.set(
          gone.channel,
          inChannel(gone.channel).filter((other) => other !== gone),
        );
        tell(gone.ephemeral_to ? { kind: 'shown', message: gone } : { kind: 'removed', message: gone });
      };
      const hasReplies = (root: Message) =>
        inChannel(root.channel).some((other) => other.thread_ts === root.ts && other !== root && !other.ephemeral_to);
      if (!message.ephemeral_to && hasReplies(message)) {
        const before = { ...message };
        Object.assign(message, {
          tombstone: true,
          text: 'This message was deleted.',
          user: SLACKBOT,
          blocks: undefined,
        });
        message.bot_id = undefined;
        tell({ kind: 'edited', message, before });
        return;
      }
      drop(message);
      const root = message.thread_ts
        ? inChannel(message.channel).find((other) => other.ts === message.thread_ts)
        : undefined;
      if (root?.tombstone && !hasReplies(root)) drop(root);
    },
    /** A newcomer, with a name of their own choice, who is in every channel. */
    join: (name: string): Person => {
      const id = stamps.id('U');
      const person: Person = { id, name, handle: id.toLowerCase(), role: '', tz: 'Etc/UTC' };
      people.set(id, person);
      for (const channel of channels.values())
        if (channel.kind === 'channel') channel.members = [...channel.members, id];
      return person;
    },
    /** @returns the person's direct message with the app, opened where there is none */
    directMessage: (user: string): Channel => {
      const channel = directMessage(user);
      const known = channels.get(channel.id);
      if (!known) channels.set(channel.id, channel);
      return known ?? channel;
    },
    isBot: (message: Message): boolean => message.bot_id === BOT_ID,
  };
};
