import { paragraphsOf, withoutCitations } from '../knowledge/article-text.ts';
import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { teachersOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';
import { type Answer, type DutyLine, makeAnswer, type Subject, type Variant } from './answer.ts';
import { type Assessment, assessLicence, assessRelease, lineageOf, strictest } from './assess.ts';
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
import { type Group, groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { FIELD_NAMES } from './read-intent.ts';
import { relicensed } from './relicensing.ts';
import { slotsOf } from './slots.ts';
import { asksForDuty, doing, permissionWord, verdictWord } from './wording.ts';
import { writeText } from './write-text.ts';

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
  const verdict: Verdict = unknown.length > 0 && split.verdict !== 'no' ? 'unknown' : split.verdict;
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  const [main] = cases;
  const subjects = subjectsOf(catalogue, inquiry.subjects, cases);
  const label = [
    ...new Set([...inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label))]),
  ].join(' and ');
  const what =
    inquiry.fields.length > 0 && inquiry.general
      ? inquiry.fields.map((field) => FIELD_NAMES[field] ?? `${field} use`).join(', ')
      : activities.map(doing).join(' and ');
  const single = cases.length === 1 && main?.group ? main.group.lead : null;
  const unsettled = all.find((item) => item.unsettled)?.unsettled ?? null;
  return makeAnswer(
    {
      kind: 'assessment',
      headline: `${verdict === 'unknown' ? unknownWord(all, unsettled !== null) : inquiry.intent === 'ship' || asksForDuty(inquiry.text) ? permissionWord(verdict) : verdictWord(catalogue, verdict)}: ${label}, ${what}.`,
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
      conditions: conditionsOf(all),
      evidence: evidenceOf(all),
      obligations: verdict === 'no' && !split.varies ? [] : dutiesOf(catalogue, all),
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

type Split = { verdict: Verdict; varies: boolean; variants: Variant[]; ask: { fact: string; question: string } | null };

/** Where one name stands for releases with different answers, the verdict is `depends` and each is listed. */
const splitVerdict = (catalogue: Catalogue, cases: Case[]): Split => {
  if (cases.length === 0) return { verdict: 'unknown', varies: false, variants: [], ask: null };
  const mentions = [...new Set(cases.map((item) => item.mention))];
  const verdicts: Verdict[] = [];
  let variants: Variant[] = [];
  let ask: Split['ask'] = null;
  for (const mention of mentions) {
    const own = cases.filter((item) => item.mention === mention);
    const each = own.map((item) => strictest(item.assessments.map((assessment) => assessment.verdict)));
    const name = mention.kind === 'unknown' ? mention.written : mention.label;
    if (own.length > 1) variants = [...variants, ...own.map((item, at) => toVariant(catalogue, item, each[at]!))];
    const gives = each.some((verdict) => verdict !== 'no' && verdict !== 'unknown');
    if (new Set(each).size > 1 && !gives) verdicts.push(strictest(each));
    else if (new Set(each).size > 1) {
      verdicts.push('depends');
      ask = {
        fact: 'version',
        question: `Which ${name} is it: ${own
          .slice(0, 4)
          .map((item) => item.label)
          .join('; ')}${own.length > 4 ? '; or another' : ''}?`,
      };
    } else verdicts.push(each[0]!);
  }
  return { verdict: strictest(verdicts), varies: ask !== null, variants, ask };
};

const toVariant = (catalogue: Catalogue, item: Case, verdict: Verdict): Variant => {
  const deciding = item.assessments.find((assessment) => assessment.verdict === verdict)?.deciding ?? null;
  return {
    names: item.group ? item.group.releases.map((release) => release.name) : [item.label],
    release: item.group?.lead.id ?? '',
    licence: deciding?.id ?? null,
    verdict,
    says: `${item.label}: ${verdictWord(catalogue, verdict).toLowerCase()} (${deciding?.name ?? 'no licence held'})`,
  };
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
  if (split.varies) return [...gaps, 'The answer differs by version or size.'];
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
