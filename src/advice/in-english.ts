import { FRENCH, GERMAN } from './glossaries.ts';

/** Words that only the one language has; two different ones tell it. */
const GERMAN_WORDS =
  /(?<![\p{L}\p{N}-])(dürfen|darf|können|kann|müssen|muss|wir|ich|und|oder|für|von|vom|bei|ist|sind|ein|eine|einen|einem|der|das|den|dem|unser\p{L}*|nicht|kein\p{L}*|welche\p{L}*|wem|gibt|zum|zur|lizenz\p{L}*|kommerziell\p{L}*|nutzen|einsetzen|verwenden|verkaufen|trainieren|vergleiche\p{L}*|modelle?|zwischen)(?![\p{L}\p{N}-])/giu;
const FRENCH_WORDS =
  /(?<![\p{L}\p{N}-])(peut|peut-on|pouvons|pouvons-nous|puis-je|nous|est|est-ce|est-il|est-elle|faut-il|devons-nous|le|la|les|des|du|une|pour|avec|dans|et|quel\p{L}*|sous|notre|nos|utiliser|commercialement|je|sont|que|qui|comparez|modèles?|vendre|entre)(?![\p{L}\p{N}-])/giu;
/** Articles and the like, which a name or an English text may hold too: alone they tell nothing. */
const WEAK = new Set([
  'le',
  'la',
  'les',
  'des',
  'du',
  'une',
  'et',
  'est',
  'je',
  'que',
  'qui',
  'das',
  'den',
  'dem',
  'der',
]);
const wordsOf = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map((match) => match[0].toLowerCase()));
const distinct = (text: string, pattern: RegExp): number => wordsOf(text, pattern).size;

/** Two different words of the language, one of them its own; in a text of a few words that one will do. */
const isIn = (text: string, pattern: RegExp): boolean => {
  const words = wordsOf(text, pattern);
  return words.size >= (text.trim().split(/\s+/).length <= 5 ? 1 : 2) && [...words].some((word) => !WEAK.has(word));
};

/**
 * A German or French question in the English words that the rules read; any other text as it is. Names stay as they
 * are; the grammar need not be right.
 */
export const inEnglish = (text: string): string => {
  if (looksEnglish(text)) return text;
  const german = isIn(text, GERMAN_WORDS) ? distinct(text, GERMAN_WORDS) : 0;
  const french = isIn(text, FRENCH_WORDS) ? distinct(text, FRENCH_WORDS) : 0;
  if (german === 0 && french === 0) return text;
  return german >= french ? verbsForward(translate(text, GERMAN)) : nounsBack(translate(text, FRENCH));
};

const ENGLISH_WORDS = /\b(the|is|are|can|may|we|our|use|what|which|with|for|does|do|it|this|that|and|of|to|under)\b/gi;
const looksEnglish = (text: string): boolean =>
  distinct(text, ENGLISH_WORDS) > Math.max(distinct(text, GERMAN_WORDS), distinct(text, FRENCH_WORDS));

const translate = (text: string, glossary: [RegExp, string][]): string =>
  glossary.reduce((rest, [word, english]) => rest.replace(word, english), text.replaceAll('’', "'"));

/** German keeps its verb for the end: "may we Gemma 3 fine-tune and redistribute?" */
const verbsForward = (text: string): string =>
  text.replace(
    /\b(may|can|must|should) (we|I|one)\b ((?:[^?.!]|\.(?=\d))+?) ((?:(?:use|run|host|offer|sell|train|fine-tune|redistribute|publish|embed|ship with it|display|mention|name|remove|modify|download|distill)(?: (?:and|or|,) )?)+)\s*(?=[?.!]|$)/gi,
    '$1 $2 $4 $3',
  );

/** French puts where a company is from behind it: "a startup French". */
const nounsBack = (text: string): string =>
  text.replace(/\b(start-?up|company|team|firm|agency) (French|German|Belgian|Swiss)\b/gi, '$2 $1');
