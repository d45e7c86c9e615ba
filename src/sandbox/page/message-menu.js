import { complain, get, post } from './api.js';
import { openThread } from './doing.js';
import { openMenu } from './menus.js';
import { facts, place } from './place.js';

/** What one can do with a message. */
export const messageMenu = (button, message) => {
  const { ts } = message.dataset;
  const own = button.dataset.own === 'yes';
  openMenu(button, [
    ...facts.shortcuts
      .filter((shortcut) => shortcut.type === 'message')
      .map((shortcut) => ({ label: shortcut.name, note: facts.bot.name, press: () => useShortcut(shortcut, ts) })),
    { label: 'Reply in thread', press: () => openThread(message.closest('#thread') ? place.thread : ts) },
    ...(own
      ? [
          {
            label: 'Edit message',
            press: () => editMessage(message),
          },
          {
            label: 'Delete message',
            danger: true,
            press: () => post('delete', { channel: place.channel, user: place.user, ts }),
          },
        ]
      : []),
  ]);
};
/** Uses a shortcut of the app: on a message, or from anywhere. */
export const useShortcut = async (shortcut, message_ts) => {
  const result = await post('shortcut', {
    callback_id: shortcut.callback_id,
    channel: place.channel,
    user: place.user,
    message_ts,
  });
  if (!result.ok) complain(result);
};
const editMessage = async (message) => {
  const { messages } = await get('/control/messages', { channel: place.channel, user: place.user });
  const old = messages.find((one) => one.ts === message.dataset.ts);
  const content = message.querySelector('.content');
  const box = document.createElement('form');
  box.className = 'edit';
  box.innerHTML =
    '<textarea rows="2" aria-label="Edit the message"></textarea><div><button type="button" class="btn">Cancel</button><button class="btn primary">Save</button></div>';
  const field = box.querySelector('textarea');
  field.value = old.visible;
  const cancel = () => box.replaceWith(content);
  box.querySelector('[type=button]').addEventListener('click', cancel);
  box.addEventListener('submit', async (event) => {
    event.preventDefault();
    const text = field.value;
    cancel();
    if (text !== old.visible) await post('edit', { channel: place.channel, user: place.user, ts: old.ts, text });
  });
  content.replaceWith(box);
  field.focus();
};
