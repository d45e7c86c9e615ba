import { withIds } from '../message-json.ts';
import type { Element } from '../people/elements.ts';
import type { Block } from '../workspace.ts';
import { elementHtml, plainOf, textOf } from './elements.ts';
import { anchor, type Html, html, raw } from './html.ts';
import { markdown } from './markdown.ts';
import { mrkdwn, type Names } from './mrkdwn.ts';
import { richText } from './rich-text.ts';

/** Blocks as HTML, in order. A kind that is not known shows its name instead of nothing. */
export const blocksHtml = (blocks: Block[], names: Names): Html =>
  html`${withIds(blocks).map((block) => one(block, names))}`;

const active = (element: Element, block: Block, index: number, names: Names): Html =>
  elementHtml({ action_id: `a${index}`, ...element }, block.block_id!, names);

const one = (block: Block, names: Names): Html => {
  switch (block.type) {
    case 'section':
      return section(block, names);
    case 'header':
      return html`<h3 class="b-header">${plainOf(block.text)}</h3>`;
    case 'divider':
      return raw('<hr>');
    case 'context':
      return html`<div class="b-context">${((block.elements ?? []) as Element[]).map((element) => (element.type === 'image' ? picture(element) : html`<span>${textOf(element, names)}</span>`))}</div>`;
    case 'actions':
      return html`<div class="b-actions">${((block.elements ?? []) as Element[]).map((element, index) => active(element, block, index, names))}</div>`;
    case 'context_actions':
      return html`<div class="b-context-actions">${((block.elements ?? []) as Element[]).map((element, index) => active(element, block, index, names))}</div>`;
    case 'input':
      return input(block, names);
    case 'image':
      return html`<figure class="b-image">${block.title ? html`<figcaption>${plainOf(block.title)}</figcaption>` : ''}${picture(block)}</figure>`;
    case 'rich_text':
      return richText(block, names);
    case 'markdown':
      return markdown(String(block.text ?? ''));
    case 'table':
    case 'data_table':
      return table(block, names);
    case 'card':
      return card(block, names);
    case 'carousel':
      return html`<div class="b-carousel">${withIds((block.elements ?? []) as Block[]).map((item) => one(item, names))}</div>`;
    case 'container':
      return html`<div class="b-card"><div class="b-title">${plainOf(block.title)}</div>${blocksHtml((block.child_blocks ?? []) as Block[], names)}</div>`;
    case 'alert':
      return html`<div class="b-alert" role="note">${textOf(block.text, names)}</div>`;
    case 'plan':
      return html`<div class="b-plan"><div class="b-title">${String(block.title ?? '')}</div>${((block.tasks ?? []) as Block[]).map(task)}</div>`;
    case 'task_card':
      return html`<div class="b-plan">${task(block)}</div>`;
    default:
      return html`<div class="b-unknown">[${block.type}]</div>`;
  }
};

const section = (block: Block, names: Names): Html => {
  const fields = (block.fields ?? []) as unknown[];
  const accessory = block.accessory as Element | undefined;
  return html`<div class="b-section"><div class="b-text">${block.text ? html`<div>${textOf(block.text, names)}</div>` : ''}${
    fields.length > 0
      ? html`<div class="b-fields">${fields.map((field) => html`<div>${textOf(field, names)}</div>`)}</div>`
      : ''
  }</div>${accessory ? html`<div class="b-accessory">${accessory.type === 'image' ? picture(accessory) : active(accessory, block, 0, names)}</div>` : ''}</div>`;
};

const input = (block: Block, names: Names): Html => {
  const element = block.element as Element | undefined;
  const group = element && ['radio_buttons', 'checkboxes'].includes(element.type);
  const label = html`<span class="label">${plainOf(block.label)}${block.optional ? html` <em>(optional)</em>` : ''}</span>`;
  const inside = html`${label}${element ? active(element, block, 0, names) : ''}${block.hint ? html`<span class="hint">${plainOf(block.hint)}</span>` : ''}<span class="error" role="alert"></span>`;
  return group
    ? html`<fieldset class="b-input" data-input="${block.block_id}">${inside}</fieldset>`
    : html`<label class="b-input" data-input="${block.block_id}">${inside}</label>`;
};

/** Pictures are not loaded: nothing is fetched from outside. What they show stands in their place. */
const picture = (block: Record<string, unknown>): Html =>
  anchor(
    block.image_url,
    html`<span class="picture" role="img" aria-label="${String(block.alt_text ?? '')}">🖼 ${String(block.alt_text ?? 'image')}</span>`,
  );

type Cell = Record<string, unknown> & { type: string };

const cellHtml = (cell: Cell, names: Names): Html =>
  cell.type === 'rich_text' ? richText(cell, names) : html`${String(cell.text ?? cell.value ?? '')}`;

const table = (block: Block, names: Names): Html => {
  const [head = [], ...rows] = (block.rows ?? []) as Cell[][];
  const settings = (block.column_settings ?? []) as ({ align?: string } | null)[];
  const align = (index: number) => {
    const given = settings[index]?.align;
    return given === 'right' || given === 'center' ? raw(` class="${given}"`) : '';
  };
  return html`${block.caption ? html`<div class="b-title">${String(block.caption)}</div>` : ''}<div class="table-scroll" tabindex="0"><table><thead><tr>${head.map((cell, index) => html`<th${align(index)}>${cellHtml(cell, names)}</th>`)}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, index) => html`<td${align(index)}>${cellHtml(cell, names)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
};

const card = (block: Block, names: Names): Html =>
  html`<div class="b-card">${block.title ? html`<div class="b-title">${textOf(block.title, names)}</div>` : ''}${
    block.subtitle ? html`<div class="b-sub">${textOf(block.subtitle, names)}</div>` : ''
  }${block.body ? html`<div>${textOf(block.body, names)}</div>` : ''}${
    block.actions
      ? html`<div class="b-actions">${(block.actions as Element[]).map((element, index) => active(element, block, index, names))}</div>`
      : ''
  }</div>`;

const TASK_SIGNS: Record<string, string> = { complete: '✓', in_progress: '◌', error: '✕', pending: '○' };

const task = (block: Block): Html =>
  html`<div class="task ${TASK_SIGNS[String(block.status)] ? String(block.status) : ''}"><span aria-hidden="true">${TASK_SIGNS[String(block.status)] ?? '○'}</span> ${String(block.title ?? '')}${
    typeof block.details === 'string' && block.details ? html`<small>${block.details}</small>` : ''
  }</div>`;

/** What a message says: the app's blocks where it sent any, the text otherwise. */
export const contentHtml = (message: { text: string; blocks?: Block[]; bot_id?: string }, names: Names): Html =>
  message.bot_id && message.blocks && message.blocks.length > 0
    ? blocksHtml(message.blocks, names)
    : html`<div class="b-section"><div class="b-text">${mrkdwn(message.text, names)}</div></div>`;
