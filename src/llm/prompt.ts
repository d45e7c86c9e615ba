/** A prompt with its slots, as it was read from its file. */
export type Prompt = { name: string; version: string; instructions: string; material: string };
export type Prompts = { read: Prompt; explain: Prompt };

/** What this rim fills; the prompt files have to have exactly these slots. */
export const PROMPT_SLOTS = {
  read: ['intents', 'activities', 'candidates', 'thread', 'question'],
  explain: ['facts', 'headline', 'question'],
} as const;

export type Messages = { role: 'system' | 'user'; content: string }[];

/**
 * Fills a prompt. Every value is escaped, ours too, and a value is never read for slots again.
 * @param values by slot name; lines are kept
 */
export const fillPrompt = (prompt: Prompt, values: Record<string, string>): Messages => {
  const fill = (text: string) =>
    text.replace(/\{\{([a-z_]+)\}\}/g, (_, slot: string) => escapeForBlock(values[slot] ?? ''));
  return [
    { role: 'system', content: fill(prompt.instructions) },
    { role: 'user', content: fill(prompt.material) },
  ];
};

/** Signs that a reader of text may take for "<" and ">": full-width, small form, mathematical and quoting brackets. */
const OPENING = /[<\u2039\u2329\u27e8\u3008\ufe64\uff1c]/g;
const CLOSING = /[>\u203a\u232a\u27e9\u3009\ufe65\uff1e]/g;
/**
 * Controls other than tab and newline, and what formats unseen: zero-width, bidirectional and tag characters. The two
 * joiners stay, since scripts and emoji need them.
 */
const UNSEEN = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Makes text unable to open or close a block, or to carry what no person sees. */
export const escapeForBlock = (text: string): string =>
  text.replace(UNSEEN, '').replaceAll('&', '&amp;').replace(OPENING, '&lt;').replace(CLOSING, '&gt;');

/** One value of a line: it can neither start another line nor another column. */
export const oneCell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '/').trim();
