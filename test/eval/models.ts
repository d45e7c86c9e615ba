import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import { runMutants } from '../advice/explain/run-mutants.ts';
import { readHarmless } from '../attacks/attacks.ts';
import { readGold, readUnusual } from './gold.ts';
import { answerInRows, type Row } from './rows.ts';
import { percent } from './rules.ts';
import { totalOf } from './score.ts';

/**
 * Prints the four rows: the same questions with no model, and with an honest, a sloppy and a hijacked stand-in behind
 * the real client. @returns whether a row broke what none may break
 */
export const reportModels = async (catalogue: Catalogue, today: string): Promise<boolean> => {
  const gold = readGold();
  const unusual = readUnusual();
  const harmless = readHarmless();
  const strange = new Set(unusual.map((item) => item.id));
  const plain = new Set(gold.map((item) => item.id));
  const meant = unusual.map((item) => ({ ...item.meant, question: item.question }));
  console.log(
    `\nWith a language model beside the rules: ${gold.length} gold questions, ${unusual.length} in unusual words, ${harmless.length} harmless ones with trigger words.
The models are stand-ins; "honest" reads unusual questions as their authors meant them, which is the most a model could do.\n`,
  );
  console.log(
    [
      'row'.padEnd(10),
      'verdicts',
      'permissive',
      'unusual',
      'permissive',
      'citations',
      'no caveat',
      'changed',
      'read',
      'shown',
      'dropped',
    ].join('  '),
  );
  let broken = false;
  const print = (row: Row): void => {
    const of = (ids: Set<string>) => totalOf(row.scores.filter((score) => ids.has(score.gold.id)));
    const [usual, odd] = [of(plain), of(strange)];
    broken ||= usual.citationPrecision < 1 || row.changed.length > 0 || row.bare.length > 0;
    console.log(
      [
        row.name.padEnd(10),
        percent(usual.verdicts).padStart(8),
        String(usual.permissive).padStart(10),
        percent(odd.verdicts).padStart(7),
        String(odd.permissive).padStart(10),
        percent(usual.citationPrecision).padStart(9),
        String(row.bare.length).padStart(9),
        String(row.changed.length).padStart(7),
        String(row.readByModel).padStart(4),
        String(row.shown).padStart(5),
        String(row.dropped).padStart(7),
      ].join('  '),
    );
  };
  const rows = await answerInRows(catalogue, [...gold, ...unusual, ...harmless], meant, today, print);
  const refused = new Set(harmless.map((item) => item.id));
  const [none] = rows;
  const declined = none!.scores.filter(
    (score) => refused.has(score.gold.id) && score.answer.kind === 'declined' && !score.gold.kind.includes('declined'),
  );
  console.log(`\nharmless questions refused  ${declined.length} of ${harmless.length}`);
  const { rows: mutants, whole, passed } = runMutants(catalogue);
  const made = [...mutants.values()].reduce((sum, row) => sum + row.of, 0);
  const through = [...mutants.values()].reduce((sum, row) => sum + row.through.length, 0);
  console.log(
    `checker: ${percent(passed / whole)} of ${whole} true sentences pass, ${through} of ${made} mutants (${((100 * through) / made).toFixed(2)} %)`,
  );
  for (const [name, row] of mutants)
    if (row.through.length > 0) console.log(`  ${name}: ${row.through.length} of ${row.of}`);
  return broken;
};
