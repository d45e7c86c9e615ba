import type { Topic } from '../../knowledge/vocabulary.ts';
import { patternOf } from '../../patterns/pattern-of.ts';
import { weigh } from '../conditions.ts';
import { excepts } from './excepted-cases.ts';
import { type Ground, type Item, type Own, strictest } from './ground.ts';

/** Training is ruled out for models that generate, and for no others. */
const ONLY_GENERATORS = patternOf(
  /\b(?:another|other|an?|any) (?:foundational generative AI|large language|text-to-image generative) models?\b(?![^.]*;(?![^.]*\bexcepted\b))/i,
);

/** An exclusion that leaves those out who only use a product with the model in it. */
const END_USERS_KEPT = patternOf(/\bend users of a product\b[^.]*\bnot affected\b/i);

/** Turns a finding into a ground for the facts at hand; what has to be asked is added to `asks`. */
export const weighFinding = (
  { catalogue, facts, via, asks, activity }: Own,
  topic: Topic,
  { licence, finding }: Item,
): Ground => {
  const ground = { topic, licence, finding, says: finding.says ?? '', note: null as string | null, via };
  if (finding.stance !== 'permitted' && excepts(topic, ground.says, facts)) return { ...ground, verdict: 'no' };
  switch (finding.stance) {
    case 'permitted':
      return { ...ground, verdict: 'yes' };
    case 'prohibited':
      if (topic === 'output_training' && facts.narrow_pupil && ONLY_GENERATORS.test(ground.says))
        return { ...ground, verdict: 'yes_with_conditions', note: 'Met: what you train is no such model.' };
      return { ...ground, verdict: topic === 'use_restrictions' ? 'yes_with_conditions' : 'no' };
    case 'silent':
    case 'unclear':
      return { ...ground, verdict: topic === 'use_restrictions' ? 'yes_with_conditions' : 'unknown' };
    case 'conditional': {
      if (topic === 'territory' && facts.end_user && END_USERS_KEPT.test(ground.says))
        return {
          ...ground,
          verdict: 'yes_with_conditions',
          note: "Met: you use somebody else's product. What the licence asks for is your vendor's to do.",
        };
      // the asker names the very case that our sentence excepts
      if (topic === 'output_training' && /compet/i.test(ground.says)) {
        if (facts.competing) return { ...ground, verdict: 'no', note: null };
        if (facts.competing === undefined) {
          asks.push({
            fact: 'competing',
            question: `Would the trained model compete with what ${licence.steward} offers?`,
          });
          return { ...ground, verdict: 'depends', note: null };
        }
      }
      const outcomes = (finding.when ?? []).map((condition) => weigh(catalogue, condition, facts, activity));
      asks.push(...outcomes.flatMap((outcome) => outcome.ask ?? []));
      const notes = outcomes.flatMap((outcome) => outcome.note ?? []);
      return {
        ...ground,
        verdict: strictest(['yes_with_conditions', ...outcomes.map((outcome) => outcome.verdict)]),
        note: notes.length > 0 ? notes.join(' ') : null,
      };
    }
    default:
      return finding.stance satisfies never;
  }
};
