import type { Catalogue } from '../knowledge/catalogue.ts';
import { ACTIVITIES } from '../knowledge/vocabulary.ts';
import { assessRelease } from './assess.ts';
import type { Inquiry } from './inquiry.ts';

/** From so many words on that nothing here reads, a question may be about something else than use. */
export const UNREAD_WORDS = 3;

/**
 * A question whose verb was not read is taken for commercial use only where nothing else it could mean is forbidden: a
 * yes to the wrong question would be read as an answer.
 */
export const isRiskyGuess = (catalogue: Catalogue, inquiry: Inquiry): boolean => {
  if (inquiry.guessed < UNREAD_WORDS || inquiry.fields.length > 0) return false;
  const releases = inquiry.subjects.flatMap((mention) => (mention.kind === 'models' ? mention.releases : []));
  const comesOut = (activity: (typeof ACTIVITIES)[number]) =>
    releases.map((release) => assessRelease(catalogue, release, activity, inquiry.facts).verdict);
  if (comesOut('use_commercially').some((verdict) => verdict !== 'yes' && verdict !== 'yes_with_conditions'))
    return false;
  return ACTIVITIES.some((activity) => comesOut(activity).includes('no'));
};
