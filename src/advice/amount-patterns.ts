import { patternOf } from '../patterns/pattern-of.ts';

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
export const WORDS: [RegExp, string][] = [
  [/\bmon[th]{1,3}l?y\b/gi, 'monthly'],
  [patternOf(/\bhalf a (million|billion)\b/gi), '0.5 $1'],
  [patternOf(/\ba (couple of |few )?(million|billion)\b/gi), '1 $2'],
  [patternOf(/\bone (thousand|million|billion)\b/gi), '1 $1'],
  [patternOf(/\btwo (thousand|million|billion)\b/gi), '2 $1'],
  [patternOf(/\bthree (thousand|million|billion)\b/gi), '3 $1'],
  [patternOf(/\bfive (thousand|million|billion)\b/gi), '5 $1'],
  [patternOf(/\bten (thousand|million|billion)\b/gi), '10 $1'],
  [patternOf(/\bfifty (thousand|million|billion)\b/gi), '50 $1'],
  ...[...'一二三四五六七八九十'].map((digit, at): [RegExp, string] => [
    new RegExp(`${digit}(?=百万|千万|万|亿)`, 'g'),
    String(at + 1),
  ]),
  [/两(?=百万|千万|万|亿)/g, '2'],
  [patternOf(/\bhundreds of (thousands|millions) of\b/gi), ''],
];

/** @returns the number written as digits with a unit ("1.5", "bn" gives 1500000000) */
export const numberOf = (digits: string, unit: string | undefined): number => {
  // "40.000": nobody counts thousandths
  if (!unit && /^\d{1,3}\.\d{3}$/.test(digits)) return Number(digits.replace('.', ''));
  const plain =
    /^\d{1,3}([,.' ]\d{3})+(\.\d+)?$/.test(digits) && !/^\d{1,3}\.\d{3}$/.test(digits)
      ? digits.replace(/[, ']/g, '')
      : digits.replace(/,/g, '');
  const dotted = /^\d{1,3}(\.\d{3}){2,}$/.test(plain) ? plain.replaceAll('.', '') : plain;
  return Number(dotted) * (unit ? (UNITS[unit.toLowerCase()] ?? 1) : 1);
};

const MONEY = '(?:us\\$|usd|eur|gbp|[$€£])?\\s*';
const AFTER_MONEY = '\\s*(?:us\\$|usd|dollars?|eur|euros?|€|\\$|£|gbp|pounds?)?';
const OF =
  '(?:\\s+(?:of|is|was|at|about|around|roughly|over|under|below|above|approximately|approx\\.?|circa|ca\\.|nearly|almost|just|only|less than|more than|up to|to|some|like|so|were|converted|rund|etwa|knapp|came to|comes to|come to|totall?ed|amount(?:s|ed)? to|~|will be|would be|becomes?|(?:is )?(?:growing|grow|grows|grew|grown|rises?|rising|rose|jumps?|climbs?|goes|went|go)|hits?|reach(?:es|ed)?|stands|tops))*\\s*';
const REVENUE = '(?:revenues?|rev\\b|turnover|(?:ad )?sales(?: plus (?:the )?\\w+)?|arr|income|营收|收入|营业额)';

export const USERS_FIRST = new RegExp(
  `${NUMBER}\\s*(?:\\+|plus)?\\s*(monthly|daily|active|registered|unique|end|weekly|月活|日活)?[- ]?(?:active )?(users?|actives|mau|dau|customers|people (?:using|use)|people(?= (?:\\w+ (?:it|them|us) )?(?:each|every|a|per) (?:month|day))|visitors|visits|sessions|players|gamers|listeners|readers|viewers|subscribers|visites|visiteurs|utilisateurs|nutzer|besucher|usuarios|visitas|月活|日活|用户|次?访问量?)`,
  'gi',
);
export const USERS_LAST = new RegExp(
  `(?:\\b(mau|dau|monthly active users|daily active users|monthly users|users)|月活(?:用户)?|日活(?:用户)?)${OF}[:=]?\\s*${NUMBER}`,
  'gi',
);
export const REVENUE_LAST = new RegExp(
  `(annual|yearly|monthly)?\\s*(?:recurring )?${REVENUE}(?:\\s+(?:per|a|each) (year|month))?(?:\\s+(?:(?:in |for )?(?:the )?(?:last|this|past|previous) (?:fiscal |financial )?(?:year|fy|month)|(?:in )?fy ?'?\\d*))?${OF}[:=]?\\s*${MONEY}${NUMBER}${AFTER_MONEY}(?:\\s*(?:per|a|each|\\/)\\s*(year|month))?`,
  'gi',
);
export const REVENUE_FIRST = new RegExp(
  `${MONEY}${NUMBER}${AFTER_MONEY}\\s*(?:(?:in|of)\\s+)?(annual|yearly|monthly)?\\s*(?:recurring )?${REVENUE}(?:\\s*(?:per|a|each|every|\\/)\\s*(year|month))?`,
  'gi',
);
/** A figure beside a company is money only where a currency says so: "a 500k startup" may count users. */
const CURRENCY_SIGN = '(?:us\\$|usd|eur|gbp|[$€£])\\s*';
const CURRENCY_WORD = '\\s*(?:us\\$|usd|dollars?|eur|euros?|€|\\$|£|gbp|pounds?)';
export const COMPANY_OF = new RegExp(
  `(?:a|an|our)\\s+(?:${CURRENCY_SIGN}${NUMBER}|${NUMBER}${CURRENCY_WORD})[- ]?(?:a year |per year )?(?:company|startup|business|firm|shop|corporation|corp|enterprise|group|holding|bank|insurer|agency|organi[sz]ation)`,
  'gi',
);
/** "an agency with 6M a year", "12 million a year all in": an amount a year with no noun of its own is money. */
export const PER_YEAR = new RegExp(
  `(${CURRENCY_SIGN})?${NUMBER}(${CURRENCY_WORD})?\\s*(?:(?:a|per|each|every|\\/)\\s*(?:year|yr|annum)|annually|yearly|p\\.\\s?a\\.|im jahr|pro jahr|jährlich|每年|一年)(?!\\s*(?:of |in )?(?:\\w+ )?(?:calls?|requests?|images?|tokens|downloads?|users?|visitors?|visits|songs?|videos?|pages?|documents?|queries|messages|calls|licen[cs]e|subscription|plan|deal|fee))`,
  'gi',
);
/** "60 million dollars a month" */
export const PER_MONTH = new RegExp(
  `(?:${CURRENCY_SIGN}${NUMBER}|${NUMBER}${CURRENCY_WORD})\\s*(?:(?:a|per|each|every|\\/)\\s*month|monthly)(?!\\s*(?:of |in )?(?:\\w+ )?(?:subscription|plan|fee|price|tier|per user|per seat))`,
  'gi',
);
/** "3 million euros a quarter", "per quarter we turn over 3 million" */
export const PER_QUARTER = new RegExp(
  `(?:${CURRENCY_SIGN}${NUMBER}|${NUMBER}${CURRENCY_WORD})\\s*(?:(?:a|per|each|every|\\/)\\s*quarter|quarterly)|(?:per|each|every|a) quarter[^.?!\\d]{0,40}${MONEY}${NUMBER}`,
  'gi',
);
/** A figure that nothing is said of: a unit or a currency marks it, "70B" is the size of a model. */
export const BARE = patternOf(`(?<![\\p{L}\\d.-])(${CURRENCY_SIGN})?${NUMBER}(?![\\p{L}\\d%])`, 'giu');
export const EARN = new RegExp(
  `(?:made|makes?|earned|earns?|turn(?:s|ed)? over|(?:brings?|brought) in|t(?:akes?|ook) in|gross(?:es|ed)?|rings? up|pulls? in|generates?|do|does|books?)${OF}${MONEY}${NUMBER}${AFTER_MONEY}\\s*(?:in total |all in |altogether |overall )?(?:in\\s+)?(?:(?:per|a|each|every|last|this|\\/)\\s*(year|yr|month)|annually|monthly|(?:with|from|through|off) (?:it|this|them))`,
  'gi',
);

/** "our startup makes under 500k": what a company makes is money, unless a noun says otherwise. */
export const COMPANY_EARNS = new RegExp(
  `(?:we|i|startup|start-up|company|business|firm|shop|agency|team)\\s+(?:only |currently |just )?(?:makes?|made|making|earns?|earned|earning|turns? over|turning over|gross(?:es|ing)?)${OF}${MONEY}${NUMBER}\\b(?!\\s*(?:[a-z]+ )?(?:users?|mau|dau|customers|images|songs|videos|calls|requests|tokens|models|parameters|people))`,
  'gi',
);

/** "We belong to a holding that makes 40 million": the group's figure, which limits that count affiliates mean. */
export const OF_GROUP = new RegExp(
  `(?:belongs? (?:100 ?%|fully|wholly|entirely|completely) to|(?:wholly|fully|100 ?%)[- ]owned by)\\s[^.?!\\d]{0,60}?${MONEY}${NUMBER}|(?:(?:belongs? to|part of|owned by|subsidiary of|daughter of|member of)\\s+(?:[\\w'-]+ ){0,4}?(?:holding|group|parent|corporation|company|conglomerate|concern)|(?:the|our) (?:holding|parent|mother company|group|owner)(?: company)?(?: (?:above|over|behind) us)?)\\b[^.?!\\d]{0,40}?${MONEY}${NUMBER}`,
  'gi',
);

const COUNTS = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
/** @returns a small count written as a word or in digits */
export const countOf = (written: string): number =>
  COUNTS.includes(written.toLowerCase()) ? COUNTS.indexOf(written.toLowerCase()) + 2 : Number(written);

/** "Seven games of ours, each had around 200k people a month": limits count them together. */
export const EACH = patternOf(
  `\\b(${COUNTS.join('|')}|[2-9]|[1-9]\\d)\\s+(?:[\\p{L}-]+ ){0,3}?(?:games|apps|shops|sites|websites|products|brands|services|titles|stores|channels|newsletters|portals|bots)(?!\\p{L})[^?!]{0,80}?(?<!\\p{L})each(?!\\p{L})[^?!\\d]{0,30}?${NUMBER}\\s*(?:monthly |active |daily )*(?:users?|people|folks|players|gamers|visitors|readers|viewers|listeners|customers|subscribers)(?!\\p{L})`,
  'giu',
);

const BUSINESSES =
  '(?:companies|firms|shops|stores|apps|games|sites|websites|products|brands|services|subsidiaries|branches|daughters|entities|locations|restaurants|studios|offices|channels|outlets|hotels|clinics|schools)';
/** "Each of our four shops makes 400k", "three firms, each turns over 2 million": what they make counts together. */
export const EACH_EARNS = patternOf(
  `\\beach (?:one )?of (?:our|my|the|these|those) (${COUNTS.join('|')}|[2-9]|[1-9]\\d) |\\b(${COUNTS.join('|')}|[2-9]|[1-9]\\d)\\s+(?:[\\p{L}-]+ ){0,3}?${BUSINESSES}(?!\\p{L})[^?!.\\d]{0,40}?(?<!\\p{L})each (?:one )?(?:of (?:them|which) )?(?:makes?|earns?|turns? over|does|brings in|takes in|rings up|pulls in|grosses|has|with)(?!\\p{L})`,
  'iu',
);
