import type { ExplainRequest, LanguageModel, ModelCall, ReadRequest } from '../../src/advice/model-ports.ts';
import { loadPrompts } from '../../src/disk/prompt-files.ts';
import { openLanguageModel } from '../../src/llm/open-language-model.ts';
import { PROMPT_SLOTS } from '../../src/llm/prompt.ts';
import { MODEL_LIMITS, type ModelSettings } from '../../src/llm/settings.ts';

export const prompts = loadPrompts(PROMPT_SLOTS);
export const KEY = 'sk-stand-in';

export type Logged = { level: 'info' | 'warn'; fields: Record<string, unknown>; message: string };

/** The real client and rim against an endpoint on this machine. */
export const modelAt = (
  url: string,
  settings: Partial<ModelSettings> = {},
  now: () => Date = () => new Date(),
): { model: LanguageModel; logged: Logged[] } => {
  const logged: Logged[] = [];
  const write = (level: Logged['level']) => (fields: Record<string, unknown>, message: string) => {
    logged.push({ level, fields, message });
  };
  const model = openLanguageModel(
    { ...MODEL_LIMITS, baseUrl: url, model: 'stand-in', apiKey: KEY, attemptMs: 3000, questionMs: 6000, ...settings },
    prompts,
    { info: write('info'), warn: write('warn') },
    now,
  );
  return { model, logged };
};

/** One question of one person. */
export const callOf = (person = 'U0PRIYA', team = 'T0', signal = new AbortController().signal): ModelCall => ({
  team,
  person,
  signal,
});

export const READ: ReadRequest = {
  question: 'could we put Llama 3.1 70B to work for paying clients?',
  thread: 'asker: is Qwen2.5 7B any good?\nbot: Nothing is held on quality.',
  candidates: [
    { id: 'llama-3.1-70b', name: 'Llama 3.1 70B', written: 'Llama 3.1 70B' },
    { id: 'qwen2.5-7b', name: 'Qwen2.5 7B', written: 'Qwen2.5 7B' },
  ],
  intents: [
    { id: 'assess', means: 'whether something may be done with a model' },
    { id: 'ship', means: 'what has to be shipped with it' },
  ],
  activities: [
    { id: 'use_commercially', means: 'use it to earn money' },
    { id: 'research', means: 'use it for research only' },
  ],
};

const LICENCE = 'Llama 3.1 Community License Agreement';
export const EXPLAIN: ExplainRequest = {
  question: 'could we put Llama 3.1 70B to work for paying clients?',
  headline: 'Yes, with conditions: Llama 3.1 70B, commercial use.',
  facts: [
    {
      id: 'f1',
      says: 'Free for commercial use unless your products had more than 700 million monthly active users.',
      stance: 'conditional',
      licence: LICENCE,
      clause: '2',
    },
    {
      id: 'f2',
      says: 'Show "Built with Llama" on a related website.',
      stance: null,
      licence: LICENCE,
      clause: '1.b.i',
    },
    {
      id: 'f3',
      says: 'Outputs may be used to improve other models.',
      stance: 'permitted',
      licence: LICENCE,
      clause: '1.b.i',
    },
  ],
};
