/**
 * Words that decide what a sentence claims: permission, denial, duty, condition, comparison. Each class is compared
 * between a sentence and the facts it cites; a word of these classes is never glue.
 */
export const POLAR_CLASSES = [
  'denial',
  'permission',
  'prohibition',
  'withdrawal',
  'duty',
  'option',
  'exception',
  'condition',
  'limit',
  'more',
  'less',
  'before',
  'after',
  'inside',
  'outside',
  'whole',
  'doubt',
] as const;
export type PolarClass = (typeof POLAR_CLASSES)[number];

const WORDS: Record<PolarClass, string> = {
  denial: 'not no never none neither nor without nothing nobody nowhere cannot lacks lacking fails absent non',
  permission:
    'yes may can could allow allows allowed allowing allowable permit permits permitted permitting permissible permission free freely grant grants granted granting let lets able entitled entitle entitles enable enables authorise authorises authorised authorize authorizes authorized licensed ok okay',
  prohibition:
    'prohibit prohibits prohibited prohibiting prohibition forbid forbids forbidden forbidding bar bars barred barring ban bans banned banning disallow disallows disallowed exclude excludes excluded excluding restricts restrict restricted deny denies denied illegal unlawful',
  withdrawal:
    'refuse refuses refused revoke revokes revoked withhold withholds withheld ends end ended terminate terminates terminated lose loses lost',
  duty: 'must need needs needed require requires required requiring requirement oblige obliges obliged obligation mandatory shall should ought have has binding bound bind binds',
  option:
    'optional optionally voluntary voluntarily regardless irrespective despite even anyway whichever whatever unlimited unrestricted',
  exception: 'unless except excepting exception exceptions until till but however though although',
  condition:
    'if when whenever once provided providing conditional condition conditions subject long depends depend depending',
  limit: 'only solely merely exclusively just',
  more: 'more above over exceed exceeds exceeded exceeding greater beyond higher larger least upwards many',
  less: 'less below under fewer smaller lower beneath few up most',
  before: 'before earlier prior previous preceding',
  after: 'after later afterwards following since next',
  inside: 'within inside in-house internally',
  outside: 'outside abroad externally',
  whole:
    'all any every each anyone anything everyone everything always some both either first also whole entire entirely',
  doubt:
    'unclear unknown unsettled silent might perhaps probably likely maybe uncertain says mention mentions mentioned addressed address',
};

const CLASS_OF = new Map<string, PolarClass>(
  POLAR_CLASSES.flatMap((name) => WORDS[name].split(' ').map((word) => [word, name] as const)),
);

/** @param word lower case @returns its class, or null for a word that decides nothing */
export const polarClass = (word: string): PolarClass | null => CLASS_OF.get(word) ?? null;

/** What a fact says in these classes may not be left out by a sentence that speaks of it. */
export const NEVER_DROPPED: ReadonlySet<PolarClass> = new Set([
  'denial',
  'prohibition',
  'exception',
  'condition',
  'limit',
  'doubt',
  'more',
  'less',
]);
/** One of these more turns a sentence round. */
export const NEVER_ADDED: ReadonlySet<PolarClass> = new Set(['denial', 'prohibition']);
/** These take back what a permission gives. */
export const LIMITING: ReadonlySet<PolarClass> = new Set(['prohibition', 'exception', 'condition', 'limit']);

/** Words that carry nothing of their own. A short closed list: whatever is not here must stand in a cited fact. */
export const GLUE: ReadonlySet<string> = new Set(
  `a an the this that these those it its they them their he she his her you your yours we our us i me my one ones there here
  and or of to in on at by for with from as into onto than then so too via per about through between among
  is are was were be been being am do does did done will would which who whom whose what where how why while because
  such same other another own still yet now already thus hence therefore meaning means namely mean that's it's
  section clause § licence license article paragraph according under's`
    .split(/\s+/)
    .filter(Boolean),
);

/** Nouns for who asks and what they build. One may be used where the question has it too. */
export const ASKERS_WORDS: ReadonlySet<string> = new Set(
  `app apps product products service services company companies startup team teams organisation organization business customer customers client clients
  user users employee employees chatbot bot assistant platform website tool tools feature project prototype pilot demo game plugin extension
  case question plan model models version versions text`
    .split(/\s+/)
    .filter(Boolean),
);
