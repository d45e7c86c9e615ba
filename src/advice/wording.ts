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
  clause === null ? licence : `${licence}, ${/^[\d(]/.test(clause) ? `§ ${clause}` : clause}`;

/** @returns the text with its first letter in upper case */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
