import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Message, type Block as TheirBlock } from 'slack-blocks-to-jsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksHtml } from '../../src/sandbox/render/blocks.ts';
import type { Block } from '../../src/sandbox/workspace.ts';
import { createWorkspace } from '../../src/sandbox/workspace.ts';
import { actAs, type Bot, PRIYA, startBot } from '../support/bot.ts';

const names = createWorkspace(() => 0);

/**
 * A block as the other renderer can show it. It takes `verbatim` for "no marks at all", while Slack only leaves addresses and
 * channel names in the text alone.
 */
const forThem = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(forThem);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'verbatim')
      .map(([key, item]) => [key, forThem(item)]),
  );
};

const theirs = (block: Block): string =>
  renderToStaticMarkup(
    createElement(Message, {
      blocks: [forThem(block) as TheirBlock],
      name: 'Openness Advisor',
      logo: 'logo.png',
      time: new Date(0),
      withoutWrapper: true,
    }),
  );
const ours = (block: Block): string => blocksHtml([block], names).html;

const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => ENTITIES[entity]!);
/** What one reads, letter by letter: no spaces, and no bullets, which one draws as text and the other as a list. */
const letters = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ''))
    .replace(/(?:\s|\uFE0F)+/g, '')
    .replace(/[•◦]/g, '');
const links = (html: string): string[] => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => decoded(href!));
/** What stands in bold, as code, crossed out. */
const marked = (html: string, tags: string): string[] =>
  [...html.matchAll(new RegExp(`<(?:${tags})(?: [^>]*)?>(.*?)</(?:${tags})>`, 'gs'))].map(([, inside]) =>
    letters(inside!),
  );

/** What is pressed; the other renderer gives these labels of its own. */
const PRESSED = ['actions', 'context_actions'];

describe('our pictures of what the bot posts, held against slack-blocks-to-jsx', () => {
  let bot: Bot;
  const posted: Block[] = [];
  beforeAll(async () => {
    bot = await startBot();
    const act = actAs(bot);
    for (const text of [
      'can we use Llama 3.1 70B commercially?',
      'what do we have to ship with Gemma 3 27B?',
      'compare Llama 3.3 70B vs Qwen2.5-72B',
      'is Mistral Large open source?',
      'what is copyleft?',
      'may we train on outputs of Zorblax-7B?',
      'Stable Diffusion XL',
    ]) {
      const thread_ts = await bot.say(`${bot.bot} ${text}`);
      for (const answer of await bot.answers({ thread_ts })) posted.push(...answer.blocks);
    }
    for (const text of [
      'licence Apache 2.0',
      'find speech, permissive',
      'rubric',
      'help',
      'compare Yi-34B vs Phi-4',
      '',
    ])
      posted.push(...(await act.command(text)).blocks);
    posted.push(...(JSON.parse(await act.home(PRIYA)) as { blocks: Block[] }).blocks);
  });
  afterAll(async () => bot?.close());

  const read = () => posted.filter((block) => !PRESSED.includes(block.type));

  it('takes every block but the rows of buttons, and finds something to compare in them', () => {
    const page = posted
      .filter((block) => !PRESSED.includes(block.type))
      .map(theirs)
      .join('');
    expect(new Set(read().map((block) => block.type))).toEqual(
      new Set(['section', 'context', 'table', 'header', 'divider']),
    );
    expect(letters(page).length).toBeGreaterThan(10_000);
    expect(links(page).length).toBeGreaterThan(50);
    expect(marked(page, 'b|strong').length).toBeGreaterThan(50);
    expect(marked(page, 'code').length).toBeGreaterThan(5);
  });

  it('reads the same, letter by letter', () => {
    for (const block of read()) expect.soft(letters(ours(block)), block.type).toBe(letters(theirs(block)));
  });

  it('links to the same addresses, in the same order', () => {
    for (const block of read()) expect.soft(links(ours(block)), block.type).toEqual(links(theirs(block)));
  });

  it('marks the same words as bold and as code', () => {
    for (const block of read()) {
      expect.soft(marked(ours(block), 'b|strong')).toEqual(marked(theirs(block), 'b|strong'));
      expect.soft(marked(ours(block), 'code')).toEqual(marked(theirs(block), 'code'));
    }
  });
});
