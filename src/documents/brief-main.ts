#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createAdvisor } from '../advice/advise.ts';
import { composeBrief } from '../advice/brief/compose-brief.ts';
import { writeMarkdown } from '../advice/brief/write-markdown.ts';
import { chooseReleases } from '../advice/choose-release.ts';
import { assumedFacts } from '../advice/facts.ts';
import { loadKnowledge } from '../disk/knowledge-files.ts';
import { complain } from '../terminal/complain.ts';
import { readProfile } from '../terminal/read-profile.ts';

const HELP = `Writes a review brief of a model, for the people who decide on its use.

  npm run -s brief -- "llama 3.1 70b"                  Markdown on standard output
  npm run brief -- "llama 3.1 70b" --md brief.md       Markdown into a file
  npm run brief -- "llama 3.1 70b" --pdf brief.pdf     a PDF

Options
  --md FILE, --pdf FILE   where to write; both can be given
  --profile FILE          facts about your team, as for npm run ask
  -h, --help              show this
`;

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        md: { type: 'string' },
        pdf: { type: 'string' },
        profile: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. See npm run brief -- --help.`);
  }
};

const write = (file: string, content: string | Uint8Array): void => {
  try {
    writeFileSync(file, content);
  } catch {
    complain(`Cannot write ${file}.`);
  }
  process.stderr.write(`Written: ${file}\n`);
};

const { values, positionals } = readOptions();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const name = positionals.join(' ').trim();
if (name === '') complain('No model given. Try: npm run brief -- "llama 3.1 70b"');
const facts = values.profile === undefined ? {} : readProfile(values.profile);
const today = new Date().toISOString().slice(0, 10);
const { catalogue, problems } = loadKnowledge(today);
if (catalogue === null || problems.some((problem) => problem.severity === 'error'))
  complain('The knowledge base has errors; run npm run knowledge to see them.');
const choice = chooseReleases(catalogue!, createAdvisor(catalogue!), name, 1);
if (choice.kind === 'answer')
  complain(
    [
      choice.answer.headline,
      ...(choice.answer.nearest.length > 0 ? [`Closest names we hold: ${choice.answer.nearest.join(', ')}.`] : []),
    ].join(' '),
  );
else {
  const { document } = composeBrief(catalogue!, choice.models[0]!, facts, assumedFacts(facts), today);
  if (values.md !== undefined) write(values.md, writeMarkdown(document));
  if (values.pdf !== undefined) {
    const { briefPdf } = await import('./brief-pdf.ts');
    write(values.pdf, await briefPdf(document));
  }
  if (values.md === undefined && values.pdf === undefined) process.stdout.write(writeMarkdown(document));
}
