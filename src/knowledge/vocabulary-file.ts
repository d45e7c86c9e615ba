import { z } from 'zod';
import { words } from './schema.ts';
import {
  ACTIVITIES,
  ARTEFACT_STATUSES,
  ARTEFACTS,
  CATEGORIES,
  CONSEQUENCES,
  COUNTED,
  COUNTED_AT,
  LICENCE_KINDS,
  MEASURES,
  MODALITIES,
  OBLIGATION_KINDS,
  PURPOSES,
  READINGS,
  RELATIONS,
  STANCES,
  TOPICS,
  TRIGGERS,
  VERDICTS,
} from './vocabulary.ts';

/** knowledge/vocabulary.yml: a label and a sentence for every word, no word missing, none more. */
export const VocabularySchema = z.strictObject({
  topics: words(TOPICS),
  stances: words(STANCES),
  activities: words(ACTIVITIES),
  artefacts: words(ARTEFACTS),
  artefact_statuses: words(ARTEFACT_STATUSES),
  licence_kinds: words(LICENCE_KINDS),
  obligation_kinds: words(OBLIGATION_KINDS),
  triggers: words(TRIGGERS),
  measures: words(MEASURES),
  counted: words(COUNTED),
  counted_at: words(COUNTED_AT),
  consequences: words(CONSEQUENCES),
  purposes: words(PURPOSES),
  modalities: words(MODALITIES),
  relations: words(RELATIONS),
  categories: words(CATEGORIES),
  verdicts: words(VERDICTS),
  readings: words(READINGS),
});
