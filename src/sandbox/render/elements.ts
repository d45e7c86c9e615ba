import { chosen, type Element, initialOf, optionsOf } from '../people/elements.ts';
import { type Html, html, raw, safeUrl } from './html.ts';
import { mrkdwn, type Names } from './mrkdwn.ts';

type Text = { type?: string; text?: string };

/** A text object: plain, or in Slack's markup. */
export const textOf = (text: unknown, names: Names): Html => {
  const object = (text ?? {}) as Text;
  return object.type === 'mrkdwn' ? mrkdwn(object.text ?? '', names) : html`${plainOf(object)}`;
};
export const plainOf = (text: unknown): string => String((text as Text | undefined)?.text ?? '');

/** What the page needs to tell the workspace which element was used. */
const marks = (element: Element, block_id: string): Html =>
  html`data-block="${block_id}" data-action="${element.action_id}" data-type="${element.type}"`;

const button = (element: Element, at: Html): Html => {
  const style = element.style === 'primary' || element.style === 'danger' ? element.style : '';
  const url = safeUrl(element.url);
  const label = element.accessibility_label ? html` aria-label="${element.accessibility_label as string}"` : '';
  const confirm = element.confirm ? html` data-confirm="${plainOf((element.confirm as { text?: unknown }).text)}"` : '';
  return html`<button type="button" class="btn ${style}" ${at} data-value="${String(element.value ?? '')}"${url ? html` data-url="${url}"` : ''}${label}${confirm}>${plainOf(element.text)}</button>`;
};

const select = (element: Element, at: Html, many: boolean): Html => {
  const initial = [initialOf(element)].flat().map(String);
  const placeholder = plainOf(element.placeholder) || 'Choose…';
  const options = optionsOf(element).map(
    (option) =>
      html`<option value="${option.value}"${initial.includes(option.value) ? raw(' selected') : ''}>${plainOf(option.text)}</option>`,
  );
  return many
    ? html`<select multiple ${at} size="${Math.min(6, options.length)}">${options}</select>`
    : html`<select ${at}><option value="">${placeholder}</option>${options}</select>`;
};

const choices = (element: Element, at: Html, block_id: string, kind: 'radio' | 'checkbox', names: Names): Html => {
  const initial = [initialOf(element)].flat().map(String);
  const name = `${block_id}-${element.action_id}`;
  return html`<div class="choices" role="group" ${at}>${optionsOf(element).map(
    (option) =>
      html`<label class="choice"><input type="${kind}" name="${name}" value="${option.value}"${initial.includes(option.value) ? raw(' checked') : ''}><span>${textOf(option.text, names)}${
        (option as { description?: unknown }).description
          ? html`<small>${textOf((option as { description?: unknown }).description, names)}</small>`
          : ''
      }</span></label>`,
  )}</div>`;
};

const INPUT_TYPES: Record<string, string> = {
  number_input: 'number',
  datepicker: 'date',
  timepicker: 'time',
  email_text_input: 'email',
  url_text_input: 'url',
};

const field = (element: Element, at: Html): Html => {
  const initial = String(initialOf(element) ?? '');
  const placeholder = plainOf(element.placeholder);
  if (element.multiline) return html`<textarea rows="4" ${at} placeholder="${placeholder}">${initial}</textarea>`;
  const type = INPUT_TYPES[element.type] ?? 'text';
  const step = element.type === 'number_input' && element.is_decimal_allowed ? raw(' step="any"') : '';
  return html`<input type="${type}"${step} ${at} value="${initial}" placeholder="${placeholder}">`;
};

type Choice = { value: string; label: string };

/** A menu of the workspace's own: people or channels, one or several. */
const ofWorkspace = (element: Element, at: Html, choices: Choice[]): Html => {
  const initial = [initialOf(element)].flat().map(String);
  const options = choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${initial.includes(value) ? raw(' selected') : ''}>${label}</option>`,
  );
  return element.type.startsWith('multi_')
    ? html`<select multiple ${at} size="${Math.min(6, Math.max(2, options.length))}">${options}</select>`
    : html`<select ${at}><option value="">${plainOf(element.placeholder) || 'Choose…'}</option>${options}</select>`;
};

const people = (element: Element, at: Html, names: Names): Html =>
  ofWorkspace(
    element,
    at,
    [...names.people.values()]
      .filter((person) => !person.bot)
      .map((person) => ({ value: person.id, label: person.name })),
  );

const rooms = (element: Element, at: Html, names: Names): Html =>
  ofWorkspace(
    element,
    at,
    [...names.channels.values()]
      .filter((channel) => channel.kind === 'channel')
      .map((channel) => ({ value: channel.id, label: `#${channel.name}` })),
  );

const feedback = (element: Element, at: Html): Html => {
  const vote = (kind: 'positive' | 'negative', sign: string) => {
    const given = element[`${kind}_button`] as { text?: unknown; accessibility_label?: string } | undefined;
    const label = given?.accessibility_label ?? plainOf(given?.text);
    return html`<button type="button" class="vote" ${at} data-value="${kind}" title="${plainOf(given?.text)}" aria-label="${label}"><span aria-hidden="true">${sign}</span> ${plainOf(given?.text)}</button>`;
  };
  return html`<span class="votes">${vote('positive', '👍')}${vote('negative', '👎')}</span>`;
};

/** Something to press or fill in. Where its value is known by `chosen`, it can be sent back. */
export const elementHtml = (element: Element, block_id: string, names: Names): Html => {
  const at = marks(element, block_id);
  switch (element.type) {
    case 'button':
    case 'workflow_button':
      return button(element, at);
    case 'icon_button':
      return html`<button type="button" class="vote" ${at}>${plainOf(element.text)}</button>`;
    case 'feedback_buttons':
      return feedback(element, at);
    case 'static_select':
    case 'external_select':
      return select(element, at, false);
    case 'multi_static_select':
      return select(element, at, true);
    case 'overflow':
      return html`<details class="overflow"><summary aria-label="More">⋯</summary><div class="menu">${optionsOf(
        element,
      ).map(
        (option) => html`<button type="button" ${at} data-value="${option.value}">${plainOf(option.text)}</button>`,
      )}</div></details>`;
    case 'radio_buttons':
      return choices(element, at, block_id, 'radio', names);
    case 'checkboxes':
      return choices(element, at, block_id, 'checkbox', names);
    case 'users_select':
    case 'multi_users_select':
      return people(element, at, names);
    case 'conversations_select':
    case 'channels_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return rooms(element, at, names);
    default:
      return chosen(element, '') ? field(element, at) : html``;
  }
};
