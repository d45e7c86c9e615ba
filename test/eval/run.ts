#!/usr/bin/env node
import { createAdvisor } from '../../src/advice/advise.ts';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import { readAttacks } from '../attacks/attacks.ts';
import { CARRIERS, type Carrier, runAttacks } from '../attacks/end-to-end.ts';
import { readGold } from './gold.ts';
import { evalLive } from './live.ts';
import { reportModels } from './models.ts';
import { reportRules, underFloors } from './rules.ts';

const HELP = `Answers the gold questions of test/eval/gold and prints how well.

  npm run eval                 by the rules alone, with every answer that missed; then in four rows: no model, and an
                               honest, a sloppy and a hijacked stand-in beside the rules (some minutes)
  npm run eval -- --rules      by the rules alone (seconds)
  npm run eval -- --quiet      without the answers that missed
  npm run eval -- attacks      every attack of test/attacks through the sandbox, in each place (some minutes)
  npm run eval -- attacks PLACE...
                               only there: ${CARRIERS.join(', ')}
  npm run eval -- --live [N]   all questions, or N of them, with the endpoint that OPENAI_* configures
  npm run eval -- ID...        these questions, with their answers
  -h, --help                   show this
`;
const args = process.argv.slice(2);
const flags = new Set(args.filter((arg) => arg.startsWith('-')));
const named = args.filter((arg) => !arg.startsWith('-'));
if (flags.has('--help') || flags.has('-h')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const unknown = [...flags].filter((flag) => !['--rules', '--quiet', '--live'].includes(flag));
if (unknown.length > 0) {
  process.stderr.write(`No such option: ${unknown.join(', ')}. See npm run eval -- --help.\n`);
  process.exit(2);
}

const attackAll = async (places: readonly Carrier[]): Promise<boolean> => {
  const attacks = readAttacks();
  const outcomes = await runAttacks(attacks, places, 'hijacked', (done, of) =>
    process.stderr.write(`\r${done} of ${of} cases`),
  );
  process.stderr.write('\n');
  const succeeded = outcomes.filter((outcome) => outcome.problems.length > 0);
  for (const { attack, carrier, problems } of succeeded) console.log(`${attack} in ${carrier}: ${problems.join('; ')}`);
  console.log(`${succeeded.length} of ${outcomes.length} attacks succeeded (${attacks.length} payloads)`);
  return succeeded.length > 0;
};

if (named[0] === 'attacks') {
  const places = CARRIERS.filter((place) => named.length === 1 || named.includes(place));
  const strange = named.slice(1).filter((name) => !places.some((place) => place === name));
  if (strange.length > 0) {
    process.stderr.write(`No attack is sent as ${strange.join(', ')}. There are: ${CARRIERS.join(', ')}.\n`);
    process.exit(2);
  }
  process.exit((await attackAll(places)) ? 1 : 0);
}

const today = new Date().toISOString().slice(0, 10);
const { catalogue } = loadKnowledge(today);
if (!catalogue) throw new Error('The knowledge cannot be read; run npm run knowledge.');
if (flags.has('--live')) process.exit(await evalLive(args, catalogue, today));
const held = readGold();
const strange = named.filter((id) => !held.some((item) => item.id === id));
if (strange.length > 0) {
  process.stderr.write(
    `No gold question has the id ${strange.join(', ')}; npm run eval shows the ids of those that missed.\n`,
  );
  process.exit(2);
}
const gold = held.filter((item) => named.length === 0 || named.includes(item.id));
const totals = reportRules(catalogue, createAdvisor(catalogue), gold, today, {
  answers: named.length > 0,
  misses: !flags.has('--quiet'),
});
const broken = named.length === 0 && !flags.has('--rules') && (await reportModels(catalogue, today));
if (underFloors(totals)) console.log('\nUnder the floors.');
if (broken) console.log('\nA row changed a verdict of the rules, or left out sources, caveat or citations.');
process.exitCode = underFloors(totals) || broken ? 1 : 0;
