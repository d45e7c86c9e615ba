import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { bindingsOf, documentsOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity, Topic } from '../knowledge/vocabulary.ts';
import { type Answer, makeAnswer, type Statement, type Subject, type Variant } from './answer.ts';
import { assessRelease, lineageOf } from './assess.ts';
import { ageNotes, knowledgeLine, someSources, sourceById, sourceOfLicence, toDutyLine, unique } from './evidence.ts';
import { type Group, groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { claimAnswer, yesOrNo } from './licence-claim.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { capital, clauseName, theLicence } from './wording.ts';
import { writeText } from './write-text.ts';

/** What a card says first: the questions people ask most. */
const CARD_TOPICS: Topic[] = [
  'commercial_use',
  'redistribution',
  'derivative_distribution',
  'output_training',
  'naming',
  'use_restrictions',
  'territory',
];
const CARD_ACTIVITIES: Activity[] = [
  'use_commercially',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'train_on_outputs',
];

type Case = { mention: Mention; group: Group | null; licences: Licence[]; label: string };

/** What a licence says, or which licence a model has: the card, or one side of it when that was asked. */
export const composeLicence = (catalogue: Catalogue, inquiry: Inquiry, today: string): Answer => {
  const cases = inquiry.subjects.flatMap((mention) => casesOf(catalogue, mention, inquiry));
  const topics = inquiry.topics.length > 0 ? inquiry.topics : CARD_TOPICS;
  const licences = unique(cases.flatMap((item) => item.licences.map((licence) => licence.id))).flatMap(
    (id) => catalogue.licences.get(id) ?? [],
  );
  const statements = unique(licences.flatMap((licence) => statementsOn(catalogue, licence, topics)));
  const releases = cases.flatMap((item) => (item.group ? [item.group.lead] : []));
  const variants = variantsOf(catalogue, cases);
  const split = variants.length > 1;
  const single = !split && new Set(cases.map((item) => item.mention)).size === 1 ? cases[0]! : null;
  const code = codeLicence(catalogue, single, inquiry);
  const corrections = correctionsFor(catalogue, inquiry);
  const verdict = yesOrNo(inquiry, corrections, licences);
  const duties = unique(
    licences.flatMap((licence) =>
      documentsOf(catalogue, licence).flatMap((document) =>
        document.obligations.map((obligation) => toDutyLine(catalogue, { licence: document, obligation, via: null })),
      ),
    ),
  );
  return makeAnswer(
    {
      kind: 'licence',
      headline:
        claimAnswer(catalogue, verdict, inquiry, licences, corrections) ?? headlineOf(catalogue, cases, inquiry),
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, [
        ...licences.flatMap((licence) => documentsOf(catalogue, licence).map(sourceOfLicence)),
        ...(code ? [sourceOfLicence(code)] : []),
        ...releases
          .slice(0, 2)
          .flatMap((release) =>
            (catalogue.families.get(release.family)?.sources ?? [])
              .slice(0, 1)
              .flatMap((id) => sourceById(catalogue, id)),
          ),
      ]),
    },
    {
      verdict,
      subjects: [
        ...subjectsOf(catalogue, inquiry.subjects, cases),
        ...(code ? [{ written: 'code', name: 'code', release: null, licence: code.id, category: null }] : []),
      ],
      lineage_names: single?.group ? lineageOf(catalogue, single.group.lead).map((release) => release.name) : [],
      lineage: single?.group ? lineageOf(catalogue, single.group.lead).map((release) => release.id) : [],
      conditions: statements.filter((statement) => statement.clause !== null),
      evidence: statements.filter((statement) => statement.clause === null),
      obligations: inquiry.topics.length === 0 || inquiry.topics.includes('naming') ? duties : [],
      osaid: null,
      summary: [
        ...(code ? [`The code is under ${theLicence(code.name)}.`] : []),
        ...summaryOf(catalogue, single, licences),
      ],
      corrections,
      read_as: readAs(inquiry),
      // of licences asked about by name there is nothing to tell apart
      variants: split && cases.some((item) => item.group) ? variants : [],
      asks: [],
      notes: [
        ...licences.flatMap((licence) => historyNotes(licence)),
        ...releases.flatMap((release) => periodNotes(catalogue, release)),
        ...ageNotes(licences, today),
      ],
      table: single?.group && inquiry.topics.length === 0 ? cardTable(catalogue, single.group.lead, inquiry) : null,
      nearest: inquiry.subjects.flatMap((mention) => (mention.kind === 'unknown' ? mention.nearest : [])),
    },
    writeText,
  );
};

/** The code beside the weights can be under another licence; it is said where the code was asked about. */
const codeLicence = (catalogue: Catalogue, single: Case | null, inquiry: Inquiry): Licence | null => {
  const release = single?.group?.lead;
  const state = release?.artefacts.inference_code ?? release?.artefacts.training_code;
  const asked = /\b(?<!source |our |generated )code\b|代码/i.test(inquiry.text);
  return asked && state?.licence ? (catalogue.licences.get(state.licence) ?? null) : null;
};

const casesOf = (catalogue: Catalogue, mention: Mention, inquiry: Inquiry): Case[] => {
  if (mention.kind === 'unknown') return [];
  if (mention.kind === 'licence')
    return inquiry.subjects.some((other) => other.kind === 'models')
      ? []
      : [{ mention, group: null, licences: newest(mention.licences), label: mention.label }];
  return groupsOf(catalogue, mention).map((group, _, groups) => ({
    mention,
    group,
    licences: bindingsOf(catalogue, group.lead).map((binding) => binding.licence),
    label: groups.length === 1 ? mention.label : nameOfGroup(catalogue, group),
  }));
};

/** A name that several versions share stands for those that no other one replaces. */
const newest = (licences: Licence[]): Licence[] => {
  const replaced = new Set(licences.map((licence) => licence.supersedes));
  const current = licences.filter((licence) => !replaced.has(licence.id));
  return current.length > 0 ? current : licences;
};

const statementsOn = (catalogue: Catalogue, licence: Licence, topics: Topic[]): Statement[] =>
  documentsOf(catalogue, licence).flatMap((document) =>
    document.findings
      .filter((finding) => topics.includes(finding.topic) && (finding.stance !== 'silent' || document === licence))
      .map((finding) => ({
        topic: finding.topic,
        licence: document.id,
        licence_name: document.name,
        clause: finding.clause ?? null,
        says: finding.says ?? `${catalogue.vocabulary.topics[finding.topic].label}: not addressed in the text.`,
        note: null,
        source: document.text.url,
      })),
  );

const headlineOf = (catalogue: Catalogue, cases: Case[], inquiry: Inquiry): string => {
  const [first] = cases;
  if (!first) return 'Not in the knowledge base.';
  if (cases.filter((item) => item.group).length > 1) {
    const count = new Set(cases.flatMap((item) => item.licences.map((licence) => licence.id))).size;
    const label = first.mention.kind === 'unknown' ? '' : first.mention.label;
    return count === 1
      ? `${label}: ${first.licences[0]?.name ?? 'no licence held'}.`
      : `${label}: the licence differs by version or size.`;
  }
  if (inquiry.topics.length > 0)
    return `${subjectOfTopics(cases)} ${inquiry.topics.map((topic) => catalogue.vocabulary.topics[topic].label.toLowerCase()).join(', ')}.`;
  return cases
    .map((item) => {
      if (!item.group)
        return `${item.licences.map((licence) => `${licence.name}: ${catalogue.vocabulary.licence_kinds[licence.kind].label}`).join('; ')}.`;
      return `${item.label}: ${item.licences.map((licence) => licence.name).join(' and ') || 'no licence held'}.`;
    })
    .join(' ');
};

const subjectOfTopics = ([first, ...more]: Case[]): string =>
  // a label that several licences ask for
  first!.mention.kind === 'licence' &&
  more.length > 0 &&
  more.every(({ mention }) => mention.start === first!.mention.start)
    ? `"${first!.mention.written}": what the terms that ask for it say on`
    : `${capital([first!, ...more.slice(0, 3)].map(({ label }) => label).join(', '))}: what the terms say on`;

const summaryOf = (catalogue: Catalogue, single: Case | null, licences: Licence[]): string[] => {
  const lines: string[] = [];
  if (single?.group) {
    const release = single.group.lead;
    const family = catalogue.families.get(release.family)!;
    const { label } = classify(catalogue, release);
    lines.push(
      `By ${family.developer}${release.released ? `, released ${release.released}` : ''}; ${label ?? 'class not established'}.`,
    );
    const bases = lineageOf(catalogue, release);
    if (bases.length > 0)
      lines.push(`Made from ${bases.map((base) => base.name).join(', ')}; the licences of its bases travel along.`);
  } else if (single) {
    const [licence] = licences;
    if (licence)
      lines.push(
        `By ${licence.steward}, ${licence.published}; ${licence.osi_approved ? 'OSI-approved' : 'not OSI-approved'}${licence.spdx ? `, SPDX ${licence.spdx}` : ', not on the SPDX list'}.`,
      );
  }
  for (const licence of licences) {
    if (licence.text.extent === 'none')
      lines.push(`We have not read the text of ${licence.name}, so nothing is said about its contents.`);
    if (licence.text.extent === 'excerpts') lines.push(`${licence.name} was read in excerpts only; it may say more.`);
  }
  return lines;
};

/** One line for each set of licences. */
const variantsOf = (catalogue: Catalogue, cases: Case[]): Variant[] => {
  const groups = new Map<string, Case[]>();
  for (const item of cases) {
    const key = item.licences.map((licence) => licence.id).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].map((own) => {
    const releases = own.flatMap((item) => item.group?.releases ?? []);
    const [first] = own;
    const label = releases.length > 0 ? nameOfGroup(catalogue, { releases, lead: releases[0]! }) : first!.label;
    return {
      names: releases.length > 0 ? releases.map((release) => release.name) : [first!.label],
      release: first!.group?.lead.id ?? '',
      licence: first!.licences[0]?.id ?? null,
      verdict: null,
      says: `${label}: ${first!.licences.map((licence) => licence.name).join(' and ') || 'no licence held'}`,
    };
  });
};

const subjectsOf = (catalogue: Catalogue, mentions: Mention[], cases: Case[]): Subject[] =>
  mentions.flatMap((mention): Subject[] => {
    if (mention.kind === 'unknown')
      return [{ written: mention.written, name: mention.written, release: null, licence: null, category: null }];
    const own = cases.filter((item) => item.mention === mention);
    if (mention.kind === 'licence')
      return own.flatMap((item) =>
        item.licences.map((licence) => ({
          written: mention.written,
          name: licence.name,
          release: null,
          licence: licence.id,
          category: null,
        })),
      );
    return own.map((item) => subjectOf(catalogue, mention, item.group!, own.length === 1));
  });

const historyNotes = (licence: Licence): string[] => licence.history.map((change) => `${change.on}: ${change.says}`);

const periodNotes = (catalogue: Catalogue, release: Release): string[] =>
  release.licences
    .filter((period) => period.until)
    .map(
      (period) =>
        `${release.name} was under ${catalogue.licences.get(period.licence)?.name ?? period.licence} until ${period.until}.`,
    );

const cardTable = (catalogue: Catalogue, release: Release, inquiry: Inquiry) => ({
  head: ['What for', 'Verdict', 'Where it says so'],
  rows: CARD_ACTIVITIES.map((activity) => {
    const assessment = assessRelease(catalogue, release, activity, inquiry.facts);
    const ground = assessment.grounds.find((item) => item.verdict === assessment.verdict) ?? assessment.grounds[0];
    return {
      label: capital(catalogue.vocabulary.activities[activity].label),
      cells: [
        catalogue.vocabulary.verdicts[assessment.verdict].label,
        ground ? clauseName(ground.licence.name, ground.finding?.clause ?? null) : '',
      ],
      verdicts: [assessment.verdict, null],
    };
  }),
});
