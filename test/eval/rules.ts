import type { Advisor } from '../../src/advice/advise.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import type { Gold } from './gold.ts';
import { FLOORS, scoreAnswer, type Totals, totalOf } from './score.ts';

export const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

/** Answers by the rules alone, prints what missed and the totals. @returns the totals */
export const reportRules = (
  catalogue: Catalogue,
  advisor: Advisor,
  gold: Gold[],
  today: string,
  show: { answers: boolean; misses: boolean },
): Totals => {
  const scores = gold.map((item) => scoreAnswer(catalogue, item, advisor.ask(item, today)));
  for (const score of scores) {
    if (show.answers) console.log(`${score.gold.question}\n${score.answer.text}\n`);
    if (score.faults.length > 0 && show.misses)
      console.log(`${score.gold.id}  ${score.gold.question}\n    ${score.faults.join('\n    ')}`);
  }
  const totals = totalOf(scores);
  console.log(`
questions            ${totals.questions}
verdicts right       ${percent(totals.verdicts)}   (floor ${percent(FLOORS.verdicts)})
kinds right          ${percent(totals.kinds)}
permissive errors    ${totals.permissive}   (floor ${FLOORS.permissive})
condition recall     ${percent(totals.conditionRecall)}
citation precision   ${percent(totals.citationPrecision)}   (floor ${percent(FLOORS.citationPrecision)})
citation recall      ${percent(totals.citationRecall)}
over-refusal         ${percent(totals.overRefusal)}
restraint, right answers per kind:`);
  for (const [kind, { of, held }] of Object.entries(totals.restraint))
    console.log(`  ${kind.padEnd(16)} ${held} of ${of}`);
  return totals;
};

export const underFloors = (totals: Totals): boolean =>
  totals.permissive > FLOORS.permissive ||
  totals.citationPrecision < FLOORS.citationPrecision ||
  totals.verdicts < FLOORS.verdicts;
