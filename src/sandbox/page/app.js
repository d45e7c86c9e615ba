import { listen, post, tell } from './api.js';
import { createComposer } from './composer.js';
import { act, openMessage, openTab, openThread, say, sayInThread } from './doing.js';
import { draw } from './draw.js';
import { fieldValue, startForms } from './form.js';
import { drawIcons } from './icons.js';
import { openMenu, startMenus } from './menus.js';
import { messageMenu, useShortcut } from './message-menu.js';
import { $, createRefresh, facts, fields, go, place, readAddress, seen, showPane } from './place.js';
import { clearRows } from './screen.js';
import { startTheme } from './theme.js';

const refresh = createRefresh(draw);

document.addEventListener('click', (event) => {
  const target = event.target.closest('[data-action], [data-do], [data-go], [data-tab]');
  if (!target) return;
  const message = target.closest('article.msg');
  if (target.dataset.tab) openTab(target.dataset.tab);
  else if (target.dataset.go === 'room') {
    go(place.channel);
    showPane('room');
  } else if (target.dataset.go) showPane(target.dataset.go);
  else if (target.dataset.do === 'thread') openThread(message.dataset.ts);
  else if (target.dataset.do === 'more') messageMenu(target, message);
  else if (target.dataset.do === 'dismiss') message.remove();
  else if (target.matches('button[data-action]')) act(target, target.dataset.value || undefined);
});
// choices act at once in messages; in a form they wait for its button
document.addEventListener('change', (event) => {
  const target = event.target.closest('[data-action]');
  if (target && !target.matches('button') && !target.closest('dialog')) act(target, fieldValue(target));
});

const composerFacts = (inThread) => () => ({
  commands: facts.commands,
  people: seen.state?.people ?? [],
  bot: facts.bot,
  inThread,
});
fields.room = createComposer($('#composer'), {
  facts: composerFacts(false),
  send: say,
  name: facts.bot.name,
  more: (button) =>
    openMenu(button, [
      ...facts.shortcuts
        .filter((shortcut) => shortcut.type === 'global')
        .map((shortcut) => ({ label: shortcut.name, note: facts.bot.name, press: () => useShortcut(shortcut) })),
      ...facts.commands.map((command) => ({
        label: command.command,
        note: command.description,
        press: () => fields.room.write(`${command.command} `),
      })),
    ]),
});
fields.thread = createComposer($('#thread-composer'), { facts: composerFacts(true), send: sayInThread });

$('#stop').addEventListener('click', () =>
  post('stop', { channel: place.channel, thread_ts: place.thread, user: place.user }),
);
addEventListener('hashchange', () => {
  const before = { ...place };
  readAddress();
  if (before.channel !== place.channel) {
    clearRows($('#messages'));
    fields.room.quiet();
  }
  if (before.thread !== place.thread || before.channel !== place.channel) clearRows($('#thread-messages'));
  if (place.thread === '' && $('#app').dataset.pane === 'thread') showPane('room');
  refresh();
});
drawIcons(document);
startTheme();
startMenus();
startForms();
readAddress();
if (place.thread) showPane('thread');
await refresh();
if (place.tab === 'home') post('open_home', { user: place.user });
for (const channel of seen.state.channels) seen.read.set(channel.id, channel.latest);
listen((change) => {
  refresh();
  // what the app writes to a person may arrive while they look elsewhere
  if (
    change.kind === 'posted' &&
    change.user === facts.bot.id &&
    change.channel === seen.state.dm &&
    place.channel !== seen.state.dm
  )
    tell(`${facts.bot.name} sent you a message.`, { label: 'Open', press: () => openMessage(change) });
});
document.documentElement.dataset.ready = 'yes';
