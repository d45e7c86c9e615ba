import type { Catalogue } from '../knowledge/catalogue.ts';
import type { Activity, Verdict } from '../knowledge/vocabulary.ts';

/** "use it commercially": the activity as a thing one may do. */
const DOING: Record<Activity, string> = {
  use_internally: 'using it inside your organisation',
  use_commercially: 'commercial use',
  host_for_others: 'offering it to others as a service',
  redistribute_weights: 'passing on the weights',
  fine_tune: 'fine-tuning',
  publish_derivative: 'publishing a fine-tuned or changed version',
  embed_in_product: 'shipping it in a product',
  use_outputs: 'using its outputs, also commercially',
  train_on_outputs: 'training other models on its outputs',
  research: 'research',
};
export const doing = (activity: Activity): string => DOING[activity];

export const verdictWord = (catalogue: Catalogue, verdict: Verdict): string =>
  catalogue.vocabulary.verdicts[verdict].label;

/** "Llama 3.1 Community License Agreement, section 2": how a clause is named to a reader. */
export const clauseName = (licence: string, clause: string | null): string =>
  clause === null ? licence : `${licence}, ${/^[\d(]/.test(clause) ? `§\u00a0${clause}` : clause}`;

/** @returns the text with its first letter in upper case */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "Do we have to …", "is there any restriction" are no questions for permission: a "yes" would be read as a duty or a ban. */
export const asksForDuty = (text: string): boolean =>
  /\b(do|must|should|would|does) (we|i|you|one|they|it)( even| still| really)? (have|need|require)\b|\bmust (we|i|one)\b|\bare (we|you) (required|obliged|obligated|forced|supposed)\b|\bis it (required|mandatory|necessary)\b|\bwhat (do|must|should) (we|i)\b|\bhow (do|should|must) (we|i)\b|\b(is|are) there (any|a|an|some)?\b[^?]{0,20}\b(restrictions?|limits?|limitations?|problems?|issues?|objections?|obstacles?|risks?|prohibitions?|bans?)\b|\bany (restrictions?|problems?|issues?|objections?|limits?)\b|\b(is|are) (it|that|this|we|they|\S+ use)? ?(forbidden|prohibited|banned|illegal|unlawful|disallowed|not allowed)\b|\bagainst the (terms|licen[cs]e|rules|policy)\b|\bappl(y|ies) to (us|me|our|my)\b|\b(requires?|obliges?|forces?) (us|me|you|one|users|anyone|that we|that i)\b|\b(forbids?|prohibits?|bans?|disallows?|rules? out)\b/i.test(
    text,
  );

const PERMISSION: Record<Verdict, string> = {
  yes: 'Permitted',
  yes_with_conditions: 'Permitted, with conditions',
  depends: 'It depends',
  unknown: 'Not known',
  no: 'Not permitted',
};
export const permissionWord = (verdict: Verdict): string => PERMISSION[verdict];

const VERDICT: Record<Verdict, string> = {
  yes: 'yes',
  yes_with_conditions: 'yes, with conditions',
  depends: 'it depends',
  unknown: 'not known',
  no: 'no',
};
/** @returns the verdict inside a sentence */
export const plainVerdict = (verdict: Verdict): string => VERDICT[verdict];

/** @returns "a", "a and b", "a, b and c" */
export const sentenceList = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** @returns the name as it stands in a sentence: "the MIT License", "CC BY 4.0" */
export const theLicence = (name: string): string =>
  /\b(licen[cs]e|agreement|terms)\b/i.test(name) && !/^the\b/i.test(name) ? `the ${name}` : name;
