import type { Persona } from '../asked.ts';
import { explainHonestly } from './explaining.ts';
import { type AnswerBook, readHonestly } from './reading.ts';

/** Keeps to the prompt. */
export const honest =
  (book: AnswerBook): Persona =>
  (asked) =>
    JSON.stringify(asked.task === 'read' ? readHonestly(asked, book) : { sentences: explainHonestly(asked) });
