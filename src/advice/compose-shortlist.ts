import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { type Classification, classify } from '../knowledge/classify.ts';
import { currentLicences } from '../knowledge/lineage.ts';
import { type Answer, makeAnswer, type Pick } from './answer.ts';
import { type Assessment, assessRelease } from './assess.ts';
import { asksOf, conditionsOf, knowledgeLine, someSources, sourceOfLicence } from './evidence.ts';
import { keyOf, list } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { billions, type Sizes } from './read-sizes.ts';
import { type Needs, readNeeds } from './shortlist-needs.ts';
import { doing } from './wording.ts';
import { writeText } from './write-text.ts';

const MOST = 8;
/** names of further lines, without their reasons */
const MORE = 12;

type Candidate = { release: Release; result: Classification; assessments: Assessment[] };
type Reason =
  | 'modality'
  | 'size'
  | 'api_only'
  | 'category'
  | 'licence'
  | 'parts'
  | 'threshold'
  | 'not_permitted'
  | 'not_known';

/** How many were left out and why, to stand behind the number. */
const REASONS: Record<Reason, string> = {
  modality: 'of another kind',
  size: 'of another size, or of a size we have not established',
  api_only: 'without released weights',
  category: 'outside the class asked for',
  licence: 'under another licence',
  parts: 'without a part that must be released, or with parts we have not established',
  threshold: 'with a limit on users or revenue',
  not_permitted: 'with terms that do not permit it for these facts',
  not_known: 'with terms we have not read, or that do not speak of it',
};

/**
 * Which models serve: every release is held against the needs; what is in is listed with its reasons, what is out is
 * counted by the first need it fails. One release a family stands for its siblings.
 */
export const composeShortlist = (catalogue: Catalogue, inquiry: Inquiry): Answer => {
  const needs = likeNamed(readNeeds(inquiry.text, inquiry.facts, inquiry.subjects), inquiry);
  const excluded = new Set(
    inquiry.subjects.flatMap((mention) =>
      mention.kind === 'models' ? mention.releases.map((release) => release.id) : [],
    ),
  );
  const out = new Map<Reason, number>();
  const fit: Candidate[] = [];
  // what the same licences bind gets the same assessment
  const assessed = new Map<string, Assessment[]>();
  for (const release of catalogue.releases.values()) {
    if (excluded.has(release.id)) continue;
    const result = judge(catalogue, release, needs, inquiry, assessed);
    if (typeof result === 'string') out.set(result, (out.get(result) ?? 0) + 1);
    else fit.push(result);
  }
  const best = onePerLine(catalogue, fit, needs.first);
  const picks = best.slice(0, MOST);
  const more = best.slice(MOST, MOST + MORE).map(({ release }) => catalogue.families.get(release.family)!.line);
  const all = picks.flatMap((pick) => pick.assessments);
  const conditions = conditionsOf(all).slice(0, 12);
  const wanted = describe(catalogue, needs, inquiry);
  return makeAnswer(
    {
      kind: 'shortlist',
      headline:
        picks.length > 0
          ? `${fit.length} ${fit.length === 1 ? 'release fits' : 'releases fit'}; ${picks.length === fit.length ? 'here they are' : `here ${picks.length === 1 ? 'is one' : `are ${picks.length}`}, one a family line`}.`
          : 'Nothing we hold fits all of this.',
      knowledge: knowledgeLine(catalogue),
      sources: someSources(
        catalogue,
        [
          ...picks.flatMap((pick) => currentLicences(catalogue, pick.release)),
          ...conditions.flatMap((line) => catalogue.licences.get(line.licence) ?? []),
        ].map(sourceOfLicence),
      ),
    },
    {
      activity: needs.activities[0] ?? null,
      subjects: picks.map((pick) => ({
        written: pick.release.name,
        name: pick.release.name,
        release: pick.release.id,
        licence: currentLicences(catalogue, pick.release)[0]?.id ?? null,
        category: pick.result.category,
      })),
      summary: [`Looked for: ${wanted}.`],
      picks: picks.map((pick) => toPick(catalogue, fit, pick)),
      left_out: [...out].sort((a, b) => b[1] - a[1]).map(([reason, count]) => `${count} ${REASONS[reason]}`),
      conditions,
      asks: asksOf(all).slice(0, 3),
      notes:
        more.length > 0 ? [`Others that fit: ${list(more, MORE)}${best.length > MOST + MORE ? ' and more' : ''}.`] : [],
    },
    writeText,
  );
};

/** "An alternative to Midjourney" makes images too: without a word on the kind, that of the named model is meant. */
const likeNamed = (needs: Needs, { subjects }: Inquiry): Needs => {
  const model = subjects.find((mention) => mention.kind === 'models');
  if (model?.kind !== 'models' || needs.modalities.length > 0 || needs.without.length > 0) return needs;
  const { modality, tasks } = model.releases[0]!;
  return modality.includes('text') && tasks.length === 0
    ? needs
    : { ...needs, modalities: modality.slice(0, 1), tasks: tasks.slice(0, 1) };
};

/** @returns the candidate, or the first need that the release fails */
const judge = (
  catalogue: Catalogue,
  release: Release,
  needs: Needs,
  inquiry: Inquiry,
  assessed: Map<string, Assessment[]>,
): Candidate | Reason => {
  const wanted = needs.modalities.length > 0 || needs.without.length > 0 ? needs.modalities : (['text'] as const);
  if (!wanted.every((modality) => release.modality.includes(modality))) return 'modality';
  if (needs.without.some((modality) => release.modality.includes(modality))) return 'modality';
  if (!needs.tasks.every((task) => release.tasks.includes(task))) return 'modality';
  const size = billions(release.size);
  if (needs.sizes.max !== null && (size === null || size > needs.sizes.max)) return 'size';
  if (needs.sizes.min !== null && (size === null || size < needs.sizes.min)) return 'size';
  const weights = release.artefacts.weights?.status;
  const needsWeights =
    needs.downloadable ||
    needs.activities.some(
      (activity) =>
        !['use_commercially', 'use_internally', 'use_outputs', 'train_on_outputs', 'research'].includes(activity),
    );
  if (weights !== 'released' && (needsWeights || needs.categories.length > 0 || weights !== 'withheld'))
    return 'api_only';
  const own = currentLicences(catalogue, release);
  if (needs.licences.length > 0 && !own.some((licence) => needs.licences.includes(licence))) return 'licence';
  if (own.some((licence) => needs.notLicences.includes(licence))) return 'licence';
  if (needs.osi_licence && !own.every((licence) => licence.osi_approved)) return 'licence';
  const result = classify(catalogue, release);
  if (needs.categories.length > 0 && (result.category === null || !needs.categories.includes(result.category)))
    return 'category';
  if (needs.training_data && release.artefacts.training_data?.status !== 'released') return 'parts';
  if (needs.training_code && release.artefacts.training_code?.status !== 'released') return 'parts';
  const activities = needs.activities.length > 0 ? needs.activities : (['use_commercially'] as const);
  const key = keyOf(catalogue, release);
  const assessments =
    assessed.get(key) ?? activities.map((activity) => assessRelease(catalogue, release, activity, inquiry.facts));
  assessed.set(key, assessments);
  if (assessments.some((assessment) => assessment.verdict === 'no')) return 'not_permitted';
  if (needs.noThresholds && assessments.some(hasThreshold)) return 'threshold';
  if (assessments.some((assessment) => assessment.verdict === 'unknown')) return 'not_known';
  return { release, result, assessments };
};

const BY_OPENNESS = ['more-fully-open', 'open-weight-permissive', 'open-weight-custom', 'api-only'];
const BY_VERDICT = ['yes', 'yes_with_conditions', 'depends'];

const hasThreshold = (assessment: Assessment): boolean =>
  assessment.grounds.some((ground) =>
    ground.finding?.when?.some((condition) => condition.measure !== 'purpose' && condition.measure !== 'territory'),
  );

/** The clearest permission first, then the more open, then the newest; the best of each line. */
const onePerLine = (catalogue: Catalogue, fit: Candidate[], first: Needs['first']): Candidate[] => {
  const size = ({ release }: Candidate, unknown: number) => billions(release.size) ?? unknown;
  const asked = (a: Candidate, b: Candidate): number => {
    switch (first) {
      case 'smallest':
        return size(a, Number.MAX_SAFE_INTEGER) - size(b, Number.MAX_SAFE_INTEGER);
      case 'largest':
        return size(b, 0) - size(a, 0);
      case 'newest':
        return (b.release.released ?? '').localeCompare(a.release.released ?? '');
      case null:
        return 0;
      default:
        return first satisfies never;
    }
  };
  const rank = (item: Candidate) =>
    Math.max(...item.assessments.map((assessment) => BY_VERDICT.indexOf(assessment.verdict)));
  const ranked = [...fit].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      asked(a, b) ||
      BY_OPENNESS.indexOf(a.result.category ?? '') - BY_OPENNESS.indexOf(b.result.category ?? '') ||
      (b.release.released ?? '').localeCompare(a.release.released ?? '') ||
      Number(b.release.variant === 'instruct') - Number(a.release.variant === 'instruct') ||
      a.release.id.localeCompare(b.release.id),
  );
  const lines = new Set<string>();
  return ranked.filter(({ release }) => {
    const { line } = catalogue.families.get(release.family)!;
    if (lines.has(line)) return false;
    lines.add(line);
    return true;
  });
};

/**
 * Other families of the same line that fit under the same licence, by one release each: the newest is not always the
 * one people want.
 */
const siblingsOf = (catalogue: Catalogue, fit: Candidate[], { release }: Candidate): string[] => {
  const lineOf = (item: Release) => catalogue.families.get(item.family)!.line;
  const licencesOf = (item: Release) =>
    currentLicences(catalogue, item)
      .map((licence) => licence.id)
      .join(' ');
  const seen = new Set([release.family]);
  return fit.flatMap(({ release: other }) => {
    if (seen.has(other.family) || lineOf(other) !== lineOf(release) || licencesOf(other) !== licencesOf(release))
      return [];
    seen.add(other.family);
    return [other.name];
  });
};

const toPick = (catalogue: Catalogue, fit: Candidate[], pick: Candidate): Pick => {
  const { release, result, assessments } = pick;
  const siblings = siblingsOf(catalogue, fit, pick);
  return {
    release: release.id,
    name: release.name,
    licence: currentLicences(catalogue, release)
      .map((licence) => licence.name)
      .join('; '),
    because: [
      ...(result.category ? [catalogue.vocabulary.categories[result.category].label] : []),
      // what is simply allowed was looked for, and need not be said again
      ...assessments
        .filter(({ verdict }) => verdict !== 'yes')
        .map(
          (assessment) =>
            `${doing(assessment.activity)}: ${catalogue.vocabulary.verdicts[assessment.verdict].label.toLowerCase()}`,
        ),
      ...(release.released ? [`released ${release.released}`] : []),
      ...(siblings.length > 0 ? [`also ${list(siblings, 3)}`] : []),
    ],
    repo: release.repos[0] ?? null,
  };
};

const describe = (catalogue: Catalogue, needs: Needs, { facts }: Inquiry): string => {
  const { vocabulary } = catalogue;
  const parts = [
    kindOf(catalogue, needs),
    ...(needs.categories.length > 0
      ? [needs.categories.map((category) => vocabulary.categories[category].label).join(' or ')]
      : []),
    ...needs.activities.map(doing),
    ...(needs.downloadable ? ['downloadable weights'] : []),
    ...(needs.osi_licence ? ['an OSI-approved licence'] : []),
    ...(needs.licences.length > 0 ? [needs.licences.map((licence) => licence.name).join(' or ')] : []),
    ...(needs.notLicences.length > 0 ? [`not ${needs.notLicences.map((licence) => licence.name).join(' or ')}`] : []),
    ...(needs.training_data ? ['released training data'] : []),
    ...(needs.training_code ? ['released training code'] : []),
    ...(needs.noThresholds ? ['no limit on users or revenue'] : []),
    ...sizeWords(needs.sizes),
    ...(facts.territories ? [`a team in ${facts.territories.join(', ')}`] : []),
  ];
  return parts.join('; ');
};

const kindOf = ({ vocabulary }: Catalogue, { modalities, without, tasks }: Needs): string => {
  const named = [
    ...tasks.map((task) => vocabulary.tasks[task].label),
    ...(tasks.length > 0 ? [] : modalities.map((modality) => vocabulary.modalities[modality].label)),
  ];
  const kind = named.length > 0 ? named.join(' and ') : without.length > 0 ? 'models of any kind' : 'text models';
  return without.length > 0
    ? `${kind}, without ${without.map((modality) => vocabulary.modalities[modality].label).join(' or ')}`
    : kind;
};

const sizeWords = ({ min, max, memory }: Sizes): string[] => {
  if (memory !== null) return [`up to about ${max}B parameters, which is what fits in ${memory} GB`];
  if (min !== null && max !== null) return [`${min}B to ${max}B parameters`];
  return [
    ...(max !== null ? [`up to ${max}B parameters`] : []),
    ...(min !== null ? [`at least ${min}B parameters`] : []),
  ];
};
