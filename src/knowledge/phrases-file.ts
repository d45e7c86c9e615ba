import { z } from 'zod';
import { ACTIVITIES, VERDICTS } from './vocabulary.ts';

/** The languages, besides English, in which an answer has one line. */
export const LANGUAGES = ['de', 'fr', 'es', 'zh', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A word for every word of a closed list, none missing and none more. */
const each = <T extends string>(words: readonly T[]) => z.record(z.enum(words), z.string().min(1));
const withSlots = (...slots: string[]) =>
  z.string().refine(
    (text) =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1])
        .sort()
        .join() === [...slots].sort().join(),
    {
      error: `expected the slots ${slots.map((slot) => `{${slot}}`).join(', ')}, each once`,
    },
  );

const Phrases = z.strictObject({
  /** as permissions, since a "yes" to "must we …" or "is it forbidden" would say the contrary */
  verdicts: each(VERDICTS),
  activities: each(ACTIVITIES),
  openness: each(['yes', 'no', 'unknown']),
  answers: withSlots('verdict', 'model', 'activity'),
  classes: withSlots('verdict', 'model'),
  comma: z.string().min(1),
  and: z.string().min(1),
  conditions_below: z.string().min(1),
  in_english: z.string().min(1),
  asks_back: z.string().min(1),
  not_held: z.string().min(1),
  not_legal_advice: z.string().min(1),
});
export type Phrases = z.infer<typeof Phrases>;

/** knowledge/phrases.yml: every phrase in every language. */
export const PhrasesSchema = z.strictObject({
  de: Phrases,
  fr: Phrases,
  es: Phrases,
  zh: Phrases,
  ja: Phrases,
} satisfies Record<Language, typeof Phrases>);
