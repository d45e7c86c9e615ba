import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Roboto (Apache License 2.0), which comes with pdfmake: documents look the same on every machine, and nothing is fetched. */
export const ROBOTO: Record<'normal' | 'bold' | 'italics' | 'bolditalics', string> =
  require('pdfmake/fonts/Roboto').Roboto;

const DIGITS = '〇一二三四五六七八九';

/** "十二" as 12; null where it is no number below a hundred */
const numberOf = (text: string): number | null => {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '' || (match[1] && !match[2] && match[3])) return null;
  const [, tens, ten, ones] = match;
  if (!ten) return DIGITS.indexOf(tens ?? ones ?? '');
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
};

/**
 * Words of a text in letters that the font has. Chinese clause numbers are written as numbers; what else the font lacks
 * is marked, never dropped: the Markdown file has it.
 */
export const inOurLetters = (text: string): string =>
  text
    .replace(/第([一二三四五六七八九十]+)(部分|条|章)/g, (whole, digits: string, unit: string) => {
      const number = numberOf(digits);
      return number === null ? whole : `${unit === '条' ? 'article' : unit === '章' ? 'chapter' : 'part'} ${number}`;
    })
    .replace(/附件/g, 'annex')
    .replace(/前言/g, 'preamble')
    .replace(/(?<!\p{Script=Han})[一二三四五六七八九十]+(?!\p{Script=Han})/gu, (digits) =>
      String(numberOf(digits) ?? digits),
    )
    .replaceAll('→', '>')
    .replace(
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}、，。（）【】《》]+/gu,
      '[in another script]',
    )
    .replace(/\p{Extended_Pictographic}/gu, (sign) => (sign === '©' || sign === '®' || sign === '™' ? sign : ''));
