import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { type Assessment, lineageOf } from './assess.ts';
import { notesOf, ownershipLine, shipLine, summaryOf, unknownWord } from './assessment-lines.ts';
import { casesOf, subjectsOf } from './cases.ts';
import { decidingFact } from './deciding-fact.ts';
import { answerDuty, readDutyQuestion } from './duty-question.ts';
import {
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
import type { Inquiry } from './inquiry.ts';
import { assessedLine } from './languages/in-your-language.ts';
import { answerLimit, asksForLimit } from './limit-question.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { isServedByOthers, SERVICE_TERMS } from './served-by.ts';
import { slotsOf } from './slots.ts';
import { byActivity, eachVerdict, splitVerdict } from './split-verdict.ts';
import { asksForDuty, doing, permissionWord, sentenceList, verdictWord } from './wording.ts';
import { writeText } from './write-text.ts';

/** Answers "may we": the strictest verdict over the models and activities asked about, with every ground for it. */
export const composeAssessment = (catalogue: Catalogue, inquiry: Inquiry, today: string): Answer => {
  const question = readDutyQuestion(inquiry.text);
  // what a copy may go without is a question of copies that are handed on
  const onlyUse = question?.leftOut && inquiry.activities.every((activity) => activity === 'use_commercially');
  const activities: Activity[] = inquiry.activities.length > 0 && !onlyUse ? inquiry.activities : ['embed_in_product'];
  const cases = inquiry.subjects.flatMap((mention) => casesOf(catalogue, mention, activities, inquiry));
  const unknown = inquiry.subjects.filter((mention) => mention.kind === 'unknown');
  const all = cases.flatMap((item) => item.assessments);
  const split = splitVerdict(catalogue, cases);
  // what a version that is ruled out would ask for is no help
  const allowed = all.filter((item) => item.verdict !== 'no');
  const open = cases.filter((item) => item.assessments.some((assessment) => assessment.verdict !== 'no'));
  const duty =
    question && open.length > 0
      ? answerDuty(
          question,
          open.map((item) => item.assessments),
        )
      : null;
  const held: Verdict = unknown.length > 0 && split.verdict !== 'no' ? 'unknown' : split.verdict;
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  const served =
    isServedByOthers(inquiry) && releases.some((release) => release.artefacts.weights?.status === 'released');
  // what the licence leaves free, the service may not
  const verdict: Verdict = duty?.broken ? 'no' : served && held === 'yes' ? 'yes_with_conditions' : held;
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
  const why = split.varies
    ? 'on the version'
    : served && held === 'yes'
      ? "within the service's terms"
      : decidingFact(catalogue, verdict, all, inquiry.facts);
  const word =
    verdict === 'unknown'
      ? unknownWord(all, unsettled !== null)
      : inquiry.intent === 'ship' || asksForDuty(inquiry.text)
        ? permissionWord(verdict)
        : verdictWord(catalogue, verdict);
  const limit =
    unknown.length === 0 && verdict !== 'no' && verdict !== 'unknown' && asksForLimit(inquiry.text)
      ? answerLimit(open.map((item) => item.assessments))
      : null;
  const differ = unknown.length === 0 ? eachVerdict(split.each, why) : null;
  const apart =
    unknown.length === 0 && !split.varies && split.each.length === 1 ? eachVerdict(byActivity(cases), why) : null;
  return makeAnswer(
    {
      kind: 'assessment',
      headline: limit
        ? `${limit}: ${label}, ${what}.`
        : duty
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
        limit || duty || differ || apart || inquiry.fields.length > 0
          ? null
          : assessedLine(catalogue, inquiry, {
              verdict,
              names,
              activities,
              assessments: split.variants.length > 1 ? [] : all,
              missing: [...asksOf(all), ...(split.ask ? [split.ask] : [])].map((ask) => ask.fact),
            }),
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
        ...(served && verdict !== 'no' ? [SERVICE_TERMS] : []),
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
