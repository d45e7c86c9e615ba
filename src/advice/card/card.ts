import type { Catalogue } from '../../knowledge/catalogue.ts';
import { classify, type ElementState } from '../../knowledge/classify.ts';
import { bindingsOf } from '../../knowledge/lineage.ts';
import type { Activity, ArtefactStatus, Category, Verdict } from '../../knowledge/vocabulary.ts';
import { CAVEAT } from '../answer.ts';
import { assessRelease } from '../assess.ts';
import type { Chosen } from '../choose-release.ts';
import { knowledgeLine } from '../evidence.ts';
import type { Facts } from '../facts.ts';
import { capital } from '../wording.ts';

/** A model at a glance, as data; a picture is drawn of one, or of several side by side. */
export type Card = {
  name: string;
  by: string;
  licences: string[];
  category: Category | null;
  /** the class in words */
  class: string;
  parts: { label: string; status: ArtefactStatus; word: string }[];
  freedoms: { label: string; state: ElementState }[];
  /** open source by the OSI's definition */
  meets: 'yes' | 'no' | 'unknown';
  verdicts: { label: string; verdict: Verdict; word: string }[];
  caveat: string;
};

/** What people ask most; the rest stands in the answer. */
const ACTIVITIES: Activity[] = [
  'use_commercially',
  'embed_in_product',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'train_on_outputs',
];

export const STATE_WORDS: Record<ElementState, string> = {
  met: 'met',
  'not met': 'not met',
  unknown: 'not established',
};

/** Computed by the rules that answer questions, for the facts at hand. */
export const composeCard = (catalogue: Catalogue, { release, label }: Chosen, facts: Facts): Card => {
  const { vocabulary } = catalogue;
  const result = classify(catalogue, release);
  const knowledge = knowledgeLine(catalogue);
  return {
    name: label,
    by: catalogue.families.get(release.family)!.developer,
    licences: bindingsOf(catalogue, release).map((binding) => binding.licence.name),
    category: result.category,
    class: capital(result.label ?? 'class not established'),
    parts: Object.entries(vocabulary.artefacts).map(([artefact, word]) => {
      const status = release.artefacts[artefact as keyof typeof release.artefacts]?.status ?? 'unknown';
      return { label: word.label, status, word: vocabulary.artefact_statuses[status].label };
    }),
    freedoms: result.freedoms.map((item) => ({ label: capital(item.freedom), state: item.state })),
    meets: result.meets,
    verdicts: ACTIVITIES.map((activity) => {
      const { verdict } = assessRelease(catalogue, release, activity, facts);
      return {
        label: capital(vocabulary.activities[activity].label),
        verdict,
        word: vocabulary.verdicts[verdict].label,
      };
    }),
    caveat: `${CAVEAT} Knowledge ${knowledge.version}, oldest review ${knowledge.oldest_review}.`,
  };
};

const MEETS: Record<Card['meets'], string> = {
  yes: 'open source by the OSI definition',
  no: 'not open source by the OSI definition',
  unknown: 'open source by the OSI definition: not established',
};

/** What a picture of the cards shows, for who cannot see it: one line a model. */
export const wordsOf = (cards: Card[]): string[] =>
  cards.map(
    (card) =>
      `${card.name}: ${card.class.toLowerCase()}, ${MEETS[card.meets]}. Parts: ${byWord(card.parts.map((part) => [part.word, part.label]))}. Freedoms: ${byWord(card.freedoms.map((item) => [STATE_WORDS[item.state], item.label]))}. Uses: ${byWord(card.verdicts.map((item) => [item.word, item.label]))}.`,
  );

/** "released weights, documentation; not known evaluation" */
const byWord = (pairs: [word: string, label: string][]): string => {
  const groups = new Map<string, string[]>();
  for (const [word, label] of pairs) groups.set(word, [...(groups.get(word) ?? []), label.toLowerCase()]);
  return [...groups].map(([word, labels]) => `${word.toLowerCase()}: ${labels.join(', ')}`).join('; ');
};
