import type { Did } from './people/floor.ts';
import { did, didNot } from './people/floor.ts';

/**
 * What the page offers as the app's language model. The sandbox knows nothing about models: whoever starts it says what
 * there is to choose, and switches.
 */
export type ModelChoice = {
  /** the first is "none", and what is set at the start */
  choices: { name: string; label: string; says: string }[];
  current: () => string;
  /** Takes effect with the next question. Rejects where the model cannot be started; the one before stays then. */
  choose: (name: string) => Promise<void>;
  /** one line about what came of it with the last question; null where nothing did */
  outcome: () => string | null;
};

/** @returns what there is to choose and what is chosen, for the page and for programs; null without a choice */
export const seenChoice = (model: ModelChoice | undefined) =>
  model ? { current: model.current(), choices: model.choices, outcome: model.outcome() } : null;

/** The routes of the control API for the choice. @param changed called once another model is set */
export const modelRoutes = (model: ModelChoice | undefined, changed: () => void) => ({
  get: (): Did => (model ? did(seenChoice(model)!) : didNot('no_choice_of_model')),
  choose: async ({ name }: Record<string, unknown>): Promise<Did> => {
    if (!model) return didNot('no_choice_of_model');
    const names = model.choices.map((choice) => choice.name);
    if (typeof name !== 'string' || !names.includes(name)) return didNot('unknown_model', { names });
    try {
      await model.choose(name);
    } catch {
      return didNot('model_not_started');
    }
    changed();
    return did(seenChoice(model)!);
  },
});
