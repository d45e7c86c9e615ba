import { checkSentence } from '../../../src/advice/explain/check-sentence.ts';
import type { Catalogue } from '../../../src/knowledge/catalogue.ts';
import { OPERATORS } from './mutants.ts';

export type MutantRows = Map<string, { of: number; through: string[] }>;

/**
 * Makes every sentence of the knowledge false in each way that fits it, and holds each mutant against the fact it cites.
 * @returns per way how many were made and which passed; how many true sentences there are, and how many pass
 */
export const runMutants = (catalogue: Catalogue): { rows: MutantRows; whole: number; passed: number } => {
  const licences = [...catalogue.licences.values()];
  const releases = [...catalogue.releases.values()];
  const facts = licences.flatMap((licence, at) =>
    [...licence.findings, ...licence.obligations].flatMap((item) =>
      'says' in item && item.says ? [{ says: item.says, about: [licence.name], clause: item.clause ?? null, at }] : [],
    ),
  );
  const words = (text: string) => text.toLowerCase().match(/[a-z]+/g) ?? [];
  const foreignModel = (from: number, licence: string): string => {
    const own = new Set(words(licence));
    const pick = Array.from({ length: 50 }, (_, step) => releases[(from + step * 31) % releases.length]!.name);
    return pick.find((name) => words(name).every((word) => !own.has(word)))!;
  };
  const rows = new Map(OPERATORS.map((operator) => [operator.name, { of: 0, through: [] as string[] }]));
  let whole = 0;
  let passed = 0;
  for (const [at, fact] of facts.entries()) {
    const other = {
      licence: licences[(fact.at + 37) % licences.length]!.name,
      model: foreignModel(at * 13, fact.about[0]!),
      clauseOf: facts[(at * 7 + 501) % facts.length]!.says,
    };
    for (const sentence of fact.says.split(/(?<=\.)\s+/)) {
      whole += 1;
      if (checkSentence(sentence, [fact], '') !== null) continue;
      passed += 1;
      for (const operator of OPERATORS) {
        const mutant = operator.mutate(sentence, other);
        if (mutant === null || mutant === sentence) continue;
        const row = rows.get(operator.name)!;
        row.of += 1;
        if (checkSentence(mutant, [fact], '') === null) row.through.push(mutant);
      }
    }
  }
  return { rows, whole, passed };
};
