import type { Catalogue, Licence, Release } from '../../knowledge/catalogue.ts';
import type { Binding } from '../../knowledge/lineage.ts';
import type { Finding } from '../../knowledge/schema.ts';
import { type Activity, type Topic, VERDICTS, type Verdict } from '../../knowledge/vocabulary.ts';
import type { Ask } from '../conditions.ts';
import type { Facts } from '../facts.ts';

/** A finding that bears on the answer, with the document it stands in. */
export type Ground = {
  topic: Topic;
  verdict: Verdict;
  licence: Licence;
  finding: Finding | null;
  /** our sentence, or what is missing where there is no finding */
  says: string;
  note: string | null;
  /** the release that brings the licence in, where it is not the one asked about */
  via: Release | null;
};

/** One licence that binds, and what its findings are held against. */
export type Own = {
  catalogue: Catalogue;
  binding: Binding;
  release: Release | null;
  facts: Facts;
  via: Release | null;
  /** what has to be asked is added here */
  asks: Ask[];
  activity: Activity;
};
/** A finding, and the document it stands in. */
export type Item = { licence: Licence; finding: Finding };

/** @returns the stricter of the verdicts; yes < yes_with_conditions < depends < unknown < no */
export const strictest = (verdicts: Verdict[]): Verdict =>
  VERDICTS[Math.max(0, ...verdicts.map((verdict) => VERDICTS.indexOf(verdict)))]!;
