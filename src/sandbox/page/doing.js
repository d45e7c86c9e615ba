import { complain, post, tell } from './api.js';
import { $, facts, fields, go, place, seen, showPane } from './place.js';
import { clearRows } from './screen.js';

/** Opens a conversation; a direct message tells the app that it was opened. */
export const openChannel = (channel) => {
  showPane('room');
  go(channel.id);
  if (channel.kind === 'im') post('new_dm', { user: place.user });
};

/** Goes on as another person. */
export const speakAs = (user) => {
  localStorage.setItem('user', user);
  const direct = seen.state.channels.find((one) => one.id === place.channel)?.kind === 'im';
  place.user = user;
  seen.read.clear();
  for (const channel of seen.state.channels) seen.read.set(channel.id, channel.latest);
  clearRows($('#messages'));
  clearRows($('#thread-messages'));
  if (direct) openTab(place.tab);
  // the same place looks different to another person
  dispatchEvent(new HashChangeEvent('hashchange'));
};

/** Opens the app's Home tab or its messages, and tells the app. */
export const openTab = (tab) => {
  go(`D${place.user.slice(1)}`, tab === 'home' ? 'home' : '');
  post(tab === 'home' ? 'open_home' : 'new_dm', { user: place.user });
};

/** Says something in the channel, or uses a command. @returns false where the text should stay in the field */
export const say = async (text) => {
  const channel = seen.state.channels.find((one) => one.id === place.channel);
  if (text.startsWith('/')) return useCommand(text);
  const result = await post('message', { channel: place.channel, user: place.user, text });
  if (!result.ok) {
    complain(result);
    return false;
  }
  const mentions =
    text.toLowerCase().includes(`@${facts.bot.name.toLowerCase()}`) || text.includes(`<@${facts.bot.id}>`);
  if (mentions || channel.kind === 'im') openThread(result.ts);
  else
    fields.room.hint(`${facts.bot.name} answers where it is mentioned.`, 'Mention it', () =>
      fields.room.write(`@${facts.bot.name} ${text}`),
    );
  return true;
};
const useCommand = async (text) => {
  const [, command, rest] = /^(\S+)\s*([\s\S]*)$/.exec(text);
  const result = await post('command', { channel: place.channel, user: place.user, command, text: rest });
  if (result.error === 'unknown_command') {
    tell(`${command} is not a command here.`);
    return false;
  }
  return true;
};

/** Says something in the open thread. @returns false where the text should stay in the field */
export const sayInThread = async (text) => {
  if (text.startsWith('/')) {
    tell('Slash commands do not work in threads, in Slack either.');
    return false;
  }
  const result = await post('message', { channel: place.channel, user: place.user, text, thread_ts: place.thread });
  if (!result.ok) complain(result);
  return result.ok;
};

/** Goes to a message, wherever it is. */
export const openMessage = ({ channel, ts, thread_ts }) => {
  tell('');
  go(channel, thread_ts ?? ts);
  showPane('thread');
};

/** Opens a thread of this channel. */
export const openThread = (ts) => {
  go(place.channel, ts);
  showPane('thread');
  // on a phone the keyboard would cover the answer
  if (matchMedia('(hover: hover)').matches) fields.thread.focus();
};

/** Everything that can be pressed or chosen in blocks: in a message, the Home tab or a form. */
export const act = async (target, value) => {
  if (target.dataset.confirm && !confirm(target.dataset.confirm)) return;
  if (target.dataset.url) open(target.dataset.url, '_blank', 'noopener');
  const message = target.closest('article.msg');
  const form = target.closest('dialog');
  target.classList.add('busy');
  const result = await post('action', {
    user: place.user,
    channel: place.channel,
    action_id: target.dataset.action,
    block_id: target.dataset.block,
    value,
    ...(message ? { message_ts: message.dataset.ts } : {}),
    ...(form ? { view_id: form.dataset.view } : {}),
  });
  target.classList.remove('busy');
  if (!result.ok) complain(result);
  else if (target.classList.contains('vote'))
    for (const vote of target.parentElement.children) vote.setAttribute('aria-pressed', String(vote === target));
};
