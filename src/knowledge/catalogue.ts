import type { z } from 'zod';
import type { PhrasesSchema } from './phrases-file.ts';
import type { Rubric } from './rubric.ts';
import type { ArticleHead, FamilyEntry, LicenceEntry, ReleaseEntry, Source, Word } from './schema.ts';
import type { VocabularySchema } from './vocabulary-file.ts';

export type Licence = LicenceEntry & { id: string };
export type Family = Omit<FamilyEntry, 'releases'> & { id: string; releases: Release[] };
/** A release with what it takes from its family filled in. */
export type Release = ReleaseEntry & {
  family: string;
  released: string | undefined;
  modality: NonNullable<ReleaseEntry['modality']>;
  tasks: NonNullable<ReleaseEntry['tasks']>;
  licences: NonNullable<ReleaseEntry['licences']>;
  base: NonNullable<ReleaseEntry['base']>;
  artefacts: FamilyEntry['artefacts'];
  statements: NonNullable<ReleaseEntry['statements']>;
};
export type Article = ArticleHead & { id: string; body: string };
export type Vocabulary = z.infer<typeof VocabularySchema>;
export type Words = Record<string, Word>;

/** Everything we hold, by id. Maps, so that `constructor` and `__proto__` are unknown ids. */
export type Catalogue = {
  version: string;
  oldestReview: string;
  licences: Map<string, Licence>;
  families: Map<string, Family>;
  releases: Map<string, Release>;
  articles: Map<string, Article>;
  sources: Map<string, Source>;
  vocabulary: Vocabulary;
  rubric: Rubric;
  /** by language */
  phrases: z.infer<typeof PhrasesSchema>;
};
