import type { Block, Workspace } from '../workspace.ts';

/** What Slack makes of a name, a link or a mark: kept as it is, everything else is escaped. */
const TOKEN = /<(?:[@#!][^<>]+|https?:[^<>]+|mailto:[^<>]+)>/g;
const URL_IN_TEXT = /\bhttps?:\/\/[^\s<>|]+[^\s<>|.,;:!?)'"\]]/g;

/**
 * Turns what a person typed into a message as Slack stores it: `@Name` becomes a mention, addresses become links,
 * `&`, `<` and `>` are escaped. Marks such as `<@U…>` may be given ready-made.
 */
export const typedText = (workspace: Workspace, typed: string): { text: string; blocks: Block[] } => {
  const named = [...workspace.people.values()]
    .sort((a, b) => b.name.length - a.name.length)
    .reduce(
      (text, person) =>
        text.replace(
          new RegExp(`@(?:${escapeForPattern(person.name)}|${escapeForPattern(person.handle)})(?![\\w-])`, 'gi'),
          `<@${person.id}>`,
        ),
      typed,
    );
  const parts = partsOf(named);
  return {
    text: parts.map((part) => part.text).join(''),
    blocks: [
      {
        type: 'rich_text',
        block_id: 'rt',
        elements: [{ type: 'rich_text_section', elements: parts.map((part) => part.element) }],
      },
    ],
  };
};

type Part = { text: string; element: Record<string, unknown> };

const partsOf = (text: string): Part[] => {
  const parts: Part[] = [];
  let at = 0;
  const plain = (piece: string) => {
    let from = 0;
    for (const match of piece.matchAll(URL_IN_TEXT)) {
      if (match.index > from) parts.push(words(piece.slice(from, match.index)));
      parts.push({ text: `<${escaped(match[0])}>`, element: { type: 'link', url: match[0] } });
      from = match.index + match[0].length;
    }
    if (from < piece.length) parts.push(words(piece.slice(from)));
  };
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) plain(text.slice(at, match.index));
    parts.push({ text: match[0], element: tokenElement(match[0].slice(1, -1)) });
    at = match.index + match[0].length;
  }
  if (at < text.length) plain(text.slice(at));
  return parts;
};

const words = (piece: string): Part => ({ text: escaped(piece), element: { type: 'text', text: piece } });

const tokenElement = (inside: string): Record<string, unknown> => {
  const [target = '', label] = inside.split('|');
  if (target.startsWith('@')) return { type: 'user', user_id: target.slice(1) };
  if (target.startsWith('#')) return { type: 'channel', channel_id: target.slice(1) };
  if (target.startsWith('!')) return { type: 'broadcast', range: target.slice(1) };
  return { type: 'link', url: target, ...(label ? { text: label } : {}) };
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
