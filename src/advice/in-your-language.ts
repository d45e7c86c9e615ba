import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Phrases } from '../knowledge/phrases-file.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';
import type { Answer } from './answer.ts';
import type { Inquiry } from './inquiry.ts';
import { writeText } from './write-text.ts';

const phrasesFor = (catalogue: Catalogue, { language }: Inquiry): Phrases | null =>
  language === null ? null : catalogue.phrases[language];

const fill = (template: string, slots: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');

const listed = (items: string[], { comma, and }: Phrases): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;

const joined = (sentences: string[], inquiry: Inquiry): string =>
  sentences.join(inquiry.language === 'zh' || inquiry.language === 'ja' ? '' : ' ');

/** What was assessed, in the language of the question; null for a question in English. @param names as the headline has them */
export const assessedLine = (
  catalogue: Catalogue,
  inquiry: Inquiry,
  { verdict, names, activities }: { verdict: Verdict; names: string[]; activities: Activity[] },
): string | null => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || names.length === 0) return null;
  const said = fill(phrases.answers, {
    verdict: phrases.verdicts[verdict],
    model: listed(names, phrases),
    activity: listed(
      activities.map((activity) => phrases.activities[activity]),
      phrases,
    ),
  });
  const below = verdict === 'yes_with_conditions' ? phrases.conditions_below : phrases.in_english;
  return joined([said, below, phrases.not_legal_advice], inquiry);
};

/** Whether something is open source, in the language of the question; null for a question in English. */
export const classLine = (
  catalogue: Catalogue,
  inquiry: Inquiry,
  { meets, names }: { meets: 'yes' | 'no' | 'unknown'; names: string[] },
): string | null => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || names.length === 0) return null;
  const said = fill(phrases.classes, { verdict: phrases.openness[meets], model: listed(names, phrases) });
  return joined([said, phrases.in_english, phrases.not_legal_advice], inquiry);
};

/** @returns the answer with a line in the language of the question, if only one that says where to read on */
export const withLanguageLine = (catalogue: Catalogue, inquiry: Inquiry, answer: Answer): Answer => {
  const phrases = phrasesFor(catalogue, inquiry);
  if (!phrases || answer.in_your_language !== null) return answer;
  const says =
    answer.kind === 'clarification'
      ? phrases.asks_back
      : answer.kind === 'not_covered'
        ? phrases.not_held
        : phrases.in_english;
  const own: Answer = { ...answer, in_your_language: joined([says, phrases.not_legal_advice], inquiry) };
  return { ...own, text: writeText(own) };
};
