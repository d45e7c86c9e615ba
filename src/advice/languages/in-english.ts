import type { Language } from '../../knowledge/phrases-file.ts';
import { CHINESE } from './chinese.ts';
import { DUTCH } from './dutch.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { Glossary } from './glossary.ts';
import { ITALIAN } from './italian.ts';
import { JAPANESE } from './japanese.ts';
import { languageOf } from './language.ts';
import { PORTUGUESE } from './portuguese.ts';
import { SPANISH } from './spanish.ts';

const GLOSSARIES: Record<Language, Glossary> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
  zh: CHINESE,
  ja: JAPANESE,
};

/**
 * A question in another language, in the English words that the rules read; any other text as it is. Names stay as they
 * are; the grammar need not be right.
 */
export const inEnglish = (text: string): string => {
  const language = languageOf(text);
  if (!language) return text;
  if (language === 'zh' || language === 'ja') return translate(text, GLOSSARIES[language]);
  const english = translate(withPoints(text.replaceAll('’', "'").replace(/[¿¡]/g, '')), GLOSSARIES[language]);
  return language === 'de' || language === 'nl' ? verbsForward(english) : nounsBack(english);
};

const translate = (text: string, words: Glossary): string =>
  // what ends in an apostrophe is joined to the next word
  words.reduce(
    (rest, [word, english]) => rest.replace(word, (said) => (said.endsWith("'") ? `${english} ` : english)),
    text,
  );

/** "2,4 Mio." is 2.4 million, "420 000 €" is 420000, "38 M€" are 38 million. */
const withPoints = (text: string): string =>
  text
    .replace(/(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d,])/g, '$1.$2')
    .replace(/(?<![\d.,]|\p{L}-)(\d{1,3})[ \u00a0\u202f](\d{3})(?:[ \u00a0\u202f](\d{3}))?(?![\dbBmM])/gu, '$1$2$3')
    .replace(/(\d) ?Md ?€/g, '$1 billion €')
    .replace(/(\d) ?M ?€/g, '$1 million €')
    .replace(/(\d) ?k ?€/gi, '$1 thousand €');

const VERBS =
  '(?:(?:use|run|host|offer|sell|train|fine-tune|redistribute|publish|embed|ship with it|display|mention|name|remove|modify|download|distill|make better|improve)(?: (?:and|or|,) )?)+';
/** German and Dutch keep their verb for the end of a clause: "may we Gemma 3 fine-tune and redistribute?" */
const FINAL = new RegExp(
  `\\b(may|can|must|should) (we|I|one)\\b ((?:[^?.!]|\\.(?=\\d))+?) (${VERBS})\\s*(?=[?.!]|$|,? om )`,
  'gi',
);
/** "…, om our own model make better?" */
const IN_ORDER_TO = new RegExp(`,? om ([^?.!]{2,80}?) (?:te )?(${VERBS})(?=[?.!,]|$)`, 'gi');
const verbsForward = (text: string): string => text.replace(FINAL, '$1 $2 $4 $3').replace(IN_ORDER_TO, ' to $2 $1');

/** Romance languages put where a company is from behind it: "a startup French". */
const nounsBack = (text: string): string =>
  text.replace(
    /\b(start-?up|company|team|firm|agency) (French|German|Belgian|Swiss|Spanish|Italian|Portuguese|Brazilian)\b/gi,
    '$2 $1',
  );
