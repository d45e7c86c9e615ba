import type { Activity } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { learnsFromOutputs, speaksOfOutputs } from './activities/read-learning.ts';
import { changesModel, passesOn } from './activities/read-passing-on.ts';
import { goesIntoProduct, servesOthers } from './activities/read-places.ts';
import { forClients, isCommercial, isResearch, staysInside } from './activities/read-purposes.ts';
import { lately } from './lately.ts';

const GENERAL_USE = patternOf(
  /\b(?:may|can) we (?:start|begin|go ahead|proceed)\b|\bwe (?:may|can) (?:start|begin|go ahead|proceed)\b|\b(?:good|ok(?:ay)?|fine|free|safe|clear) to (?:push|ship|launch|publish|start|air|sell|begin|proceed|go|roll out|deploy|release)\b|(?:^|[.!?,;:–-]\s*)(?:so |and |then )?(?:can|may|could) (?:we|i)\s*\?|\bis (?:the )?MODEL\b[^.?!]{0,60}\b(?:ok|okay|fine|allowed|possible|permitted)\s*[?]|\b(?:yay or nay|go or no[- ]?go|thumbs up or down|green light|good to go)\b|\bany (?:clause|rule|ban) against\b|\bare we out\b|=\s*forbidden\b|\bis (?:it|that),? for us\b|\b(?:does|do|will|would) (?:that|this|it)[^.?!]{0,12} (?:bite|get us in(?:to)? trouble|fall under)\b|(?:^|[.!?,;:–-]\s*)(?:is (?:that|it|this) )?(?:all |so |still )?(?:allowed|ok|okay|fine|possible|permitted|legal|go|any objections?|thumbs up|doable|covered|yes or no)\s*\?|\busable\b|\b(?:works?|suit(?:s|able)?|fits?|viable|an option)\b (?:for|to) (?:us|our|me|my)\b|\b(are|is|would|am) (we|it|that|this|i|MODEL) (be )?(good|ok|okay|fine|allowed|clear|safe|free|permitted|cleared|legal|prohibited|forbidden|banned|against the (?:rules|terms|licen[cs]e))\b|\bfree\b(?! (software|weights|api|tier|plan|account))|\bany (problem|issue|concern|objection|risk|strings|landmines|red flags|trouble)s?\b|\bis that a problem\b|\b(can|may|could|are|is|am|do|should|must|allowed|permitted|legal|ok|okay|fine|safe|free)\b[^.?!]{0,60}\b(use|using|used|deploy|deploying|adopt|adopting|run|running|build on|build with|rely on|work with|go with|pick|choose|launch|stay|keep going|carry on|continue)\b|\b(free to use|allowed to|permitted|okay to|ok to|legal to|off limits|no-go|good to go)\b|能用吗|可以用吗|能不能用|可以使用|nutzen|einsetzen|verwenden|benutzen|utiliser|usar/i,
);

/** "nothing commercial", "no commercial intent": a purpose that is ruled out. */
const NOTHING_COMMERCIAL = patternOf(
  /\b(?:nothing|no|not|without(?: any)?|zero)\b (?:for |a |any |at all )?commercial(?:ly)?(?= (?:intent\w*|purposes?|goals?|aims?|gain|interests?|project|activit\w+)|\s*[,.;)!]|\s*$)/gi,
);
/** "Is that still non-commercial?" asks whether it is, and does not say so. */
const WHETHER_NON_COMMERCIAL = patternOf(
  /\bnon-?commercial enough\b|(?:\b(?:is|are|isn't|aren't) M0DEL\]?|M0DEL\]? ?[=:])(?: really| actually| just| only| for| licensed| restricted| limited| to)* (?:non[- ]?commercial(?:ly)?|research)(?: use| purposes?)?(?:[- ]only)?\s*\?|\b(?:is|are|does|do|would|will|counts?|considered)\b[^.?!]{0,30}\bnon[- ]?commercial(?:ly)?(?: use| purposes?)?\s*\?/gi,
);
/** What the asker says will not be done is not asked about. */
const DENIED = patternOf(
  /\b(?:will|would|do|does|are|is|to|but)? ?(?:not|never|won't|don't|aren't|without|no)\b (?:\w+ ){0,2}?(?:sell|selling|sold|sale|commercial\w*|distribut\w*|redistribut\w*|publish\w*|shar(?:e|ing)|charge|charging|customers?|clients?|money|income|revenue|fees?)\b/gi,
);

export type ReadActivities = {
  activities: Activity[];
  /** the asker only said "use" */
  general: boolean;
};

/**
 * Reads what the asker wants to do, from who is to have what: the model, a changed model, or what it makes; in their own
 * hands, behind an interface, or in somebody else's. The narrower reading wins over the wider: who publishes a fine-tune
 * is not asking about fine-tuning, who trains on outputs is not asking about outputs.
 * @param text names of models and licences already replaced by MODEL and LICENCE
 */
export const readActivities = lately((text: string): ReadActivities => {
  // a mark that no asker writes, in whatever case
  const cleaned = text
    .replaceAll('MODEL', 'M0DEL')
    .replace(WHETHER_NON_COMMERCIAL, ' ')
    .replace(NOTHING_COMMERCIAL, ' noncommercial ')
    .replace(/\bnon[- ]?commercial(?:ly)?\b/gi, ' noncommercial ')
    .replace(/\bnon[- ]?profits?\b|\bnot[- ]for[- ]profit\b|\bcharit(?:y|ies)\b/gi, ' organisation ')
    .replace(/\bfree of charge\b|\bat no (?:charge|cost)\b|\bfor no (?:money|fee)\b/gi, ' ')
    .replace(/\bneither\b[^.?!]{0,60}\bnor\b[^.?!,]{0,60}/gi, ' ')
    .replace(DENIED, ' ')
    // "under what licence are the weights released?" asks for the licence
    .replace(/\b(?:under|by|with|in) (?:which|what) (?:licen[cs]es?|terms)\b[^.?!]{0,80}/gi, ' ')
    .replace(/\bon top of\b/gi, 'upon')
    .replace(/\b(?:grant|job|loan|visa|patent|funding) applications?\b/gi, ' ')
    .replace(
      /\bpublish\w* (?:the |our |its |their )?(?:scores|findings|papers?|benchmarks?|benchmark results)\b/gi,
      ' ',
    )
    // what we might be made to publish is a duty, not something we want to do
    .replace(
      /\b(?:must|have to|need to|do we|should we|(?:force|oblige|require)[sd]? us to|required to|obliged to)\b[^.?!,]{0,15}\b(?:publish|release|open[- ]?source|share|disclose) (?:our|the|my|any|all)(?: [\w-]+){0,2} (?:code|source|back-?end|changes|application|stack)\b/gi,
      ' ',
    )
    // a tool for code makes no code of a model's
    .replace(/\bcode (?=(?:editor|assistant|reviewer|review|completion|tool|plugin|search|copilot)s?\b)/gi, '')
    // "a text-to-image model" is one kind of model
    .replace(/\b(?:text|image|speech|voice|video|audio)-to-(text|image|speech|video|voice|audio)\b/gi, '$1')
    .replace(ITS_TRAINING_DATA, ' ')
    .replace(/\b(embeddings?)(?= (models?|vectors?|search|space))/gi, ' ')
    .replace(/\b(open|closed)[- ]source(d)?\b(?! (?:our|the|a|it|that|them))/gi, ' ')
    .replace(/\b(non[- ]?commercial|research|commercial)([- ]only)? (licen[sc]es?|terms|agreements?)\b/gi, ' ')
    .replace(/ {2,}/g, ' ');
  const found = new Set<Activity>();
  if (isAboutData(cleaned))
    return isCommercial(cleaned) && !passesOn(cleaned.replace(/\bmodels?\b/gi, ' ')).weights
      ? { activities: ['use_commercially'], general: false }
      : { activities: [passesOn(cleaned).weights ? 'redistribute_weights' : 'fine_tune'], general: false };
  const learns = learnsFromOutputs(cleaned);
  const outputs = speaksOfOutputs(cleaned);
  const changes = changesModel(learns ? withoutLearning(cleaned) : cleaned);
  const passes = passesOn(cleaned);
  if (learns) found.add('train_on_outputs');
  if (outputs && (!learns || ownsToo(cleaned))) found.add('use_outputs');
  if (changes && passes.changed) found.add('publish_derivative');
  else {
    if (changes) found.add('fine_tune');
    if (passes.weights && !outputs && !learns) found.add('redistribute_weights');
  }
  if (servesOthers(cleaned)) found.add('host_for_others');
  if (goesIntoProduct(cleaned) && !outputs && !learns) found.add('embed_in_product');
  if (isResearch(cleaned)) found.add('research');
  if (staysInside(cleaned)) found.add('use_internally');
  if (isCommercial(cleaned)) found.add('use_commercially');
  const activities = [...found].filter((activity) => !widerThan(found, cleaned).has(activity));
  if (activities.length > 0) return { activities: order(activities), general: false };
  return GENERAL_USE.test(text)
    ? { activities: ['use_commercially'], general: true }
    : { activities: [], general: false };
});

/** What the model was made from, which is not what is to be trained: "is the training data of MODEL public?" */
const ITS_TRAINING_DATA = patternOf(
  /(?<!\bas )\b(?:the |its |their )?training (?:data|set|corpus|code)\b(?= (?:of|for|behind|used (?:for|by)) M0DEL)|\bM0DEL(?:'s)? training (?:data|set|corpus|code)\b|(?<!\bas )\b(?:the|its) training (?:data|set|corpus)\b(?=[^.?!]{0,30}\b(?:public|open|released|available|published|disclosed|known|documented)\b)/gi,
);

/** A model is trained on data under a licence: it is the data that is used, and no model is changed. */
const isAboutData = (text: string): boolean =>
  /\blicence\b/i.test(text) &&
  !/\bM0DEL\b/.test(text) &&
  /\b(data|data ?sets?|corpus|corpora|database)\b/i.test(text) &&
  /\btrain\w*\b/i.test(text) &&
  // whether the model is a derivative of its data is a notion, not something to do
  !/\bis (?:the|our|a|that|this) (?:\w+ )?model\b[^.?!]{0,30}\bderivative\b/i.test(text);

/** What one of the others already says more exactly. */
const widerThan = (found: ReadonlySet<Activity>, text: string): Set<Activity> => {
  const wider = new Set<Activity>();
  const has = (...activities: Activity[]) => activities.some((activity) => found.has(activity));
  if (
    has(
      'use_outputs',
      'train_on_outputs',
      'embed_in_product',
      'host_for_others',
      'redistribute_weights',
      'publish_derivative',
    )
  ) {
    if (!(has('use_outputs', 'publish_derivative') && RUNS_IT_TOO.test(text))) wider.add('use_commercially');
  }
  if (has('use_outputs', 'train_on_outputs') && has('host_for_others') && !/\b(host|serv|saas)\w*/i.test(text))
    wider.add('host_for_others');
  if (
    has('embed_in_product') &&
    has('redistribute_weights') &&
    !/redistribut|mirror|re-?host|weights|checkpoint/i.test(text)
  )
    wider.add('redistribute_weights');
  if (
    has('host_for_others') &&
    has('embed_in_product') &&
    !/\b(and|or|also|ship\w*|embed\w*|bundl\w*|device|on-device)\b/i.test(text)
  )
    wider.add('embed_in_product');
  if (has('use_internally')) {
    if (forClients(text)) wider.add('use_internally');
    else if (
      !/\bcommercial|\bsell|\bcustomer|\bclients?\b|revenue|\bpaying\b|\bpaid (?:[\w-]+ ){0,2}(?:platform|product|app|service|tool|plan|offer)|\bhotline/i.test(
        text,
      )
    )
      wider.add('use_commercially');
  }
  if (
    has('use_internally') &&
    has('host_for_others', 'embed_in_product', 'redistribute_weights', 'publish_derivative')
  ) {
    if (!/\b(internal|intern|in[- ]house|employees|staff|only us|ourselves|nobody else)/i.test(text))
      wider.add('use_internally');
    else if (!/\b(and|or|also|plus)\b/i.test(text))
      for (const out of ['host_for_others', 'embed_in_product'] as const) wider.add(out);
  }
  if (has('research') && has('use_outputs') && /\b(sell|sold|selling|commercial\w*|client|paid)\b/i.test(text))
    wider.add('research');
  if (
    has('use_internally') &&
    has('use_outputs', 'train_on_outputs') &&
    !/\binternal|\bon our own (?:servers?|machines?|hardware)\b/i.test(text)
  )
    wider.add('use_internally');
  return wider;
};

/** "Run it in production and sell the images": running it is asked about beside what it makes. */
const RUNS_IT_TOO = patternOf(
  /\b(?:on|from) (?:my|our|the) (?:own )?(?:workstation|\d{4}|gpus?|boxe?s?|laptops?|servers?|machines?|pcs?|comfyui|rig)\b[^?]{0,120}\b(?:clients?|customers?|invoice|pays?|paid|per (?:motif|picture|poster|job))\b|\b(?:run|use|deploy|host|put) (?:it|M0DEL|the model)\b[^.?!]{0,30}\b(?:and|also|plus)\b|\b(?:in|into|to) prod(?:uction)?\b[^.?!]{0,30}\b(?:and|also|plus)\b|\bcommercial(?:ly)?(?: use)? (?:ok|okay|fine|allowed)\b/i,
);

/** "fine-tune it and train on its outputs": both were asked; training on outputs alone changes no model of theirs. */
const withoutLearning = (text: string): string =>
  /\b(fine-?tune|finetune|modify|adapt)\b(?: it| the model| the weights| this model| M0DEL)?,? (and|or|then)\b/i.test(
    text,
  )
    ? text
    : text.replace(
        /(?<!\p{L})(?:(?:an?|our|the) (?:\p{L}+ )?(?:q?-?loras?|adapters?|fine-?tunes?)|(?:re-?train|fine-?tun|finetun|tun|distil+|adapt|improv)\p{L}*)/giu,
        ' ',
      );

/** Outputs are asked about beside the training: who owns them, whether they may be sold. */
const ownsToo = (text: string): boolean =>
  /\b(who|do (we|i|they)|does \w+|we|i|they|it|them) owns?\b|\b(owned|ownership|ours|mine|sell|belongs?|copyright)\b/i.test(
    text,
  ) && /\b(and|or|also)\b|[?]/i.test(text);

const ORDER: Activity[] = [
  'use_commercially',
  'use_internally',
  'research',
  'host_for_others',
  'embed_in_product',
  'redistribute_weights',
  'fine_tune',
  'publish_derivative',
  'use_outputs',
  'train_on_outputs',
];
const order = (activities: Activity[]): Activity[] =>
  [...activities].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
