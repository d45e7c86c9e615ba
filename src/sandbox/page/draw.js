import { openChannel, speakAs } from './doing.js';
import { showForm } from './form.js';
import { drawModel } from './model.js';
import { $, facts, fields, go, place, seen } from './place.js';
import { drawPeople, drawRows, drawSide } from './screen.js';
import { drawWelcome } from './welcome.js';

/** Draws everything that is on the screen. */
export const draw = (fresh) => {
  seen.state = fresh;
  place.user = seen.state.me;
  const channel = seen.state.channels.find((one) => one.id === place.channel);
  if (!channel) return go();
  const direct = channel.kind === 'im';
  seen.read.set(channel.id, channel.latest);
  drawSide(seen.state, place, (one) => one.latest > (seen.read.get(one.id) ?? '0'), openChannel);
  drawPeople(seen.state, speakAs);
  drawModel(seen.state.model);
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
  if (home) $('#home').innerHTML = seen.state.home ?? '<p class="nothing">The app has not put anything here yet.</p>';
  drawRows($('#messages'), seen.state.messages);
  drawWelcome(channel, direct);
  drawThread(channel, direct);
  $('#composer').classList.toggle('direct', direct);
  fields.room.placeholder(direct ? `Message ${channel.name}` : `Message #${channel.name}`);
  showForm(seen.state.view, seen.state.me);
};

const drawThread = (channel, direct) => {
  $('#thread').hidden = place.thread === '';
  $('#app').classList.toggle('with-thread', place.thread !== '');
  if (!place.thread) return;
  drawRows($('#thread-messages'), seen.state.thread);
  $('#thread-name').textContent = seen.state.title || 'Thread';
  $('#thread-room').textContent = direct ? channel.name : `#${channel.name}`;
  $('#stop').hidden = seen.state.session?.status !== 'processing';
  $('#status').hidden = seen.state.status === '';
  $('#status').textContent = seen.state.status ? `${facts.bot.name} ${seen.state.status}` : '';
  fields.thread.placeholder('Follow up – no mention needed');
};
