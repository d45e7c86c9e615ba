import { createAdvisor } from '../../src/advice/advise.ts';
import { type Consult, createConsult } from '../../src/advice/consult.ts';
import { readConfig } from '../../src/config.ts';
import { loadPrompts } from '../../src/disk/prompt-files.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import { openLanguageModel } from '../../src/llm/open-language-model.ts';
import { PROMPT_SLOTS } from '../../src/llm/prompt.ts';
import type { ModelSettings } from '../../src/llm/settings.ts';
import { quantile } from '../bench/figures.ts';
import { type Gold, readGold, readUnusual } from './gold.ts';
import { answerAll, type Row } from './rows.ts';
import { percent } from './rules.ts';
import { totalOf } from './score.ts';

export type Out = { print: (line: string) => void; progress: (text: string) => void };
const TO_TERMINAL: Out = {
  print: (line) => console.log(line),
  progress: (text) => void process.stderr.write(text),
};

/** Nobody else uses the endpoint for this; what it takes is the wish of whoever started it. */
const NO_BUDGET = { personCalls: 1_000_000, workspaceCalls: 1_000_000 };

type Calls = { used: number; unused: Map<string, number>; tokens: { input: number; output: number } };

/**
 * Answers the gold questions, and those in unusual words, with the endpoint that OPENAI_* configures, and prints the
 * figures of its row beside those of the rules alone.
 * @param args `--live`, or `--live N` for N questions spread evenly over all of them
 * @returns the exit code: 2 where nothing is configured or asked for wrongly, 1 where the row broke what none may break
 */
export const evalLive = async (
  args: string[],
  catalogue: Catalogue,
  today: string,
  environment: Record<string, string | undefined> = process.env,
  out: Out = TO_TERMINAL,
): Promise<number> => {
  const read = readConfig({ ...environment, SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: '' });
  if (!read.ok) {
    for (const problem of read.problems) out.print(problem);
    return 2;
  }
  const { model: settings } = read.config;
  const all = [...readGold(), ...readUnusual()];
  const wanted = args[args.indexOf('--live') + 1];
  const most = wanted === undefined || wanted.startsWith('--') ? all.length : Number(wanted);
  if (!settings || !Number.isInteger(most) || most < 1) {
    out.print(
      settings
        ? `--live: expected a number of questions, got "${wanted}".`
        : 'OPENAI_MODEL is not set: --live needs an endpoint to ask. See .env.example and docs/language-model.md.',
    );
    return 2;
  }
  return askLive(catalogue, settings, spread(all, most), today, out);
};

/** @returns `most` items, evenly spread, in order */
const spread = <T>(items: T[], most: number): T[] =>
  most >= items.length
    ? items
    : Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)]!);

const askLive = async (
  catalogue: Catalogue,
  settings: ModelSettings,
  gold: Gold[],
  today: string,
  out: Out,
): Promise<number> => {
  const advisor = createAdvisor(catalogue);
  const calls: Calls = { used: 0, unused: new Map(), tokens: { input: 0, output: 0 } };
  const count = (fields: Record<string, unknown>) => {
    const tokens = fields.tokens as { input?: number; output?: number } | undefined;
    calls.tokens.input += tokens?.input ?? 0;
    calls.tokens.output += tokens?.output ?? 0;
  };
  const log = {
    info: (fields: Record<string, unknown>) => {
      calls.used += 1;
      count(fields);
    },
    warn: (fields: Record<string, unknown>) => {
      const reason = String(fields.reason);
      calls.unused.set(reason, (calls.unused.get(reason) ?? 0) + 1);
      count(fields);
    },
  };
  const model = openLanguageModel({ ...settings, ...NO_BUDGET }, loadPrompts(PROMPT_SLOTS), log, () => new Date());
  const consult = createConsult(advisor, catalogue, model);
  const times: number[] = [];
  const timed: Consult = async (asked, day, call) => {
    const started = performance.now();
    const consulted = await consult(asked, day, call);
    times.push(performance.now() - started);
    out.progress(`\r${times.length} of ${gold.length} questions`);
    return consulted;
  };
  const alone = await answerAll('no model', catalogue, advisor, createConsult(advisor, catalogue, null), gold, today);
  const live = await answerAll('live', catalogue, advisor, timed, gold, today);
  out.progress('\n');
  for (const row of [alone, live]) out.print(figuresOf(row));
  const unused = [...calls.unused].map(([reason, times]) => `${times} ${reason}`);
  const seconds = (share: number) => `${(quantile(times, share) / 1000).toFixed(1)} s`;
  out.print(
    `${settings.model}: ${calls.used} replies used, ${unused.length > 0 ? `not used: ${unused.join(', ')}` : 'none left out'}; a question took ${seconds(0.5)} (median), ${seconds(0.95)} (p95); ${calls.tokens.input} tokens in, ${calls.tokens.output} out`,
  );
  if (calls.used === 0 && unused.length > 0)
    out.print('The endpoint was of no use: these are the figures of the rules.');
  return isBroken(live, alone) || (calls.used === 0 && unused.length > 0) ? 1 : 0;
};

const figuresOf = (row: Row): string => {
  const { verdicts, permissive, citationPrecision } = totalOf(row.scores);
  return [
    `${row.name.padEnd(9)} verdicts ${percent(verdicts)}, permissive ${permissive}, citations ${percent(citationPrecision)}`,
    `without caveat or sources ${row.bare.length}, verdicts of the rules changed ${row.changed.length}`,
    `read by the model ${row.readByModel}, asked back ${row.askedBack}, sentences shown ${row.shown}, dropped ${row.dropped}`,
  ].join('; ');
};

const isBroken = (live: Row, alone: Row): boolean =>
  live.bare.length > 0 ||
  live.changed.length > 0 ||
  totalOf(live.scores).citationPrecision < 1 ||
  totalOf(live.scores).permissive > totalOf(alone.scores).permissive;
