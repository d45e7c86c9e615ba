import { APP_ID, BOT_ID, TEAM } from './seed.ts';
import { fileJson } from './shared-files.ts';
import type { Message, Workspace } from './workspace.ts';

/** A message as Slack's methods and events show it. Threads carry their counts on the first message. */
export const messageJson = (workspace: Workspace, message: Message, withMetadata = false): Record<string, unknown> => {
  const replies = workspace
    .thread(message.channel, message.ts)
    .filter((other) => other.thread_ts === message.ts && !other.ephemeral_to);
  const latest = replies.at(-1);
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: TEAM.id,
    ...(message.client_msg_id ? { client_msg_id: message.client_msg_id } : {}),
    ...(message.bot_id
      ? {
          bot_id: message.bot_id,
          app_id: APP_ID,
          bot_profile: {
            id: BOT_ID,
            app_id: APP_ID,
            name: workspace.bot.name,
            deleted: false,
            updated: 0,
            team_id: TEAM.id,
            icons: {},
          },
        }
      : {}),
    ...(message.tombstone ? { subtype: 'tombstone', hidden: true } : {}),
    ...(message.blocks ? { blocks: withIds(message.blocks) } : {}),
    ...(message.attachments ? { attachments: message.attachments } : {}),
    ...(message.thread_ts
      ? { thread_ts: message.thread_ts, parent_user_id: workspace.find(message.channel, message.thread_ts)?.user }
      : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.reactions.length > 0
      ? { reactions: message.reactions.map((reaction) => ({ ...reaction, count: reaction.users.length })) }
      : {}),
    ...(message.files.length > 0
      ? { files: message.files.map((file) => fileJson(file, message)), upload: false, display_as_bot: false }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
    ...(latest
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          reply_users_count: new Set(replies.map((reply) => reply.user)).size,
          latest_reply: latest.ts,
          is_locked: false,
          subscribed: false,
        }
      : {}),
  };
};

/** Slack gives every block an id; the same block gets the same one each time. */
export const withIds = <T extends { block_id?: string }>(blocks: T[]): T[] =>
  blocks.map((block, index) => ({ ...block, block_id: block.block_id || `b${index}` }));
