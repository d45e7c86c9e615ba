import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ANSWER_KINDS } from '../../src/advice/answer.ts';
import { ProfileSchema } from '../../src/advice/facts.ts';
import { VERDICTS } from '../../src/knowledge/vocabulary.ts';
import { readJsonLines } from '../support/json-lines.ts';

/** One gold question, written from the licence texts. Lists name what is acceptable. */
export const GoldSchema = z.strictObject({
  id: z.string(),
  question: z.string().min(2),
  context: z.string().optional(),
  profile: ProfileSchema.optional(),
  /** acceptable kinds */
  kind: z.array(z.enum(ANSWER_KINDS)).min(1),
  /** acceptable verdicts; null where none is asked for */
  verdict: z.array(z.enum(VERDICTS).nullable()).min(1),
  /** licences that must be among the conditions, evidence, obligations or subjects */
  licences: z.array(z.string()).default([]),
  /** "licence-id#clause": conditions or obligations that must be named */
  conditions: z.array(z.string()).default([]),
  /** releases or families: one subject's release must begin with one of these */
  subjects: z.array(z.string()).default([]),
  /** words of which one must be in the text */
  text: z.array(z.string()).default([]),
  /** the kind of restraint the question calls for, if any */
  restraint: z
    .enum(['unknown_model', 'ask_back', 'false_premise', 'unsettled', 'off_topic', 'own_case', 'silent', 'not_read'])
    .nullable()
    .default(null),
  topic: z.string(),
});
export type Gold = z.infer<typeof GoldSchema>;

/** A question in unusual words, and how its author meant it: what the model that reads best would read. */
export const UnusualSchema = GoldSchema.extend({
  meant: z.strictObject({
    intent: z.string(),
    /** by the names written in the question or thread */
    subjects: z.array(z.string()),
    activities: z.array(z.string()),
  }),
});
export type Unusual = z.infer<typeof UnusualSchema>;
export type Meant = Unusual['meant'] & { question: string };

const FOLDER = join(import.meta.dirname, 'gold');

/** @returns every gold question of test/eval/gold/*.jsonl; throws with file and line where one is malformed */
export const readGold = (folder = FOLDER): Gold[] => readLines(folder, GoldSchema);

/** @returns every question of test/eval/unusual/*.jsonl; throws with file and line where one is malformed */
export const readUnusual = (folder = join(import.meta.dirname, 'unusual')): Unusual[] =>
  readLines(folder, UnusualSchema);

const readLines = <T>(folder: string, schema: z.ZodType<T>): T[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readJsonLines(join(folder, name), schema));
