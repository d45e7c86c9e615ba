#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createAdvisor } from '../advice/advise.ts';
import { createConsult } from '../advice/consult.ts';
import { consultWithHub } from '../advice/hub/hub-consult.ts';
import { readHubConfig } from '../config.ts';
import { loadKnowledge } from '../disk/knowledge-files.ts';
import { complain } from './complain.ts';
import { converse } from './converse.ts';
import { answerLines } from './json-lines.ts';
import { readProfile } from './read-profile.ts';
import { render } from './render.ts';

const HELP = `Asks the Openness Advisor what an AI model's licence allows.

  npm run ask -- "can we use Llama 3.1 70B commercially?"
  npm run ask                          ask and follow up, line by line; "exit" ends
  echo "..." | npm run -s ask          a question from another program
  npm run -s ask -- --json "..."       print the answer as one JSON object
  npm run -s ask -- --jsonl < FILE     answer one {"id","question","context"?,"profile"?} a line

Questions it reads
  may we        "can we sell a product with Gemma 3?", "may we train on Llama 3.1 outputs?"
  what to ship  "what do we have to ship with Mistral 7B?", "must we show a badge?"
  licence       "which licence has Qwen2.5 72B?", "is Phi-4 MIT?", "what does Apache 2.0 say on patents?"
  openness      "is DeepSeek R1 open source?", "what is open-washing?"
  choosing      "compare Llama 3.3 and Qwen3", "which speech models under 2B may we sell?"

Options
  --profile FILE   facts about your team that limits turn on, as JSON; all of them optional:
                   {"monthly_active_users": 50000, "annual_revenue_usd": 2000000,
                    "territories": ["DE"], "sector": "retail"}
                   territories: two-letter country codes of where the team is based
  -h, --help       show this

With HF_LOOKUP=on in the environment, one question about a repository that we do not hold is answered from what its
uploader declares on Hugging Face.
`;

const today = () => new Date().toISOString().slice(0, 10);

const readOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        jsonl: { type: 'boolean' },
        profile: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}. See npm run ask -- --help.`);
  }
};

const { values, positionals } = readOptions();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
if (values.json && values.jsonl) complain('--json and --jsonl exclude each other.');
const profile = values.profile === undefined ? {} : readProfile(values.profile);
const { catalogue, problems } = loadKnowledge(today());
if (catalogue === null || problems.some((problem) => problem.severity === 'error'))
  complain('The knowledge base has errors; run npm run knowledge to see them.');
const advisor = createAdvisor(catalogue!);
/** Standard input is read for the question where another program writes to it. */
const piped = positionals.length === 0 && !values.jsonl && !process.stdin.isTTY;
const question = (piped ? await text(process.stdin) : positionals.join(' ')).trim();

/** With HF_LOOKUP=on, a repository that is not held is looked up on Hugging Face. */
const answerOne = async () => {
  const settings = readHubConfig(process.env);
  if (!settings) return advisor.ask({ question, profile }, today());
  const { createReadCard } = await import('../hub/read-card.ts');
  const readCard = createReadCard(settings, { warn: () => {} }, Date.now);
  const consult = consultWithHub(createConsult(advisor, catalogue!, null), advisor, catalogue!, readCard);
  const call = { team: '', person: '', signal: new AbortController().signal };
  return (await consult({ question, profile }, today(), call)).answer;
};

if (values.jsonl) {
  if (question !== '') complain('--jsonl reads its questions from standard input.');
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  await answerLines(advisor, lines, profile, today, (line) => process.stdout.write(`${line}\n`));
} else if (question !== '') {
  const answer = await answerOne();
  process.stdout.write(values.json ? `${JSON.stringify(answer, null, 2)}\n` : render(answer, process.stdout));
} else if (process.stdin.isTTY && process.stdout.isTTY && !values.json) {
  await converse(advisor, profile, today);
} else complain('No question given. Try: npm run ask -- "can we use Llama 3.1 70B commercially?"');
