import type { Catalogue, Licence, Release } from '../knowledge/catalogue.ts';
import { classify } from '../knowledge/classify.ts';
import { bindingsOf } from '../knowledge/lineage.ts';
import type { Activity } from '../knowledge/vocabulary.ts';
import { type Answer, makeAnswer, type Subject } from './answer.ts';
import { type Assessment, assessLicence, assessRelease } from './assess.ts';
import { asksOf, conditionsOf, knowledgeLine, someSources, sourceOfLicence, sourcesOf } from './evidence.ts';
import { groupsOf, nameOfGroup, subjectOf } from './groups.ts';
import type { Inquiry } from './inquiry.ts';
import { readAs } from './read-as.ts';
import { capital, clauseName, sentenceList } from './wording.ts';
import { writeText } from './write-text.ts';

const ROWS: Activity[] = [
  'use_commercially',
  'use_internally',
  'host_for_others',
  'embed_in_product',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'use_outputs',
  'train_on_outputs',
];
const MOST = 5;

type Column = { name: string; release: Release | null; licences: Licence[]; subject: Subject };

/** Two to five releases or licences side by side; a family that differs by version takes a column for each version group. */
export const composeComparison = (catalogue: Catalogue, inquiry: Inquiry): Answer => {
  const columns = inquiry.subjects.flatMap((mention): Column[] => {
    if (mention.kind === 'models') {
      const groups = groupsOf(catalogue, mention).slice(0, 3);
      return groups.map((group) => ({
        name: groups.length === 1 ? mention.label : nameOfGroup(catalogue, group),
        release: group.lead,
        licences: bindingsOf(catalogue, group.lead).map((binding) => binding.licence),
        subject: subjectOf(catalogue, mention, group, groups.length === 1),
      }));
    }
    if (mention.kind === 'licence')
      return mention.licences.slice(0, 2).map((licence) => ({
        name: licence.name,
        release: null,
        licences: [licence],
        subject: { written: mention.written, name: licence.name, release: null, licence: licence.id, category: null },
      }));
    return [];
  });
  const shown = columns.slice(0, MOST);
  const missing = inquiry.subjects.filter((mention) => mention.kind === 'unknown');
  const activities =
    inquiry.activities.length > 0
      ? [...inquiry.activities, ...ROWS.filter((row) => !inquiry.activities.includes(row))]
      : ROWS;
  const assessed = shown.map((column) => {
    const cells = new Map<Activity, Assessment>();
    return (activity: Activity): Assessment => {
      const known =
        cells.get(activity) ??
        (column.release
          ? assessRelease(catalogue, column.release, activity, inquiry.facts)
          : assessLicence(catalogue, column.licences[0]!, activity, inquiry.facts));
      cells.set(activity, known);
      return known;
    };
  });
  const verdicts = (assessments: Assessment[]) => ({
    cells: assessments.map((assessment) => {
      const ground = assessment.grounds.find((item) => item.verdict === assessment.verdict && item.finding?.clause);
      return `${catalogue.vocabulary.verdicts[assessment.verdict].label}${ground ? ` (${clauseName('', ground.finding!.clause!).replace(/^, /, '')})` : ''}`;
    }),
    verdicts: assessments.map((assessment) => assessment.verdict),
  });
  const asked: Activity[] =
    inquiry.activities.length > 0 ? inquiry.activities : ['use_commercially', 'train_on_outputs'];
  const all = assessed.flatMap((assess) => asked.map(assess));
  return makeAnswer(
    {
      kind: 'comparison',
      headline: `${sentenceList(shown.map((column) => column.name))}, side by side.`,
      knowledge: knowledgeLine(catalogue),
      sources: someSources(catalogue, [
        ...shown.flatMap((column) => column.licences.map(sourceOfLicence)),
        ...sourcesOf(catalogue, all, []),
      ]),
    },
    {
      activity: inquiry.activities[0] ?? null,
      subjects: [
        ...shown.map((column) => column.subject),
        ...missing.map((mention) => ({
          written: mention.written,
          name: mention.written,
          release: null,
          licence: null,
          category: null,
        })),
      ],
      conditions: conditionsOf(all),
      asks: asksOf(all),
      summary: [
        ...missing.map((mention) => `"${mention.written}" is not in the knowledge base.`),
        ...(columns.length > MOST ? [`Shown are the first ${MOST} of ${columns.length}.`] : []),
        ...differences(catalogue, activities, assessed),
      ],
      table: {
        head: ['', ...shown.map((column) => column.name)],
        rows: [
          { label: 'Licence', cells: shown.map((column) => column.licences.map((licence) => licence.name).join('; ')) },
          { label: 'Class', cells: shown.map((column) => classOf(catalogue, column)) },
          {
            label: 'Open source (OSI definition)',
            cells: shown.map((column) =>
              column.release
                ? capital(classify(catalogue, column.release).meets)
                : column.licences[0]?.osi_approved
                  ? 'licence OSI-approved'
                  : 'licence not OSI-approved',
            ),
          },
          ...activities.map((activity) => ({
            label: capital(catalogue.vocabulary.activities[activity].label),
            ...verdicts(assessed.map((assess) => assess(activity))),
          })),
        ],
      },
      nearest: missing.flatMap((mention) => (mention.kind === 'unknown' ? mention.nearest : [])),
      read_as: readAs(inquiry),
    },
    writeText,
  );
};

const classOf = (catalogue: Catalogue, column: Column): string => {
  const label = column.release ? classify(catalogue, column.release).label : null;
  if (label) return label;
  return column.release ? 'not established' : catalogue.vocabulary.licence_kinds[column.licences[0]!.kind].label;
};

/** One sentence on where they part; two at most. */
const differences = (
  catalogue: Catalogue,
  activities: Activity[],
  columns: ((activity: Activity) => Assessment)[],
): string[] => {
  if (columns.length < 2) return [];
  const apart = activities.filter((activity) => new Set(columns.map((assess) => assess(activity).verdict)).size > 1);
  if (apart.length === 0) return ['They come to the same verdict on every point compared; the conditions may differ.'];
  if (apart.length === activities.length) return ['They differ on every point compared.'];
  return [
    `They differ on ${apart
      .slice(0, 4)
      .map((activity) => catalogue.vocabulary.activities[activity].label)
      .join(', ')}${apart.length > 4 ? ' and more' : ''}.`,
  ];
};
