import type { Block, Message, Workspace } from '../workspace.ts';

const TEXT_KEYS = new Set(['text', 'title', 'subtitle', 'body', 'label', 'hint', 'alt_text', 'caption']);

/** @returns every text in a value of blocks, in the order in which it is read */
export const everyText = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(everyText);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, item]) => {
    if (typeof item === 'string') return TEXT_KEYS.has(key) ? [item] : [];
    if (typeof item === 'number' && key === 'value') return [String(item)];
    return everyText(item);
  });
};

/** @returns what a person reads in a message: the blocks where the app sent any, the text otherwise; marks resolved */
export const visibleText = (workspace: Workspace, message: Pick<Message, 'text' | 'blocks' | 'bot_id'>): string => {
  const blocks: Block[] = message.bot_id ? (message.blocks ?? []) : [];
  const text = blocks.length > 0 ? everyText(blocks).join('\n') : message.text;
  return text
    .replace(/<@([UW]\w+)(?:\|[^>]*)?>/g, (_, id: string) => `@${workspace.people.get(id)?.name ?? id}`)
    .replace(/<#(\w+)(?:\|[^>]*)?>/g, (_, id: string) => `#${workspace.channels.get(id)?.name ?? id}`)
    .replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<((?:https?|mailto):[^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
};
