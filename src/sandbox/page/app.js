import { complain, get, listen, post, tell } from './api.js';
import { createComposer } from './composer.js';
import { fieldValue, showForm, startForms } from './form.js';
import { drawIcons } from './icons.js';
import { openMenu, startMenus } from './menus.js';
import { clearRows, drawPeople, drawRows, drawSide, welcome } from './screen.js';
import { startTheme } from './theme.js';

const $ = (selector) => document.querySelector(selector);
const FIRST_CHANNEL = 'C0AIMODELS';
const facts = await get('/page/app');
const place = { user: localStorage.getItem('user') ?? '', channel: FIRST_CHANNEL, thread: '', tab: 'messages' };
const read = new Map();
let state = null;

// ---- where we are -------------------------------------------------------------------------------------------------

const readAddress = () => {
  const [, channel, thread] = location.hash.split('/').map(decodeURIComponent);
  place.tab = thread === 'home' ? 'home' : 'messages';
  place.thread = thread === 'home' ? '' : (thread ?? '');
  place.channel = channel || FIRST_CHANNEL;
};
const go = (channel, thread = '') => {
  location.hash = `/${channel}${thread ? `/${thread}` : ''}`;
};
const showPane = (pane) => {
  $('#app').dataset.pane = pane;
};

const refresh = (() => {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      const asked = { user: place.user, channel: place.channel, thread_ts: place.thread };
      const fresh = await get('/page/state', asked).catch(() => null);
      const moved = asked.channel !== place.channel || asked.thread_ts !== place.thread || asked.user !== place.user;
      if (fresh && !moved) draw(fresh);
      again ||= moved;
    } while (again);
    running = false;
  };
})();

// ---- drawing ------------------------------------------------------------------------------------------------------

const draw = (fresh) => {
  state = fresh;
  place.user = state.me;
  const channel = state.channels.find((one) => one.id === place.channel);
  if (!channel) return go(FIRST_CHANNEL);
  const direct = channel.kind === 'im';
  read.set(channel.id, channel.latest);
  drawSide(state, place, (one) => one.latest > (read.get(one.id) ?? '0'), openChannel);
  drawPeople(state, speakAs);
  $('#room-name').textContent = direct ? channel.name : `# ${channel.name}`;
  $('#room-topic').textContent = direct ? 'App' : channel.topic;
  document.title = `${direct ? channel.name : `#${channel.name}`} · Sandbox`;
  $('#tabs').hidden = !direct;
  for (const tab of document.querySelectorAll('#tabs button'))
    tab.setAttribute('aria-selected', String(tab.dataset.tab === place.tab));
  const home = direct && place.tab === 'home';
  $('#home').hidden = !home;
  $('#messages').hidden = home;
  $('#composer').hidden = home;
  if (home) $('#home').innerHTML = state.home ?? '<p class="nothing">The app has not put anything here yet.</p>';
  drawRows($('#messages'), state.messages);
  drawWelcome(channel, direct);
  drawThread(channel, direct);
  $('#composer').classList.toggle('direct', direct);
  composer.placeholder(direct ? `Message ${channel.name}` : `Message #${channel.name}`);
  showForm(state.view, state.me);
};

const drawThread = (channel, direct) => {
  $('#thread').hidden = place.thread === '';
  $('#app').classList.toggle('with-thread', place.thread !== '');
  if (!place.thread) return;
  drawRows($('#thread-messages'), state.thread);
  $('#thread-name').textContent = state.title || 'Thread';
  $('#thread-room').textContent = direct ? channel.name : `#${channel.name}`;
  $('#stop').hidden = state.session?.status !== 'processing';
  $('#status').hidden = state.status === '';
  $('#status').textContent = state.status ? `${facts.bot.name} ${state.status}` : '';
  threadComposer.placeholder('Follow up – no mention needed');
};

const drawWelcome = (channel, direct) => {
  const list = $('#messages');
  const old = list.querySelector('.welcome');
  if (state.messages.length > 0) return old?.remove();
  if (old) return;
  const mention = (text) => (direct ? text : `@${facts.bot.name} ${text}`);
  const prompts =
    direct && state.prompts ? state.prompts.prompts : state.starters.map((text) => ({ title: text, message: text }));
  const jonas = state.people.find((person) => person.name === 'Jonas');
  list.append(
    welcome({
      title: direct
        ? (state.prompts?.title ?? 'Ask me anything about a model’s licence')
        : 'Ask before you adopt a model',
      text: direct
        ? 'Each message here starts a conversation of its own; follow up in its thread.'
        : `Mention @${facts.bot.name} with a question, or start with one of these. Follow up in the thread without a mention.`,
      questions: prompts.map(({ title, message }) => ({ label: title, message })),
      ask: (text) => say(mention(text)),
      extras: direct
        ? []
        : [
            {
              text: 'For an answer only you see:',
              label: `${facts.commands[0]?.command ?? '/'} …`,
              press: () => composer.write(`${facts.commands[0]?.command ?? '/'} `),
            },
            {
              text: 'For a message of a colleague, the ⋯ menu:',
              label: 'let Jonas mention two models',
              press: async () => {
                await post('message', {
                  channel: channel.id,
                  user: jonas.id,
                  text: 'I would like to try meta-llama/Llama-3.1-70B-Instruct and Qwen2.5-72B for the support bot. Any objections?',
                });
                tell('Press ⋯ on his message, then “Check model licence”.');
              },
            },
          ],
    }),
  );
};

// ---- doing --------------------------------------------------------------------------------------------------------

const openChannel = (channel) => {
  showPane('room');
  go(channel.id);
  if (channel.kind === 'im') post('new_dm', { user: place.user });
};
const speakAs = (user) => {
  localStorage.setItem('user', user);
  const direct = state.channels.find((one) => one.id === place.channel)?.kind === 'im';
  place.user = user;
  read.clear();
  for (const channel of state.channels) read.set(channel.id, channel.latest);
  clearRows($('#messages'));
  clearRows($('#thread-messages'));
  if (direct) go(`D${user.slice(1)}`, place.tab === 'home' ? 'home' : '');
  refresh();
  if (direct) openTab(place.tab);
};
const openTab = (tab) => {
  go(`D${place.user.slice(1)}`, tab === 'home' ? 'home' : '');
  post(tab === 'home' ? 'open_home' : 'new_dm', { user: place.user });
};

const say = async (text) => {
  const channel = state.channels.find((one) => one.id === place.channel);
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
    composer.hint(`${facts.bot.name} answers where it is mentioned.`, 'Mention it', () =>
      composer.write(`@${facts.bot.name} ${text}`),
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
const sayInThread = async (text) => {
  if (text.startsWith('/')) {
    tell('Slash commands do not work in threads, in Slack either.');
    return false;
  }
  const result = await post('message', { channel: place.channel, user: place.user, text, thread_ts: place.thread });
  if (!result.ok) complain(result);
  return result.ok;
};
const openMessage = ({ channel, ts, thread_ts }) => {
  tell('');
  go(channel, thread_ts ?? ts);
  showPane('thread');
};
const openThread = (ts) => {
  go(place.channel, ts);
  showPane('thread');
  // on a phone the keyboard would cover the answer
  if (matchMedia('(hover: hover)').matches) threadComposer.focus();
};

/** Everything that can be pressed or chosen in blocks: in a message, the Home tab or a form. */
const act = async (target, value) => {
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

const messageMenu = (button, message) => {
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
const useShortcut = async (shortcut, message_ts) => {
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

// ---- beginning ----------------------------------------------------------------------------------------------------

const composerFacts = (inThread) => () => ({
  commands: facts.commands,
  people: state?.people ?? [],
  bot: facts.bot,
  inThread,
});
const composer = createComposer($('#composer'), {
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
        press: () => composer.write(`${command.command} `),
      })),
    ]),
});
const threadComposer = createComposer($('#thread-composer'), { facts: composerFacts(true), send: sayInThread });

$('#stop').addEventListener('click', () =>
  post('stop', { channel: place.channel, thread_ts: place.thread, user: place.user }),
);
addEventListener('hashchange', () => {
  const before = { ...place };
  readAddress();
  if (before.channel !== place.channel) {
    clearRows($('#messages'));
    composer.quiet();
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
for (const channel of state.channels) read.set(channel.id, channel.latest);
listen((change) => {
  refresh();
  // what the app writes to a person may arrive while they look elsewhere
  if (
    change.kind === 'posted' &&
    change.user === facts.bot.id &&
    change.channel === state.dm &&
    place.channel !== state.dm
  )
    tell(`${facts.bot.name} sent you a message.`, { label: 'Open', press: () => openMessage(change) });
});
document.documentElement.dataset.ready = 'yes';
