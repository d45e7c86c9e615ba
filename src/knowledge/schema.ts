import { z } from 'zod';
import {
  ACTIVITIES,
  ARTEFACT_STATUSES,
  ARTEFACTS,
  CONSEQUENCES,
  COUNTED,
  COUNTED_AT,
  LICENCE_KINDS,
  MEASURES,
  MODALITIES,
  OBLIGATION_KINDS,
  PURPOSES,
  RELATIONS,
  SOURCE_KINDS,
  STANCES,
  TASKS,
  TEXT_EXTENTS,
  TOPICS,
  TRIGGERS,
} from './vocabulary.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9.+-]*$/, 'expected lower-case letters, digits, ".", "+" and "-"');
const Day = z.iso.date();
/** A date as exactly as it is known: year, month or day. */
const Date_ = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD');
const Sentence = z.string().min(8).max(400);
const Marker = z.string().min(3).max(80);

const Threshold = z.strictObject({
  measure: z.enum(MEASURES).describe('what is counted'),
  above: z.number().positive().optional().describe('the condition bites above this number'),
  at_least: z.number().positive().optional().describe('the condition bites from this number on'),
  counted: z.enum(COUNTED).describe('whose figures are added up'),
  at: z.enum(COUNTED_AT).describe('when it is counted'),
  then: z.enum(CONSEQUENCES).describe('what happens beyond it'),
  and: z.string().optional().describe('a second fact that must hold too, in our words'),
  met_by: z.array(z.enum(ACTIVITIES)).optional().describe('activities that make the second fact true by themselves'),
});
const Territory = z.strictObject({
  measure: z.literal('territory'),
  excludes: z
    .array(z.string().regex(/^(EU|EEA|[A-Z]{2})$/))
    .min(1)
    .describe('ISO 3166-1 codes, EU or EEA'),
  counted: z.enum(['domicile', 'use']).describe('where the licensee is domiciled, or where it is used'),
  then: z.enum(CONSEQUENCES),
});
const Purpose = z.strictObject({
  measure: z.literal('purpose'),
  only: z.enum(PURPOSES).describe('the right is given for this purpose only'),
});
export const Condition = z.union([Threshold, Territory, Purpose]);
export type Condition = z.infer<typeof Condition>;
export type Threshold = z.infer<typeof Threshold>;
export type Territory = z.infer<typeof Territory>;

export const Finding = z.strictObject({
  topic: z.enum(TOPICS),
  stance: z.enum(STANCES),
  clause: z
    .string()
    .min(1)
    .optional()
    .describe('the clause as the text numbers it; "preamble", "definitions" where it has no number'),
  marker: Marker.optional().describe('a few words of the clause, found in the text by the check; never a sentence'),
  says: Sentence.optional().describe('our own plain sentence'),
  when: z.array(Condition).min(1).optional().describe('facts the stance turns on; each bites by itself'),
  scope: z.enum(['multimodal']).optional().describe('the finding binds only such models'),
});
export type Finding = z.infer<typeof Finding>;

export const Obligation = z.strictObject({
  kind: z.enum(OBLIGATION_KINDS),
  on: z.array(z.enum(TRIGGERS)).min(1).describe('what triggers it'),
  clause: z.string().min(1),
  marker: Marker,
  says: Sentence,
  exact: z.string().max(160).optional().describe('the exact label, prefix or notice asked for'),
  when: z.array(Condition).min(1).optional().describe('only beyond this threshold'),
  scope: z.enum(['multimodal']).optional().describe('the obligation binds only such models'),
});
export type Obligation = z.infer<typeof Obligation>;

const Change = z.strictObject({ on: Date_, says: Sentence, source: Id.optional() });

export const Licence = z.strictObject({
  name: z.string().min(2),
  aliases: z.array(z.string().min(2)).default([]).describe('what people call it'),
  steward: z.string().min(2).describe('who wrote or keeps it'),
  published: Date_,
  supersedes: Id.optional().describe('the version it replaces'),
  spdx: z.string().nullable().describe('SPDX identifier; null: looked for and not listed'),
  kind: z.enum(LICENCE_KINDS),
  osi_approved: z.boolean(),
  text: z.strictObject({
    url: z.url(),
    checked: Day.describe('the day we read it'),
    file: z.string().optional().describe('its file in the folder LICENCE_TEXTS'),
    extent: z.enum(TEXT_EXTENTS).describe('how much of the text was read'),
  }),
  incorporates: z.array(Id).default([]).describe('use policies and other documents the licence draws in'),
  findings: z.array(Finding),
  obligations: z.array(Obligation).default([]),
  sources: z.array(Id).default([]).describe('further sources; the text itself is always one'),
  history: z.array(Change).default([]),
  reviewed: Day,
});
export type LicenceEntry = z.infer<typeof Licence>;

const LicencePeriod = z.strictObject({
  licence: Id,
  from: Date_.optional(),
  until: Date_.optional().describe('absent: it applies now'),
});

const ArtefactState = z.strictObject({
  status: z.enum(ARTEFACT_STATUSES),
  licence: Id.nullable().optional().describe('its licence where it has one of its own'),
  says: Sentence.optional(),
  source: Id.optional().describe('evidence; needed unless unknown'),
});
export type ArtefactState = z.infer<typeof ArtefactState>;
const Artefacts = z.partialRecord(z.enum(ARTEFACTS), ArtefactState);

const Base = z.strictObject({
  release: Id,
  relation: z.enum(RELATIONS),
  source: Id.optional(),
});

/** What the developer says outside the licence (model card, README) that changes or adds to it. */
const Statement = z.strictObject({
  topic: z.enum(TOPICS),
  stance: z.enum(STANCES),
  where: z.string().min(2).describe('place in the source, e.g. "README, section 7"'),
  says: Sentence,
  when: z.array(Condition).min(1).optional().describe('facts it turns on; each bites by itself'),
  source: Id,
});

export const Release = z.strictObject({
  id: Id,
  name: z.string().min(2),
  aliases: z.array(z.string().min(2)).default([]),
  repos: z
    .array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected owner/name'))
    .default([])
    .describe('Hugging Face ids'),
  ollama: z.array(z.string()).default([]).describe('Ollama tags, name or name:tag'),
  size: z.string().optional().describe('as people write it: 70B, 8x7B, 30B-A3B'),
  variant: z.enum(['base', 'instruct', 'other']).default('other'),
  released: Date_.optional(),
  modality: z.array(z.enum(MODALITIES)).min(1).optional(),
  tasks: z.array(z.enum(TASKS)).optional(),
  licences: z.array(LicencePeriod).min(1).optional(),
  base: z.array(Base).optional(),
  artefacts: Artefacts.optional(),
  tag: z.string().optional().describe('the licence tag on the card, where it differs from what applies'),
  statements: z.array(Statement).optional(),
  sources: z.array(Id).default([]),
});
export type ReleaseEntry = z.infer<typeof Release>;

export const Family = z.strictObject({
  name: z.string().min(2),
  line: z.string().min(2).describe('the name several families share, e.g. Llama'),
  developer: z.string().min(2),
  aliases: z.array(z.string().min(2)).default([]),
  calls_it: z.strictObject({ term: z.string(), source: Id }).nullable().describe('what the developer calls it'),
  released: Date_.optional(),
  modality: z.array(z.enum(MODALITIES)).min(1),
  tasks: z.array(z.enum(TASKS)).default([]).describe('what the modality leaves open'),
  licences: z.array(LicencePeriod).min(1).describe('of the weights; for API-only models, the terms of service'),
  artefacts: Artefacts,
  base: z.array(Base).default([]),
  statements: z.array(Statement).default([]),
  elsewhere: z
    .array(z.strictObject({ by: z.string(), says: z.string(), on: Date_, source: Id }))
    .default([])
    .describe('how others classify it'),
  history: z.array(Change).default([]),
  notes: z.array(z.strictObject({ says: Sentence, source: Id })).default([]),
  sources: z.array(Id).min(1),
  reviewed: Day,
  releases: z.array(Release).min(1),
});
export type FamilyEntry = z.infer<typeof Family>;

export const Source = z.strictObject({
  title: z.string().min(3),
  publisher: z.string().min(2),
  kind: z.enum(SOURCE_KINDS),
  url: z.url(),
  checked: Day,
});
export type Source = z.infer<typeof Source>;
export const Sources = z.record(Id, Source);

export const ArticleHead = z.strictObject({
  title: z.string().min(5),
  questions: z.array(z.string().min(5)).min(1).describe('the questions it answers, as people ask them'),
  keywords: z.array(z.string()).default([]),
  unsettled: z.boolean().default(false).describe('the law or the practice is not settled'),
  sources: z.array(Id).min(1),
  reviewed: Day,
});
export type ArticleHead = z.infer<typeof ArticleHead>;

const Word = z.strictObject({ label: z.string(), says: z.string() });
const words = <T extends readonly [string, ...string[]]>(keys: T) => z.record(z.enum(keys), Word);
export type Word = z.infer<typeof Word>;

export { Id as IdSchema, words };
