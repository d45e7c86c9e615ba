import { wrapped } from '../deliver/events.ts';
import { subscribesTo } from '../manifest.ts';
import { BOT_USER } from '../seed.ts';
import { attachedFiles } from '../shared-files.ts';
import { channelFor, type Did, did, didNot, type Floor, personOf } from './floor.ts';
import { typedText } from './typed-text.ts';

type Body = Record<string, unknown>;

/** A person writes a message, in a channel or in a thread, with or without files. */
export const say = (floor: Floor, body: Body): Did => {
  const person = personOf(floor, body.user);
  if (!person || person.bot) return didNot('user_not_found');
  const channel = channelFor(floor, body.channel, person.id);
  if (!channel) return didNot('channel_not_found');
  const files = attachedFiles(floor.workspace, body.files);
  if (!files) return didNot('invalid_files');
  const text = typeof body.text === 'string' ? body.text : '';
  if (text.trim() === '' && files.length === 0) return didNot('no_text');
  const given = body.thread_ts ? floor.workspace.find(channel.id, String(body.thread_ts)) : undefined;
  if (body.thread_ts && !given) return didNot('thread_not_found');
  const message = floor.workspace.post({
    channel: channel.id,
    user: person.id,
    ...(text.trim() === '' ? { text: '' } : typedText(floor.workspace, text)),
    files,
    ...(body.without_mention === true ? { without_mention: true } : {}),
    thread_ts: given ? (given.thread_ts ?? given.ts) : undefined,
    client_msg_id: floor.workspace.stamps.id('m'),
  });
  return did({ ts: message.ts, channel: channel.id, thread_ts: message.thread_ts ?? null });
};

/** Somebody comes into the workspace, under whatever name they chose. */
export const join = (floor: Floor, body: Body): Did => {
  if (typeof body.name !== 'string' || body.name.trim() === '') return didNot('no_name');
  return did({ user: floor.workspace.join(body.name).id });
};

const ownMessage = (floor: Floor, body: Body) => {
  const person = personOf(floor, body.user);
  const message = floor.workspace.find(String(body.channel ?? ''), String(body.ts ?? body.message_ts ?? ''));
  return person && message && message.user === person.id ? message : null;
};

/** A person changes what they wrote. */
export const editOwn = (floor: Floor, body: Body): Did => {
  const message = ownMessage(floor, body);
  if (!message) return didNot('message_not_found');
  if (typeof body.text !== 'string' || body.text.trim() === '') return didNot('no_text');
  floor.workspace.edit(message, {
    ...typedText(floor.workspace, body.text),
    edited: { user: message.user, ts: floor.workspace.stamps.ts() },
  });
  return did({ ts: message.ts });
};

/** A person deletes what they wrote. */
export const deleteOwn = (floor: Floor, body: Body): Did => {
  const message = ownMessage(floor, body);
  if (!message) return didNot('message_not_found');
  floor.workspace.remove(message);
  return did({ ts: message.ts });
};

/** A person opens the app: its Home tab, or its messages. */
export const openApp = (floor: Floor, body: Body, tab: 'home' | 'messages'): Did => {
  const person = personOf(floor, body.user);
  if (!person || person.bot) return didNot('user_not_found');
  const { workspace } = floor;
  const channel = workspace.directMessage(person.id);
  const view = workspace.homes.get(person.id);
  if (subscribesTo(workspace.manifest, 'app_home_opened'))
    floor.deliveries.event(
      wrapped(workspace, {
        type: 'app_home_opened',
        user: person.id,
        channel: channel.id,
        tab,
        ...(tab === 'home' && view ? { view } : {}),
        event_ts: workspace.stamps.ts(),
      }),
    );
  return did({ channel: channel.id });
};

/** A person presses Stop: open streams end, and the app is told. */
export const stopSession = (floor: Floor, body: Body): Did => {
  const { workspace } = floor;
  const person = personOf(floor, body.user);
  const session = workspace.sessions.get(`${String(body.channel)}:${String(body.thread_ts)}`);
  if (!person || !session) return didNot('session_not_found');
  const streams = workspace
    .thread(session.channel, session.thread_ts)
    .filter((message) => message.user === BOT_USER && message.stream?.state === 'streaming');
  for (const message of streams) message.stream!.state = 'stopped_by_user';
  if (subscribesTo(workspace.manifest, 'agent_session_stopped'))
    floor.deliveries.event(
      wrapped(workspace, {
        type: 'agent_session_stopped',
        channel: session.channel,
        user: person.id,
        thread_ts: session.thread_ts,
        streaming_message_ts: streams.map((message) => message.ts),
        event_ts: workspace.stamps.ts(),
      }),
    );
  return did();
};
