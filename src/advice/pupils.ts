import type { Mention } from '../knowledge/names/read-names.ts';
import type { Inquiry } from './inquiry.ts';
import type { Part } from './read-part.ts';

/**
 * "R1 distilled into Llama, to be sold": the terms of what learns bind the result too.
 * @returns the inquiry, and beside it one about the models that are to learn
 */
export const withPupils = (inquiry: Inquiry, part: Part): Inquiry[] => {
  if (inquiry.intent !== 'assess' || !inquiry.activities.includes('train_on_outputs')) return [inquiry];
  // a bare name leaves open which terms are meant, and was not what was asked
  const pupils = teachersAndPupils(part.subjects, part.text).pupils.filter(({ written }) => /\d/.test(written));
  if (pupils.length === 0) return [inquiry];
  const passedOn = /\b(?:publish|releas|sell|sold|ship|distribut|upload|share|put|host|product)\w*\b/i.test(part.text);
  return [inquiry, { ...inquiry, subjects: pupils, activities: [passedOn ? 'publish_derivative' : 'fine_tune'] }];
};

/** "X's outputs to improve Y": the terms of X are asked about, Y is what learns. */
export const teachersAndPupils = (subjects: Mention[], text: string): { teachers: Mention[]; pupils: Mention[] } => {
  if (subjects.length < 2) return { teachers: subjects, pupils: [] };
  const pupil =
    /\b(feed|feeds|feeding|improve|improving|train|training|tune|tuning|fine-?tune|fine-?tuning|teach|distill?(ed)? into|into|onto)\s+(an?|our|the|my|another)?(?:\s*(?:small(?:er)?|little|tiny|own|new|big(?:ger)?|local|custom|in-?house))*\s*$/i;
  const rest = subjects.filter(
    (mention) => mention.kind !== 'models' || !pupil.test(text.slice(0, text.indexOf(mention.written))),
  );
  return rest.length > 0
    ? { teachers: rest, pupils: subjects.filter((mention) => !rest.includes(mention)) }
    : { teachers: subjects, pupils: [] };
};
