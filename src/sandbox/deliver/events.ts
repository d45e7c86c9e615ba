import { subscribesTo } from '../manifest.ts';
import { messageJson } from '../message-json.ts';
import { APP_ID, BOT_USER, TEAM } from '../seed.ts';
import type { Change, Message, Workspace } from '../workspace.ts';
import type { Deliveries } from './deliveries.ts';

export const VERIFICATION_TOKEN = 'sandbox-verification-token';

/** Puts an event into the wrapper that Slack sends, with an event id of its own. */
export const wrapped = (workspace: Workspace, event: Record<string, unknown>): Record<string, unknown> => ({
  token: VERIFICATION_TOKEN,
  team_id: TEAM.id,
  context_team_id: TEAM.id,
  context_enterprise_id: null,
  api_app_id: APP_ID,
  event,
  type: 'event_callback',
  event_id: workspace.stamps.id('Ev'),
  event_time: Math.floor(workspace.clock() / 1000),
  authorizations: [
    { enterprise_id: null, team_id: TEAM.id, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: workspace.channels.get(String(event.channel))?.external === true,
  event_context: workspace.stamps.id('4-'),
});

/** Sends the app the events it subscribed to, whatever happens in the workspace. @returns what ends that */
export const sendEvents = (workspace: Workspace, deliveries: Deliveries): (() => void) =>
  workspace.onChange((change) => {
    for (const [subscription, event] of eventsOf(workspace, change))
      if (subscribesTo(workspace.manifest, subscription)) deliveries.event(wrapped(workspace, event));
  });

type Event = [subscription: string, event: Record<string, unknown>];

const eventsOf = (workspace: Workspace, change: Change): Event[] => {
  switch (change.kind) {
    case 'posted':
      return [said(workspace, change.message), ...mentioned(workspace, change.message)];
    case 'edited': {
      const ts = workspace.stamps.ts();
      const newlyMentioned = !mentions(change.before) ? mentioned(workspace, change.message) : [];
      return [
        about(workspace, change.message, {
          subtype: 'message_changed',
          message: messageJson(workspace, change.message),
          previous_message: messageJson(workspace, change.before),
          hidden: true,
          ts,
          event_ts: ts,
        }),
        ...newlyMentioned,
      ];
    }
    case 'removed': {
      const ts = workspace.stamps.ts();
      return [
        about(workspace, change.message, {
          subtype: 'message_deleted',
          previous_message: messageJson(workspace, change.message),
          deleted_ts: change.message.ts,
          hidden: true,
          ts,
          event_ts: ts,
        }),
      ];
    }
    default:
      return [];
  }
};

const about = (workspace: Workspace, message: Message, fields: Record<string, unknown>): Event => {
  const kind = workspace.channels.get(message.channel)!.kind;
  return [
    kind === 'im' ? 'message.im' : 'message.channels',
    { type: 'message', ...fields, channel: message.channel, channel_type: kind },
  ];
};

/** In its event, and not where it is read back, a message with files has a subtype and no team (slackapi/slack-api-specs#62). */
const said = (workspace: Workspace, message: Message): Event =>
  about(workspace, message, {
    ...messageJson(workspace, message),
    ...profileOf(workspace, message),
    ...(message.files.length > 0 ? { subtype: 'file_share', team: undefined } : {}),
    event_ts: message.ts,
  });

/** The names of whoever wrote it, which Slack puts beside some messages. */
const profileOf = (workspace: Workspace, { user }: Message): { user_profile?: Record<string, unknown> } => {
  const person = workspace.people.get(user);
  if (!person || person.bot) return {};
  return {
    user_profile: {
      name: person.handle,
      first_name: person.name,
      real_name: person.name,
      display_name: person.name,
      team: TEAM.id,
      is_restricted: false,
      is_ultra_restricted: false,
    },
  };
};

const mentions = (message: Message): boolean => message.text.includes(`<@${BOT_USER}>`);

/**
 * A mention is a second event beside the message. There is none in a direct message, nor for the app's own words. Of a
 * message with files some people got one, others none (slackapi/bolt-python#925).
 */
const mentioned = (workspace: Workspace, message: Message): Event[] => {
  if (!mentions(message) || message.without_mention || message.bot_id || message.tombstone) return [];
  if (workspace.channels.get(message.channel)!.kind === 'im') return [];
  const event = {
    ...messageJson(workspace, message),
    ...profileOf(workspace, message),
    type: 'app_mention',
    channel: message.channel,
    event_ts: message.ts,
  };
  return [['app_mention', event]];
};
