#!/usr/bin/env node
import { benchKnowledge } from './knowledge.ts';
import { benchSlack } from './slack.ts';
import { benchTokens } from './tokens.ts';

const BENCHES: Record<string, () => void | Promise<void>> = {
  knowledge: benchKnowledge,
  slack: benchSlack,
  tokens: benchTokens,
};

const HELP = `Measures on this machine, without a key or a network, and prints each figure beside its aim.

  npm run bench                      all of it (some minutes)
  npm run bench -- MEASUREMENT...    only knowledge, slack, tokens

Measurements
  knowledge    loading, answering and resolving names, beside a copy of the knowledge 10 and 100 times as large
  slack        start, answers, memory and acknowledgements, beside a bare Bolt app in the same workspace
  tokens       what a language model is sent for a question, beside the whole knowledge and a plain retrieval

  -h, --help   show this
`;
const wanted = process.argv.slice(2);
if (wanted.includes('--help') || wanted.includes('-h')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(', ')}.\n\n${HELP}`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]!();
