import type { Catalogue, Licence } from '../knowledge/catalogue.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { VERDICTS, type Verdict } from '../knowledge/vocabulary.ts';
import type { Variant } from './answer.ts';
import type { Assessment } from './assess.ts';
import { strictest } from './grounds/ground.ts';
import { type Group, list, nameOfGroup } from './groups.ts';
import { capital, doing, plainVerdict, sentenceList } from './wording.ts';

/** One name or version group with what its licences say, an assessment for each activity asked about. */
export type Case = {
  mention: Mention;
  group: Group | null;
  licence: Licence | null;
  label: string;
  assessments: Assessment[];
};

export type Split = {
  verdict: Verdict;
  varies: boolean;
  variants: Variant[];
  ask: { fact: string; question: string } | null;
  /** the verdict for each name that was written */
  each: { name: string; verdict: Verdict }[];
};

/**
 * Where one name stands for releases with different answers, the verdict is `depends` and each is listed; several models
 * with different answers are listed too, and the strictest stands for all.
 */
export const splitVerdict = (catalogue: Catalogue, cases: Case[]): Split => {
  if (cases.length === 0) return { verdict: 'unknown', varies: false, variants: [], ask: null, each: [] };
  const mentions = [...new Set(cases.map((item) => item.mention))];
  const each: Split['each'] = [];
  const variants: Variant[] = [];
  let ask: Split['ask'] = null;
  for (const mention of mentions) {
    const own = cases.filter((item) => item.mention === mention);
    const verdicts = own.map((item) => strictest(item.assessments.map((assessment) => assessment.verdict)));
    const name = mention.kind === 'unknown' ? mention.written : mention.label;
    const merged = mergeVariants(catalogue, own, verdicts);
    const gives = verdicts.some((verdict) => verdict !== 'no' && verdict !== 'unknown');
    const differs = new Set(verdicts).size > 1;
    if (differs && gives)
      ask = {
        fact: 'version',
        question: `Which ${name} is it: ${merged
          .slice(0, 4)
          .map((item) => item.label)
          .join('; ')}${merged.length > 4 ? '; or another' : ''}?`,
      };
    each.push({ name, verdict: differs && gives ? 'depends' : strictest(verdicts) });
    if (own.length > 1 || mentions.length > 1) variants.push(...merged.map(({ label: _, ...variant }) => variant));
  }
  // models that come out alike need no list
  const alike = new Set(each.map((item) => item.verdict)).size === 1 && cases.length === mentions.length;
  return {
    verdict: strictest(each.map((item) => item.verdict)),
    varies: ask !== null,
    variants: alike ? [] : variants,
    ask,
    each,
  };
};

/** One line a licence and verdict, the most permissive first: releases that differ in neither stand together. */
const mergeVariants = (catalogue: Catalogue, cases: Case[], verdicts: Verdict[]): (Variant & { label: string })[] => {
  const groups = new Map<string, { cases: Case[]; verdict: Verdict; licence: Licence | null }>();
  cases.forEach((item, at) => {
    const verdict = verdicts[at]!;
    const licence = item.assessments.find((assessment) => assessment.verdict === verdict)?.deciding ?? null;
    const key = `${licence?.id} ${verdict}`;
    const group = groups.get(key) ?? { cases: [], verdict, licence };
    group.cases.push(item);
    groups.set(key, group);
  });
  return [...groups.values()]
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))
    .map(({ cases: own, verdict, licence }) => {
      const releases = own.flatMap((item) => item.group?.releases ?? []);
      const label =
        releases.length > 0
          ? nameOfGroup(catalogue, { releases, lead: releases[0]! })
          : list(
              own.map((item) => item.label),
              5,
            );
      return {
        label,
        names: releases.length > 0 ? releases.map((release) => release.name) : own.map((item) => item.label),
        release: own[0]!.group?.lead.id ?? '',
        licence: licence?.id ?? null,
        verdict,
        says: `${label}: ${plainVerdict(verdict)} (${licence?.name ?? 'no licence held'})`,
      };
    });
};

/** "No for Command R (its licence is non-commercial); yes for Mistral 7B"; null where all come out alike. */
export const eachVerdict = (each: { name: string; verdict: Verdict }[], why: string): string | null => {
  const verdicts = [...new Set(each.map((item) => item.verdict))].sort(
    (a, b) => VERDICTS.indexOf(b) - VERDICTS.indexOf(a),
  );
  if (verdicts.length < 2) return null;
  return capital(
    verdicts
      .map((verdict, at) => {
        const names = each.filter((item) => item.verdict === verdict).map((item) => item.name);
        return `${plainVerdict(verdict)} for ${sentenceList(names)}${at === 0 && why !== '' ? ` (${why})` : ''}`;
      })
      .join('; '),
  );
};

/** The verdict of each activity over the cases, under its name: "commercial use". */
export const byActivity = (cases: Case[]): { name: string; verdict: Verdict }[] => {
  const activities = [...new Set(cases.flatMap((item) => item.assessments.map(({ activity }) => activity)))];
  return activities.map((activity) => ({
    name: doing(activity),
    verdict: strictest(
      cases.flatMap((item) =>
        item.assessments.filter((assessment) => assessment.activity === activity).map(({ verdict }) => verdict),
      ),
    ),
  }));
};
