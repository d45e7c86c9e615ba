import type { Licence } from '../knowledge/catalogue.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity, Category, Modality, ObligationKind, Task } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Facts } from './facts.ts';
import { readActivities } from './read-activities.ts';
import { readSizes, type Sizes } from './read-sizes.ts';

/** What a model must offer to be on a shortlist. */
export type Needs = {
  activities: Activity[];
  modalities: Modality[];
  /** "not text models": what it must not be */
  without: Modality[];
  tasks: Task[];
  categories: Category[];
  /** parts that must be released */
  training_data: boolean;
  training_code: boolean;
  downloadable: boolean;
  osi_licence: boolean;
  /** no limit on users or revenue */
  noThresholds: boolean;
  /** duties it must not come with */
  noDuties: ObligationKind[];
  sizes: Sizes;
  /** what "the smallest", "the newest" puts first */
  first: 'smallest' | 'largest' | 'newest' | null;
  /** any of these; empty is no need */
  licences: Licence[];
  /** none of these */
  notLicences: Licence[];
};

const MODALITIES: [Modality, RegExp][] = [
  [
    'vision',
    patternOf(
      /\bvision\b|\bmulti-?modal\b|\bvlms?\b|\b(read|understand|see|analy[sz]e)\w* (images?|pictures?|photos?|documents?|screenshots?)|\bimage (understanding|input|analysis|captioning)\b|\bocr\b|多模态|视觉/i,
    ),
  ],
  [
    'image',
    patternOf(
      /\bimage (generat\w*|creation|editing|models?)\b|\btext[- ]to[- ]image\b|\bgenerat\w* (images?|pictures?)|\bimage generators?\b|\bdiffusion\b|\bpictures?\b|\b(?:for|to (?:make|create|draw|produce|design)) (?:\w+ ){0,2}?(?:images?|photos|illustrations?|logos?|art(?:work)?)\b|图像生成|文生图/i,
    ),
  ],
  ['video', /\bvideo\b|视频/i],
  ['audio', patternOf(/\bmusic\b|\baudio\b|\bsound\b|\bsongs?\b|音乐/i)],
  ['embedding', patternOf(/\bembeddings?\b|\bretriev\w*|\brerank\w*|\bsemantic search\b|向量/i)],
  [
    'code',
    patternOf(
      /(?<!\b(?:training|inference|source|open|released?|its|data (?:and|&|\+|plus)|data,|weights (?:and|&|\+)|weights,) )\b(coding|code)\b(?! of conduct)|\bprogramming\b|代码/i,
    ),
  ],
  ['3d', /\b3d\b/i],
  ['time-series', patternOf(/\btime[- ]series\b|\bforecast\w*/i)],
];
/** Named apart only to be ruled out: without a word on it, text is what is looked for. */
const TEXT: [Modality, RegExp] = ['text', patternOf(/\b(text|language|chat)\b(?![- ]to)|\bllms?\b/i)];

const TASKS: [Task, RegExp][] = [
  [
    'speech-recognition',
    patternOf(
      /\b(speech|voice)[- ]to[- ]text\b|\bspeech recogni\w+|\brecogni[sz]\w+ speech\b|\bs2t\b|\bstt\b|\basr\b|\btranscri\w*|\bdictation\b|\bsubtitl\w+|语音识别|转写/i,
    ),
  ],
  [
    'speech-synthesis',
    patternOf(
      /\btext[- ]to[- ]speech\b|\btts\b|\bspeech (synthesis|generat\w+)\b|\bvoice (clon\w+|generat\w+|synthesis|over)|\bvoice-?overs?\b|\bread\w* (text )?aloud\b|\bnarrat\w+|语音合成|配音/i,
    ),
  ],
  ['music-generation', /\bmusic\b|\bsongs?\b|音乐/i],
  [
    'document-reading',
    patternOf(/\bocr\b|\b(read|pars|extract)\w*\b[^.?!]{0,20}\b(pdfs?|invoices|scans?|documents)\b/i),
  ],
  ['reranking', /\bre-?rank\w*/i],
  [
    'content-moderation',
    patternOf(/\bmoderation\b|\bguard ?(rail )?models?\b|\bsafety (classifier|model)s?\b|\btoxicity\b|内容审核/i),
  ],
];
/** Speech without a word on which way: either will do. */
const SPEECH = /\bspeech\b|\bvoice\b|语音/i;

/** Which modality a task belongs to, where the words for the task do not name it. */
const OF_TASK: Record<Task, Modality> = {
  'speech-recognition': 'speech',
  'speech-synthesis': 'speech',
  'music-generation': 'audio',
  'document-reading': 'vision',
  reranking: 'embedding',
  'content-moderation': 'text',
};

const NOT_BEFORE = patternOf(
  /\b(not|no|non|without|except|excluding|other than|besides|apart from|anything but|neither|nor|avoid\w*)[- ]+((an?|any|just|only|under|the|simply|another|use|licen[sc]ed?) )*$/i,
);
const negated = (text: string, at: number): boolean => NOT_BEFORE.test(text.slice(0, at));

const PERMISSIVE = patternOf(
  /\bpermissive(ly)?\b|\bno (custom |licen[sc]e )?(restrictions?|strings)\b|\bwithout (any )?(custom |licen[sc]e )?(restrictions?|strings|conditions)\b|\bunrestricted\b|\bdo (what|whatever|anything) we (want|like)\b|宽松/i,
);

const NO_THRESHOLDS = patternOf(
  /\b(no|without( an?y?| any)?|free of( any)?) ((user|usage|revenue|mau|size)( or (user|revenue))? )?(thresholds?|caps?|(?<=(user|usage|revenue|mau|size) )limits?)\b/i,
);

const FIRST: [RegExp, NonNullable<Needs['first']>][] = [
  [patternOf(/\b(smallest|tiniest)\b|最小/i), 'smallest'],
  [/\b(largest|biggest)\b|最大/i, 'largest'],
  [patternOf(/\b(newest|latest|most recent)\b|最新/i), 'newest'],
];

const WITHOUT =
  '(?:without|w\\/o|no|not (?:have|having) to (?:show|use|display|give|carry)|free of|sans|ohne)(?: (?:having to )?(?:show|display|give|carry|put)(?:ing)?)?(?: any| an?| the)?(?: (?:caps?|limits?|logos?|badges?|labels?|names?|user caps|revenue caps)(?:,| or| and|\\/))*';
/** "No logo or badge duties", "without attribution": what must not be owed. */
const NO_DUTIES: [RegExp, ObligationKind[]][] = [
  [
    new RegExp(`\\b${WITHOUT} (?:logos?|badges?|labels?|branding|"?built with|naming (?:rules?|duty|duties))`, 'i'),
    ['badge', 'name_prefix'],
  ],
  [
    new RegExp(`\\b${WITHOUT} (?:attributions?|credits?|crediting|acknowledge?ments?|namensnennung)\\b`, 'i'),
    ['attribution', 'notice_file', 'acknowledge', 'badge'],
  ],
  [
    new RegExp(`\\b${WITHOUT} (?:copyleft|share-?alike|duty to (?:publish|open)|source disclosure)`, 'i'),
    ['share_alike', 'provide_source'],
  ],
];

/** Reads the needs out of a request for a shortlist. What is not said is not a need. */
export const readNeeds = (text: string, facts: Facts, subjects: Mention[]): Needs => {
  const open =
    /\bopen[- ]?source\b|\bosi\b|\bosaid\b|\bfully open\b|\btruly open\b|\bmore fully open\b|\breproduc\w+|开源/i.test(
      text,
    );
  const licences: Licence[] = [];
  const notLicences: Licence[] = [];
  for (const mention of subjects)
    if (mention.kind === 'licence')
      (negated(text, text.indexOf(mention.written)) ? notLicences : licences).push(...mention.licences);
  const permissive =
    PERMISSIVE.test(text) || (licences.length > 0 && licences.every((licence) => licence.kind === 'permissive'));
  const fully = /\bfully open\b|\btruly open\b|\bmore fully open\b|\breproduc\w+|\bosaid\b|\bosi\b/i.test(text);
  const tasks = TASKS.filter(([, pattern]) => pattern.test(text)).map(([task]) => task);
  const { modalities, without } = readModalities(text, tasks);
  return {
    activities: readWish(text),
    modalities,
    without,
    tasks,
    categories: fully ? ['more-fully-open'] : open || permissive ? ['open-weight-permissive', 'more-fully-open'] : [],
    training_data:
      /\b(training )?data (is |are )?(open|public|released|available|published)|\bopen (training )?data\b|\bpublic (training )?data|\bdata information\b|\btraining data\b.*\b(open|public|released|transparent)|\b(with|w\/|and|has|have) (the )?training data\b/i.test(
        text,
      ),
    training_code: /\btraining code\b|\breproduc\w+|\btraining data (and|&|\+) code\b/i.test(text),
    downloadable:
      facts.self_host === true || /\bopen[- ]?weights?\b|\bdownload|\blocal|\bfine-?tun|\bself[- ]?host/i.test(text),
    osi_licence: /\bosi[- ]approved\b/i.test(text),
    noThresholds: NO_THRESHOLDS.test(text),
    noDuties: [...new Set(NO_DUTIES.flatMap(([pattern, kinds]) => (pattern.test(text) ? kinds : [])))],
    sizes: readSizes(text),
    first: FIRST.find(([pattern]) => pattern.test(text))?.[1] ?? null,
    licences,
    notLicences,
  };
};

const readModalities = (text: string, tasks: Task[]): { modalities: Modality[]; without: Modality[] } => {
  const wanted = new Set<Modality>(tasks.map((task) => OF_TASK[task]));
  const without: Modality[] = [];
  for (const [modality, pattern] of [...MODALITIES, TEXT]) {
    const match = pattern.exec(text);
    if (!match) continue;
    if (negated(text, match.index)) without.push(modality);
    else if (modality !== 'text') wanted.add(modality);
  }
  if (SPEECH.test(text)) wanted.add('speech');
  return { modalities: [...wanted].filter((modality) => !without.includes(modality)), without };
};

/** What is to be done with the model; "ship" and "sell" count where no fuller phrase was read. */
const readWish = (text: string): Activity[] => {
  const { activities } = readActivities(text);
  const wish = new Set(activities);
  if (/\b(ship|bundle|embed|deliver)\b/i.test(text)) wish.add('embed_in_product');
  const covered = wish.has('embed_in_product') || wish.has('host_for_others');
  if (/\bcommercial|\bsell|\bproduct|\bcustomer|商用/i.test(text) && !/non-?commercial/i.test(text) && !covered)
    wish.add('use_commercially');
  return [...wish];
};
