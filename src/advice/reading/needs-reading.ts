import type { Answer } from '../answer.ts';
import type { Inquiry } from '../inquiry.ts';
import { UNREAD_WORDS } from '../unread-words.ts';

/**
 * Whether the rules could not read a question. Only then a language model is asked to read it; a question they read
 * keeps their reading whatever the model would say.
 * @param answer what the rules answered to this inquiry alone
 */
export const needsReading = (inquiry: Inquiry, answer: Answer): boolean => {
  if (inquiry.intent === 'decline' || inquiry.subjects.some((mention) => mention.kind === 'unknown')) return false;
  if (inquiry.unread || inquiry.guessed >= UNREAD_WORDS) return true;
  switch (answer.kind) {
    case 'clarification':
      return inquiry.text.length > 15;
    case 'declined':
      return inquiry.intent === 'off_topic' || inquiry.intent === 'article';
    case 'not_covered':
      return inquiry.intent === 'article';
    default:
      return false;
  }
};
