import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Answer, Explained } from '../answer.ts';
import type { ExplainWithModel, ModelCall } from '../model-ports.ts';
import { writeText } from '../write-text.ts';
import { checkSentence } from './check-sentence.ts';
import { factsOf } from './facts-of.ts';

const MOST_SENTENCES = 5;

export type Dropped = { reason: string };

/**
 * Lets a language model word the answer for the asker. Each of its sentences is held against the facts it cites and
 * dropped when it fails; verdict, conditions, duties, sources and caveat stay as the rules gave them.
 * @returns the answer, with an explanation where at least one sentence passed, and why others were dropped
 */
export const explainAnswer = async (
  catalogue: Catalogue,
  answer: Answer,
  question: string,
  explain: ExplainWithModel,
  call: ModelCall,
): Promise<{ answer: Answer; dropped: Dropped[] }> => {
  const facts = factsOf(catalogue, answer);
  if (facts.length === 0) return { answer, dropped: [] };
  const reply = await explain(
    {
      question,
      headline: answer.headline,
      facts: facts.map(({ id, says, stance, licence, clause }) => ({ id, says, stance, licence, clause })),
    },
    call,
  );
  if (!reply) return { answer, dropped: [] };
  const dropped: Dropped[] = [];
  const explanation: Explained[] = [];
  for (const sentence of reply.sentences.slice(0, MOST_SENTENCES)) {
    const text = sentence.text.trim();
    const cited = sentence.cites.map((id) => facts.find((fact) => fact.id === id));
    const reason = cited.some((fact) => fact === undefined)
      ? 'cites what was not given'
      : checkSentence(text, cited as typeof facts, question);
    if (reason) dropped.push({ reason });
    else if (!explanation.some((line) => line.text === text))
      explanation.push({
        text,
        cites: cited.flatMap((fact) =>
          fact?.source ? [{ licence_name: fact.source.name, clause: fact.clause, url: fact.source.url }] : [],
        ),
      });
  }
  const explained: Answer = { ...answer, explanation };
  return { answer: explanation.length > 0 ? { ...explained, text: withExplanation(explained) } : answer, dropped };
};

/** A joined answer's text has a body for each question, so the explanation goes above it. */
const withExplanation = (answer: Answer): string =>
  answer.text.includes('\n\n---\n\n') ? `${explanationText(answer)}\n\n${answer.text}` : writeText(answer);

const explanationText = (answer: Answer): string => answer.explanation.map((line) => line.text).join(' ');
