import { paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { teachersOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { type Activity, VERDICTS, type Verdict } from '../knowledge/vocabulary.ts';
import { type Answer, type DutyLine, makeAnswer, type Subject, type Variant } from './answer.ts';
import { type Assessment, assessLicence, assessRelease, lineageOf, strictest } from './assess.ts';
import { decidingFact } from './deciding-fact.ts';
import {
  ageNotes,
  asksOf,
  conditionsOf,
  dutiesOf,
  evidenceOf,
  knowledgeLine,
  someSources,
  sourceById,
  sourcesOf,
  unique,
} from './evidence.ts';
import { fieldGround } from './fields-of-use.ts';
import { type Group, groupsOf, list, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { FIELD_NAMES } from './read-intent.ts';
import { relicensed } from './relicensing.ts';
import { slotsOf } from './slots.ts';
import { asksForDuty, capital, doing, permissionWord, plainVerdict, sentenceList, verdictWord } from './wording.ts';
import { DIFFERS, writeText } from './write-text.ts';

type Case = {
  mention: Mention;
  group: Group | null;
  licence: Licence | null;
  label: string;
  assessments: Assessment[];
};

/** Answers "may we": the strictest verdict over the models and activities asked about, with every ground for it. */
export const composeAssessment = (catalogue: Catalogue, inquiry: Inquiry, today: string): Answer => {
  const activities: Activity[] = inquiry.activities.length > 0 ? inquiry.activities : ['embed_in_product'];
  const cases = inquiry.subjects.flatMap((mention) => casesOf(catalogue, mention, activities, inquiry));
  const unknown = inquiry.subjects.filter((mention) => mention.kind === 'unknown');
  const all = cases.flatMap((item) => item.assessments);
  const split = splitVerdict(catalogue, cases);
  // what a version that is ruled out would ask for is no help
  const allowed = all.filter((item) => item.verdict !== 'no');
  const verdict: Verdict = unknown.length > 0 && split.verdict !== 'no' ? 'unknown' : split.verdict;
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  const [main] = cases;
  const subjects = subjectsOf(catalogue, inquiry.subjects, cases);
  const label = sentenceList([
    ...new Set(inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label))),
  ]);
  const what =
    inquiry.fields.length > 0 && inquiry.general
      ? inquiry.fields.map((field) => FIELD_NAMES[field] ?? `${field} use`).join(', ')
      : sentenceList(activities.map(doing));
  const single = cases.length === 1 && main?.group ? main.group.lead : null;
  const unsettled = all.find((item) => item.unsettled)?.unsettled ?? null;
  const why = split.varies ? 'on the version' : decidingFact(catalogue, verdict, all, inquiry.facts);
  const word =
    verdict === 'unknown'
      ? unknownWord(all, unsettled !== null)
      : inquiry.intent === 'ship' || asksForDuty(inquiry.text)
        ? permissionWord(verdict)
        : verdictWord(catalogue, verdict);
  const differ = unknown.length === 0 ? eachVerdict(split.each, why) : null;
  return makeAnswer(
    {
      kind: 'assessment',
      headline: differ ? `${differ}: ${what}.` : `${word}: ${label}, ${what}${why === '' ? '' : ` (${why})`}.`,
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, [
        ...sourcesOf(catalogue, all, releases),
        ...(unsettled
          ? (catalogue.articles.get(unsettled)?.sources ?? []).slice(0, 2).flatMap((id) => sourceById(catalogue, id))
          : []),
      ]),
    },
    {
      verdict,
      activity: activities[0]!,
      subjects,
      lineage_names: [
        ...new Set(releases.flatMap((release) => lineageOf(catalogue, release).map((base) => base.name))),
      ],
      lineage: single
        ? lineageOf(catalogue, single).map((release) => release.id)
        : [...new Set(releases.flatMap((release) => lineageOf(catalogue, release).map((base) => base.id)))],
      slots: single && main ? slotsOf(catalogue, single, activities[0]!, inquiry.facts, main.assessments[0]!) : {},
      conditions: conditionsOf(split.variants.length > 0 ? all.map(withoutSideIssues) : all),
      evidence: evidenceOf(all),
      obligations: verdict === 'no' && split.variants.length === 0 ? [] : dutiesOf(catalogue, allowed),
      asks: split.varies && split.ask ? [...asksOf(all), split.ask] : asksOf(all),
      summary: [
        ...(inquiry.intent === 'ship' && !split.varies && verdict !== 'no' ? shipLine(dutiesOf(catalogue, all)) : []),
        ...summaryOf(catalogue, verdict, cases, split, unsettled, inquiry),
      ],
      corrections: correctionsFor(catalogue, inquiry),
      read_as: readAs(inquiry, activities),
      variants: split.variants,
      nearest: unknown.flatMap((mention) => (mention.kind === 'unknown' ? mention.nearest : [])),
      notes: notesOf(catalogue, cases, today),
    },
    writeText,
  );
};

/** Of a version that is ruled out only the reason counts beside versions that are not. */
const withoutSideIssues = (assessment: Assessment): Assessment =>
  assessment.verdict === 'no'
    ? { ...assessment, grounds: assessment.grounds.filter((ground) => ground.verdict === 'no') }
    : assessment;

/** "No for Command R (its licence is non-commercial); yes for Mistral 7B"; null where all come out alike. */
const eachVerdict = (each: Split['each'], why: string): string | null => {
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

/** Who asks what to ship reads the list first: each kind once, with the words it must carry when they are short. */
const shipLine = (duties: DutyLine[]): string[] => {
  const items = [
    ...new Set(
      duties
        .filter((duty) => duty.kind !== 'other')
        .map((duty) =>
          duty.exact && duty.exact.length <= 40
            ? `${duty.label.toLowerCase()} "${duty.exact}"`
            : duty.label.toLowerCase(),
        ),
    ),
  ];
  if (items.length > 0) return [`To ship or do: ${items.join(', ')}.`];
  return duties.length > 0 ? [] : ['We hold no duty to ship anything with it.'];
};

/** Not settled, not addressed and not known are three things. */
const unknownWord = (assessments: Assessment[], unsettled: boolean): string => {
  if (unsettled) return 'Not settled';
  const open = assessments.flatMap((item) => item.grounds).filter((ground) => ground.verdict === 'unknown');
  if (open.length > 0 && open.every((ground) => ground.finding?.stance === 'silent'))
    return 'Not addressed by the licence';
  if (open.length > 0 && open.every((ground) => ground.finding?.stance === 'unclear')) return 'Unclear';
  return 'Not known';
};

const casesOf = (catalogue: Catalogue, mention: Mention, activities: Activity[], inquiry: Inquiry): Case[] => {
  switch (mention.kind) {
    case 'models':
      return groupsOf(catalogue, mention).map((group) => ({
        mention,
        group,
        licence: null,
        label: group.releases.length === mention.releases.length ? mention.label : nameOfGroup(catalogue, group),
        assessments: activities.map((activity) =>
          relicensed(
            fieldGround(assessRelease(catalogue, group.lead, activity, inquiry.facts), inquiry.fields),
            inquiry,
          ),
        ),
      }));
    case 'licence':
      return inquiry.subjects.some((other) => other.kind === 'models')
        ? []
        : mention.licences.map((licence) => ({
            mention,
            group: null,
            licence,
            label: licence.name,
            assessments: activities.map((activity) =>
              fieldGround(assessLicence(catalogue, licence, activity, inquiry.facts), inquiry.fields),
            ),
          }));
    case 'unknown':
      return [];
    default:
      return mention satisfies never;
  }
};

type Split = {
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
const splitVerdict = (catalogue: Catalogue, cases: Case[]): Split => {
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

const subjectsOf = (catalogue: Catalogue, mentions: Mention[], cases: Case[]): Subject[] =>
  mentions.flatMap((mention): Subject[] => {
    if (mention.kind === 'unknown')
      return [{ written: mention.written, name: mention.written, release: null, licence: null, category: null }];
    if (mention.kind === 'licence')
      return mention.licences.map((licence) => ({
        written: mention.written,
        name: licence.name,
        release: null,
        licence: licence.id,
        category: null,
      }));
    const own = cases.filter((item) => item.mention === mention);
    return own.map((item) => subjectOf(catalogue, mention, item.group!, own.length === 1));
  });

const summaryOf = (
  catalogue: Catalogue,
  verdict: Verdict,
  cases: Case[],
  split: Split,
  unsettled: string | null,
  inquiry: Inquiry,
): string[] => {
  const unknown = inquiry.subjects.filter((mention) => mention.kind === 'unknown');
  const gaps = unknown.map(
    (mention) => `"${mention.written}" is not in the knowledge base, so nothing is said about it.`,
  );
  if (cases.length === 0) return gaps;
  if (split.varies) return [...gaps, DIFFERS];
  const grounds = cases.flatMap((item) =>
    item.assessments.flatMap((assessment) => assessment.grounds.filter((ground) => ground.verdict === verdict)),
  );
  const decisive = unique(grounds.filter((ground) => ground.topic !== 'use_restrictions')).slice(
    0,
    verdict === 'no' ? 2 : 1,
  );
  // what the developer says beside a text that nobody read is all there is to go by
  const beside =
    grounds.length > 0
      ? []
      : cases.flatMap((item) =>
          item.assessments.flatMap(({ grounds: all }) =>
            all.filter((ground) => ground.finding === null && ground.verdict === 'yes_with_conditions'),
          ),
        );
  const reasons = [...decisive, ...unique(beside).slice(0, 1)].map(
    (ground) =>
      `${ground.via ? `Through its base ${ground.via.name}: ` : ''}${ground.says}${ground.note ? ` ${ground.note}` : ''}`,
  );
  if (verdict === 'no') {
    const separate = grounds.some((ground) =>
      ground.finding?.when?.some((condition) => 'then' in condition && condition.then === 'separate_licence'),
    );
    return [...gaps, ...reasons, ...(separate ? ['A separate licence would have to be asked for.'] : [])];
  }
  if (unsettled) return [...gaps, ...reasons, shortAnswer(catalogue, unsettled)];
  return [...gaps, ...reasons];
};

const shortAnswer = (catalogue: Catalogue, id: string): string => {
  const article = catalogue.articles.get(id);
  return article
    ? withoutCitations(paragraphsOf(article.body)[0] ?? '')
    : 'Whether a limit on the weights reaches their outputs is not settled.';
};

const notesOf = (catalogue: Catalogue, cases: Case[], today: string): string[] => {
  const licences = unique(
    cases.flatMap((item) =>
      item.assessments.flatMap((assessment) => assessment.grounds.map((ground) => ground.licence.id)),
    ),
  ).flatMap((id) => catalogue.licences.get(id) ?? []);
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  return [
    ...licences
      .filter((licence) => licence.text.extent === 'excerpts')
      .map((licence) => `${licence.name} was read in excerpts only; it may say more.`),
    ...releases.flatMap((release) => tagConflict(catalogue, release)),
    ...releases.flatMap((release) =>
      teachersOf(catalogue, release).map(
        (teacher) =>
          `${release.name} was trained on outputs of ${teacher.name}; whether that provider's terms bind users of the result is not settled.`,
      ),
    ),
    ...(cases.length === 1 ? releases.flatMap((release) => historyOf(catalogue, release)) : []),
    ...ageNotes([...licences, ...releases.map((release) => catalogue.families.get(release.family)!)], today),
  ].filter((note, at, notes) => notes.indexOf(note) === at);
};

const tagConflict = (catalogue: Catalogue, release: Release): string[] => {
  const bases = lineageOf(catalogue, release);
  if (!release.tag || bases.length === 0)
    return release.tag ? [`The model card is tagged "${release.tag}", which is not what applies.`] : [];
  return [
    `The model card is tagged "${release.tag}", but ${release.name} is made from ${bases.map((base) => base.name).join(', ')}, whose licence travels along.`,
  ];
};

/** Earlier licences: who has a copy from before may read a different text. */
const historyOf = (catalogue: Catalogue, release: Release): string[] => {
  const past = release.licences.filter((period) => period.until);
  return past.map(
    (period) => `Until ${period.until} it was under ${catalogue.licences.get(period.licence)?.name ?? period.licence}.`,
  );
};
