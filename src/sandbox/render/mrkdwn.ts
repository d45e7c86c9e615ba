import type { Workspace } from '../workspace.ts';
import { emoji } from './emoji.ts';
import { anchor, type Html, html, join, raw } from './html.ts';

/** What a renderer has to look up: whose name stands behind an id. */
export type Names = Pick<Workspace, 'people' | 'channels'>;

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const words = (text: string): Html =>
  html`${decoded(text)
    .replace(/:([a-z0-9_+-]+):/g, (_, name: string) => emoji(name))
    // some fonts have these two as letters
    .replace(/[⚪⚫](?!\uFE0F)/g, '$&\uFE0F')}`;

/** In this order: the first that begins earliest wins. Marks must stand at the edge of words, as in Slack. */
const MARK =
  /```([\s\S]+?)```|`([^`\n]+)`|<([^<>]+)>|(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])|(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])/;

const inline = (text: string, names: Names): Html => {
  const pieces: Html[] = [];
  let rest = text;
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    pieces.push(words(rest.slice(0, match.index)));
    const [whole, block, code, token, bold, italic, strike] = match;
    if (block !== undefined) pieces.push(html`<pre>${decoded(block.replace(/^\n|\n$/g, ''))}</pre>`);
    else if (code !== undefined) pieces.push(html`<code>${decoded(code)}</code>`);
    else if (token !== undefined) pieces.push(reference(token, names));
    else if (bold !== undefined) pieces.push(html`<b>${inline(bold, names)}</b>`);
    else if (italic !== undefined) pieces.push(html`<i>${inline(italic, names)}</i>`);
    else pieces.push(html`<s>${inline(strike!, names)}</s>`);
    rest = rest.slice(match.index + whole.length);
  }
  pieces.push(words(rest));
  return join(pieces);
};

/** What stands between `<` and `>`: a person, a channel, a broadcast, a date or a link. */
const reference = (token: string, names: Names): Html => {
  const [target = '', label] = token.split('|');
  if (target.startsWith('@'))
    return html`<span class="mention">@${names.people.get(target.slice(1))?.name ?? label ?? target.slice(1)}</span>`;
  if (target.startsWith('#'))
    return html`<span class="mention">#${names.channels.get(target.slice(1))?.name ?? label ?? target.slice(1)}</span>`;
  if (target.startsWith('!date')) return words(label ?? '');
  if (target.startsWith('!')) return html`<span class="mention loud">@${target.slice(1).split('^')[0]}</span>`;
  return anchor(decoded(target), label === undefined ? words(target) : words(label));
};

/**
 * Slack's own markup as HTML. Lines that begin with a bullet hang; lines that begin with `>` are quoted.
 * Whatever the text holds, nothing but the marks below becomes an element.
 */
export const mrkdwn = (text: string, names: Names): Html => {
  // a code block may hold line breaks, so it is kept whole while the rest is read line by line
  const chunks = text.split(/(```[\s\S]+?```)/);
  return join(
    chunks.map((chunk) => (chunk.startsWith('```') && chunk.length > 6 ? inline(chunk, names) : lines(chunk, names))),
  );
};

const lines = (text: string, names: Names): Html => {
  const out: string[] = [];
  let open = false;
  for (const line of text.split('\n')) {
    const bullet = /^(\s*)([•◦▪–-]|\d+\.)\s+(.*)$/.exec(line);
    const quote = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    if (bullet) {
      const deep = bullet[1]!.length > 1 ? ' deep' : '';
      out.push(
        html`<span class="bullet${deep}"><span class="dot">${bullet[2]}</span><span>${inline(bullet[3]!, names)}</span></span>`
          .html,
      );
      open = false;
    } else if (quote) {
      out.push(html`<blockquote>${inline(quote[1]!, names)}</blockquote>`.html);
      open = false;
    } else {
      out.push(`${open ? '<br>' : ''}${inline(line, names).html}`);
      open = true;
    }
  }
  return raw(out.join(''));
};
