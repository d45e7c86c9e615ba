import { z } from 'zod';
import { ACTIVITIES, MEASURES, OBLIGATION_KINDS, PURPOSES, TOPICS, VERDICTS } from './vocabulary.ts';

/** The languages, besides English, in which an answer begins with a few words. */
export const LANGUAGES = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'zh', 'ja'] as const;
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
  /** what to keep to, what to ship, what decides, what is missing: each before a list */
  conditions: withSlots('items'),
  to_ship: withSlots('items'),
  decides: withSlots('items'),
  missing: withSlots('items'),
  /** a threshold, and places for which no licence is given */
  at_most: withSlots('measure', 'limit'),
  excluded: withSlots('places'),
  measures: each(MEASURES),
  purposes: each(PURPOSES),
  topics: each(TOPICS),
  obligations: each(OBLIGATION_KINDS),
  facts: each(['territories', 'version', 'activity', 'other']),
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
  it: Phrases,
  pt: Phrases,
  nl: Phrases,
  zh: Phrases,
  ja: Phrases,
} satisfies Record<Language, typeof Phrases>);
