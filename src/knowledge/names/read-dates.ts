/** A stretch of days as ISO dates, both included, and how it was written. */
export type Span = { from: string; to: string; written: string; start: number };

const MONTHS = [
  'jan(?:uary|uar|uari|vier|\\.)?|enero|gennaio',
  'feb(?:ruary|ruar|ruari|\\.)?|f[ée]vrier|febrero|febbraio',
  'mar(?:ch|s|zo|\\.)?|m[äa]rz|maart',
  'apr(?:il|ile|\\.)?|avril|abril',
  'may|mai|mayo|maggio|mei',
  'june?|juni|juin|junio|giugno',
  'july?|juli|juillet|julio|luglio',
  'aug(?:ust|ustus|\\.)?|ao[ûu]t|agosto',
  'sept?(?:ember|iembre|embre|\\.)?|settembre',
  'o[ck]t(?:ober|obre|\\.)?|octubre|ottobre',
  'nov(?:ember|embre|iembre|\\.)?',
  'de[cz](?:ember|embre|\\.)?|d[ée]cembre|diciembre|dicembre',
];
const MONTH = `(?:${MONTHS.join('|')})`;
const YEAR = '(20[12]\\d)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th|\\.|er)?';
const PATTERNS: [RegExp, (groups: string[]) => [string, string?, string?]][] = [
  [new RegExp(`\\b${YEAR}-(\\d{2})-(\\d{2})\\b`, 'i'), ([y, m, d]) => [y!, m, d]],
  [new RegExp(`\\b(\\d{1,2})\\.(\\d{1,2})\\.${YEAR}\\b`, 'i'), ([d, m, y]) => [y!, m, d]],
  [new RegExp(`${YEAR} ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?日)?`), ([y, m, d]) => [y!, m, d]],
  [
    new RegExp(`\\b${DAY} (?:of |de )?(${MONTH})(?: |, | of | de )${YEAR}\\b`, 'i'),
    ([d, m, y]) => [y!, numberOf(m!), d],
  ],
  [new RegExp(`\\b(${MONTH}) ${DAY},? ${YEAR}\\b`, 'i'), ([m, d, y]) => [y!, numberOf(m!), d]],
  [new RegExp(`\\b(${MONTH})(?: |, | of | de |-)${YEAR}\\b`, 'i'), ([m, y]) => [y!, numberOf(m!)]],
  [new RegExp(`\\b${YEAR}-(\\d{2})\\b(?!-)`, 'i'), ([y, m]) => [y!, m]],
  [new RegExp(`\\b(?:in|of|from|back in|von|aus|en|de|nel|anno|jahr) ${YEAR}\\b(?![-./]\\d)`, 'i'), ([y]) => [y!]],
];

const numberOf = (name: string): string =>
  String(MONTHS.findIndex((month) => new RegExp(`^(?:${month})$`, 'i').test(name)) + 1);

/** @returns the first date in a text: a day, a month or a year; null where none is said */
export const dateIn = (text: string): Span | null => {
  for (const [pattern, order] of PATTERNS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, month, day] = order(match.slice(1));
    const spanned = spanOf(year, month, day);
    if (spanned)
      return { ...spanned, written: match[0].replace(/^(back )?(in|of|from|von|aus) /i, ''), start: match.index };
  }
  return null;
};

const spanOf = (year: string, month?: string, day?: string): { from: string; to: string } | null => {
  if (!month) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const at = `${year}-${month.padStart(2, '0')}`;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (!day) return { from: `${at}-01`, to: `${at}-31` };
  return Number(day) >= 1 && Number(day) <= 31
    ? { from: `${at}-${day.padStart(2, '0')}`, to: `${at}-${day.padStart(2, '0')}` }
    : null;
};
