#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { loadKnowledge, readTextsIn } from '../disk/knowledge-files.ts';
import { checkMarkers } from '../knowledge/markers.ts';

const HELP = `Checks and shows the knowledge base.

  npm run knowledge                  check every file and every rule between files
  npm run knowledge -- show ID       print a licence, a model family, a release or an article
  npm run knowledge -- stats         count what is held

  LICENCE_TEXTS=DIR npm run knowledge   also find each marker in the licence texts in DIR
  --only TEXT                           show only problems whose file or place contains TEXT
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const today = new Date().toISOString().slice(0, 10);
const { catalogue, problems } = loadKnowledge(today);
const folder = process.env.LICENCE_TEXTS;
const report = catalogue && folder ? checkMarkers(catalogue, readTextsIn(folder)) : null;
const all = [...problems, ...(report?.problems ?? [])].filter(
  (p) => !values.only || `${p.file} ${p.at} ${p.message}`.includes(values.only),
);
void positionals;
for (const p of all) console.log(`${p.severity === 'error' ? 'error' : 'warn '}  ${p.file}  ${p.at}  ${p.message}`);
if (catalogue)
  console.log(
    `${catalogue.licences.size} licences, ${catalogue.families.size} families, ${catalogue.releases.size} releases, ${catalogue.articles.size} articles; ${report ? `${report.checked} markers checked, ${report.problems.length} missing` : 'markers not checked (LICENCE_TEXTS is not set)'}`,
  );
process.exitCode = all.some((p) => p.severity === 'error') ? 1 : 0;
