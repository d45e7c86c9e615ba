import { z } from 'zod';
import type { ExplainReply, ReadReply } from '../advice/model-ports.ts';

const NONE = 'none';
const MOST_SUBJECTS = 5;
const MOST_ACTIVITIES = 3;
const MOST_SENTENCES = 5;
/** Longer than any fact that is held, so what is longer says more than a fact. */
const SENTENCE_CHARACTERS = 600;

const oneOf = (ids: string[]) => z.enum([...new Set([...ids, NONE])] as [string, ...string[]]);

/** What may come back, as it is sent to the endpoint and as it is checked here, whatever the endpoint made of it. */
export type ReplyShape<Wire, Reply> = { name: string; schema: z.ZodType<Wire>; accept: (wire: Wire) => Reply | null };

/** A reading: ids in scope or "none". Lengths are checked here, since strict endpoints do not take them in a schema. */
export const readingShape = (scope: { intents: string[]; candidates: string[]; activities: string[] }) => {
  const schema = z.strictObject({
    intent: oneOf(scope.intents),
    subjects: z.array(oneOf(scope.candidates)),
    activities: z.array(oneOf(scope.activities)),
  });
  const shape: ReplyShape<z.infer<typeof schema>, ReadReply> = {
    name: 'reading',
    schema,
    accept: ({ intent, subjects, activities }) => {
      const reply = { intent, subjects: chosen(subjects), activities: chosen(activities) };
      return reply.subjects.length > MOST_SUBJECTS || reply.activities.length > MOST_ACTIVITIES ? null : reply;
    },
  };
  return shape;
};

/** An explanation: sentences that each cite facts in scope. What is too long or cites nothing is dropped. */
export const explanationShape = (facts: string[]) => {
  const schema = z.strictObject({
    sentences: z.array(z.strictObject({ text: z.string(), cites: z.array(oneOf(facts)) })),
  });
  const shape: ReplyShape<z.infer<typeof schema>, ExplainReply> = {
    name: 'explanation',
    schema,
    accept: ({ sentences }) => {
      const kept = sentences
        .map(({ text, cites }) => ({ text: text.trim(), cites: chosen(cites) }))
        .filter(({ text, cites }) => text !== '' && text.length <= SENTENCE_CHARACTERS && cites.length > 0)
        .slice(0, MOST_SENTENCES);
      return kept.length > 0 ? { sentences: kept } : null;
    },
  };
  return shape;
};

const chosen = (ids: string[]): string[] => [...new Set(ids)].filter((id) => id !== NONE);

/**
 * Finds the JSON in a reply: alone, in one code fence, or after a model's thinking, which endpoints without a schema
 * leave there.
 * @returns undefined where there is none
 */
export const jsonIn = (content: string): unknown => {
  const answer = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/.exec(answer);
  try {
    return JSON.parse(fenced?.[1] ?? answer);
  } catch {
    return undefined;
  }
};
