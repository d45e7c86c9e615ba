import { everyText } from '../render/plain.ts';
import type { Message } from '../workspace.ts';

/** What every message of the app has to keep, beyond Slack's own rules. */
export type Promised = {
  /** a context block has to match it, e.g. the line that this is no legal advice */
  caveat: RegExp;
  /** a block has to match it, e.g. the list of sources */
  sources: RegExp;
  /** where links may lead; any place where it is left out */
  allowsLink?: (url: string) => boolean;
};

/** @returns what a message of the app breaks of the promise, one line each */
export const brokenPromises = (
  message: Pick<Message, 'text' | 'blocks'> & Partial<Pick<Message, 'files'>>,
  promised: Promised,
): string[] => {
  const broken: string[] = [];
  const blocks = message.blocks ?? [];
  const all = [message.text, ...everyText(blocks)];
  const contexts = everyText(blocks.filter((block) => block.type === 'context'));
  // Slack itself words the notification of a file
  if (message.text.trim() === '' && !message.files?.length) broken.push('has no text for notifications');
  if (!contexts.some((text) => promised.caveat.test(text))) broken.push('does not end with the caveat');
  if (!all.some((text) => promised.sources.test(text))) broken.push('shows no sources');
  for (const text of all) {
    const live = /<(![^>]*|@[UW][^>]*|#C[^>]*)>/.exec(text);
    if (live) broken.push(`holds a live mention: ${live[0]}`);
    for (const [, url] of text.matchAll(/<(https?:[^|>]+)/g))
      if (promised.allowsLink && !promised.allowsLink(url!.replaceAll('&amp;', '&'))) broken.push(`links to ${url}`);
  }
  for (const text of parsedTexts(blocks)) {
    const live = /https?:\/\/\S+|(?<!\S)@(?:channel|here|everyone)\b/i.exec(text.replace(/<[^<>]*>/g, ' '));
    if (live) broken.push(`holds words that Slack makes live: ${live[0]}`);
  }
  return broken;
};

/** The texts in which Slack looks for addresses and names by itself: `verbatim` keeps it from that. */
const parsedTexts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(parsedTexts);
  if (value === null || typeof value !== 'object') return [];
  const { type, text, verbatim } = value as { type?: unknown; text?: unknown; verbatim?: unknown };
  if (type === 'mrkdwn' && typeof text === 'string') return verbatim === true ? [] : [text];
  return Object.values(value).flatMap(parsedTexts);
};
