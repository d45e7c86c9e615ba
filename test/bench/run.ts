#!/usr/bin/env node
import { benchKnowledge } from './knowledge.ts';
import { benchSlack } from './slack.ts';
import { benchTokens } from './tokens.ts';

const BENCHES: Record<string, () => void | Promise<void>> = {
  knowledge: benchKnowledge,
  slack: benchSlack,
  tokens: benchTokens,
};

const HELP = `Measures how fast the advisor is, beside what one would otherwise pick.

  npm run bench                all of it (some minutes)
  npm run bench -- PART...     only knowledge, slack, tokens

  knowledge   loading and answering, also with 10 and 100 times as much (minutes)
  slack       start, time to a visible answer, memory and acknowledgements, beside a bare Bolt app
  tokens      what a question costs a language model, beside all of the knowledge and a top-8 retrieval

Ratios are taken in one run; a busy machine moves the milliseconds.
`;

const wanted = process.argv.slice(2);
if (wanted.includes('--help')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]!();
