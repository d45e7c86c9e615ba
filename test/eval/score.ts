import type { Answer } from '../../src/advice/answer.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import type { Gold } from './gold.ts';

export type Score = {
  gold: Gold;
  answer: Answer;
  kindRight: boolean;
  verdictRight: boolean;
  /** says more than the licence gives */
  permissive: boolean;
  conditionsFound: number;
  /** conditions and obligations that resolve to a finding of the knowledge, of all that were named */
  citationsResolved: number;
  citations: number;
  /** licences of the gold that the answer cites */
  licencesFound: number;
  abstained: boolean;
  faults: string[];
};

/** How much a verdict gives away, from nothing to everything. */
const GIVES = { no: 0, unknown: 0, depends: 1, yes_with_conditions: 2, yes: 3 } as const;

/** An answer that holds back: it does not give a yes. */
const holdsBack = (answer: Answer): boolean =>
  ['not_covered', 'declined', 'clarification', 'article'].includes(answer.kind) ||
  answer.verdict === 'depends' ||
  answer.verdict === 'unknown' ||
  answer.verdict === 'no' ||
  answer.corrections.length > 0;

export const scoreAnswer = (catalogue: Catalogue, gold: Gold, answer: Answer): Score => {
  const kindRight = gold.kind.includes(answer.kind);
  const verdictRight = gold.verdict.includes(answer.verdict);
  const allowed = Math.max(...gold.verdict.map((verdict) => (verdict === null ? 3 : GIVES[verdict])));
  const permissive =
    answer.verdict !== null && !verdictRight && GIVES[answer.verdict] > allowed && GIVES[answer.verdict] >= 2;
  const named = [...answer.conditions, ...answer.evidence, ...answer.obligations].map(
    (line) => `${line.licence}#${line.clause}`,
  );
  const conditionsFound = gold.conditions.filter((wanted) =>
    named.some((name) => name === wanted || name.startsWith(`${wanted}.`)),
  ).length;
  const cited = [...answer.conditions, ...answer.obligations];
  const loose = cited.filter((line) => {
    const licence = catalogue.licences.get(line.licence);
    return !(
      licence !== undefined &&
      line.source === licence.text.url &&
      answer.sources.some((source) => source.url === line.source) &&
      [...licence.findings, ...licence.obligations].some(
        (item) => item.clause === line.clause && item.says === line.says,
      )
    );
  });
  const licences = new Set([
    ...answer.subjects.map((subject) => subject.licence),
    ...answer.conditions.map((line) => line.licence),
    ...answer.evidence.map((line) => line.licence),
    ...answer.obligations.map((line) => line.licence),
    ...answer.variants.map((variant) => variant.licence),
  ]);
  const licencesFound = gold.licences.filter((id) => licences.has(id)).length;
  const subjectRight =
    gold.subjects.length === 0 ||
    answer.subjects.some((subject) => gold.subjects.some((wanted) => subject.release?.startsWith(wanted)));
  const textRight =
    gold.text.length === 0 || gold.text.some((word) => answer.text.toLowerCase().includes(word.toLowerCase()));
  const faults = [
    ...(kindRight ? [] : [`kind ${answer.kind}, wanted ${gold.kind.join('|')}`]),
    ...(verdictRight ? [] : [`verdict ${answer.verdict}, wanted ${gold.verdict.join('|')}`]),
    ...(permissive ? ['PERMISSIVE'] : []),
    ...(conditionsFound === gold.conditions.length
      ? []
      : [`conditions ${named.join(' ') || 'none'}, wanted ${gold.conditions.join(' ')}`]),
    ...(licencesFound === gold.licences.length
      ? []
      : [`licences ${[...licences].join(' ')}, wanted ${gold.licences.join(' ')}`]),
    ...(subjectRight
      ? []
      : [`subjects ${answer.subjects.map((subject) => subject.release).join(' ')}, wanted ${gold.subjects.join('|')}`]),
    ...loose.map((line) => `cites what is not held: ${line.licence} ${line.clause}: ${line.says}`),
    ...(textRight ? [] : [`text lacks ${gold.text.join('|')}`]),
  ];
  return {
    gold,
    answer,
    kindRight,
    verdictRight,
    permissive,
    conditionsFound,
    citationsResolved: cited.length - loose.length,
    citations: cited.length,
    licencesFound,
    abstained: holdsBack(answer),
    faults,
  };
};

export type Totals = {
  questions: number;
  verdicts: number;
  kinds: number;
  permissive: number;
  conditionRecall: number;
  citationPrecision: number;
  citationRecall: number;
  /** per kind of restraint: recall */
  restraint: Record<string, { of: number; held: number }>;
  /** of the questions that call for no restraint and want a plain yes, how many got one */
  overRefusal: number;
};

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const sum = (scores: Score[], of: (score: Score) => number): number =>
  scores.reduce((total, score) => total + of(score), 0);

export const totalOf = (scores: Score[]): Totals => {
  const restraint: Totals['restraint'] = {};
  for (const score of scores)
    if (score.gold.restraint) {
      const row = restraint[score.gold.restraint] ?? { of: 0, held: 0 };
      restraint[score.gold.restraint] = row;
      row.of += 1;
      if (score.verdictRight && score.kindRight) row.held += 1;
    }
  const givable = scores.filter(
    (score) =>
      score.gold.restraint === null &&
      score.gold.verdict.every((verdict) => verdict === 'yes' || verdict === 'yes_with_conditions'),
  );
  return {
    questions: scores.length,
    verdicts: share(scores.filter((score) => score.verdictRight).length, scores.length),
    kinds: share(scores.filter((score) => score.kindRight).length, scores.length),
    permissive: scores.filter((score) => score.permissive).length,
    conditionRecall: share(
      sum(scores, (score) => score.conditionsFound),
      sum(scores, (score) => score.gold.conditions.length),
    ),
    citationPrecision: share(
      sum(scores, (score) => score.citationsResolved),
      sum(scores, (score) => score.citations),
    ),
    citationRecall: share(
      sum(scores, (score) => score.licencesFound),
      sum(scores, (score) => score.gold.licences.length),
    ),
    restraint,
    overRefusal: share(
      givable.filter((score) => !['yes', 'yes_with_conditions'].includes(score.answer.verdict ?? '')).length,
      givable.length,
    ),
  };
};

export const FLOORS = { permissive: 0, citationPrecision: 1, verdicts: 0.97 } as const;
