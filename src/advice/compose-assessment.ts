import { paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { teachersOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';
import { type Answer, type DutyLine, makeAnswer, type Subject } from './answer.ts';
import { type Assessment, assessLicence, assessRelease, lineageOf } from './assess.ts';
import { withBrokenDuties } from './broken-duties.ts';
import { decidingFact } from './deciding-fact.ts';
import { answerDuty, readDutyQuestion } from './duty-question.ts';
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
  toDutyLine,
  unique,
} from './evidence.ts';
import { fieldName } from './fields.ts';
import { fieldGround } from './fields-of-use.ts';
import { groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import { assessedLine } from './in-your-language.ts';
import type { Inquiry } from './inquiry.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { slotsOf } from './slots.ts';
import { byActivity, type Case, eachVerdict, type Split, splitVerdict } from './split-verdict.ts';
import {
  asksForDuty,
  capital,
  clauseName,
  doing,
  permissionWord,
  sentenceList,
  theLicence,
  verdictWord,
} from './wording.ts';
import { DIFFERS, TO_SHIP, writeText } from './write-text.ts';

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
  const models = inquiry.subjects.some((mention) => mention.kind === 'models');
  const names = [
    ...new Set(
      inquiry.subjects
        .filter((mention) => !models || mention.kind !== 'licence')
        .map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label)),
    ),
  ];
  const label = sentenceList(names);
  const what =
    inquiry.fields.length > 0 && inquiry.general
      ? inquiry.fields.map((field) => fieldName(field)).join(', ')
      : sentenceList(activities.map(doing));
  const single = cases.length === 1 && main?.group ? main.group.lead : null;
  // the parts are shown for the outputs where these were asked about too
  const shown = all.find((item) => item.activity.endsWith('outputs')) ?? all[0];
  const unsettled = all.find((item) => item.unsettled)?.unsettled ?? null;
  const why = split.varies ? 'on the version' : decidingFact(catalogue, verdict, all, inquiry.facts);
  const word =
    verdict === 'unknown'
      ? unknownWord(all, unsettled !== null)
      : inquiry.intent === 'ship' || asksForDuty(inquiry.text)
        ? permissionWord(verdict)
        : verdictWord(catalogue, verdict);
  const question = readDutyQuestion(inquiry.text);
  const open = cases.filter((item) => item.assessments.some((assessment) => assessment.verdict !== 'no'));
  const duty =
    question && open.length > 0
      ? answerDuty(
          question,
          open.map((item) => item.assessments),
        )
      : null;
  const differ = unknown.length === 0 ? eachVerdict(split.each, why) : null;
  const apart =
    unknown.length === 0 && !split.varies && split.each.length === 1 ? eachVerdict(byActivity(cases), why) : null;
  return makeAnswer(
    {
      kind: 'assessment',
      headline: duty
        ? `${duty.opening}: ${label}, ${what}.`
        : differ
          ? `${differ}: ${what}.`
          : apart
            ? `${apart}: ${label}.`
            : `${word}: ${label}, ${what}${why === '' ? '' : ` (${why})`}.`,
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
      in_your_language:
        duty || differ || apart || inquiry.fields.length > 0
          ? null
          : assessedLine(catalogue, inquiry, { verdict, names, activities }),
      activity: activities[0]!,
      subjects,
      lineage_names:
        split.variants.length > 1
          ? []
          : [...new Set(releases.flatMap((release) => lineageOf(catalogue, release).map((base) => base.name)))],
      lineage: single
        ? lineageOf(catalogue, single).map((release) => release.id)
        : [...new Set(releases.flatMap((release) => lineageOf(catalogue, release).map((base) => base.id)))],
      slots:
        single && shown && inquiry.fields.length === 0 && !duty
          ? slotsOf(catalogue, single, shown.activity, inquiry.facts, shown)
          : {},
      // of a family only the duty asked about is answered
      conditions:
        duty && split.varies ? [] : conditionsOf(split.variants.length > 0 ? all.map(withoutSideIssues) : all),
      evidence: duty ? [] : evidenceOf(all),
      obligations:
        verdict === 'no' && split.variants.length === 0
          ? []
          : duty && split.varies
            ? unique(duty.duties.map((item) => toDutyLine(catalogue, item)))
            : dutiesOf(catalogue, allowed),
      asks:
        verdict === 'no' && split.variants.length === 0
          ? []
          : [...(duty && split.varies ? [] : asksOf(all)), ...(split.ask ? [split.ask] : [])],
      summary: [
        ...(duty && duty.duties.length > 0
          ? shipLine(unique(duty.duties.map((item) => toDutyLine(catalogue, item))))
          : []),
        ...ownershipLine(cases, inquiry),
        ...(inquiry.intent === 'ship' && !duty && !split.varies && verdict !== 'no'
          ? shipLine(dutiesOf(catalogue, all))
          : []),
        ...summaryOf(catalogue, verdict, cases, split, unsettled, inquiry),
      ],
      corrections: correctionsFor(catalogue, inquiry),
      read_as: readAs(inquiry, activities),
      variants: split.variants.length > 1 && !duty ? split.variants : [],
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

/** Who owns the outputs is a question of its own beside whether they may be used. */
const ownershipLine = (cases: Case[], inquiry: Inquiry): string[] => {
  if (!inquiry.topics.includes('output_ownership')) return [];
  return unique(
    cases.flatMap(({ assessments: [assessment] }) => {
      const licence = assessment?.deciding;
      const finding = licence?.findings.find((item) => item.topic === 'output_ownership');
      if (!licence || !finding) return [];
      return [
        finding.says
          ? `${finding.says} (${clauseName(licence.name, finding.clause ?? null)})`
          : `${capital(theLicence(licence.name))} does not say who owns the outputs.`,
      ];
    }),
  ).slice(0, 2);
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
  if (items.length > 0) return [`${TO_SHIP}${items.join(', ')}.`];
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

/** What the licences say on the activity, and on this plan of it. */
const forThisCase = (assessment: Assessment, inquiry: Inquiry): Assessment =>
  withBrokenDuties(fieldGround(assessment, inquiry.fields), inquiry);

const casesOf = (catalogue: Catalogue, mention: Mention, activities: Activity[], inquiry: Inquiry): Case[] => {
  switch (mention.kind) {
    case 'models':
      return groupsOf(catalogue, mention).map((group) => ({
        mention,
        group,
        licence: null,
        label: group.releases.length === mention.releases.length ? mention.label : nameOfGroup(catalogue, group),
        assessments: activities.map((activity) =>
          forThisCase(assessRelease(catalogue, group.lead, activity, inquiry.facts), inquiry),
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
              forThisCase(assessLicence(catalogue, licence, activity, inquiry.facts), inquiry),
            ),
          }));
    case 'unknown':
      return [];
    default:
      return mention satisfies never;
  }
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
  if (split.varies && split.each.length > 1) return gaps;
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
