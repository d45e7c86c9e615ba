import type { Advisor } from './advice/advise.ts';
import { type Consult, type Consulted, createConsult } from './advice/consult.ts';
import type { LanguageModel } from './advice/model-ports.ts';
import { rememberingConsult } from './advice/remembered-consult.ts';
import type { Catalogue } from './knowledge/catalogue.ts';
import { MODEL_LIMITS, type ModelSettings } from './llm/settings.ts';
import type { ModelChoice } from './sandbox/model-choice.ts';
import {
  PERSONAS,
  type PersonaName,
  type StandInModel,
  startStandInModel,
} from './stand-in-model/start-stand-in-model.ts';

const OFF = 'off';
const CHOICES: ModelChoice['choices'] = [
  {
    name: OFF,
    label: 'Off',
    says: 'Rules alone answer. Switch a stand-in on to see what a language model may change.',
  },
  { name: 'honest', label: 'Honest', says: 'A stand-in, no real model: it keeps to the prompt.' },
  { name: 'sloppy', label: 'Sloppy', says: 'A stand-in, no real model: it makes the mistakes that models make.' },
  { name: 'hijacked', label: 'Hijacked', says: 'A stand-in, no real model: it obeys whatever a question tells it.' },
];

/** A model in a sandbox costs nothing: nobody should run out of calls while trying it. */
const NO_BUDGET = { personCalls: 100_000, workspaceCalls: 1_000_000 };

export type StandIns = { choice: ModelChoice; consult: Consult; close: () => Promise<void> };

/**
 * The stand-in for a language model that the sandbox page switches on: each persona is started on a free port of this
 * machine when it is first chosen, and reached by the client that a real endpoint would be reached by.
 * @param openModel opens the client
 */
export const createStandIns = (
  advisor: Advisor,
  catalogue: Catalogue,
  openModel: (settings: ModelSettings) => Promise<LanguageModel>,
): StandIns => {
  const alone = createConsult(advisor, catalogue, null);
  const started = new Map<PersonaName, Promise<{ standIn: StandInModel; consult: Consult }>>();
  let current: string = OFF;
  let consult = alone;
  let outcome: string | null = null;

  const start = async (persona: PersonaName) => {
    const standIn = await startStandInModel({ port: 0, persona });
    const settings = {
      ...MODEL_LIMITS,
      ...NO_BUDGET,
      baseUrl: standIn.url,
      model: `stand-in-${persona}`,
      apiKey: null,
    };
    return { standIn, consult: rememberingConsult(createConsult(advisor, catalogue, await openModel(settings))) };
  };
  const startOnce = (persona: PersonaName) => {
    const running = started.get(persona) ?? start(persona);
    started.set(persona, running);
    running.catch(() => started.delete(persona));
    return running;
  };

  return {
    choice: {
      choices: CHOICES,
      current: () => current,
      choose: async (name) => {
        const persona = PERSONAS.find((one) => one === name);
        consult = persona ? (await startOnce(persona)).consult : alone;
        current = persona ?? OFF;
        outcome = null;
      },
      outcome: () => outcome,
    },
    consult: async (asked, today, call) => {
      const asking = current;
      const consulted = await consult(asked, today, call);
      if (asking !== OFF && asking === current) outcome = outcomeOf(consulted);
      return consulted;
    },
    close: async () => {
      const all = await Promise.allSettled(started.values());
      await Promise.all(all.map(async (one) => one.status === 'fulfilled' && (await one.value.standIn.close())));
    },
  };
};

const outcomeOf = ({ answer, read, dropped }: Consulted): string => {
  const shown = answer.explanation.length;
  const all = shown + dropped.length;
  const reading = read === 'model' ? 'it read the question, and ' : '';
  if (all === 0) return `Last answer: ${reading}none of its words were used.`;
  return `Last answer: ${reading}${shown} of its ${all} sentences passed the checks.`;
};
