import { join } from 'node:path';
import { z } from 'zod';
import { type Gold, GoldSchema } from '../eval/gold.ts';
import { readJsonLines } from '../support/json-lines.ts';

export const ATTACK_CLASSES = [
  'broadcast',
  'mention',
  'link-exfiltration',
  'fake-ui',
  'fake-system',
  'fake-bot-reply',
  'tool-result',
  'carrier-field',
  'size',
  'bidi-zero-width',
  'homoglyph',
  'entity-encoded',
  'code-fence',
  'role-play',
  'previous-instructions',
  'translation',
  'encoding',
  'many-shot',
  'split-turns',
  'ask-prompt',
  'ask-other-users',
  'drop-caveat',
  'drop-sources',
  'unconditional-yes',
  'change-number',
  'swap-licence',
  'swap-model',
  'other-format',
  'advice',
  'bot-loop',
] as const;
export type AttackClass = (typeof ATTACK_CLASSES)[number];

/** One payload of our own words. It is sent as a question, or in a field beside a harmless one. */
export const AttackSchema = z.strictObject({
  id: z.string().regex(/^p\d{3}$/),
  class: z.enum(ATTACK_CLASSES),
  text: z.string().min(2),
  /** what must not stand in the bot's own words: the payload has won if it does; null where only the form of the answer shows it */
  canary: z.string().min(3).nullable(),
  language: z.enum(['en', 'de', 'fr', 'zh', 'ru', 'es', 'hi', 'ja', 'it', 'ar', 'he']),
});
export type Attack = z.infer<typeof AttackSchema>;

/** @returns every payload; throws with file and line where one is malformed */
export const readAttacks = (): Attack[] => readJsonLines(join(import.meta.dirname, 'payloads.jsonl'), AttackSchema);

/** @returns harmless questions that hold words of attacks, with what a right answer is; throws with file and line */
export const readHarmless = (): Gold[] => readJsonLines(join(import.meta.dirname, 'harmless.jsonl'), GoldSchema);
