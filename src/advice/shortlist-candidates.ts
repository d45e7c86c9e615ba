import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import type { Category } from '../knowledge/vocabulary.ts';
import { type Assessment, assessRelease } from './assess.ts';
import type { Facts } from './facts.ts';
import { keyOf } from './groups.ts';
import { billions } from './read-sizes.ts';
import type { Needs } from './shortlist-needs.ts';

/** The first need that a release fails. */
export type Reason =
  | 'modality'
  | 'size'
  | 'api_only'
  | 'category'
  | 'licence'
  | 'parts'
  | 'threshold'
  | 'not_permitted'
  | 'not_known';

/** What releases have in common that no need tells apart, but for their size. */
type Alike = {
  at: number;
  /** any of them; the licences give all of them the same answer */
  sample: Release;
  /** by what the licences bind them to; several kinds of release may share it */
  key: string;
  licences: Licence[];
  category: Category | null;
};
type Entry = {
  release: Release;
  line: string;
  /** billions of parameters */
  size: number | null;
  alike: Alike;
};
export type Candidate = Entry & { assessments: Assessment[] };

/**
 * Holds every release against the needs.
 * @param excluded ids of releases that are not to be offered
 * @returns those that fit, the more open and then the newest first (special ones last), and how many fail at which need
 */
export const candidatesFor = (
  catalogue: Catalogue,
  needs: Needs,
  facts: Facts,
  excluded: ReadonlySet<string>,
): { fit: Candidate[]; out: Map<Reason, number> } => {
  const { kinds, entries } = shelvesOf(catalogue);
  const ofKind = kinds.map(({ sample }) => isOfKind(sample, needs));
  const assessed = assessedFor(catalogue, needs, facts);
  const judged: (Assessment[] | Reason)[] = [];
  const judgeOnce = (alike: Alike): Assessment[] | Reason => {
    judged[alike.at] ??= judge(catalogue, alike, needs, facts, assessed);
    return judged[alike.at]!;
  };
  const out = new Map<Reason, number>();
  const fit: Candidate[] = [];
  for (const entry of entries) {
    if (excluded.has(entry.release.id)) continue;
    const { alike } = entry;
    const result = !ofKind[alike.at] ? 'modality' : !isOfSize(entry.size, needs) ? 'size' : judgeOnce(alike);
    if (typeof result === 'string') out.set(result, (out.get(result) ?? 0) + 1);
    else fit.push({ ...entry, assessments: result });
  }
  return { fit, out };
};

/** For the last few sets of facts and activities, as many ask with the same ones: what the same licences bind gets the same assessment. */
const LATELY = 6;
const lately = new WeakMap<Catalogue, Map<string, Map<string, Assessment[]>>>();
const assessedFor = (catalogue: Catalogue, { activities }: Needs, facts: Facts): Map<string, Assessment[]> => {
  const known = lately.get(catalogue) ?? new Map<string, Map<string, Assessment[]>>();
  lately.set(catalogue, known);
  const asked = JSON.stringify([activities, Object.entries(facts).sort()]);
  const assessed = known.get(asked) ?? new Map<string, Assessment[]>();
  known.delete(asked);
  known.set(asked, assessed);
  const [oldest] = known.keys();
  if (known.size > LATELY && oldest !== undefined) known.delete(oldest);
  return assessed;
};

const BY_OPENNESS: (Category | null)[] = [
  'more-fully-open',
  'open-weight-permissive',
  'open-weight-custom',
  'api-only',
];

/** A catalogue does not change once it is read, so its releases are put on their shelves once. */
const shelves = new WeakMap<Catalogue, { kinds: Alike[]; entries: Entry[] }>();
const shelvesOf = (catalogue: Catalogue) => {
  const known = shelves.get(catalogue) ?? putOnShelves(catalogue);
  shelves.set(catalogue, known);
  return known;
};

const putOnShelves = (catalogue: Catalogue): { kinds: Alike[]; entries: Entry[] } => {
  const kinds = new Map<string, Alike>();
  const entries = [...catalogue.releases.values()].map((release): Entry => {
    const { weights, training_data, training_code } = release.artefacts;
    const { category } = classify(catalogue, release);
    const licences = currentLicences(catalogue, release);
    const bound = keyOf(catalogue, release);
    const key = JSON.stringify([
      bound,
      licences.map((licence) => licence.id),
      release.modality,
      release.tasks,
      category,
      [weights?.status, training_data?.status, training_code?.status],
    ]);
    const alike = kinds.get(key) ?? { at: kinds.size, sample: release, key: bound, licences, category };
    kinds.set(key, alike);
    return { release, line: catalogue.families.get(release.family)!.line, size: billions(release.size), alike };
  });
  const openness = ({ alike }: Entry) => BY_OPENNESS.indexOf(alike.category);
  const instructed = new Set(
    entries.filter(({ release }) => release.variant === 'instruct').map(({ release }) => release.family),
  );
  /** A guard model or an experiment beside the model that people mean. */
  const special = ({ release }: Entry) => Number(release.variant === 'other' && instructed.has(release.family));
  entries.sort(
    (a, b) =>
      openness(a) - openness(b) ||
      special(a) - special(b) ||
      newer(a, b) ||
      Number(b.release.variant === 'instruct') - Number(a.release.variant === 'instruct') ||
      a.release.id.localeCompare(b.release.id),
  );
  return { kinds: [...kinds.values()], entries };
};

const newer = (a: Entry, b: Entry): number => (b.release.released ?? '').localeCompare(a.release.released ?? '');

const isOfKind = (release: Release, needs: Needs): boolean => {
  const wanted = needs.modalities.length > 0 || needs.without.length > 0 ? needs.modalities : (['text'] as const);
  return (
    wanted.every((modality) => release.modality.includes(modality)) &&
    !needs.without.some((modality) => release.modality.includes(modality)) &&
    needs.tasks.every((task) => release.tasks.includes(task))
  );
};

const isOfSize = (size: number | null, { sizes: { min, max } }: Needs): boolean =>
  (max === null || (size !== null && size <= max)) && (min === null || (size !== null && size >= min));

/** @returns the assessments, or the first need that is failed */
const judge = (
  catalogue: Catalogue,
  { sample, key, licences, category }: Alike,
  needs: Needs,
  facts: Facts,
  assessed: Map<string, Assessment[]>,
): Assessment[] | Reason => {
  const weights = sample.artefacts.weights?.status;
  const needsWeights =
    needs.downloadable ||
    needs.activities.some(
      (activity) =>
        !['use_commercially', 'use_internally', 'use_outputs', 'train_on_outputs', 'research'].includes(activity),
    );
  if (weights !== 'released' && (needsWeights || needs.categories.length > 0 || weights !== 'withheld'))
    return 'api_only';
  if (needs.licences.length > 0 && !licences.some((licence) => needs.licences.includes(licence))) return 'licence';
  if (licences.some((licence) => needs.notLicences.includes(licence))) return 'licence';
  if (needs.osi_licence && !licences.every((licence) => licence.osi_approved)) return 'licence';
  if (needs.categories.length > 0 && (category === null || !needs.categories.includes(category))) return 'category';
  if (needs.training_data && sample.artefacts.training_data?.status !== 'released') return 'parts';
  if (needs.training_code && sample.artefacts.training_code?.status !== 'released') return 'parts';
  const activities = needs.activities.length > 0 ? needs.activities : (['use_commercially'] as const);
  const assessments =
    assessed.get(key) ?? activities.map((activity) => assessRelease(catalogue, sample, activity, facts));
  assessed.set(key, assessments);
  if (assessments.some((assessment) => assessment.verdict === 'no')) return 'not_permitted';
  if (needs.noThresholds && assessments.some(hasThreshold)) return 'threshold';
  if (assessments.some((assessment) => assessment.verdict === 'unknown')) return 'not_known';
  return assessments;
};

const hasThreshold = (assessment: Assessment): boolean =>
  assessment.grounds.some((ground) =>
    ground.finding?.when?.some((condition) => condition.measure !== 'purpose' && condition.measure !== 'territory'),
  );

const BY_VERDICT = ['yes', 'yes_with_conditions', 'depends'];

/**
 * @param fit in the order of `candidatesFor`
 * @returns the best of each line: the clearest permission first, then what was asked to be first, then as they came
 */
export const onePerLine = (fit: Candidate[], first: Needs['first']): Candidate[] => {
  const ranked: Candidate[][] = BY_VERDICT.map(() => []);
  for (const one of fit)
    ranked[Math.max(...one.assessments.map((assessment) => BY_VERDICT.indexOf(assessment.verdict)))]!.push(one);
  const lines = new Set<string>();
  return ranked
    .flatMap((some) => (first ? some.sort(FIRST[first]) : some))
    .filter(({ line }) => {
      if (lines.has(line)) return false;
      lines.add(line);
      return true;
    });
};

const size = (one: Candidate, unknown: number) => one.size ?? unknown;
const FIRST: Record<NonNullable<Needs['first']>, (a: Candidate, b: Candidate) => number> = {
  smallest: (a, b) => size(a, Number.MAX_SAFE_INTEGER) - size(b, Number.MAX_SAFE_INTEGER),
  largest: (a, b) => size(b, 0) - size(a, 0),
  newest: newer,
};
