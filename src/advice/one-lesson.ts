import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { learnsInScene } from './activities/learning-scene.ts';
import { areAllPupils } from './pupils.ts';
import type { Part } from './read-part.ts';

const LEARNS = patternOf(/\b(?:train|tun|teach|learn|improv|distil|feed)\w*/i);
const IN_BUSINESS = patternOf(/\b(?:products?|sell|sold|selling|customers?|clients?|paid|paying)\b/i);

/** What one sentence says a model made, and another says what learns from it: that is one question. */
export const asOneLesson = (
  parts: Part[],
  question: string,
  plain: string,
  inThread: boolean,
  models: Mention[],
): Part[] => {
  // "the weights are open, so the outputs are ours?" asks for a use, whatever it says of openness
  const isUse = ({ intent, acts }: Part) =>
    !(intent.classify && acts.activities.length === 0) &&
    !intent.ship &&
    !intent.compare &&
    !intent.shortlist &&
    !intent.decline;
  const uses = parts.filter(isUse);
  const [first] = uses;
  // a sentence that names only what learns leaves what it learns from to the others
  const known =
    uses.length < 2 &&
    uses.some(
      ({ acts, subjects, text }) => acts.activities.includes('train_on_outputs') && !areAllPupils(subjects, text),
    );
  if (!first || known || !learnsInScene(plain, inThread)) return parts;
  const alsoOutputs = uses.some(
    ({ acts, text }) => acts.activities.includes('use_outputs') && /\?\s*$/.test(text) && !LEARNS.test(text),
  );
  // what made the texts may have been named in a sentence that asks nothing
  const subjects = [...models, ...uses.flatMap((part) => part.subjects)];
  const one: Part = {
    ...first,
    text: question,
    plain,
    subjects: subjects.filter((mention, at) => subjects.findIndex((other) => other.written === mention.written) === at),
    // who labels data for a product with it uses it in business
    acts: {
      activities: [
        ...(IN_BUSINESS.test(plain) ? (['use_commercially'] as const) : []),
        ...(alsoOutputs ? (['use_outputs'] as const) : []),
        'train_on_outputs',
      ],
      general: false,
    },
    refersBack: uses.some((part) => part.refersBack),
    bare: false,
  };
  return [one, ...parts.filter((part) => !isUse(part))];
};
