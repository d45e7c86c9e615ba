const UNITS: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mio: 1e6,
  mil: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  trillion: 1e12,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const UNIT = '(thousand|k|millions?|mm|mn|mio|mil|m|billions?|bn|b|trillion|百万|千万|万|亿)?';
const NUMBER = `((?:\\d{1,3}(?:[,.' ]\\d{3})+|\\d+)(?:\\.\\d+)?)\\s*${UNIT}`;
const WORDS: [RegExp, string][] = [
  [/\bhalf a (million|billion)\b/gi, '0.5 $1'],
  [/\ba (couple of |few )?(million|billion)\b/gi, '1 $2'],
  [/\bone (thousand|million|billion)\b/gi, '1 $1'],
  [/\btwo (thousand|million|billion)\b/gi, '2 $1'],
  [/\bthree (thousand|million|billion)\b/gi, '3 $1'],
  [/\bfive (thousand|million|billion)\b/gi, '5 $1'],
  [/\bten (thousand|million|billion)\b/gi, '10 $1'],
  [/\bfifty (thousand|million|billion)\b/gi, '50 $1'],
  ...[...'一二三四五六七八九十'].map((digit, at): [RegExp, string] => [
    new RegExp(`${digit}(?=百万|千万|万|亿)`, 'g'),
    String(at + 1),
  ]),
  [/两(?=百万|千万|万|亿)/g, '2'],
  [/\bhundreds of (thousands|millions) of\b/gi, ''],
];

/** @returns the number written as digits with a unit ("1.5", "bn" gives 1500000000) */
const numberOf = (digits: string, unit: string | undefined): number => {
  const plain =
    /^\d{1,3}([,.' ]\d{3})+(\.\d+)?$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits)
      ? digits.replace(/[, ']/g, '')
      : digits.replace(/,/g, '');
  const dotted = /^\d{1,3}(\.\d{3}){2,}$/.test(plain) ? plain.replaceAll('.', '') : plain;
  return Number(dotted) * (unit ? (UNITS[unit.toLowerCase()] ?? 1) : 1);
};

export type Amounts = {
  monthly_active_users?: number;
  daily_active_users?: number;
  annual_revenue_usd?: number;
  monthly_revenue_usd?: number;
};

const MONEY = '(?:us\\$|usd|eur|gbp|[$€£])?\\s*';
const AFTER_MONEY = '\\s*(?:us\\$|usd|dollars?|eur|euros?|€|\\$|£|gbp|pounds?)?';
const OF =
  '(?:\\s+(?:of|is|was|at|about|around|roughly|over|under|below|above|approximately|approx\\.?|circa|ca\\.|nearly|almost|just|only|less than|more than|up to|to|some|~|will be|would be|becomes?|(?:is )?(?:growing|grow|grows|grew|grown|rises?|rising|rose|jumps?|climbs?|goes|went|go)|hits?|reach(?:es|ed)?|stands|tops))*\\s*';
const REVENUE = '(?:revenues?|rev\\b|turnover|sales|arr|income|营收|收入|营业额)';

const USERS_FIRST = new RegExp(
  `${NUMBER}\\s*(?:\\+|plus)?\\s*(monthly|daily|active|registered|unique|end|weekly|月活|日活)?[- ]?(?:active )?(users?|mau|dau|customers|people using|visitors|visits|sessions|players|subscribers|月活|日活|用户|次?访问量?)`,
  'gi',
);
const USERS_LAST = new RegExp(
  `(?:\\b(mau|dau|monthly active users|daily active users|monthly users|users)|月活(?:用户)?|日活(?:用户)?)${OF}[:=]?\\s*${NUMBER}`,
  'gi',
);
const REVENUE_LAST = new RegExp(
  `(annual|yearly|monthly)?\\s*(?:recurring )?${REVENUE}(?:\\s+(?:per|a|each) (year|month))?(?:\\s+(?:last|this) year)?${OF}[:=]?\\s*${MONEY}${NUMBER}${AFTER_MONEY}(?:\\s*(?:per|a|each|\\/)\\s*(year|month))?`,
  'gi',
);
const REVENUE_FIRST = new RegExp(
  `${MONEY}${NUMBER}${AFTER_MONEY}\\s*(?:(?:in|of)\\s+)?(annual|yearly|monthly)?\\s*(?:recurring )?${REVENUE}`,
  'gi',
);
/** A figure beside a company is money only where a currency says so: "a 500k startup" may count users. */
const CURRENCY_SIGN = '(?:us\\$|usd|eur|gbp|[$€£])\\s*';
const CURRENCY_WORD = '\\s*(?:us\\$|usd|dollars?|eur|euros?|€|\\$|£|gbp|pounds?)';
const COMPANY_OF = new RegExp(
  `(?:a|an|our)\\s+(?:${CURRENCY_SIGN}${NUMBER}|${NUMBER}${CURRENCY_WORD})[- ]?(?:a year |per year )?(?:company|startup|business|firm|shop)`,
  'gi',
);
const EARN = new RegExp(
  `(?:made|makes?|earned|earns?|turns? over|brings? in|gross(?:es)?|generates?|do|does|books?)${OF}${MONEY}${NUMBER}${AFTER_MONEY}\\s*(?:in\\s+)?(?:(?:per|a|each|every|last|this|\\/)\\s*(year|yr|month)|annually|monthly|(?:with|from|through|off) (?:it|this|them))`,
  'gi',
);

/** "our startup makes under 500k": what a company makes is money, unless a noun says otherwise. */
const COMPANY_EARNS = new RegExp(
  `(?:we|i|startup|start-up|company|business|firm|shop|agency|team)\\s+(?:only |currently |just )?(?:makes?|made|earns?|earned|turns? over|gross(?:es)?)${OF}${MONEY}${NUMBER}\\b(?!\\s*(?:[a-z]+ )?(?:users?|mau|dau|customers|images|songs|videos|calls|requests|tokens|models|parameters|people))`,
  'gi',
);

/**
 * Reads user numbers and revenue from a text. Amounts in other currencies are taken as they stand. What names a limit
 * ("more than 700 million", "the 1M threshold") and not the asker's own figure is left out.
 */
export const readAmounts = (original: string): Amounts => {
  let text = original;
  for (const [word, digits] of WORDS) text = text.replace(word, digits);
  const amounts: Amounts = {};
  const own = (index: number, length: number) =>
    !/(competitors?|rivals?|they|clients?|customers?|partners?|meta|google|openai) (has|have|had|with|make|makes)\W*$|(limit|threshold|cap|cut-?off|rule|clause|above|if (?:we|you|they) (?:ever|later|one day) (?:had|reach|exceed|grow)|exceeds?|once we)\W*(?:\w+\W+){0,3}$/i.test(
      text.slice(Math.max(0, index - 40), index),
    ) &&
    !/^\W*(limit|threshold|cap|cut-?off|rule|clause|mau clause|user clause|license|licence)/i.test(
      text.slice(index + length, index + length + 24),
    );
  for (const match of text.matchAll(USERS_FIRST)) {
    if (!own(match.index, match[0].length)) continue;
    const value = numberOf(match[1]!, match[2]);
    const daily = /daily|dau|日活/i.test(match[0]);
    if (/weekly/i.test(match[0])) continue;
    amounts[daily ? 'daily_active_users' : 'monthly_active_users'] ??= value;
  }
  for (const match of text.matchAll(USERS_LAST)) {
    if (!own(match.index, match[0].length)) continue;
    amounts[/daily|dau|日活/i.test(match[0]) ? 'daily_active_users' : 'monthly_active_users'] ??= numberOf(
      match[2]!,
      match[3],
    );
  }
  const money = (value: number, period: string | undefined) => {
    amounts[/month/i.test(period ?? '') ? 'monthly_revenue_usd' : 'annual_revenue_usd'] ??= value;
  };
  for (const match of text.matchAll(REVENUE_FIRST))
    if (own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  for (const match of text.matchAll(REVENUE_LAST))
    if (own(match.index, match[0].length)) money(numberOf(match[3]!, match[4]), match[0]);
  for (const match of text.matchAll(COMPANY_OF)) {
    const [digits, unit] = match[1] ? [match[1], match[2]] : [match[3]!, match[4]];
    if (unit && own(match.index, match[0].length)) money(numberOf(digits, unit), undefined);
  }
  for (const match of text.matchAll(EARN))
    if (own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  for (const match of text.matchAll(COMPANY_EARNS))
    if (match[2] && own(match.index, match[0].length)) money(numberOf(match[1]!, match[2]), match[0]);
  return amounts;
};
