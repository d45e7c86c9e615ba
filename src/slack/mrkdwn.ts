/** Escapes what Slack reads as markup: the three characters its reference names. Formatting marks stay. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @returns a link; only used with addresses of our own sources, which the gate checks again */
export const link = (url: string, label: string): string => `<${url}|${escaped(label).replaceAll('|', '/')}>`;

export const bold = (text: string): string => `*${escaped(text).replaceAll('*', '')}*`;

/** What a person typed, back to plain text: mentions of the bot gone, links to their label or address, entities undone. */
export const plain = (text: string, botUserId: string): string =>
  text
    .replace(new RegExp(`<@${botUserId}(\\|[^>]*)?>`, 'g'), ' ')
    .replace(/<[@#!][^|>]*\|([^>]+)>/g, '$1')
    .replace(/<[@#!][^>]*>/g, ' ')
    .replace(/<((?:https?|mailto):[^|>]+)\|([^>]+)>/g, (_, url: string, label: string) =>
      /huggingface|hf\.co|ollama/.test(url) ? url : label,
    )
    .replace(/<((?:https?|mailto):[^>]+)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[ \t]+/g, ' ')
    .trim();
