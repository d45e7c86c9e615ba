/** Names of countries in English and Chinese, by ISO 3166-1 code, made from the platform's own data. */
const NAMES = new Map<string, string>();
/** Not countries, or codes of the past that today's names are given for too. */
const NOT_A_PLACE = new Set('EU UN EZ XA XB QO ZZ DD FX BU CS TP YU ZR SU AN NH VD YD UK'.split(' '));
for (const language of ['en', 'zh']) {
  const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (let a = 65; a <= 90; a += 1)
    for (let b = 65; b <= 90; b += 1) {
      const code = String.fromCharCode(a, b);
      if (NOT_A_PLACE.has(code)) continue;
      const name = names.of(code);
      if (name) NAMES.set(name.toLowerCase(), code);
    }
}
const MORE: Record<string, string> = {
  'the eu': 'EU',
  'european union': 'EU',
  europe: 'EU',
  european: 'EU',
  eu: 'EU',
  欧盟: 'EU',
  欧洲: 'EU',
  uk: 'GB',
  britain: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  british: 'GB',
  us: 'US',
  usa: 'US',
  'u.s.': 'US',
  america: 'US',
  american: 'US',
  'the states': 'US',
  korea: 'KR',
  'south korea': 'KR',
  korean: 'KR',
  german: 'DE',
  french: 'FR',
  dutch: 'NL',
  spanish: 'ES',
  italian: 'IT',
  polish: 'PL',
  swedish: 'SE',
  danish: 'DK',
  finnish: 'FI',
  norwegian: 'NO',
  austrian: 'AT',
  belgian: 'BE',
  irish: 'IE',
  portuguese: 'PT',
  greek: 'GR',
  czech: 'CZ',
  'czech republic': 'CZ',
  hungarian: 'HU',
  romanian: 'RO',
  bulgarian: 'BG',
  croatian: 'HR',
  estonian: 'EE',
  latvian: 'LV',
  lithuanian: 'LT',
  slovak: 'SK',
  slovenian: 'SI',
  swiss: 'CH',
  canadian: 'CA',
  australian: 'AU',
  japanese: 'JP',
  chinese: 'CN',
  indian: 'IN',
  brazilian: 'BR',
  mexican: 'MX',
  singaporean: 'SG',
  israeli: 'IL',
  turkish: 'TR',
  turkey: 'TR',
  vietnamese: 'VN',
  taiwanese: 'TW',
  holland: 'NL',
  emirati: 'AE',
  uae: 'AE',
  berlin: 'DE',
  munich: 'DE',
  hamburg: 'DE',
  frankfurt: 'DE',
  paris: 'FR',
  lyon: 'FR',
  london: 'GB',
  dublin: 'IE',
  madrid: 'ES',
  barcelona: 'ES',
  rome: 'IT',
  milan: 'IT',
  amsterdam: 'NL',
  brussels: 'BE',
  vienna: 'AT',
  stockholm: 'SE',
  copenhagen: 'DK',
  helsinki: 'FI',
  oslo: 'NO',
  zurich: 'CH',
  geneva: 'CH',
  warsaw: 'PL',
  prague: 'CZ',
  lisbon: 'PT',
  seoul: 'KR',
  tokyo: 'JP',
  beijing: 'CN',
  shanghai: 'CN',
  'new york': 'US',
  'san francisco': 'US',
  california: 'US',
  texas: 'US',
  delaware: 'US',
  boston: 'US',
  austin: 'US',
  dallas: 'US',
  houston: 'US',
  chicago: 'US',
  denver: 'US',
  atlanta: 'US',
  miami: 'US',
  florida: 'US',
  'los angeles': 'US',
  'silicon valley': 'US',
  'bay area': 'US',
  washington: 'US',
  montreal: 'CA',
  vancouver: 'CA',
  sydney: 'AU',
  melbourne: 'AU',
  manchester: 'GB',
  edinburgh: 'GB',
  cologne: 'DE',
  stuttgart: 'DE',
  leipzig: 'DE',
  düsseldorf: 'DE',
  toulouse: 'FR',
  marseille: 'FR',
  rotterdam: 'NL',
  budapest: 'HU',
  bucharest: 'RO',
  sofia: 'BG',
  krakow: 'PL',
  busan: 'KR',
  osaka: 'JP',
  shenzhen: 'CN',
  delhi: 'IN',
  hyderabad: 'IN',
  bengaluru: 'IN',
  dubai: 'AE',
  'tel aviv': 'IL',
  'são paulo': 'BR',
  'sao paulo': 'BR',
  seattle: 'US',
  toronto: 'CA',
  bangalore: 'IN',
  mumbai: 'IN',
  tallinn: 'EE',
  athens: 'GR',
};
for (const [name, code] of Object.entries(MORE)) NAMES.set(name, code);
for (const risky of ['chad', 'jersey', 'guinea', 'jordan', 'georgia', 'mali', 'niger', 'turkey'])
  if (risky !== 'turkey' && risky !== 'georgia') NAMES.delete(risky);

const wordsOf = (text: string): string[] => text.split(/[^\p{L}]+/u);
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const LATIN = [...NAMES.keys()].filter((name) => /^[a-z]/.test(name)).sort((a, b) => b.length - a.length);
const OTHER = [...NAMES.keys()].filter((name) => !/^[a-z]/.test(name)).sort((a, b) => b.length - a.length);
const PLACE = `(?:the )?(${LATIN.map(literal).join('|')})`;

/** "US" and "us" are different words: two-letter codes count in capitals only. */
const isWord = (written: string): boolean => !/^(us|in|at|be|it|no|is|de|es|se|to)$/.test(written);

const WE =
  "(?:we|our company|our firm|our business|our startup|our organi[sz]ation|our team|my company|my startup|my firm|i)(?:'re|'m| are| am| is| were)?";
const BASED = new RegExp(
  `(?:${WE}(?: a| an)?(?: small| large| big)?(?: company| startup| firm| business| team)?,? (?:based |located |domiciled |headquartered |incorporated |established |registered )?(?:in|from|out of)|(?:based|located|domiciled|headquartered|incorporated|established|registered|principal place of business) (?:is |are )?in|(?:as|for|being|at) an? (?:company|startup|firm|business|team) (?:in|from)|(?:company|startup|firm|business|gmbh|team|office|hq|headquarters|entity|agency|bank) (?:is )?(?:based |located |registered |domiciled )?in|(?:company|startup|firm|entity) from|(?:company|startup|firm|team|we) (?:sits?|sitting|lives?|resides?) in|(?:gmbh|s\\.?r\\.?l\\.?|sas|sarl|s\\.a\\.?|ltd|llc|inc|b\\.?v|ag|oy|pty|s\\.?p\\.?a\\.?)\\.? in|(?:parent|holding|mother|our) company is(?: a| an)?) ${PLACE}\\b(?:(?:,? and |,? or |, ?)${PLACE}\\b)?`,
  'gi',
);
const ADJECTIVE = new RegExp(
  `\\b${PLACE}(?:[- ]based)?[- ](?:company|startup|start-up|firm|business|gmbh|bank|team|organi[sz]ation|corporation|enterprise|entity|developer|agency|university|sme|insurer|manufacturer|retailer|licensee|office|branch|subsidiary|headquarters|hq|site|lab|agency|client team)`,
  'gi',
);
const HYPHEN_BASED = new RegExp(`\\b${PLACE}[- ](?:based|domiciled|headquartered|incorporated)\\b`, 'gi');
const USED = new RegExp(
  `(?:users|customers|clients|people|market|offer it|sell it|deploy(?: it)?|launch(?: it)?|serve|servers|available|used|ship it|ship)(?: are| is)?(?: located| based)? (?:in|across|to|throughout) ${PLACE}\\b`,
  'gi',
);
const USED_ADJECTIVE = new RegExp(
  `\\b${PLACE}(?:an)? (?:users|customers|clients|market|consumers|citizens|residents|end users)`,
  'gi',
);
const CHINESE_BASED = new RegExp(
  `(?:我们|公司|总部|注册地?)(?:公司)?(?:是|在|位于|设在|注册在|来自|一家)*(?:一家)?(${OTHER.map(literal).join('|')})`,
  'g',
);

/**
 * Reads where the asking team is domiciled and where it offers or uses something.
 * @returns ISO 3166-1 codes, or "EU"; empty where nothing was said
 */
/** "…, canada, 40k users": a place by itself between commas. */
const ALONE = new RegExp(`(?:^|[,;(]\\s*)${PLACE}\\s*(?=[,;.)?]|$)`, 'gi');
const ANYWHERE = new RegExp(`\\bin ${PLACE}\\b`, 'gi');

/** The first words of all names: a text with none of them, nor one in "-an", names no place in Latin letters. */
const FIRST_WORDS = new Set(LATIN.map((name) => wordsOf(name)[0]!));
const mayNamePlace = (text: string): boolean =>
  wordsOf(text.toLowerCase()).some((word) => FIRST_WORDS.has(word) || FIRST_WORDS.has(word.replace(/an$/, '')));

export const readPlaces = (text: string): { domiciled: string[]; usedIn: string[] } => {
  if (!mayNamePlace(text)) return { domiciled: chinesePlaces(text), usedIn: [] };
  const domiciled = codes(text, [BASED, ADJECTIVE, HYPHEN_BASED, ALONE]);
  const named = codes(text, [USED, USED_ADJECTIVE]);
  const usedIn = named.length > 0 || domiciled.length > 0 ? named : codes(text, [ANYWHERE]);
  domiciled.push(...chinesePlaces(text));
  return { domiciled: [...new Set(domiciled)], usedIn: [...new Set(usedIn)] };
};

const chinesePlaces = (text: string): string[] => [
  ...new Set([...text.matchAll(CHINESE_BASED)].map((match) => NAMES.get(match[1]!)!)),
];

const codes = (text: string, patterns: RegExp[]): string[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) =>
      match.slice(1).flatMap((name) => (name && isWord(name) ? (NAMES.get(name.toLowerCase()) ?? []) : [])),
    ),
  );
