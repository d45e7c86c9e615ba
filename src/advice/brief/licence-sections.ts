import type { Catalogue, Release } from '../../knowledge/catalogue.ts';
import { ACTIVITIES } from '../../knowledge/vocabulary.ts';
import { type Assessment, assessRelease, type Duty } from '../assess.ts';
import { asksOf } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import type { Ground } from '../grounds/ground.ts';
import { slotsOf } from '../slots.ts';
import { capital, clauseName } from '../wording.ts';
import { type Line, plain, type Section } from './document.ts';
import { clauseSpan, verdictSpan } from './marks.ts';

/** What every licence that binds says on every activity, for the facts at hand. */
export const assessAll = (catalogue: Catalogue, release: Release, facts: Facts): Assessment[] =>
  ACTIVITIES.map((activity) => assessRelease(catalogue, release, activity, facts));

/** One row an activity: the verdict, and the clause that decides it. */
export const verdictSection = (catalogue: Catalogue, assessments: Assessment[]): Section => ({
  title: 'What may be done with it',
  blocks: [
    {
      kind: 'table',
      head: ['What for', 'Verdict', 'Where it says so'],
      widths: [0.28, 0.22, 0.5],
      rows: assessments.map((item) => {
        const ground = decidingGround(item);
        return [
          plain(capital(catalogue.vocabulary.activities[item.activity].label)),
          [verdictSpan(catalogue, item.verdict)],
          ground
            ? [clauseSpan(ground.licence.name, ground.finding?.clause ?? null, ground.licence.text.url)]
            : plain('–'),
        ];
      }),
    },
  ],
});

/** The ground that comes to the verdict; where a duty alone limits a plain grant, the grant. */
const decidingGround = (item: Assessment): Ground | undefined =>
  item.grounds.find((ground) => ground.verdict === item.verdict && ground.finding?.clause) ??
  item.grounds.find((ground) => ground.verdict === item.verdict) ??
  item.grounds[0];

/** Code, weights, data and outputs, each with a licence of its own. */
export const partsSection = (catalogue: Catalogue, release: Release, facts: Facts, use: Assessment): Section => ({
  title: 'The four parts, for commercial use',
  blocks: [
    {
      kind: 'table',
      head: ['Part', 'Verdict', 'Terms'],
      widths: [0.16, 0.22, 0.62],
      rows: Object.entries(slotsOf(catalogue, release, 'use_commercially', facts, use)).map(([name, slot]) => [
        plain(capital(name)),
        slot.verdict ? [verdictSpan(catalogue, slot.verdict)] : plain('–'),
        plain(slot.says),
      ]),
    },
  ],
});

/** What limits the rights, the strictest first, then what plainly grants them; each statement once, with its clause. */
export const conditionsSection = (catalogue: Catalogue, assessments: Assessment[]): Section => {
  const said = distinct(assessments.flatMap((item) => item.grounds).filter((ground) => ground.finding?.clause));
  const limits = said
    .filter((ground) => ground.verdict !== 'yes')
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  const grants = said.filter((ground) => ground.verdict === 'yes');
  return {
    title: 'Conditions and limits',
    blocks: [
      limits.length > 0
        ? { kind: 'list', items: limits.map((ground) => groundLine(catalogue, ground)) }
        : {
            kind: 'paragraph',
            line: plain('The text sets no condition on the uses above beyond what has to be shipped.'),
          },
      ...(grants.length > 0
        ? [
            { kind: 'paragraph' as const, line: [{ text: 'What it grants', strong: true as const }] },
            { kind: 'list' as const, items: grants.map((ground) => groundLine(catalogue, ground)) },
          ]
        : []),
    ],
  };
};
const ORDER: Ground['verdict'][] = ['no', 'depends', 'unknown', 'yes_with_conditions', 'yes'];

const distinct = (grounds: Ground[]): Ground[] =>
  grounds.filter(
    (ground, at) =>
      grounds.findIndex((other) => other.says === ground.says && other.licence.id === ground.licence.id) === at,
  );

const groundLine = (catalogue: Catalogue, ground: Ground): Line => [
  { text: `${catalogue.vocabulary.topics[ground.topic].label}: `, strong: true },
  { text: `${ground.says}${ground.note ? ` ${ground.note}` : ''} (` },
  clauseSpan(ground.licence.name, ground.finding?.clause ?? null, ground.licence.text.url),
  { text: `${ground.via ? `; by way of ${ground.via.name}` : ''})` },
];

/** Everything that has to be delivered, shown or done, with what triggers it and the exact words where there are any. */
export const shippingSection = (catalogue: Catalogue, assessments: Assessment[]): Section => {
  const duties = assessments
    .flatMap((item) => item.duties)
    .filter((duty, at, all) => all.findIndex((other) => other.obligation === duty.obligation) === at);
  return {
    title: 'What to ship or do',
    blocks: [
      duties.length > 0
        ? { kind: 'checks', items: duties.map((duty) => dutyLine(catalogue, duty)) }
        : { kind: 'paragraph', line: plain('Nothing that we hold has to be shipped with it.') },
    ],
  };
};

const dutyLine = (catalogue: Catalogue, { licence, obligation }: Duty): Line => [
  { text: `${capital(catalogue.vocabulary.obligation_kinds[obligation.kind].label)}: `, strong: true },
  { text: `${obligation.says} ` },
  ...(obligation.exact
    ? [{ text: 'Text: ' }, { text: `"${obligation.exact}"`, strong: true as const }, { text: ' ' }]
    : []),
  {
    text: `Applies to ${obligation.on.map((trigger) => catalogue.vocabulary.triggers[trigger].label).join(', ')}. (`,
  },
  { text: clauseName(licence.name, obligation.clause), url: licence.text.url },
  { text: ')' },
];

/** What nobody has settled yet: facts of the team, points the text leaves open, texts and parts that were not established. */
export const openPointsSection = (
  catalogue: Catalogue,
  release: Release,
  assessments: Assessment[],
  age: string[],
): Section => {
  const asks = asksOf(assessments).map((ask): Line => [{ text: 'To settle: ', strong: true }, { text: ask.question }]);
  const open = distinct(
    assessments
      .filter((item) => item.verdict === 'unknown')
      .flatMap((item) => item.grounds.filter((ground) => ground.verdict === 'unknown')),
  ).map(
    (ground): Line => [
      { text: `${catalogue.vocabulary.topics[ground.topic].label}: `, strong: true },
      { text: ground.says },
    ],
  );
  const unsettled = assessments.some((item) => item.unsettled)
    ? [plain('Whether a limit on the weights reaches their outputs is not settled where the text does not say so.')]
    : [];
  const unknown = Object.entries(catalogue.vocabulary.artefacts)
    .filter(
      ([artefact]) => (release.artefacts[artefact as keyof Release['artefacts']]?.status ?? 'unknown') === 'unknown',
    )
    .map(([, word]) => word.label.toLowerCase());
  const parts = unknown.length > 0 ? [plain(`Not established here: ${unknown.join(', ')}.`)] : [];
  const points = [...asks, ...open, ...unsettled, ...parts, ...age.map(plain)];
  return {
    title: 'Open points',
    blocks: [
      points.length > 0
        ? { kind: 'checks', items: points }
        : { kind: 'paragraph', line: plain('None that the knowledge base knows of.') },
    ],
  };
};
