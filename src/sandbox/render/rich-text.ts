import { emoji } from './emoji.ts';
import { anchor, type Html, html, raw } from './html.ts';
import type { Names } from './mrkdwn.ts';

type Node = Record<string, unknown> & { type: string; elements?: Node[]; style?: unknown };

/** Slack's rich text as HTML. */
export const richText = (block: Record<string, unknown>, names: Names): Html =>
  html`<div class="rich-text">${((block.elements ?? []) as Node[]).map((node) => section(node, names))}</div>`;

const section = (node: Node, names: Names): Html => {
  const inside = (node.elements ?? []).map((child) => leaf(child, names));
  switch (node.type) {
    case 'rich_text_list': {
      const tag = node.style === 'ordered' ? 'ol' : 'ul';
      const items = (node.elements ?? []).map(
        (item) => html`<li>${(item.elements ?? []).map((child) => leaf(child, names))}</li>`,
      );
      return html`${raw(`<${tag}>`)}${items}${raw(`</${tag}>`)}`;
    }
    case 'rich_text_quote':
      return html`<blockquote>${inside}</blockquote>`;
    case 'rich_text_preformatted':
      return html`<pre>${inside}</pre>`;
    default:
      return html`<p>${inside}</p>`;
  }
};

const leaf = (node: Node, names: Names): Html => {
  const style = (node.style ?? {}) as Record<string, boolean>;
  const plain = ((): Html => {
    switch (node.type) {
      case 'text':
        return html`${String(node.text ?? '')
          .split('\n')
          .map((line, index) => html`${index > 0 ? raw('<br>') : ''}${line}`)}`;
      case 'link':
        return anchor(node.url, String(node.text ?? node.url ?? ''));
      case 'emoji':
        return html`${emoji(String(node.name))}`;
      case 'user':
        return html`<span class="mention">@${names.people.get(String(node.user_id))?.name ?? String(node.user_id)}</span>`;
      case 'channel':
        return html`<span class="mention">#${names.channels.get(String(node.channel_id))?.name ?? String(node.channel_id)}</span>`;
      case 'broadcast':
        return html`<span class="mention loud">@${String(node.range)}</span>`;
      default:
        return html`${String(node.text ?? node.fallback ?? '')}`;
    }
  })();
  const code = style.code ? html`<code>${plain}</code>` : plain;
  const bold = style.bold ? html`<b>${code}</b>` : code;
  const italic = style.italic ? html`<i>${bold}</i>` : bold;
  return style.strike ? html`<s>${italic}</s>` : italic;
};
