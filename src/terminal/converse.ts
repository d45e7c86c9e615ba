import { createInterface } from 'node:readline/promises';
import type { Advisor } from '../advice/advise.ts';
import type { Profile } from '../advice/facts.ts';
import { render } from './render.ts';

const LEAVES = /^[:/\\]?(exit|quit|q|bye|goodbye)[.!]*$/i;

/** A conversation with follow-ups: each turn sees the turns before it. Ends with an empty line, "exit" or Ctrl-D. */
export const converse = async (advisor: Advisor, profile: Profile, today: () => string): Promise<void> => {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const turns: string[] = [];
  process.stdout.write('Ask about a model or a licence; follow up as you like. An empty line or "exit" ends.\n');
  prompt.setPrompt('\n> ');
  prompt.prompt();
  for await (const line of prompt) {
    const question = line.trim();
    if (question === '' || LEAVES.test(question)) break;
    const answer = advisor.ask({ question, context: turns.join('\n'), profile }, today());
    process.stdout.write(`\n${render(answer, process.stdout)}`);
    turns.push(`asker: ${question}`, `bot: ${answer.headline}`);
    prompt.prompt();
  }
  prompt.close();
};
