import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { type Classification, classify } from '../knowledge/classify.ts';
import { bindingsOf } from '../knowledge/lineage.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Verdict } from '../knowledge/vocabulary.ts';
import { type Answer, makeAnswer, type Osaid, type Subject, type Table } from './answer.ts';
import { lineageOf } from './assess.ts';
import { ageNotes, knowledgeLine, someSources, sourceById, sourceOfLicence } from './evidence.ts';
import { strictest } from './grounds/ground.ts';
import { type Group, groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { classLine } from './languages/in-your-language.ts';
import { correctionsFor } from './premise.ts';
import { readAs } from './read-as.ts';
import { capital, sentenceList } from './wording.ts';
import { writeText } from './write-text.ts';

type Case = { mention: Mention; group: Group; label: string; release: Release; result: Classification };

/** What the asker wants to know of the openness: whether it is open source, whether the weights are there, or the class. */
type Asked = 'open_source' | 'open_weight' | 'training_data' | 'class';
const askedFor = (text: string): Asked => {
  if (
    /open[- ]?weights?|download|weights\b[^.?!]{0,40}\b(available|public|released|open|out)\b|开放权重|\bclosed\b|proprietary|api[- ]only/i.test(
      text,
    ) &&
    !/open[- ]?source/i.test(text)
  )
    return 'open_weight';
  if (
    /\b(training )?(data|datasets?|corpus)\b[^?]{0,40}\b(public|released?|available|open|published|disclosed?|download)|\b(release|publish|disclose|share|open)\w*\b[^?]{0,20}\b(training )?(data|datasets?|corpus)\b/i.test(
      text,
    ) &&
    !/open[- ]?source/i.test(text)
  )
    return 'training_data';
  if (/how open|category|classif|what kind/i.test(text)) return 'class';
  return 'open_source';
};

/** Answers how open something is: its class with the reason, the OSAID check-list, and how others see it. */
export const composeClassification = (catalogue: Catalogue, inquiry: Inquiry, today: string): Answer => {
  const cases = inquiry.subjects.flatMap((mention): Case[] =>
    mention.kind === 'models'
      ? groupsOf(catalogue, mention).map((group, _, groups) => ({
          mention,
          group,
          label: groups.length === 1 ? mention.label : nameOfGroup(catalogue, group),
          release: group.lead,
          result: classify(catalogue, group.lead),
        }))
      : [],
  );
  const asked = askedFor(inquiry.text);
  const verdicts = [...new Set(cases.map((item) => verdictFor(asked, item, inquiry.text)))];
  const given = verdicts.filter((item) => item !== null);
  const verdict: Verdict | null =
    verdicts.length === 1
      ? verdicts[0]!
      : given.length === 0
        ? 'unknown'
        : given.includes('yes')
          ? 'depends'
          : strictest(given);
  const [first] = cases;
  const same = cases.every(
    (item) => item.result.category === first?.result.category && item.result.meets === first?.result.meets,
  );
  // several models were named, and each is of one class
  const apart =
    new Set(cases.map(({ mention }) => mention)).size > 1 &&
    cases.every((item) =>
      cases.every(
        (other) =>
          other.mention !== item.mention ||
          verdictFor(asked, other, inquiry.text) === verdictFor(asked, item, inquiry.text),
      ),
    );
  const names = [
    ...new Set(inquiry.subjects.map((mention) => (mention.kind === 'unknown' ? mention.written : mention.label))),
  ];
  const label = sentenceList(names);
  const subjects: Subject[] = inquiry.subjects.flatMap((mention) => {
    if (mention.kind !== 'models')
      return mention.kind === 'unknown'
        ? [{ written: mention.written, name: mention.written, release: null, licence: null, category: null }]
        : [];
    const own = cases.filter((item) => item.mention === mention);
    return own.map((item) => subjectOf(catalogue, mention, item.group, own.length === 1));
  });
  const lines = cases.flatMap((item) => [
    ...bindingsOf(catalogue, item.release).map((binding) => sourceOfLicence(binding.licence)),
    ...item.result.elements.flatMap((element) => (element.source ? sourceById(catalogue, element.source) : [])),
    ...(item.result.washing ? sourceById(catalogue, item.result.washing.source) : []),
  ]);
  return makeAnswer(
    {
      kind: 'classification',
      headline:
        !same && apart
          ? headlineOfSeveral(asked, cases, inquiry.text)
          : headlineFor(catalogue, asked, label, verdict, same ? (first ?? null) : null),
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, [
        ...lines.slice(0, 6),
        ...catalogue.rubric.sources.slice(0, 1).flatMap((id) => sourceById(catalogue, id)),
      ]),
    },
    {
      verdict,
      in_your_language:
        first && same && (asked === 'open_source' || asked === 'class')
          ? classLine(catalogue, inquiry, { meets: first.result.meets, names })
          : null,
      subjects,
      lineage_names:
        first && cases.length === 1 ? lineageOf(catalogue, first.release).map((release) => release.name) : [],
      lineage: first && cases.length === 1 ? lineageOf(catalogue, first.release).map((release) => release.id) : [],
      osaid: first && same ? osaidOf(first.result) : null,
      summary: first && same ? [first.result.because] : apart ? [] : ['It differs by version or size.'],
      points:
        first && same
          ? first.result.elements.map((element) => `${element.label}: ${element.state}. ${element.why}`)
          : [],
      variants: same
        ? []
        : cases.map((item) => ({
            names: item.group.releases.map((release) => release.name),
            release: item.release.id,
            licence: bindingsOf(catalogue, item.release)[0]?.licence.id ?? null,
            verdict: verdictFor(asked, item, inquiry.text),
            says: `${item.label}: ${item.result.label ?? 'class not established'}, ${openness(item.result)}`,
          })),
      asks: same || apart ? [] : [{ fact: 'version', question: `Which ${label} do you mean?` }],
      corrections: correctionsFor(catalogue, inquiry),
      read_as: readAs(inquiry),
      notes: notesFor(catalogue, cases, today),
      table: first && same ? partsTable(catalogue, first.release) : null,
    },
    writeText,
  );
};

const verdictFor = (asked: Asked, { release, result }: Case, text: string): Verdict | null => {
  if (asked === 'class') return null;
  if (asked === 'training_data') {
    const status = release.artefacts.training_data?.status ?? 'unknown';
    return status === 'released' ? 'yes' : status === 'withheld' || status === 'described' ? 'no' : 'unknown';
  }
  const closed = /\b(closed|proprietary|api[- ]only)\b/i.test(text) && !/\bnot (closed|proprietary)/i.test(text);
  if (asked === 'open_weight') {
    const status = release.artefacts.weights?.status ?? 'unknown';
    const open: Verdict = status === 'released' ? 'yes' : status === 'withheld' ? 'no' : 'unknown';
    return closed ? (open === 'yes' ? 'no' : open === 'no' ? 'yes' : 'unknown') : open;
  }
  return result.meets === 'yes' ? 'yes' : result.meets === 'no' ? 'no' : 'unknown';
};

const openness = (result: Classification): string =>
  result.meets === 'yes'
    ? 'open source by the OSI definition'
    : result.meets === 'no'
      ? 'not open source by the OSI definition'
      : 'open source by the OSI definition: not established';

const QUALITY: Record<Asked, string> = {
  open_source: "Open source by the OSI's definition",
  class: "Open source by the OSI's definition",
  open_weight: 'Weights released',
  training_data: 'Training data released',
};

/** "Which of A, B and C is open source?": those that are, those that are not, those of which it is not known. */
const headlineOfSeveral = (asked: Asked, cases: Case[], text: string): string => {
  const wanted = asked === 'class' ? 'open_source' : asked;
  const of = (verdict: Verdict) => [
    ...new Set(
      cases.flatMap((item) => (verdictFor(wanted, item, text) === verdict ? [labelOf(item.mention, item.label)] : [])),
    ),
  ];
  const parts = [
    { word: '', names: of('yes') },
    { word: 'not ', names: of('no') },
    { word: 'not established for ', names: of('unknown') },
  ].filter(({ names }) => names.length > 0);
  return `${QUALITY[asked]}: ${parts.map(({ word, names }) => `${word}${sentenceList(names)}`).join('; ')}.`;
};
const labelOf = (mention: Mention, own: string): string => (mention.kind === 'models' ? mention.label : own);

const headlineFor = (
  catalogue: Catalogue,
  asked: Asked,
  label: string,
  verdict: Verdict | null,
  only: Case | null,
): string => {
  if (!only)
    return verdict === 'no'
      ? `No version of ${label} is established as open source by the OSI's definition; they differ in class.`
      : `It depends: ${label} comes in versions of different openness.`;
  const category = only.result.label ?? 'of a class we have not established';
  const released = only.release.artefacts.weights?.status;
  if (asked === 'open_weight' && verdict) {
    const weights =
      released === 'released'
        ? 'the weights are released'
        : released === 'withheld'
          ? 'the weights are not released'
          : 'what was released is not established here';
    return `${verdict === 'yes' ? 'Yes' : verdict === 'no' ? 'No' : 'Not known'}: ${label}, ${weights}; it is ${category}.`;
  }
  if (asked === 'training_data' && verdict) {
    const state = only.release.artefacts.training_data?.status ?? 'unknown';
    return `${verdict === 'yes' ? 'Yes' : verdict === 'no' ? 'No' : 'Not known'}: ${label}, training data ${catalogue.vocabulary.artefact_statuses[state].label}; it is ${category}.`;
  }
  if (asked === 'class') return `${capital(label)} is ${category}, ${openness(only.result)}.`;
  switch (only.result.meets) {
    case 'yes':
      return `Yes: ${label} meets the elements of the OSI's definition as far as we have established them; it is ${category}.`;
    case 'no':
      return `No: ${label} is not open source by the OSI's definition; it is ${category}.`;
    case 'unknown':
      return `Not established: whether ${label} is open source by the OSI's definition; it is ${category}.`;
    default:
      return only.result.meets satisfies never;
  }
};

export const osaidOf = (result: Classification): Osaid => {
  const state = (element: Classification['elements'][number]['element']) =>
    result.elements.find((item) => item.element === element)!.state;
  return {
    data_information: state('data_information'),
    code: state('code'),
    parameters: state('parameters'),
    meets: result.meets,
  };
};

const notesFor = (catalogue: Catalogue, cases: Case[], today: string): string[] => {
  const families = [...new Set(cases.map((item) => item.release.family))].flatMap(
    (id) => catalogue.families.get(id) ?? [],
  );
  return [
    ...cases.flatMap((item) =>
      item.result.washing
        ? [
            `${catalogue.families.get(item.release.family)!.developer} calls it "${item.result.washing.term}"; by the definition named above it is not.`,
          ]
        : [],
    ),
    ...families
      .slice(0, 2)
      .flatMap((family) => family.elsewhere.map((other) => `${other.by}: ${other.says} (${other.on}).`)),
    ...ageNotes(families, today),
  ].filter((note, at, notes) => notes.indexOf(note) === at);
};

/** What of the model is out, part by part. */
export const partsTable = (catalogue: Catalogue, release: Release): Table => ({
  head: ['Part', 'Status', 'Licence'],
  rows: Object.entries(catalogue.vocabulary.artefacts).map(([artefact, word]) => {
    const state = release.artefacts[artefact as keyof typeof release.artefacts];
    const licence =
      artefact === 'weights'
        ? bindingsOf(catalogue, release)
            .map((binding) => binding.licence.name)
            .join('; ')
        : state?.licence
          ? (catalogue.licences.get(state.licence)?.name ?? '')
          : '';
    return {
      label: word.label,
      cells: [catalogue.vocabulary.artefact_statuses[state?.status ?? 'unknown'].label, licence],
    };
  }),
});
