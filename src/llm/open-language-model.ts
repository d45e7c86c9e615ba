import { zodResponseFormat } from 'openai/helpers/zod';
import type { LanguageModel, ModelCall } from '../advice/model-ports.ts';
import { createBreaker } from './breaker.ts';
import { createBudgets } from './budgets.ts';
import { createComplete } from './complete.ts';
import { type Failure, isOutage } from './failures.ts';
import { materialToExplain, materialToRead } from './material.ts';
import { fillPrompt, type Messages, type Prompt, type Prompts } from './prompt.ts';
import { createQuestions } from './questions.ts';
import { explanationShape, jsonIn, type ReplyShape, readingShape } from './replies.ts';
import type { ModelLog, ModelSettings } from './settings.ts';

/**
 * Opens a language model on any endpoint that speaks Chat Completions. Every call ends in a reply of the right form or
 * in null, within its time; the log says which, why and for how many tokens, never what was asked.
 * @param now for budgets and the pause after failures
 */
export const openLanguageModel = (
  settings: ModelSettings,
  prompts: Prompts,
  log: ModelLog,
  now: () => Date,
): LanguageModel => {
  const complete = createComplete(settings);
  const breaker = createBreaker(settings, now);
  const budgets = createBudgets(settings, now);
  const questions = createQuestions(settings.questionMs);

  const ask = async <Wire, Reply>(
    prompt: Prompt,
    messages: Messages,
    shape: ReplyShape<Wire, Reply>,
    call: ModelCall,
  ): Promise<Reply | null> => {
    const started = now().getTime();
    const about = { prompt: `${prompt.name}@${prompt.version}`, model: settings.model, team: call.team };
    const without = (failure: Failure, more: Record<string, unknown> = {}) => {
      log.warn({ ...about, ...failure, ...more, ms: now().getTime() - started }, 'the language model was not used');
      return null;
    };
    if (call.signal.aborted) return without({ reason: 'stopped' });
    const deadline = questions.begin(call.signal);
    if (deadline === null) return without({ reason: 'budget', whose: 'question' });
    const pass = breaker.pass();
    if (pass === null) return without({ reason: 'resting' });
    const whose = budgets.spend(call);
    if (whose !== null) {
      breaker.report(pass, null);
      return without({ reason: 'budget', whose });
    }
    const replied = complete(
      messages,
      zodResponseFormat(shape.schema, shape.name),
      call.signal,
      AbortSignal.any([deadline, pass.givenUp]),
    ).then((completion) => {
      // what ended because others found the endpoint unwell tells nothing more about it
      const givenUp = completion.failure?.reason === 'out of time' && pass.givenUp.aborted;
      breaker.report(pass, givenUp ? null : outcomeOf(completion.failure));
      return givenUp ? null : completion;
    });
    const completion = pass.trial ? await within(settings.trialMs, replied) : await replied;
    if (completion === null) return without({ reason: 'resting' });
    const { content, failure, usage, format } = completion;
    const seen = { format, ...(usage ? { tokens: usage } : {}) };
    if (failure !== null) return without(failure, seen);
    const json = jsonIn(content);
    if (json === undefined) return without({ reason: 'not JSON' }, seen);
    const wire = shape.schema.safeParse(json);
    const reply = wire.success ? shape.accept(wire.data) : null;
    if (reply === null) return without({ reason: 'not in the schema' }, seen);
    log.info({ ...about, ...seen, ms: now().getTime() - started }, 'the language model replied');
    return reply;
  };

  return {
    read: (request, call) => {
      const { values, ...scope } = materialToRead(request, settings.inputCharacters);
      return ask(prompts.read, fillPrompt(prompts.read, values), readingShape(scope), call);
    },
    explain: (request, call) => {
      const { values, facts } = materialToExplain(request, settings.inputCharacters);
      return ask(prompts.explain, fillPrompt(prompts.explain, values), explanationShape(facts), call);
    },
  };
};

const outcomeOf = (failure: Failure | null): 'well' | 'unwell' | null => {
  if (failure?.reason === 'stopped') return null;
  return failure !== null && isOutage(failure) ? 'unwell' : 'well';
};

/** @returns null where the work takes longer; it goes on */
const within = <Result>(ms: number, work: Promise<Result>): Promise<Result | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
