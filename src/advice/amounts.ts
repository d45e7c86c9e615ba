import { patternOf } from '../patterns/pattern-of.ts';
import {
  BARE,
  COMPANY_EARNS,
  COMPANY_OF,
  countOf,
  EACH,
  EACH_EARNS,
  EARN,
  numberOf,
  OF_GROUP,
  PER_MONTH,
  PER_QUARTER,
  PER_YEAR,
  REVENUE_FIRST,
  REVENUE_LAST,
  USERS_FIRST,
  USERS_LAST,
  WORDS,
} from './amount-patterns.ts';
import { lately } from './lately.ts';

export type Amounts = {
  monthly_active_users?: number;
  daily_active_users?: number;
  annual_revenue_usd?: number;
  monthly_revenue_usd?: number;
  /** turned from another currency at a rough rate */
  rough_revenue?: boolean;
};

/** US dollars for one of a currency, about; nothing near a limit is decided by these. */
const RATES: [RegExp, number][] = [
  [/£|\bgbp\b|\bpounds?\b/i, 1.3],
  [/€|\beur\b|\beuros?\b/i, 1.12],
  [patternOf(/\bchf\b|\bfrancs?\b|\bfranken\b/i), 1.2],
  [/\bcad\b|c\$|\baud\b|a\$/i, 0.7],
  [patternOf(/\brmb\b|\bcny\b|\byuan\b|人民币|元/i), 0.14],
  [/\bjpy\b|\byen\b|日元|円/i, 0.0067],
  [/₹|\binr\b|\brupees?\b/i, 0.012],
  [/₩|\bkrw\b|\bwon\b/i, 0.0007],
  [patternOf(/\b(?:sek|nok|dkk)\b|\bkron(?:or|er|e)\b/i), 0.1],
  [/\bbrl\b|r\$|\breais\b/i, 0.18],
];

/** A figure, or a word for one. */
const NUMBERS = patternOf(/\d|thousand|illion|[一二三四五六七八九十两百千万亿]/i);

/**
 * Reads user numbers and revenue from a text. Amounts in other currencies are
 * turned into dollars roughly, and said to be rough. What names a limit
 * ("more than 700 million", "the 1M threshold") and not the asker's own figure is left out.
 */
export const readAmounts = lately((original: string): Amounts => {
  if (!NUMBERS.test(original)) return {};
  let text = original;
  for (const [word, digits] of WORDS) text = text.replace(word, digits);
  // "1,8 mio"
  text = text.replace(/(?<![\d.,])(\d{1,3}),(\d{1,2})(?=\s*(?:m|mn|mio|mill?ions?|bn|billions?|mrd|k)\b)/gi, '$1.$2');
  const amounts: Amounts = {};
  const own = (index: number, length: number) => isOwn(text, index, length);
  for (const match of text.matchAll(USERS_FIRST)) {
    if (!own(match.index, match[0].length)) continue;
    const value = numberOf(match[1]!, match[2]);
    const aDay = /^\s*(?:a|per|each|every|\/) ?day\b|^\s*daily\b/i.test(text.slice(match.index + match[0].length));
    // visits add up over a month, people do not
    if (aDay && /visits?|sessions/i.test(match[0])) {
      amounts.monthly_active_users ??= value * 30;
      continue;
    }
    const daily = aDay || /daily|dau|日活/i.test(match[0]);
    if (/weekly/i.test(match[0])) continue;
    amounts[daily ? 'daily_active_users' : 'monthly_active_users'] ??= value;
  }
  for (const match of text.matchAll(EACH)) {
    const each = numberOf(match[2]!, match[3]);
    if (own(match.index, match[0].length)) amounts.monthly_active_users = countOf(match[1]!) * each;
  }
  for (const match of text.matchAll(USERS_LAST)) {
    if (!own(match.index, match[0].length)) continue;
    amounts[/daily|dau|日活/i.test(match[0]) ? 'daily_active_users' : 'monthly_active_users'] ??= numberOf(
      match[2]!,
      match[3],
    );
  }
  const money = (value: number, written: string, period: string | undefined = written) => {
    // the name of the currency may stand right behind
    const end = text.indexOf(written) + written.length;
    const rate = RATES.find(([sign]) => sign.test(`${written}${text.slice(end, end + 6)}`))?.[1];
    if (rate) amounts.rough_revenue = true;
    amounts[/month/i.test(period ?? '') ? 'monthly_revenue_usd' : 'annual_revenue_usd'] ??= Math.round(
      value * (rate ?? 1),
    );
  };
  for (const match of text.matchAll(REVENUE_FIRST))
    if (own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  for (const match of text.matchAll(REVENUE_LAST))
    if (own(match.index, match[0].length)) money(numberOf(match[3]!, match[4]), match[0]);
  for (const match of text.matchAll(COMPANY_OF)) {
    const [digits, unit] = match[1] ? [match[1], match[2]] : [match[3]!, match[4]];
    if (unit && own(match.index, match[0].length)) money(numberOf(digits, unit), match[0], undefined);
  }
  for (const match of text.matchAll(EARN))
    if (own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  for (const match of text.matchAll(COMPANY_EARNS))
    if (match[2] && own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  for (const match of text.matchAll(PER_YEAR)) {
    const marked = match[1] ?? match[3] ?? match[4];
    if (marked && !isPrice(text, match.index) && own(match.index, match[0].length))
      money(numberOf(match[2]!, match[3]), match[0], 'year');
  }
  for (const match of text.matchAll(PER_MONTH)) {
    const [digits, unit] = match[1] ? [match[1], match[2]] : [match[3]!, match[4]];
    if (unit && !isPrice(text, match.index) && own(match.index, match[0].length))
      money(numberOf(digits, unit), match[0], 'month');
  }
  for (const match of text.matchAll(PER_QUARTER)) {
    const at = [1, 3, 5].find((place) => match[place])!;
    const unit = match[at + 1];
    if (unit && !isPrice(text, match.index) && own(match.index, match[0].length))
      money(4 * numberOf(match[at]!, unit), match[0], 'year');
  }
  const together = EACH_EARNS.exec(text);
  if (together)
    for (const key of ['annual_revenue_usd', 'monthly_revenue_usd'] as const)
      if (amounts[key] !== undefined) amounts[key] *= countOf(together[1] ?? together[2]!);
  for (const match of text.matchAll(OF_GROUP)) {
    const [digits, unit] = match[1] ? [match[1], match[2]] : [match[3]!, match[4]];
    if (unit) amounts.annual_revenue_usd = Math.max(amounts.annual_revenue_usd ?? 0, numberOf(digits, unit));
  }
  return amounts;
});

/** @returns whether the figure of a group that the asker belongs to is told */
export const tellsOfGroup = (text: string): boolean =>
  [...text.matchAll(OF_GROUP)].some((match) => match[2] ?? match[4]);

/** A limit, or somebody else's figure, says nothing of the asker. */
const isOwn = (text: string, index: number, length: number): boolean =>
  !/(competitors?|rivals?|they|clients?|customers?|partners?|meta|google|openai) (has|have|had|with|make|makes)\W*$|(limit|threshold|cap|cut-?off|rule|clause|above|if (?:we|you|they) (?:ever|later|one day) (?:had|reach|exceed|grow)|exceeds?|once we)\W*(?:\w+\W+){0,3}$/i.test(
    text.slice(Math.max(0, index - 40), index),
  ) &&
  !/^\s+(?:is |it['’]?s )?free\b/i.test(text.slice(index + length, index + length + 16)) &&
  !/^\W*(limit|threshold|cap|cut-?off|rule|clause|mau clause|user clause|license|licence)/i.test(
    text.slice(index + length, index + length + 24),
  );

/** "costs 20k a year", "we raised": not what the asker's company earns. */
const isPrice = (text: string, at: number): boolean =>
  /\b(costs?|bills?|price|fees?|pay|pays|paying|spend\w*|budget for|charge\w*|raised|funding|valued|valuation|fine|grant)\W*(?:\w+\W+){0,3}$/i.test(
    text.slice(Math.max(0, at - 40), at),
  );

/** @returns the one figure of a text that is no count of anything named, for the answer to a question about a figure */
export const bareFigure = (original: string): number | null => {
  let text = original;
  for (const [word, digits] of WORDS) text = text.replace(word, digits);
  const found = [...text.matchAll(BARE)].flatMap((match) => {
    const [, sign, digits, unit] = match;
    const large = digits!.replace(/\D/g, '').length >= 4 && !/^(?:19|20)\d\d$/.test(digits!);
    const counts = (unit && !(/^b$/i.test(unit) && !sign)) || large || sign;
    return counts && isOwn(text, match.index, match[0].length) ? [numberOf(digits!, unit)] : [];
  });
  return found.at(-1) ?? null;
};
