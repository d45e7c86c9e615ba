import { post, tell } from './api.js';
import { say } from './doing.js';
import { $, facts, fields, seen } from './place.js';

const chip = (label, press) => {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'chip';
  button.textContent = label;
  button.addEventListener('click', press);
  return button;
};

const box = ({ key, title, text, questions, ask, extras }) => {
  const element = document.createElement('div');
  element.className = 'welcome';
  element.dataset.ts = 'welcome';
  element.dataset.key = key;
  const heading = document.createElement('h2');
  heading.textContent = title;
  const lead = document.createElement('p');
  lead.textContent = text;
  const chips = document.createElement('div');
  chips.className = 'chips';
  chips.append(...questions.map(({ label, message }) => chip(label, () => ask(message))));
  const more = document.createElement('ul');
  more.className = 'extras';
  more.append(
    ...extras.map(({ text: line, label, press }) => {
      const item = document.createElement('li');
      item.append(`${line} `);
      if (label) {
        const button = chip(label, press);
        button.className = 'link';
        item.append(button);
      }
      return item;
    }),
  );
  element.append(heading, lead, chips, more);
  return element;
};

/** What an empty conversation shows: what one can do here, and first questions to press. */
export const drawWelcome = (channel, direct) => {
  const list = $('#messages');
  const old = list.querySelector('.welcome');
  if (seen.state.messages.length > 0) return old?.remove();
  const key = `${channel.id} ${seen.state.prompts?.title ?? ''}`;
  if (old?.dataset.key === key) return;
  old?.remove();
  const mention = (text) => (direct ? text : `@${facts.bot.name} ${text}`);
  const prompts =
    direct && seen.state.prompts
      ? seen.state.prompts.prompts
      : seen.state.starters.map((text) => ({ title: text, message: text }));
  const jonas = seen.state.people.find((person) => person.name === 'Jonas');
  list.append(
    box({
      key,
      title: direct
        ? (seen.state.prompts?.title ?? 'Ask me anything about a model’s licence')
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
              press: () => fields.room.write(`${facts.commands[0]?.command ?? '/'} `),
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
