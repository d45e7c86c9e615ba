import { describe, expect, it } from 'vitest';
import { blocksHtml } from '../../src/sandbox/render/blocks.ts';
import { markdown } from '../../src/sandbox/render/markdown.ts';
import { mrkdwn } from '../../src/sandbox/render/mrkdwn.ts';
import { createWorkspace } from '../../src/sandbox/workspace.ts';

const names = createWorkspace(() => 0);
const show = (text: string) => mrkdwn(text, names).html;
const NASTY = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  "' onmouseover='alert(1)",
  '&lt;script&gt;alert(1)&lt;/script&gt;',
];
/** Everything that would make an element or an attribute of its own. */
const harmless = (html: string) => {
  expect(html).not.toMatch(/<(script|img|iframe|svg)/i);
  for (const [tag] of html.matchAll(/<[^>]*>/g)) expect(tag.replace(/"[^"]*"/g, '""')).not.toMatch(/\son\w+=|'/i);
  expect(html).not.toMatch(/href="(?!https?:|mailto:)/i);
};

describe('what messages look like', () => {
  it.each([
    ['*bold* _italic_ ~gone~ `code`', '<b>bold</b> <i>italic</i> <s>gone</s> <code>code</code>'],
    ['*_both_*', '<b><i>both</i></b>'],
    ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
    ['a &lt;b&gt; &amp; c', 'a &lt;b&gt; &amp; c'],
    ['<@U0MEI> in <#C0LEGAL>', '<span class="mention">@Mei</span> in <span class="mention">#legal</span>'],
    ['one\ntwo', 'one<br>two'],
    ['> said', '<blockquote>said</blockquote>'],
    [':white_check_mark: :unheard_of:', '✅ :unheard_of:'],
    ['`*not bold*`', '<code>*not bold*</code>'],
  ])('%s', (text, expected) => {
    expect(show(text)).toBe(expected);
  });

  it('links open elsewhere, and only to the web', () => {
    expect(show('<https://example.org/a?b=1&amp;c=2|label>')).toContain('href="https://example.org/a?b=1&amp;c=2"');
    expect(show('<javascript:alert(1)|label>')).toBe('label');
    expect(markdown('[label](javascript:alert(1))').html).not.toContain('href');
  });

  it('Markdown has headings, lists, tables and code', () => {
    const { html } = markdown('# Title\n\n- one\n- **two**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n<x>\n```');
    for (const part of [
      '<p class="md-h1">Title</p>',
      '<li>one</li><li><b>two</b></li>',
      '<th>a</th>',
      '<td>2</td>',
      '<pre>&lt;x&gt;</pre>',
    ])
      expect(html).toContain(part);
  });

  it.each(NASTY)('no text becomes an element: %s', (nasty) => {
    harmless(show(nasty));
    harmless(markdown(nasty).html);
    const text = { type: 'mrkdwn', text: nasty };
    const plain = { type: 'plain_text', text: nasty };
    harmless(
      blocksHtml(
        [
          {
            type: 'section',
            block_id: nasty,
            text,
            fields: [text],
            accessory: { type: 'button', action_id: nasty, value: nasty, text: plain, url: `javascript:${nasty}` },
          },
          { type: 'header', text: plain },
          { type: 'context', elements: [text, { type: 'image', image_url: nasty, alt_text: nasty }] },
          {
            type: 'table',
            rows: [
              [
                { type: 'raw_text', text: nasty },
                { type: 'raw_number', value: 1 },
              ],
              [
                {
                  type: 'rich_text',
                  elements: [
                    {
                      type: 'rich_text_section',
                      elements: [{ type: 'link', url: `javascript:${nasty}`, text: nasty }],
                    },
                  ],
                },
              ],
            ],
          },
          {
            type: 'input',
            label: plain,
            hint: plain,
            element: { type: 'plain_text_input', action_id: 'a', initial_value: nasty, placeholder: plain },
          },
          {
            type: 'input',
            label: plain,
            element: { type: 'static_select', action_id: 'b', options: [{ text: plain, value: nasty }] },
          },
          {
            type: 'actions',
            elements: [
              { type: 'checkboxes', action_id: 'c', options: [{ text, value: nasty }] },
              { type: 'overflow', action_id: 'd', options: [{ text: plain, value: nasty }] },
            ],
          },
          { type: 'card', title: text, body: text },
          { type: 'plan', title: nasty, tasks: [{ type: 'task_card', title: nasty, status: nasty, details: nasty }] },
          { type: nasty },
        ],
        names,
      ).html,
    );
  });
});
