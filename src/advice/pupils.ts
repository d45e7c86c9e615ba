import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
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
  const rest = subjects.filter((mention) => mention.kind !== 'models' || !isPupil(mention, text));
  return rest.length > 0
    ? { teachers: rest, pupils: subjects.filter((mention) => !rest.includes(mention)) }
    : { teachers: subjects, pupils: [] };
};

/** @returns whether all that is named is what learns: what it learns from was named before */
export const areAllPupils = (subjects: Mention[], text: string): boolean =>
  subjects.length > 0 && subjects.every((mention) => mention.kind === 'models' && isPupil(mention, text));

const BEFORE = patternOf(
  /\b(fe(?:e)?d(?:s|ing)?(?: (?:those|these|them|that|it|all))?(?: to)?|improve|improving|polish|polishing|train|training|tune|tuning|fine-?tune|fine-?tuning|teach|better|distill?(ed)? into|in(?:to)|onto|fine-?tunes? of|data for|sets? for)\s+(an?|our|the|my|another)?(?:\s*(?:small(?:er)?|little|tiny|own|new|big(?:ger)?|local|custom|in-?house|fine-?tunes? of))*\s*$/i,
);
/** "Our own 7B (Mistral-based)", "a Llama 3.1 fine-tune". */
const BEHIND = patternOf(/^[- ](?:based\b|fine-?tunes?\b(?! on)|finetunes?\b|student\b|lora\b)/i);
const isPupil = ({ written }: Mention, text: string): boolean => {
  const at = text.indexOf(written);
  return at >= 0 && (BEFORE.test(text.slice(0, at)) || BEHIND.test(text.slice(at + written.length)));
};
