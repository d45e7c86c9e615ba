#!/usr/bin/env node
import { benchKnowledge } from './knowledge.ts';
import { benchSlack } from './slack.ts';
import { benchTokens } from './tokens.ts';

const BENCHES: Record<string, () => void | Promise<void>> = {
  knowledge: benchKnowledge,
  slack: benchSlack,
  tokens: benchTokens,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  process.stderr.write(`No such measurement: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : Object.keys(BENCHES)) await BENCHES[name]!();
