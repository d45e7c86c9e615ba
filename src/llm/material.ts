import type { ExplainRequest, ReadRequest } from '../advice/model-ports.ts';
import { oneCell } from './prompt.ts';

/** The ids that a model may choose among grow no further than this: a longer list is neither read nor kept to well. */
const MOST_CHOICES = 50;

/** Cuts at a whole character, so that no half of a surrogate pair is sent. */
const first = (text: string, characters: number): string => text.slice(0, characters).replace(/[\ud800-\udbff]$/, '');
const last = (text: string, characters: number): string =>
  characters <= 0 ? '' : text.slice(-characters).replace(/^[\udc00-\udfff]/, '');

/** What of a request to read is sent: the question first, of the thread its newest part, as far as there is room. */
export const materialToRead = (request: ReadRequest, characters: number) => {
  const question = first(request.question, characters);
  const candidates = request.candidates.slice(0, MOST_CHOICES);
  return {
    candidates: candidates.map((candidate) => candidate.id),
    intents: request.intents.map((intent) => intent.id),
    activities: request.activities.map((activity) => activity.id),
    values: {
      intents: meanings(request.intents),
      activities: meanings(request.activities),
      candidates: candidates.map(({ id, name, written }) => [id, name, written].map(oneCell).join(' | ')).join('\n'),
      thread: last(request.thread, characters - question.length),
      question,
    },
  };
};

/** What of a request to explain is sent. */
export const materialToExplain = (request: ExplainRequest, characters: number) => {
  const facts = request.facts.slice(0, MOST_CHOICES);
  return {
    facts: facts.map((fact) => fact.id),
    values: {
      facts: facts
        .map(({ id, stance, licence, clause, says }) =>
          [id, stance ?? '', [licence, clause].filter(Boolean).join(', '), says].map(oneCell).join(' | '),
        )
        .join('\n'),
      headline: oneCell(request.headline),
      question: first(request.question, characters),
    },
  };
};

const meanings = (items: { id: string; means: string }[]): string =>
  items.map((item) => `${item.id}: ${oneCell(item.means)}`).join('\n');
