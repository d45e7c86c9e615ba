import type { Catalogue } from '../knowledge/catalogue.ts';
import { ACTIVITIES, type Activity } from '../knowledge/vocabulary.ts';
import { assessRelease } from './assess.ts';
import type { Inquiry } from './inquiry.ts';

/** From so many on it is not said what the question is about at all. */
const MOSTLY_UNREAD = 5;

/** Weights that nobody has cannot be meant. */
const NEEDS_WEIGHTS: ReadonlySet<Activity> = new Set([
  'redistribute_weights',
  'publish_derivative',
  'embed_in_product',
  'fine_tune',
]);

/** @returns what the named models' terms forbid, of all that one may want to do with them */
export const forbiddenActivities = (catalogue: Catalogue, inquiry: Inquiry): Activity[] => {
  const releases = inquiry.subjects.flatMap((mention) => (mention.kind === 'models' ? mention.releases : []));
  const offered = (activity: Activity) =>
    releases.filter((release) => !NEEDS_WEIGHTS.has(activity) || release.artefacts.weights?.status !== 'withheld');
  return ACTIVITIES.filter((activity) =>
    offered(activity).some((release) => assessRelease(catalogue, release, activity, inquiry.facts).verdict === 'no'),
  );
};

/**
 * A question whose verb was not read is taken for commercial use only where nothing else it could mean is forbidden: a
 * yes to the wrong question would be read as an answer. A scene of which no word may mean more than use is a use.
 */
export const isRiskyGuess = (catalogue: Catalogue, inquiry: Inquiry): boolean => {
  if (inquiry.guessed === 0 || inquiry.fields.length > 0 || !inquiry.mayMeanMore) return false;
  if (inquiry.guessed >= MOSTLY_UNREAD) return true;
  const forbidden = forbiddenActivities(catalogue, inquiry);
  return forbidden.length > 0 && !forbidden.includes('use_commercially');
};
