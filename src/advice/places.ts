import { patternOf } from '../patterns/pattern-of.ts';
import { lately } from './lately.ts';
import { ADJECTIVE, codeOfMark, EITHER, markPlaces, PLACE } from './place-marks.ts';
import { PLACE_ADJECTIVES, PLACES } from './place-names.ts';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Names in letters that have no words apart, longest first. */
const OTHER = [...PLACES.keys()]
  .filter((name) => !/^\p{Script=Latin}/u.test(name))
  .sort((a, b) => b.length - a.length)
  .map(literal)
  .join('|');
const START = '(?<!\\p{L})';
const IN = '(?:in|from|out of|aus|en|à)';

const ORGANISATION =
  '(?:company|companies|startup|start-up|firm|business|gmbh|s\\.?r\\.?o\\.?|s\\.?r\\.?l\\.?|sarl|kft|team|office|hq|headquarters|entity|agency|bank|corporation|enterprise|developer|university|college|school|institute|sme|insurer|manufacturer|retailer|licensee|branch|subsidiary|site|lab|shop|store|studio|hotel|clinic|hospital|bakery|restaurant|museum|charity|ngo|foundation|association|publisher|newspaper|broadcaster|factory|farm|airline|practice|consultancy|municipality|ministry|council|freelancer|designer|artist|organi[sz]ation|operator|provider|casino|firma|unternehmen|büro)';
const ADJECTIVE_BEFORE =
  '(?:small|tiny|large|big|little|new|young|local|private|public|family|(?:[a-z]+|[\\uE000\\uE001][A-Z]{2})-?based)';
const WE =
  "(?:we|our company|our firm|our business|our startup|our organi[sz]ation|our team|my company|my startup|my firm|i|wir|unsere firma)(?:'re|'m| are| am| is| were| sind| sitzen| sitz| now)?(?: now| all| currently| actually| jetzt)?";
const BASED = patternOf(
  `${START}(?:${WE}(?: a| an)?(?: ${ADJECTIVE_BEFORE})?(?: ${ORGANISATION})?,? (?:based |located |domiciled |headquartered |incorporated |established |registered )?${IN}|(?:based|located|domiciled|headquartered|incorporated|established|registered|principal place of business|seated) (?:is |are )?in|(?:registered|based|run|operated|managed) (?:and (?:registered|based|run|operated|managed) )?(?:out of|from)|(?:${ORGANISATION}|entreprise|société) (?:of (?:\\w+ ){1,3})?(?:is |are |was |were )?(?:based |located |registered |domiciled |seated |basée |située )?${IN}|(?:company|startup|firm|team|management|board|everyone|everybody|all of us|shop|studio|agency|we|i) (?:sits?|sitting|lives?|resides?|operates?|works?|moved?|move|are moving|relocated?|relocate) (?:in|to|from|out of)|(?:s\\.?r\\.?l\\.?|sas|sarl|s\\.a\\.?|ltd|llc|inc|b\\.?v|ag|oy|pty|s\\.?p\\.?a\\.?)\\.? in|(?:parent|holding|mother|our) company is(?: a| an)?) ${PLACE}(?:(?:,? and |,? or |, ?)${PLACE})?`,
  'giu',
);
/** "HQ is Austin", "headquartered in": the main place of business, beside which an office elsewhere is no domicile. */
const SEAT = patternOf(
  `(?:(?:hq|headquarters?|head ?office|main office|registered office|principal place of business|(?:company |registered |legal )seat|parent(?: company)?|holding)(?:'s| is| are| sits|:|,)?(?: based| located)?(?: in| at)?|(?:headquartered|incorporated|domiciled) in) ${PLACE}`,
  'giu',
);
const BRANCH = patternOf(/\b(?:offices?|branch(?:es)?|subsidiar(?:y|ies)|sites?|hub|team|reps?|outposts?)\b/i);
const BRANCH_IN = patternOf(
  `${EITHER} (?:\\w+ )?(?:offices?|branch(?:es)?|subsidiar(?:y|ies)|sites?|hub|team)|(?:offices?|branch(?:es)?|subsidiar(?:y|ies)|sites?|hub|team) in ${PLACE}`,
  'giu',
);
const TWO_OFFICES = patternOf(
  `(?:offices?|branch(?:es)?|sites?|locations?|studios?) (?:each )?in ${PLACE}(?:,? (?:and|&|plus) (?:one |another |a second |a small one )?(?:in )?${PLACE})`,
  'giu',
);
const ADJECTIVE_BASED = patternOf(
  `${START}${EITHER}(?:[- ]based)?[- ](?:${ADJECTIVE_BEFORE} )?(?:[a-z]+ )?${ORGANISATION}`,
  'giu',
);
/** "we're Dutch" */
const WE_ARE = patternOf(`${START}(?:we|i)(?:'re|'m| are| am)(?: a| an)?(?: ${ADJECTIVE_BEFORE})? ${ADJECTIVE}`, 'giu');
const HYPHEN_BASED = patternOf(`${START}${PLACE}[- ](?:based|domiciled|headquartered|incorporated)(?!\\p{L})`, 'giu');
const USED = patternOf(
  `(?:users|customers|clients?|people|market|offer it|sell it|deploy(?: it)?|launch(?: it)?|serve|servers|available|used|ship it|ship|audience|readers|viewers|players|shoppers)(?: are| is)?(?: located| based| sitting)? (?:in|across|to|throughout|from) ${PLACE}`,
  'giu',
);
const USED_ADJECTIVE = patternOf(
  `${START}${EITHER} (?:users|colleagues|customers|clients?|market|consumers|citizens|residents|end users|revenues?|sales|audience|readers|viewers|players|shoppers|websites?|sites?|rollout|launch|tv|television|radio|media|press|newspapers?|stores?|shops?|schools?|hospitals?|cinemas?|channels?)`,
  'giu',
);
const CHINESE_BASED = patternOf(
  `(?:我们|公司|总部|注册地?)(?:公司)?(?:是|在|位于|设在|注册在|来自|一家)*(?:一家)?(${OTHER})|(${OTHER})的?(?:一家|小|初创|创业)*(?:公司|企业|团队|机构|大学|工作室|商店|银行)`,
  'gu',
);
const CHINESE_USED = patternOf(
  `(?:在|面向|包括|含)(${OTHER})|(${OTHER})(?:も?を?含む|向け|市場|のユーザー|の顧客|で(?:販売|提供|利用|配布))|(${OTHER})的?(?:用户|客户|市场)`,
  'gu',
);
/** "The office won't be Oslo any more but Gothenburg" */
const MOVED_TO = patternOf(
  `(?:no longer|not|n['’]t)\\b[^.?!]{0,20}[\\uE000][A-Z]{2}[^.?!]{0,12}\\bbut (?:in )?${PLACE}`,
  'giu',
);
/** "…, canada, 40k users": a place by itself between commas. */
const ALONE = patternOf(`(?:^|[,;(]\\s*)${PLACE}\\s*(?=[,;.)?]|$)`, 'giu');
const ANYWHERE = patternOf(`${START}(?:in|for|about|to|from|à|en|aus|de) ${PLACE}|^(?:and |und )${PLACE}\\W*$`, 'giu');

/** Where a text says that somebody is. ISO 3166-1 codes, or "EU"; empty where nothing was said. */
export type Places = {
  /** the asking team is based there */
  domiciled: string[];
  /** it is used or offered there */
  usedIn: string[];
  /** a place was named, and not what is there */
  somewhere: string[];
};

/** Reads where the asking team is domiciled and where it offers or uses something. */
export const readPlaces = lately((text: string): Places => {
  const chinese = namesIn(text, CHINESE_BASED);
  const marked = markPlaces(text);
  const latin = (patterns: RegExp[]) => (marked === null ? [] : marksIn(marked, patterns));
  const seat = BRANCH.test(text) ? latin([SEAT]) : [];
  // "one office in Zurich and one in Vienna": which of them is the seat is not said
  const offices = seat.length === 0 ? [...new Set(latin([TWO_OFFICES]))] : [];
  if (offices.length > 1) return { domiciled: [], usedIn: offices, somewhere: [] };
  const domiciled =
    seat.length > 0
      ? seat
      : [...latin([MOVED_TO, BASED, SEAT, ADJECTIVE_BASED, WE_ARE, HYPHEN_BASED, ALONE]), ...chinese];
  // where a branch sits is where it is used
  const branches =
    seat.length > 0 ? latin([BASED, ADJECTIVE_BASED, BRANCH_IN]).filter((code) => !seat.includes(code)) : [];
  const usedIn = [...latin([USED, USED_ADJECTIVE]), ...branches, ...namesIn(text, CHINESE_USED)];
  const somewhere = usedIn.length === 0 ? latin([ANYWHERE]).filter((code) => !domiciled.includes(code)) : [];
  const alsoUsed = usedIn.filter((code) => !chinese.includes(code));
  return { domiciled: [...new Set(domiciled)], usedIn: [...new Set(alsoUsed)], somewhere: [...new Set(somewhere)] };
});

/** @returns whether a word is the name of a place and nothing else */
export const isPlace = (written: string): boolean => {
  const name = written.toLowerCase().replace(/^the /, '');
  return PLACES.has(name) || PLACE_ADJECTIVES.has(name);
};

const caught = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter(Boolean));
/** "No office in Europe", "outside the EU": the place is not where they are; the code of Norway is no "no". */
const RULED_OUT = patternOf(
  /(?<![\uE000\uE001])\b(?:no|not|without|outside(?: of)?|never|except|excluding|nobody|none|nothing)\b(?: \w+){0,3} (?:in |of |from |the )*$|\boutside(?: of)? (?:the )?$/i,
);
const marksIn = (marked: string, patterns: RegExp[]): string[] => {
  const kept = marked.replace(/[\uE000\uE001][A-Z]{2}/g, (mark, at: number) =>
    RULED_OUT.test(marked.slice(Math.max(0, at - 40), at)) ? 'elsewhere' : mark,
  );
  return patterns.flatMap((pattern) => caught(kept, pattern).map(codeOfMark));
};
/** Chinese, Japanese, Korean. */
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const namesIn = (text: string, pattern: RegExp): string[] =>
  (EAST_ASIAN.test(text) ? caught(text, pattern) : []).flatMap((name) => PLACES.get(name.toLowerCase()) ?? []);
