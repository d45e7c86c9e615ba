#!/usr/bin/env node
import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { readGold } from './gold.ts';
import { FLOORS, scoreAnswer, totalOf } from './score.ts';

const HELP = `Answers the gold questions of test/eval/gold and prints how well.

  npm run eval                 totals, and every answer that missed
  npm run eval -- --quiet      totals only
  npm run eval -- ID...        these questions, with their answers
`;
const args = process.argv.slice(2);
if (args.includes('--help')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const today = new Date().toISOString().slice(0, 10);
const { catalogue } = loadKnowledge(today);
if (!catalogue) throw new Error('The knowledge cannot be read; run npm run knowledge.');
const advisor = createAdvisor(catalogue);
const wanted = args.filter((arg) => !arg.startsWith('--'));
const held = readGold();
const strange = wanted.filter((id) => !held.some((item) => item.id === id));
if (strange.length > 0) {
  process.stderr.write(
    `No gold question has the id ${strange.join(', ')}; npm run eval shows the ids of those that missed.\n`,
  );
  process.exit(2);
}
const gold = held.filter((item) => wanted.length === 0 || wanted.includes(item.id));
const scores = gold.map((item) => scoreAnswer(catalogue, item, advisor.ask(item, today)));

for (const score of scores) {
  if (wanted.length > 0) console.log(`${score.gold.question}\n${score.answer.text}\n`);
  if (score.faults.length > 0 && !args.includes('--quiet'))
    console.log(`${score.gold.id}  ${score.gold.question}\n    ${score.faults.join('\n    ')}`);
}
const totals = totalOf(scores);
const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
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
const failed =
  totals.permissive > FLOORS.permissive ||
  totals.citationPrecision < FLOORS.citationPrecision ||
  totals.verdicts < FLOORS.verdicts;
if (failed) console.log('\nUnder the floors.');
process.exitCode = failed ? 1 : 0;
