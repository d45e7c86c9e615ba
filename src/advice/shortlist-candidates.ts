import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import type { Activity, Category, ObligationKind } from '../knowledge/vocabulary.ts';
import { type Assessment, assessRelease } from './assess.ts';
import { type ByFactsRead, byFactsRead } from './by-facts-read.ts';
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
  | 'duty'
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
  entries: Entry[];
  /** those that are established, in billions of parameters, the smallest first */
  sizes: number[];
};
/** Kinds of release that take and make the same. */
type Rack = { kinds: Alike[]; entries: number };
export type Entry = {
  release: Release;
  line: string;
  /** billions of parameters */
  size: number | null;
  alike: Alike;
};

/** What the licences give, the most restrictive of the activities: how clear a permission is, or why it is none. */
type Judged = { rank: number; threshold: boolean; duties: ReadonlySet<ObligationKind> } | 'not_permitted';

export type Candidates = {
  /** how many fit */
  count: number;
  /** how many fail at which need */
  out: Map<Reason, number>;
  /** the best of each line: the clearest permission first, then what was asked to be first, then the more open and the newer */
  best: Entry[];
  /** those of a line that fit, the more open and then the newest first (special ones last) */
  ofLine: (line: string) => Entry[];
  /** what the licences say on the activities asked about */
  assessmentsOf: (entry: Entry) => Assessment[];
};

/**
 * Holds every release against the needs.
 * @param excluded ids of releases that are not to be offered
 * @param most how many lines are wanted
 */
export const candidatesFor = (
  catalogue: Catalogue,
  needs: Needs,
  facts: Facts,
  excluded: ReadonlySet<string>,
  most: number,
): Candidates => {
  const { racks, kinds, ordered, byLine, byRelease } = shelvesOf(catalogue);
  const activities = needs.activities.length > 0 ? needs.activities : (['use_commercially'] as const);
  const judgeOnce = judgeFor(catalogue, activities, facts);
  const anySize = needs.sizes.min === null && needs.sizes.max === null;
  const isThere = (entry: Entry) => !excluded.has(entry.release.id) && isOfSize(entry.size, needs);
  const notOffered = Map.groupBy(
    [...excluded].flatMap((id) => byRelease.get(id) ?? []),
    ({ alike }) => alike,
  );
  const out = new Map<Reason, number>();
  const count = (reason: Reason, more: number) => {
    if (more > 0) out.set(reason, (out.get(reason) ?? 0) + more);
  };
  const needsWeights = needs.downloadable || needs.activities.some((activity) => !WITHOUT_WEIGHTS.includes(activity));
  /** by place of the kind: how clear the permission is, where it fits */
  const ranks = new Uint8Array(kinds).fill(UNFIT);
  let fit = 0;
  for (const rack of racks) {
    if (!isOfKind(rack.kinds[0]!.sample, needs)) {
      const gone = notOffered.keys().filter((alike) => rack.kinds.includes(alike));
      count('modality', rack.entries - gone.reduce((sum, alike) => sum + notOffered.get(alike)!.length, 0));
      continue;
    }
    for (const alike of rack.kinds) {
      const gone = notOffered.get(alike) ?? NONE;
      const all = alike.entries.length - gone.length;
      const there = anySize
        ? all
        : countOfSize(alike.sizes, needs) -
          (gone === NONE ? 0 : gone.filter(({ size }) => isOfSize(size, needs)).length);
      count('size', all - there);
      if (there === 0) continue;
      const failed = failedNeed(alike, needs, needsWeights);
      const judged = failed ?? judgeOnce(alike);
      if (typeof judged === 'string') count(judged, there);
      else if (needs.noThresholds && judged.threshold) count('threshold', there);
      else if (judged.rank === NOT_KNOWN) count('not_known', there);
      else if (needs.noDuties.some((kind) => judged.duties.has(kind))) count('duty', there);
      else {
        ranks[alike.at] = judged.rank;
        fit += there;
      }
    }
  }
  const assessed = new Map<Alike, Assessment[]>();
  const assess = ({ alike }: Entry) => {
    const known =
      assessed.get(alike) ?? activities.map((activity) => assessRelease(catalogue, alike.sample, activity, facts));
    assessed.set(alike, known);
    return known;
  };
  return {
    count: fit,
    out,
    best: bestOf(ordered(needs.first), ranks, isThere, most),
    ofLine: (line) => (byLine.get(line) ?? []).filter((entry) => ranks[entry.alike.at] !== UNFIT && isThere(entry)),
    assessmentsOf: assess,
  };
};

const NONE: Entry[] = [];

/** What the same licences bind is judged once for the facts that bear on it. */
const judgeFor = (catalogue: Catalogue, activities: readonly Activity[], facts: Facts): ((alike: Alike) => Judged) => {
  const asked = activities.join();
  const ofCatalogue = judgements.get(catalogue) ?? new Map<string, Map<string, ByFactsRead<Judged>>>();
  judgements.set(catalogue, ofCatalogue);
  const known = ofCatalogue.get(asked) ?? new Map<string, ByFactsRead<Judged>>();
  ofCatalogue.set(asked, known);
  return ({ key, sample }) => {
    const remembered = known.get(key) ?? byFactsRead<Judged>();
    known.set(key, remembered);
    return remembered(facts, (those) =>
      judge(activities.map((activity) => assessRelease(catalogue, sample, activity, those))),
    );
  };
};
const judgements = new WeakMap<Catalogue, Map<string, Map<string, ByFactsRead<Judged>>>>();

const BY_OPENNESS: (Category | null)[] = [
  'more-fully-open',
  'open-weight-permissive',
  'open-weight-custom',
  'api-only',
];

type Shelves = {
  /** by what the models take and make, which all of a rack share */
  racks: Rack[];
  /** how many kinds there are */
  kinds: number;
  /** all releases in the order in which they are offered */
  ordered: (first: Needs['first']) => Ordered;
  byLine: Map<string, Entry[]>;
  byRelease: Map<string, Entry>;
};
type Ordered = {
  entries: Entry[];
  /** the place of the kind of each */
  kinds: Uint32Array;
};
/** A catalogue does not change once it is read, so its releases are put on their shelves once. */
const shelves = new WeakMap<Catalogue, Shelves>();
const shelvesOf = (catalogue: Catalogue): Shelves => {
  const known = shelves.get(catalogue) ?? putOnShelves(catalogue);
  shelves.set(catalogue, known);
  return known;
};

const putOnShelves = (catalogue: Catalogue): Shelves => {
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
    const alike = kinds.get(key) ?? {
      at: kinds.size,
      sample: release,
      key: bound,
      licences,
      category,
      entries: [],
      sizes: [],
    };
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
  const byLine = new Map<string, Entry[]>();
  for (const entry of entries) {
    entry.alike.entries.push(entry);
    const ofLine = byLine.get(entry.line) ?? [];
    ofLine.push(entry);
    byLine.set(entry.line, ofLine);
  }
  const orders = new Map<Needs['first'], Ordered>();
  const ordered = (first: Needs['first']) => {
    const known = orders.get(first) ?? withKinds(first === null ? entries : entries.toSorted(FIRST[first]));
    orders.set(first, known);
    return known;
  };
  const all = [...kinds.values()];
  for (const alike of all) alike.sizes = alike.entries.flatMap(({ size }) => size ?? []).sort((a, b) => a - b);
  const racks = Map.groupBy(all, ({ sample }) => JSON.stringify([sample.modality, sample.tasks]));
  return {
    racks: [...racks.values()].map((kinds) => ({
      kinds,
      entries: kinds.reduce((sum, alike) => sum + alike.entries.length, 0),
    })),
    kinds: all.length,
    ordered,
    byLine,
    byRelease: new Map(entries.map((entry) => [entry.release.id, entry])),
  };
};

const withKinds = (entries: Entry[]): Ordered => ({
  entries,
  kinds: Uint32Array.from(entries, ({ alike }) => alike.at),
});

const newer = (a: Entry, b: Entry): number => (b.release.released ?? '').localeCompare(a.release.released ?? '');

const size = (one: Entry, unknown: number) => one.size ?? unknown;
const FIRST: Record<NonNullable<Needs['first']>, (a: Entry, b: Entry) => number> = {
  smallest: (a, b) => size(a, Number.MAX_SAFE_INTEGER) - size(b, Number.MAX_SAFE_INTEGER),
  largest: (a, b) => size(b, 0) - size(a, 0),
  newest: newer,
};

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

/** @param sizes the smallest first */
const countOfSize = (sizes: number[], { sizes: { min, max } }: Needs): number =>
  countUpTo(sizes, (size) => max === null || size <= max) - countUpTo(sizes, (size) => min !== null && size < min);

/** @returns how many there are, from the first on, before one that does not hold */
const countUpTo = (sizes: number[], holds: (size: number) => boolean): number => {
  let [low, high] = [0, sizes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sizes[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What a model that is offered as a service will do for. */
const WITHOUT_WEIGHTS: Activity[] = [
  'use_commercially',
  'use_internally',
  'use_outputs',
  'train_on_outputs',
  'research',
];

/** @returns the first need that is failed, of those that no licence has to be weighed for */
const failedNeed = ({ sample, licences, category }: Alike, needs: Needs, needsWeights: boolean): Reason | null => {
  const weights = sample.artefacts.weights?.status;
  if (weights !== 'released' && (needsWeights || needs.categories.length > 0 || weights !== 'withheld'))
    return 'api_only';
  if (needs.licences.length > 0 && !licences.some((licence) => needs.licences.includes(licence))) return 'licence';
  if (licences.some((licence) => needs.notLicences.includes(licence))) return 'licence';
  if (needs.osi_licence && !licences.every((licence) => licence.osi_approved)) return 'licence';
  if (needs.categories.length > 0 && (category === null || !needs.categories.includes(category))) return 'category';
  if (needs.training_data && sample.artefacts.training_data?.status !== 'released') return 'parts';
  if (needs.training_code && sample.artefacts.training_code?.status !== 'released') return 'parts';
  return null;
};

const BY_VERDICT = ['yes', 'yes_with_conditions', 'depends', 'unknown'];
const NOT_KNOWN = BY_VERDICT.indexOf('unknown');

const judge = (assessments: Assessment[]): Judged =>
  assessments.some(({ verdict }) => verdict === 'no')
    ? 'not_permitted'
    : {
        rank: Math.max(...assessments.map(({ verdict }) => BY_VERDICT.indexOf(verdict))),
        threshold: assessments.some(hasThreshold),
        duties: new Set(assessments.flatMap(({ duties }) => duties.map(({ obligation }) => obligation.kind))),
      };

const hasThreshold = (assessment: Assessment): boolean =>
  assessment.grounds.some((ground) =>
    ground.finding?.when?.some((condition) => condition.measure !== 'purpose' && condition.measure !== 'territory'),
  );

/** The rank of a kind that does not fit. */
const UNFIT = 255;

/** @returns the first of each line, those of the clearest permission before all others, until there are enough */
const bestOf = (
  { entries, kinds }: Ordered,
  ranks: Uint8Array,
  isThere: (entry: Entry) => boolean,
  most: number,
): Entry[] => {
  const byRank = Array.from({ length: NOT_KNOWN }, () => new Map<string, Entry>());
  // of a lower rank so many more are kept as may turn out to be of a line that is there already
  const enough = (rank: number) => byRank[rank]!.size >= most * (rank + 1);
  for (let at = 0; at < entries.length && !enough(0); at += 1) {
    const rank = ranks[kinds[at]!]!;
    if (rank === UNFIT || enough(rank)) continue;
    const entry = entries[at]!;
    const lines = byRank[rank]!;
    if (!lines.has(entry.line) && isThere(entry)) lines.set(entry.line, entry);
  }
  const best = new Map<string, Entry>();
  for (const lines of byRank)
    for (const [line, entry] of lines) if (best.size < most && !best.has(line)) best.set(line, entry);
  return [...best.values()];
};
