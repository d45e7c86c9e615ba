import { emoji } from './emoji.ts';
import { anchor, type Html, html, join, raw } from './html.ts';

const MARK =
  /`([^`\n]+)`|\[([^\]\n]+)\]\(([^)\s]+)\)|<(https?:[^>\s]+)>|\*\*(?=\S)([\s\S]+?)(?<=\S)\*\*|(?<!\w)[*_](?=\S)([^*_\n]+?)(?<=\S)[*_](?!\w)|~~([^~\n]+)~~/;

const words = (text: string): Html =>
  html`${text.replace(/\\([\\`*_{}[\]()#+\-.!|>~])/g, '$1').replace(/:([a-z0-9_+-]+):/g, (_, name: string) => emoji(name))}`;

const inline = (text: string): Html => {
  const pieces: Html[] = [];
  let rest = text;
  for (let match = MARK.exec(rest); match; match = MARK.exec(rest)) {
    pieces.push(words(rest.slice(0, match.index)));
    const [whole, code, label, url, bare, bold, italic, strike] = match;
    if (code !== undefined) pieces.push(html`<code>${code}</code>`);
    else if (label !== undefined) pieces.push(anchor(url, inline(label)));
    else if (bare !== undefined) pieces.push(anchor(bare, bare));
    else if (bold !== undefined) pieces.push(html`<b>${inline(bold)}</b>`);
    else if (italic !== undefined) pieces.push(html`<i>${inline(italic)}</i>`);
    else pieces.push(html`<s>${strike}</s>`);
    rest = rest.slice(match.index + whole.length);
  }
  pieces.push(words(rest));
  return join(pieces);
};

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

const table = (head: string, rows: string[]): Html => html`<div class="table-scroll"><table>
<thead><tr>${cells(head).map((cell) => html`<th>${inline(cell)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row).map((cell) => html`<td>${inline(cell)}</td>`)}</tr>`)}</tbody></table></div>`;

/** Markdown as Slack's markdown block shows it: headings, lists, tables, quotes, code. Raw HTML stays text. */
export const markdown = (text: string): Html => {
  const lines = text.split('\n');
  const out: Html[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]!;
    const take = (matches: (line: string) => boolean): string[] => {
      const taken: string[] = [];
      while (at < lines.length && matches(lines[at]!)) taken.push(lines[at++]!);
      at -= 1;
      return taken;
    };
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === '') continue;
    if (/^```/.test(line)) {
      at += 1;
      const body = take((one) => !/^```/.test(one));
      at += 1;
      out.push(html`<pre>${body.join('\n')}</pre>`);
    } else if (heading)
      out.push(html`<p class="md-h${heading[1]!.length > 2 ? 3 : heading[1]!.length}">${inline(heading[2]!)}</p>`);
    else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) out.push(raw('<hr>'));
    else if (line.includes('|') && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[at + 1] ?? '')) {
      const [head = '', , ...rows] = take((one) => one.includes('|'));
      out.push(table(head, rows));
    } else if (/^\s*([-*+]|\d+[.)])\s+/.test(line)) {
      const items = take((one) => /^\s*([-*+]|\d+[.)])\s+/.test(one));
      const tag = /^\s*\d/.test(items[0]!) ? 'ol' : 'ul';
      out.push(
        html`${raw(`<${tag}>`)}${items.map((item) => html`<li>${inline(item.replace(/^\s*([-*+]|\d+[.)])\s+/, ''))}</li>`)}${raw(`</${tag}>`)}`,
      );
    } else if (/^>\s?/.test(line))
      out.push(
        html`<blockquote>${inline(
          take((one) => /^>\s?/.test(one))
            .map((one) => one.replace(/^>\s?/, ''))
            .join(' '),
        )}</blockquote>`,
      );
    else {
      const plain = take((one) => one.trim() !== '' && !/^(#{1,6}\s|```|>\s?|\s*([-*+]|\d+[.)])\s)/.test(one));
      out.push(html`<p>${plain.map((one, index) => html`${index > 0 ? raw('<br>') : ''}${inline(one)}`)}</p>`);
    }
  }
  return html`<div class="markdown">${out}</div>`;
};
