import { patternOf } from '../patterns/pattern-of.ts';
import type { Inquiry } from './inquiry.ts';

/** "Right?" asks nothing of its own. */
const ASKS = patternOf(/(?<!(?:^|[.!;]\s*)(?:right|correct|no|ok|okay|yes|true|or|agreed))[?？]/i);

const OF_LICENCE = patternOf(
  /\b(?:what|how|why|tell|show|explain|li[cs]en[cs]\w*|terms|conditions|restrictions|polic(?:y|ies)|version|card)\b/i,
);

/** What is only told of a model needs no card of it where the same message asks something of the model. */
export const withoutIdleCards = (inquiries: Inquiry[]): Inquiry[] => {
  const labels = ({ subjects }: Inquiry) => subjects.map(({ written }) => written);
  const told = inquiries.filter(
    ({ intent, topics, text }) =>
      intent === 'licence' && topics.length === 0 && !ASKS.test(text) && !OF_LICENCE.test(text),
  );
  const rest = inquiries.filter((inquiry) => !told.includes(inquiry));
  const answered = new Set(rest.flatMap(labels));
  return rest.length === 0
    ? inquiries
    : inquiries.filter((inquiry) => !told.includes(inquiry) || labels(inquiry).some((label) => !answered.has(label)));
};
