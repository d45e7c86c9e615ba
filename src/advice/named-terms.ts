import type { Licence } from '../knowledge/catalogue.ts';
import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';

const POLICY = patternOf(/\b(?:usage|use|uses|acceptable use|prohibited) polic(?:y|ies)\b|\baup\b/i);
const TERMS = patternOf(/\bterms\b|\btos\b|\bservices? agreement\b/i);
/** A provider's own service, where no terms are spoken of: "the Acme platform api". */
const SERVICE = patternOf(
  /\b(?:own (?:paid |hosted |official )?api|paid api|platform api|api platform|open platform|official api|hosted api|developer platform|plateforme|cloud api)\b/i,
);
/** "Acme's own paid API" is no model of Acme's, whatever weights it has released. */
const OWN_SERVICE = patternOf(/\b(?:own|official|hosted) (?:paid |hosted |official |cloud )*api\b/i);
/** "Is X under the Acme terms?" asks of the model. */
const CLAIMS_TERMS = patternOf(
  /\b(?:is|are|isn't|was)\b[^?]{0,60}\b(?:under|covered by|governed by|subject to|bound by)\b/i,
);
/** How far from the word for terms the provider may be named. */
const NEAR = 50;
/** Words that tell no terms from others. */
const GENERIC = new Set(
  'the of and a ai an terms term service services use agreement additional version to in for'.split(' '),
);

type Provider = { licence: Licence; brands: Set<string>; words: Set<string> };
type Named = Extract<Mention, { kind: 'licence' }>;

/**
 * Terms of a service or a policy that are spoken of in other words than their name: by the provider and what they are
 * for ("the Mistral developer terms"). Only where one text fits best; otherwise nothing.
 */
export const namedTerms = (index: NameIndex, text: string, mentions: Mention[]): Named | null => {
  const policy = POLICY.test(text);
  if (!policy && !TERMS.test(text) && !SERVICE.test(text)) return null;
  const words = wordsOf(text);
  const ofService = OWN_SERVICE.test(text);
  // a provider's own API is what its terms call a platform
  const said = new Set([
    ...words,
    ...words.slice(1).map((word, at) => words[at]! + word),
    ...(ofService ? ['platform'] : []),
  ]);
  const provided = providersOf(index).filter(
    ({ licence, brands }) => (licence.kind === 'use-policy') === policy && [...brands].some((brand) => said.has(brand)),
  );
  const held = mentions.find((mention) => mention.kind === 'licence');
  if (held?.kind === 'licence') {
    const known = provided.some(({ licence }) => held.licences.includes(licence));
    if (known && !CLAIMS_TERMS.test(text)) return held;
    if (known || !isTerms(held.licences[0]!)) return null;
  }
  const scored = provided
    .map((provider) => ({ ...provider, score: scoreOf(provider.words, said, words) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score === second?.score) return null;
  if (!policy && !TERMS.test(text) && best.score < 3) return null;
  // "the terms of Llama 3.1" are those of the model, not of the API it is also served by
  const released = mentions.some(
    (mention) =>
      mention.kind === 'models' && mention.releases.some((item) => item.artefacts.weights?.status !== 'withheld'),
  );
  const telling = [...best.words].some((word) => said.has(word) && !best.brands.has(word));
  if (released && !telling) return null;
  const near = text
    .slice(Math.max(0, text.search(policy ? POLICY : TERMS) - NEAR))
    .slice(0, 2 * NEAR)
    .toLowerCase();
  if (!telling && (policy || TERMS.test(text)) && ![...best.brands].some((brand) => near.includes(brand))) return null;
  const at = Math.max(0, text.search(policy ? POLICY : TERMS.test(text) ? TERMS : SERVICE));
  const written = text.slice(at).match(/^[\p{L}]+/u)?.[0] ?? '';
  return {
    kind: 'licence',
    licences: [best.licence],
    label: best.licence.name,
    written,
    start: at,
    end: at + written.length,
  };
};

/** The provider's models at large, and terms of somebody else, are not asked about beside the terms that are named. */
export const besideTerms = (index: NameIndex, mention: Mention, terms: Named): boolean => {
  const [licence] = terms.licences;
  if (mention.kind === 'licence') return isTerms(mention.licences[0]!) && mention.licences[0] !== licence;
  if (mention.kind !== 'models') return false;
  const developer = index.developerOf.get(mention.releases[0]!.id) ?? new Set();
  const provider = wordsOf(licence!.steward).some((word) => !GENERIC.has(word) && developer.has(word));
  return provider && mention.releases.length > 1;
};

const isTerms = (licence: Licence): boolean => licence.kind === 'api-terms' || licence.kind === 'use-policy';

/** Two words that are one in the name count as two. */
const scoreOf = (own: Set<string>, said: Set<string>, words: string[]): number =>
  [...own].filter((word) => said.has(word)).reduce((sum, word) => sum + (words.includes(word) ? 1 : 2), 0);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/'s\b/g, '')
    .match(/[\p{L}\d]+/gu) ?? [];

const providers = new WeakMap<NameIndex, Provider[]>();
const providersOf = (index: NameIndex): Provider[] => {
  const known = providers.get(index);
  if (known) return known;
  const made = index.terms.map((licence) => {
    const names = [licence.name, licence.id, ...licence.aliases];
    const first = names.map((name) => wordsOf(name)[0] ?? '');
    return {
      licence,
      brands: new Set([...wordsOf(licence.steward), ...first].filter((word) => word.length > 2 && !GENERIC.has(word))),
      words: new Set(names.flatMap(wordsOf).filter((word) => !GENERIC.has(word) && !/^\d+$/.test(word))),
    };
  });
  providers.set(index, made);
  return made;
};
