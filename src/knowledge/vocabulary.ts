/**
 * The closed vocabularies. Labels and sentences for people stand in knowledge/vocabulary.yml;
 * `npm run knowledge` fails when a word stands in one place only.
 */
export const TOPICS = [
  'commercial_use',
  'internal_use',
  'research_use',
  'hosting',
  'redistribution',
  'modification',
  'derivative_distribution',
  'output_ownership',
  'output_use',
  'output_training',
  'use_restrictions',
  'territory',
  'naming',
  'trademarks',
  'patents',
  'termination',
  'changes_to_terms',
  'governing_law',
] as const;
export type Topic = (typeof TOPICS)[number];

export const STANCES = ['permitted', 'conditional', 'prohibited', 'silent', 'unclear'] as const;
export type Stance = (typeof STANCES)[number];

export const ACTIVITIES = [
  'use_internally',
  'use_commercially',
  'host_for_others',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'embed_in_product',
  'use_outputs',
  'train_on_outputs',
  'research',
] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const ARTEFACTS = [
  'weights',
  'inference_code',
  'training_code',
  'training_data',
  'evaluation',
  'documentation',
  'checkpoints',
] as const;
export type Artefact = (typeof ARTEFACTS)[number];

export const ARTEFACT_STATUSES = ['released', 'partial', 'described', 'withheld', 'unknown'] as const;
export type ArtefactStatus = (typeof ARTEFACT_STATUSES)[number];

export const LICENCE_KINDS = [
  'permissive',
  'copyleft',
  'use-restricted',
  'custom-community',
  'non-commercial',
  'api-terms',
  'data',
  'use-policy',
] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

export const OBLIGATION_KINDS = [
  'licence_copy',
  'notice_file',
  'attribution',
  'mark_changes',
  'badge',
  'name_prefix',
  'pass_on_terms',
  'registration',
  'share_alike',
  'provide_source',
  'acknowledge',
  'safety_measures',
  'other',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** When an obligation bites: what the asker does with the model. */
export const TRIGGERS = [
  'any_use',
  'commercial_use',
  'redistribution',
  'derivative',
  'product',
  'hosting',
  'outputs',
  'output_training',
  'publication',
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const MEASURES = [
  'monthly_active_users',
  'daily_active_users',
  'annual_revenue_usd',
  'monthly_revenue_usd',
  'edge_devices',
] as const;
export type Measure = (typeof MEASURES)[number];

export const COUNTED = ['licensee', 'licensee_and_affiliates', 'product'] as const;

export const COUNTED_AT = [
  'month_before_release',
  'release_date',
  'preceding_month',
  'preceding_year',
  'any_time',
] as const;

/** What happens on the far side of a condition. Only `display_duty` leaves the right in place. */
export const CONSEQUENCES = ['separate_licence', 'not_licensed', 'terminates', 'registration', 'display_duty'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

export const PURPOSES = ['non_commercial', 'research', 'evaluation'] as const;

export const MODALITIES = [
  'text',
  'code',
  'image',
  'video',
  'audio',
  'speech',
  'embedding',
  'vision',
  '3d',
  'time-series',
  'other',
] as const;
export type Modality = (typeof MODALITIES)[number];

/** What a modality leaves open: a speech model may recognise or speak, a vision model read whole documents. */
export const TASKS = [
  'speech-recognition',
  'speech-synthesis',
  'music-generation',
  'document-reading',
  'reranking',
  'content-moderation',
] as const;
export type Task = (typeof TASKS)[number];

/** How a release came from its base. `outputs_of` and `inspired_by` do not carry the base's licence by themselves. */
export const RELATIONS = [
  'fine_tune',
  'continued_pretraining',
  'merge',
  'quantisation',
  'adapter',
  'distillation',
  'pruned',
  'component',
  'outputs_of',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const CATEGORIES = ['api-only', 'open-weight-permissive', 'open-weight-custom', 'more-fully-open'] as const;
export type Category = (typeof CATEGORIES)[number];

export const VERDICTS = ['yes', 'yes_with_conditions', 'depends', 'unknown', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a question can ask, as a language model may be told of it. */
export const READINGS = ['assess', 'ship', 'classify', 'licence', 'compare', 'shortlist', 'article'] as const;
export type Reading = (typeof READINGS)[number];

export const SOURCE_KINDS = ['primary', 'secondary'] as const;
export const TEXT_EXTENTS = ['full', 'excerpts', 'none'] as const;
