import type { Args } from '../args.ts';
import { messageJson } from '../message-json.ts';
import { type Desk, done, type Method, refused } from '../method.ts';
import { BOT_USER, type Channel, TEAM } from '../seed.ts';
import type { Message } from '../workspace.ts';
import { channelOf } from './chat.ts';

const CREATED = 1_700_000_000;

const channelJson = (channel: Channel): Record<string, unknown> => ({
  id: channel.id,
  created: CREATED,
  is_im: channel.kind === 'im',
  is_archived: false,
  is_org_shared: false,
  context_team_id: TEAM.id,
  ...(channel.kind === 'im'
    ? { user: channel.members[0], is_open: true, is_user_deleted: false, priority: 0 }
    : {
        name: channel.name,
        name_normalized: channel.name,
        is_channel: true,
        is_group: false,
        is_mpim: false,
        is_private: false,
        is_general: channel.name === 'general',
        is_shared: channel.external === true,
        is_ext_shared: channel.external === true,
        is_pending_ext_shared: false,
        is_member: channel.members.includes(BOT_USER),
        unlinked: 0,
        creator: channel.members[0],
        topic: { value: channel.topic, creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
        previous_names: [],
        num_members: channel.members.length,
      }),
});

const withChannel =
  (handle: (channel: Channel, args: Args, desk: Desk) => ReturnType<Method>): Method =>
  (args, desk) => {
    const id = channelOf(args, desk);
    return id ? handle(desk.workspace.channels.get(id)!, args, desk) : refused('channel_not_found');
  };

/** The part of a list that oldest, latest, limit and cursor name. */
const page = (all: Message[], args: Args, newestFirst: boolean) => {
  const oldest = args.text('oldest') ?? '0';
  const latest = args.text('latest') ?? '9999999999.999999';
  const inside = (ts: string) => (args.flag('inclusive') ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
  const wanted = all.filter((message, index) => inside(message.ts) || (!newestFirst && index === 0));
  const ordered = newestFirst ? wanted.reverse() : wanted;
  const start = Number(Buffer.from(args.text('cursor') ?? '', 'base64').toString() || 0);
  const end = start + Math.max(1, Math.min(args.count('limit', 100), 999));
  const more = end < ordered.length;
  return {
    messages: ordered.slice(start, end),
    has_more: more,
    ...(more ? { response_metadata: { next_cursor: Buffer.from(String(end)).toString('base64') } } : {}),
  };
};

const show = (desk: Desk, part: ReturnType<typeof page>, args: Args) =>
  done({
    ...part,
    messages: part.messages.map((message) => messageJson(desk.workspace, message, args.flag('include_all_metadata'))),
  });

const history = withChannel((channel, args, desk) => {
  const seen = desk.workspace.inChannel(channel.id).filter((message) => !message.ephemeral_to && !message.thread_ts);
  return show(desk, page(seen, args, true), args);
});

const replies = withChannel((channel, args, desk) => {
  const ts = args.text('ts') ?? '';
  const message = desk.workspace.find(channel.id, ts);
  if (!message || message.ephemeral_to) return refused('thread_not_found');
  // the time stamp of a reply brings that reply alone
  const seen = message.thread_ts
    ? [message]
    : desk.workspace.thread(channel.id, ts).filter((other) => !other.ephemeral_to);
  return show(desk, page(seen, args, false), args);
});

const open: Method = (args, desk) => {
  const [user = ''] = (args.text('users') ?? '').split(',');
  if (!desk.workspace.people.has(user) || user === BOT_USER)
    return refused(user ? 'user_not_found' : 'users_list_not_supplied');
  const channel = desk.workspace.directMessage(user);
  return done({
    no_op: true,
    already_open: true,
    channel: args.flag('return_im') ? channelJson(channel) : { id: channel.id },
  });
};

const list: Method = (args, desk) => {
  const types = (args.text('types') ?? 'public_channel').split(',');
  const wanted = [...desk.workspace.channels.values()].filter((channel) =>
    types.includes(channel.kind === 'im' ? 'im' : 'public_channel'),
  );
  return done({ channels: wanted.map(channelJson), response_metadata: { next_cursor: '' } });
};

export const conversationMethods: Record<string, Method> = {
  'conversations.info': withChannel((channel) => done({ channel: channelJson(channel) })),
  'conversations.history': history,
  'conversations.replies': replies,
  'conversations.open': open,
  'conversations.list': list,
  'conversations.members': withChannel((channel) =>
    done({ members: channel.members, response_metadata: { next_cursor: '' } }),
  ),
};
