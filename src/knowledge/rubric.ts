import { z } from 'zod';
import { IdSchema } from './schema.ts';
import { ARTEFACT_STATUSES, ARTEFACTS, CATEGORIES, LICENCE_KINDS, MEASURES, TOPICS } from './vocabulary.ts';

const Test = z.union([
  z.strictObject({ artefact: z.enum(ARTEFACTS), status: z.array(z.enum(ARTEFACT_STATUSES)).min(1) }),
  z.strictObject({ licence_kind: z.array(z.enum(LICENCE_KINDS)).min(1) }),
]);
export type RubricTest = z.infer<typeof Test>;

export const ELEMENTS = ['data_information', 'code', 'parameters'] as const;
export type Element = (typeof ELEMENTS)[number];
export const FREEDOMS = ['use', 'study', 'modify', 'share'] as const;

/** knowledge/rubric.yml: the classes and the OSAID 1.0 check-list as data. */
export const RubricSchema = z.strictObject({
  reviewed: z.iso.date(),
  sources: z.array(IdSchema).min(1),
  categories: z
    .array(z.strictObject({ category: z.enum(CATEGORIES), when: z.array(Test).min(1), because: z.string() }))
    .length(CATEGORIES.length),
  freedoms: z
    .array(
      z.strictObject({
        freedom: z.enum(FREEDOMS),
        says: z.string(),
        topics: z.array(z.enum(TOPICS)).default([]),
        artefacts: z.array(z.enum(ARTEFACTS)).default([]),
      }),
    )
    .length(FREEDOMS.length),
  elements: z
    .array(
      z.strictObject({
        element: z.enum(ELEMENTS),
        label: z.string(),
        artefact: z.enum(ARTEFACTS),
        says: z.string(),
        met_by: z.array(z.enum(ARTEFACT_STATUSES)),
        not_met_by: z.array(z.enum(ARTEFACT_STATUSES)),
      }),
    )
    .length(ELEMENTS.length),
  open_source_terms: z.array(z.string()).min(1),
  thresholds_of_few: z.record(z.enum(MEASURES), z.number().positive()),
});
export type Rubric = z.infer<typeof RubricSchema>;
