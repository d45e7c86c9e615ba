#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge, readTextsIn } from '../disk/knowledge-files.ts';
import { KNOWLEDGE_FOLDER } from '../disk/read-files.ts';
import { checkMarkers } from '../knowledge/markers.ts';
import { problem } from '../knowledge/problem.ts';
import { checkDrift } from '../web/drift.ts';
import { complain } from './complain.ts';
import { withFieldTables } from './field-table.ts';
import { knowledgeTables } from './knowledge-tables.ts';
import { countKnowledge, showEntry } from './knowledge-views.ts';
import { writeNewEntry } from './new-entry.ts';

const HELP = `Checks and shows the knowledge base.

  npm run knowledge                     check every file and every rule between files
  npm run knowledge -- show ID          print a licence, a model family, a release or an article
  npm run knowledge -- stats            count what is held
  npm run knowledge -- table            licences by what they allow, models by class, as Markdown
  npm run knowledge -- new licence ID   write the skeleton of a licence (or: new model ID)
  npm run knowledge -- drift            fetch each text anew and list the markers that are gone
  npm run knowledge -- fields           make the field tables of knowledge/README.md anew

Options
  --limit N      drift: at most N texts (default 500)
  --timeout S    drift: seconds for one text (default 20)
  --only TEXT    show only the problems whose file, place or message contains TEXT
  -h, --help     show this

LICENCE_TEXTS=DIR npm run knowledge     also find each marker in the licence texts in DIR
`;

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        limit: { type: 'string' },
        timeout: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. See npm run knowledge -- --help.`);
  }
};

const { values, positionals } = readOptions();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const [command = 'check', id, second] = positionals;
const today = new Date().toISOString().slice(0, 10);
const { catalogue, problems } = loadKnowledge(today);
const page = join(KNOWLEDGE_FOLDER, 'README.md');
// a reader that closes early (`| head`) is no failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const print = (line: string) => process.stdout.write(`${line}\n`);

if (command === 'check') {
  const folder = process.env.LICENCE_TEXTS;
  const report = catalogue && folder ? checkMarkers(catalogue, readTextsIn(folder)) : null;
  const { only } = values;
  const text = readFileSync(page, 'utf8');
  const stale =
    text === withFieldTables(text)
      ? []
      : [problem('README.md', 'All fields', 'the field tables are stale; run npm run knowledge -- fields')];
  const all = [...problems, ...stale, ...(report?.problems ?? [])].filter(
    (item) => only === undefined || `${item.file} ${item.at} ${item.message}`.includes(only),
  );
  for (const item of all)
    print(`${item.severity.padEnd(7)}  ${item.file}${item.at ? `  ${item.at}` : ''}: ${item.message}`);
  const held = catalogue
    ? `${catalogue.licences.size} licences, ${catalogue.families.size} families, ${catalogue.releases.size} releases, ${catalogue.articles.size} articles`
    : 'nothing could be read';
  const markers = report
    ? `${report.checked} markers looked for, ${report.problems.length} problems${report.notAtHand.length > 0 ? `, not at hand: ${report.notAtHand.join(', ')}` : ''}`
    : 'markers not looked for (LICENCE_TEXTS is not set)';
  const errors = all.filter((item) => item.severity === 'error').length;
  print(`${held}; ${markers}; ${errors} ${errors === 1 ? 'error' : 'errors'}, ${all.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
} else if (command === 'fields') {
  writeFileSync(page, withFieldTables(readFileSync(page, 'utf8')));
} else if (command === 'new') {
  const result = writeNewEntry(KNOWLEDGE_FOLDER, id, second, today);
  print(
    result.ok ? `Wrote ${result.path}; run npm run knowledge to see what it still needs.` : complain(result.message),
  );
} else if (catalogue === null) complain('The knowledge base cannot be read; run npm run knowledge to see why.');
else if (command === 'show')
  print(
    showEntry(catalogue, id ?? complain('show: which entry? Give the id of a licence, family, release or article.')) ??
      complain(`show: "${id}" is no licence, family, release or article we hold.`),
  );
else if (command === 'stats') print(countKnowledge(catalogue));
else if (command === 'table') print(knowledgeTables(catalogue));
else if (command === 'drift') await drift(catalogue);
else complain(`"${command}" is no command. See npm run knowledge -- --help.`);

async function drift(held: NonNullable<typeof catalogue>): Promise<void> {
  const number = (option: 'limit' | 'timeout', fallback: number) => {
    const value = Number(values[option] ?? fallback);
    return value > 0 ? value : complain(`--${option}: expected a number above 0.`);
  };
  const found = await checkDrift(held, {
    fetch,
    limit: number('limit', 500),
    timeout: number('timeout', 20) * 1000,
    progress: (done, total, item) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total}  ${item.id.padEnd(50)}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  for (const item of found) {
    if (item.state === 'gone')
      print(
        `changed      ${item.id}  ${item.url}\n${item.markers.map((marker) => `             gone: ${marker}`).join('\n')}`,
      );
    if (item.state === 'unreachable') print(`unreachable  ${item.id}  ${item.url}  ${item.why}`);
  }
  const count = (state: string) => found.filter((item) => item.state === state).length;
  print(
    `${found.length} texts: ${count('same')} as checked, ${count('gone')} changed, ${count('unreachable')} unreachable`,
  );
  process.exitCode = count('gone') > 0 ? 1 : 0;
}
