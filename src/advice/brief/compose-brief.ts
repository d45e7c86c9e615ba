import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import { classify } from '../../knowledge/classify.ts';
import { bindingsOf } from '../../knowledge/lineage.ts';
import { CAVEAT, type SourceLine } from '../answer.ts';
import { ageNotes, knowledgeLine, someSources, sourceById, sourceOfLicence } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import { capital, sentenceList } from '../wording.ts';
import { checkListSection, checkListSources } from './check-list.ts';
import type { Document, Line, Section } from './document.ts';
import { plain } from './document.ts';
import {
  assessAll,
  conditionsSection,
  openPointsSection,
  partsSection,
  shippingSection,
  verdictSection,
} from './licence-sections.ts';
import { clauseSpan, linkTo, sourceSpans, verdictSpan } from './marks.ts';
import { lineageSection, opennessSection } from './openness-sections.ts';

export type BriefAbout = { release: Release; label: string; alike: Release[] };
export type Brief = { document: Document; sources: ReturnType<typeof someSources> };

/**
 * Everything we hold on a model, for the people who sign: all of it computed by the same rules that answer questions.
 * @param assumed the facts in words, where there are any
 * @param today ISO date
 */
export const composeBrief = (
  catalogue: Catalogue,
  { release, label, alike }: BriefAbout,
  facts: Facts,
  assumed: string | null,
  today: string,
): Brief => {
  const family = catalogue.families.get(release.family)!;
  const bindings = bindingsOf(catalogue, release);
  const assessments = assessAll(catalogue, release, facts);
  const use = assessments.find((item) => item.activity === 'use_commercially')!;
  const { label: classLabel } = classify(catalogue, release);
  const knowledge = knowledgeLine(catalogue);
  const age = ageNotes([family, ...bindings.flatMap((binding) => binding.documents)], today);
  const sources = briefSources(catalogue, release);
  const sections: (Section | null)[] = [
    remarksSection(catalogue, release),
    verdictSection(catalogue, assessments),
    partsSection(catalogue, release, facts, use),
    conditionsSection(catalogue, assessments),
    shippingSection(catalogue, assessments),
    openPointsSection(catalogue, release, assessments, [...extentNotes(catalogue, release), ...age]),
    lineageSection(catalogue, release),
    opennessSection(catalogue, release),
    checkListSection(catalogue),
    DECISION,
    { title: 'Sources', blocks: [{ kind: 'list', items: sources.map((line) => [linkTo(line), checked(line)]) }] },
  ];
  return {
    sources,
    document: {
      title: `Review brief: ${label}`,
      subtitle: `For the people who decide on its use. Composed on ${today} by rules, from knowledge ${knowledge.version} (oldest review ${knowledge.oldest_review}).`,
      facts: [
        { label: 'Model', line: plain(identity(catalogue, release)) },
        ...(alike.length > 0
          ? [{ label: 'Holds alike for', line: plain(sentenceList(alike.slice(0, 8).map((other) => other.name))) }]
          : []),
        {
          label: 'Class',
          line: plain(classLabel ?? 'not established'),
        },
        {
          label: bindings.length > 1 ? 'Licences' : 'Licence',
          line:
            bindings.length > 0
              ? bindings.flatMap(
                  ({ licence, via }, at): Line => [
                    { text: at > 0 ? '; ' : '' },
                    clauseSpan(licence.name, null, licence.text.url),
                    { text: via === release ? '' : ` (by way of ${via.name})` },
                  ],
                )
              : plain('none held'),
        },
        { label: 'Commercial use', line: [verdictSpan(catalogue, use.verdict)] },
        ...(assumed ? [{ label: 'Assumed of your team', line: plain(assumed) }] : []),
      ],
      sections: sections.filter((section) => section !== null),
      caveat: `${CAVEAT} Knowledge ${knowledge.version}.`,
      composed: today,
    },
  };
};

const identity = (catalogue: Catalogue, release: Release): string => {
  const { developer } = catalogue.families.get(release.family)!;
  const kinds = release.modality.map((kind) => catalogue.vocabulary.modalities[kind].label);
  return [
    `By ${developer}`,
    ...(release.released ? [`released ${release.released}`] : []),
    ...(release.size ? [`${release.size} parameters`] : []),
    sentenceList(kinds),
    ...(release.repos.length > 0 ? [`on Hugging Face as ${release.repos[0]}`] : []),
  ].join(', ');
};

/** What a reader should know before the verdicts: terms that changed, what the developer says beside them, our own notes. */
const remarksSection = (catalogue: Catalogue, release: Release): Section | null => {
  const family = catalogue.families.get(release.family)!;
  const items: Line[] = [
    ...release.licences
      .filter((period) => period.until)
      .map((period) =>
        plain(`It was under ${catalogue.licences.get(period.licence)?.name ?? period.licence} until ${period.until}.`),
      ),
    ...(release.tag ? [plain(`The tag on its card says "${release.tag}", which is not what applies.`)] : []),
    ...release.statements.map(
      (statement): Line => [
        { text: `${capital(statement.where)}: ${statement.says}` },
        ...sourceSpans(catalogue, statement.source),
      ],
    ),
    ...family.notes.map((note): Line => [{ text: note.says }, ...sourceSpans(catalogue, note.source)]),
    ...family.history.map(
      (change): Line => [{ text: `${change.on}: ${change.says}` }, ...sourceSpans(catalogue, change.source)],
    ),
    ...bindingsOf(catalogue, release).flatMap(({ licence }) =>
      licence.history.map((change) => plain(`${licence.name}, ${change.on}: ${change.says}`)),
    ),
  ];
  return items.length > 0 ? { title: 'To know first', blocks: [{ kind: 'list', items }] } : null;
};

const extentNotes = (catalogue: Catalogue, release: Release): string[] =>
  bindingsOf(catalogue, release)
    .flatMap((binding) => binding.documents)
    .filter((licence) => licence.text.extent !== 'full')
    .map(
      ({ name, text }) =>
        `${name}: ${text.extent === 'none' ? 'the text was not read' : 'the text was read in excerpts only'}.`,
    );

const briefSources = (catalogue: Catalogue, release: Release) => {
  const family = catalogue.families.get(release.family)!;
  const ids = [
    ...family.sources,
    ...release.sources,
    ...Object.values(release.artefacts).flatMap((state) => state?.source ?? []),
    ...(family.calls_it ? [family.calls_it.source] : []),
    ...family.elsewhere.map((other) => other.source),
    ...family.notes.map((note) => note.source),
    ...release.statements.map((statement) => statement.source),
    ...checkListSources(catalogue),
    ...catalogue.rubric.sources,
  ];
  return someSources(catalogue, [
    ...bindingsOf(catalogue, release).flatMap((binding) => binding.documents.map(sourceOfLicence)),
    ...ids.flatMap((id) => sourceById(catalogue, id)),
  ]);
};

const checked = (line: SourceLine) => ({ text: `, checked ${line.checked}` });

/** To be filled in by the ones who sign. */
const DECISION: Section = {
  title: 'Decision',
  blocks: [
    {
      kind: 'form',
      fields: ['Approved / with conditions / rejected', 'For what use', 'Conditions', 'Valid until', 'Name and date'],
    },
  ],
};
