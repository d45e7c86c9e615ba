import type { Language } from '../../knowledge/phrases-file.ts';
import { DUTCH } from './dutch.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { Glossary } from './glossary.ts';
import { ITALIAN } from './italian.ts';
import { languageOf } from './language.ts';
import { PORTUGUESE } from './portuguese.ts';
import { SPANISH } from './spanish.ts';

const GLOSSARIES: Partial<Record<Language, Glossary>> = {
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  it: ITALIAN,
  pt: PORTUGUESE,
  nl: DUTCH,
};

/**
 * A question in another European language, in the English words that the rules read; any other text as it is. Names
 * stay as they are; the grammar need not be right.
 */
export const inEnglish = (text: string): string => {
  const language = languageOf(text);
  const words = language && GLOSSARIES[language];
  if (!words) return text;
  const english = translate(text, words);
  return language === 'de' || language === 'nl' ? verbsForward(english) : nounsBack(english);
};

const translate = (text: string, words: Glossary): string =>
  words.reduce((rest, [word, english]) => rest.replace(word, english), text.replaceAll('’', "'").replace(/[¿¡]/g, ''));

/** German and Dutch keep their verb for the end: "may we Gemma 3 fine-tune and redistribute?" */
const verbsForward = (text: string): string =>
  text.replace(
    /\b(may|can|must|should) (we|I|one)\b ((?:[^?.!]|\.(?=\d))+?) ((?:(?:use|run|host|offer|sell|train|fine-tune|redistribute|publish|embed|ship with it|display|mention|name|remove|modify|download|distill|make better|improve)(?: (?:and|or|,) )?)+)\s*(?=[?.!]|$)/gi,
    '$1 $2 $4 $3',
  );

/** Romance languages put where a company is from, and whose a use is, behind it: "a startup French". */
const nounsBack = (text: string): string =>
  text.replace(
    /\b(start-?up|company|team|firm|agency) (French|German|Belgian|Swiss|Spanish|Italian|Portuguese|Brazilian)\b/gi,
    '$2 $1',
  );
