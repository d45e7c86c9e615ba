import { VERIFICATION_TOKEN } from '../deliver/events.ts';
import type { Acknowledgement } from '../deliver/transport.ts';
import { messageJson, withIds } from '../message-json.ts';
import { viewJson } from '../methods/views.ts';
import { APP_ID, BOT_ID, BOT_USER, type Channel, type Person, SLACKBOT, TEAM } from '../seed.ts';
import type { Block, Message, OpenView } from '../workspace.ts';
import { chosen, elementsIn, type Placed } from './elements.ts';
import { channelFor, type Did, did, didNot, type Floor, interactionBase, personOf } from './floor.ts';

type Body = Record<string, unknown>;

const outcome = (acknowledgement: Acknowledgement): Did =>
  acknowledgement.acked
    ? did()
    : didNot(acknowledgement.reason === 'dispatch_failed' ? 'dispatch_failed' : 'operation_timeout');

const responseUrl = (floor: Floor, channel: Channel, person: Person, message: Message | null): string =>
  `${floor.baseUrl()}${floor.responseUrls.give({ channel: channel.id, user: person.id, message })}`;

/** A person uses a slash command. */
export const command = async (floor: Floor, body: Body): Promise<Did> => {
  const { workspace } = floor;
  const person = personOf(floor, body.user);
  if (!person || person.bot) return didNot('user_not_found');
  const channel = channelFor(floor, body.channel, person.id);
  if (!channel) return didNot('channel_not_found');
  const typed = String(body.command ?? '').trim();
  const name = typed.startsWith('/') ? typed : `/${typed}`;
  if (!workspace.manifest.features?.slash_commands?.some((one) => one.command === name))
    return didNot('unknown_command');
  const acknowledgement = await floor.deliveries.interaction('slash_commands', {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: person.handle,
    command: name,
    text: String(body.text ?? ''),
    api_app_id: APP_ID,
    is_enterprise_install: 'false',
    response_url: responseUrl(floor, channel, person, null),
    trigger_id: floor.triggers.give(person.id),
  });
  const result = outcome(acknowledgement);
  const said = acknowledgement.acked ? (acknowledgement.payload as Body | string | undefined) : undefined;
  const reply = typeof said === 'string' ? { text: said } : said;
  if (!result.ok)
    workspace.post({
      channel: channel.id,
      user: SLACKBOT,
      ephemeral_to: person.id,
      text: `\`${name}\` failed with the error “${result.error}”.`,
    });
  else if (reply && (reply.text || reply.blocks))
    workspace.post({
      channel: channel.id,
      user: BOT_USER,
      bot_id: BOT_ID,
      text: String(reply.text ?? ''),
      blocks: reply.blocks as Block[] | undefined,
      ...(reply.response_type === 'in_channel' ? {} : { ephemeral_to: person.id }),
    });
  return result;
};

/** A person uses a shortcut: on a message, or from anywhere. */
export const shortcut = async (floor: Floor, body: Body): Promise<Did> => {
  const person = personOf(floor, body.user);
  if (!person || person.bot) return didNot('user_not_found');
  const known = floor.workspace.manifest.features?.shortcuts?.find((one) => one.callback_id === body.callback_id);
  if (!known) return didNot('unknown_shortcut');
  const base = {
    ...interactionBase(floor, person, known.type === 'message' ? 'message_action' : 'shortcut'),
    callback_id: known.callback_id,
    trigger_id: floor.triggers.give(person.id),
  };
  if (known.type === 'global') return outcome(await floor.deliveries.interaction('interactive', base));
  const channel = channelFor(floor, body.channel, person.id);
  if (!channel) return didNot('channel_not_found');
  const message = floor.workspace.find(channel.id, String(body.message_ts ?? ''));
  if (!message || message.ephemeral_to) return didNot('message_not_found');
  return outcome(
    await floor.deliveries.interaction('interactive', {
      ...base,
      message_ts: message.ts,
      channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
      message: messageJson(floor.workspace, message),
      response_url: responseUrl(floor, channel, person, message),
    }),
  );
};

const pick = (blocks: Block[], body: Body): { placed: Placed; fields: Record<string, unknown> } | null => {
  const candidates = elementsIn(blocks).filter(
    ({ element, block_id }) =>
      element.action_id === body.action_id && (body.block_id === undefined || body.block_id === block_id),
  );
  const exact = candidates.find(
    ({ element }) => element.type === 'button' && body.value !== undefined && element.value === body.value,
  );
  const placed = exact ?? candidates[0];
  const fields = placed ? chosen(placed.element, body.value) : null;
  return placed && fields ? { placed, fields } : null;
};

const actionOf = (floor: Floor, { placed, fields }: NonNullable<ReturnType<typeof pick>>): Record<string, unknown> => ({
  type: placed.element.type,
  action_id: placed.element.action_id,
  block_id: placed.block_id,
  ...fields,
  action_ts: floor.workspace.stamps.ts(),
});

/** A person presses a button or chooses from a menu, in a message, an open form or the Home tab. */
export const act = async (floor: Floor, body: Body): Promise<Did> => {
  const { workspace } = floor;
  const person = personOf(floor, body.user);
  if (!person || person.bot) return didNot('user_not_found');
  if (body.view_id !== undefined || body.message_ts === undefined) return actInView(floor, person, body);
  const channel = channelFor(floor, body.channel, person.id);
  if (!channel) return didNot('channel_not_found');
  const message = workspace.find(channel.id, String(body.message_ts));
  if (!message || (message.ephemeral_to && message.ephemeral_to !== person.id)) return didNot('message_not_found');
  const found = pick(message.blocks ?? [], body);
  if (!found) return didNot('action_not_found');
  return outcome(
    await floor.deliveries.interaction('interactive', {
      ...interactionBase(floor, person, 'block_actions'),
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: message.ephemeral_to !== undefined,
        ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
      },
      trigger_id: floor.triggers.give(person.id),
      channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
      // Slack leaves out what an ephemeral message says
      ...(message.ephemeral_to ? {} : { message: messageJson(workspace, message) }),
      state: { values: {} },
      response_url: responseUrl(floor, channel, person, message),
      actions: [actionOf(floor, found)],
    }),
  );
};

const actInView = async (floor: Floor, person: Person, body: Body): Promise<Did> => {
  const open = floor.workspace.views.get(String(body.view_id ?? ''));
  const home = floor.workspace.homes.get(person.id);
  const view: OpenView | null =
    open ??
    (home
      ? { id: `V0HOME${person.id}`, user: person.id, view: home, hash: '', root: `V0HOME${person.id}`, previous: null }
      : null);
  if (!view || view.user !== person.id) return didNot('view_not_found');
  const found = pick(withIds((view.view.blocks ?? []) as Block[]), body);
  if (!found) return didNot('action_not_found');
  return outcome(
    await floor.deliveries.interaction('interactive', {
      ...interactionBase(floor, person, 'block_actions'),
      container: { type: 'view', view_id: view.id },
      trigger_id: floor.triggers.give(person.id, open ? view.id : null),
      view: viewJson(view),
      actions: [actionOf(floor, found)],
    }),
  );
};
