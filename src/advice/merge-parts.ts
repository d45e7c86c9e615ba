import type { Mention } from '../knowledge/names/read-names.ts';
import type { Activity } from '../knowledge/vocabulary.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { type ReadActivities, readActivities } from './read-activities.ts';
import { readIntent } from './read-intent.ts';
import type { Part } from './read-part.ts';

const WANTS_ANSWER = patternOf(
  /[?？]|[:,;–-]\s*(?:can|may|could|must|should) (?:we|i|our|they)\b|^\s*(?:and |also |so |but |plus |then )?(can|may|could|is|are|do|does|which|what(?:['’]?s)?|who(?:['’]s)?|how|where|when|why|should|must|would|will|tell|show|list|find|compare|explain|recommend|suggest|give)\b|吗|呢|能不能|可以|怎么|什么|哪/i,
);

const PLANS = patternOf(
  /\b(tomorrow|next (?:week|month|year|quarter)|from now on|we let|we(?:'re| are) \w+ing|would use|will use|wants?|plans?|planning|going|intend|would like|like|looking|hope|need|aim|thinking|consider\w*)\b|'d\b/i,
);

/** "It runs behind our portal. Source stays with us, correct?": what reaches others is what the question is about. */
const reachesOthers = ({ acts }: Part): boolean =>
  acts.activities.some((activity) => activity !== 'use_commercially') &&
  acts.activities.every((activity) =>
    ['use_commercially', 'host_for_others', 'embed_in_product', 'publish_derivative', 'redistribute_weights'].includes(
      activity,
    ),
  );

/** "Is that still research?", "ok for a beta?": what it is called; what is done was said before. */
const isOnlyTheLabel = ({ acts, text }: Part): boolean =>
  acts.activities.join() === 'research' &&
  /\b(?:still|that|this|it|it['’]s|counts? as|considered)\b[^.?!]{0,15}\b(?:research|education(?:al)?|teaching|non[- ]?commercial)\b|\b(?:beta|prototyp\w*|trial|pilot|demo)\b/i.test(
    text,
  );

/** Who is paid for it is in business, whatever it is called. */
const PAID = patternOf(
  /\b(?:firm|compan(?:y|ies)|start-?up|agency)\b[\s\S]*\bpa(?:y|ys|id|ying)\b|\bpa(?:y|ys|id) us\b|\bwe (?:charge|sell|bill|invoice)\b/i,
);
const IN_BUSINESS: ReadActivities = { activities: ['use_commercially'], general: false };

/** "The repository says apache", "MIT as far as I know", "it goes out under plain MIT": a licence that is believed or put on. */
const BELIEVED = patternOf(
  /\b(?:says?|reads?|states?|tags?|tagged|as far as i know|afaik|i (?:think|guess|believe|thought|read|heard)|saw|goes? out)\b[^.?!]*\bLICENCE\b|\bLICENCE\b[^.?!]{0,20}\b(?:tag|as far as i know|afaik|i (?:think|guess|believe)|since forever)\b/i,
);
const isBelief = ({ plain, subjects }: Part): boolean =>
  subjects.length > 0 && subjects.every(({ kind }) => kind === 'licence') && BELIEVED.test(plain);

/** "Data too?", "can one download it anywhere?", "MIT = open source AI?" */
const isOfOpenness = ({ subjects, acts, intent, text }: Part): boolean =>
  subjects.every(({ kind }) => kind === 'licence') &&
  (acts.activities.length === 0 || acts.general) &&
  !intent.ship &&
  intent.topics.length === 0 &&
  ((intent.classify && subjects.length > 0) ||
    (/\b(?:data|code|recipes?|weights|download\w*|checkpoints?|logs?|paper)\b/i.test(text) &&
      !/\b(?:use|usable|using|sell|commercial\w*|business|licen[cs]e)\b/i.test(text)));

/** What the models that were asked for must do. */
const NEEDS = patternOf(
  /^\W*(?:it |they |and |but )?(?:also )?(?:must|has to|have to|needs? to|should|ideally|preferably)\b(?! (?:we|i|our)\b)[^?]*$/i,
);

/** What is done with pictures and texts. */
const USES_THEM = patternOf(/\b(print|sell|show|publish|use|put|post|air|frame|hang|send|deliver|licen[sc]e)\w*\b/i);

/** A statement only lends its subject and facts; questions about the same thing are one. */
export const mergeParts = (parts: Part[]): Part[] => {
  const merged: Part[] = [];
  let pending: Mention[] = [];
  let planned: ReadActivities | null = null;
  const fields: string[] = [];
  let declined = false;
  for (const read of parts) {
    const part = withoutWider(read, merged.at(-1)?.subjects ?? pending);
    const asks = WANTS_ANSWER.test(part.text) || part.intent.shortlist;
    const says =
      part.acts.activities.length > 0 ||
      part.intent.classify ||
      part.intent.ship ||
      part.intent.licence ||
      part.intent.topics.length > 0 ||
      part.intent.compare;
    const last = merged.at(-1);
    // "X or Y, which can we use? what's the difference": the two that were named are compared
    if (last && part.intent.compare && part.subjects.length === 0 && last.subjects.length > 1) {
      last.intent.compare = true;
      last.text = `${last.text} ${part.text}`;
      continue;
    }
    // "how open is X? data too?": what else of it is open belongs to the same question
    if (last?.intent.classify && !last.intent.shortlist && isOfOpenness(part)) {
      last.text = `${last.text} ${part.text}`;
      continue;
    }
    // "a forecasting model we can sell. is there more than one", "what else is there? must be self-hostable"
    if (
      last?.intent.shortlist &&
      part.subjects.length === 0 &&
      ((!says && part.text.length < 40) || NEEDS.test(part.text))
    ) {
      last.text = `${last.text} ${part.text}`;
      continue;
    }
    if (parts.length > 1 && !asks && !(says && part.subjects.length > 0)) {
      if (part.subjects.length > 0) pending = part.subjects;
      // "want to embed it": what is planned belongs to the question before or after it
      if (
        part.acts.activities.length > 0 &&
        !part.acts.general &&
        (PLANS.test(part.text) || part.text.length < 40 || reachesOthers(part))
      ) {
        if (last?.acts.activities.every(() => last.acts.general)) last.acts = part.acts;
        else if (!last) planned = part.acts;
        // two statements of one plan: "we tuned X. sales wants to hand it to customers"
        else if (!WANTS_ANSWER.test(last.text)) last.acts = readActivities(`${last.plain} ${part.plain}`);
      }
      // "which one is free of that? needs to be text to image"
      if (last?.intent.shortlist) last.text = `${last.text} ${part.text}`;
      if (part.intent.decline && last) last.intent.decline = true;
      // "here is our contract with the vendor. are we safe if we resell?"
      else if (part.intent.decline) declined = true;
      // "we build targeting software for an army. can X be part of it?"
      if (last) last.intent.fields.push(...part.intent.fields);
      else fields.push(...part.intent.fields);
      continue;
    }
    // "X runs alone. MIT as far as I know. OK?": what is believed of the model asks nothing about the licence
    if (last && !part.intent.compare && isBelief(part) && last.subjects.some(({ kind }) => kind === 'models')) {
      last.subjects = [...last.subjects, ...part.subjects];
      last.text = `${last.text} ${part.text}`;
      last.plain = `${last.plain} ${part.plain}`;
      last.intent.fields.push(...part.intent.fields);
      continue;
    }
    // "a competitor copied our weights. can we sue them?" is about one matter
    if (part.intent.decline && last && part.subjects.length === 0) {
      last.intent.decline = true;
      continue;
    }
    // "Yi 34B. Is it still under the Yi licence?": the model named before is meant, and the licence beside it
    const licencesOnly =
      (part.refersBack || isBelief(part)) && part.subjects.every((mention) => mention.kind === 'licence');
    const before = licencesOnly ? pending.filter((mention) => mention.kind === 'models') : [];
    const subjects = part.subjects.length > 0 ? [...before, ...part.subjects] : pending;
    const inherits = part.subjects.length === 0 && last !== undefined;
    // "who owns the text it writes, and may we sell it?": what is sold is the text
    const sellsOutputs =
      last?.acts.activities.includes('use_outputs') &&
      part.refersBack &&
      (part.acts.activities.join() === 'use_commercially' ||
        (part.acts.activities.length === 0 && USES_THEM.test(part.text))) &&
      !part.intent.ship &&
      !part.intent.classify;
    if (last && inherits && sellsOutputs) {
      last.text = `${last.text} ${part.text}`;
      continue;
    }
    if (last && inherits && sameIntent(last, part)) {
      last.acts = {
        activities: [...new Set([...last.acts.activities, ...ofOutputs(last, part)])],
        general: last.acts.general && part.acts.general,
      };
      last.text = `${last.text} ${part.text}`;
      last.intent.fields.push(...part.intent.fields);
      last.intent.premise ??= part.intent.premise;
      continue;
    }
    part.intent.fields.push(...fields.splice(0));
    if (declined && part.subjects.length === 0) part.intent.decline = true;
    const unsaid = part.acts.activities.length === 0 || part.acts.general || isOnlyTheLabel(part);
    merged.push({ ...part, subjects, acts: unsaid && planned ? planned : part.acts });
    planned = null;
  }
  if (merged.length > 0) {
    const paid = PAID.test(parts.map(({ text }) => text).join(' '));
    return merged.map((part) => (paid && isOnlyTheLabel(part) ? { ...part, acts: IN_BUSINESS } : part));
  }
  const all = parts.flatMap((part) => part.subjects);
  const text = parts.map((part) => part.text).join(' ');
  const plain = parts.map((part) => part.plain).join(' ');
  return [
    {
      text,
      plain,
      subjects: all,
      intent: readIntent(plain),
      acts: readActivities(plain),
      refersBack: parts.some((part) => part.refersBack),
      bare: parts.every((part) => part.bare),
    },
  ];
};

/** "Llama 3.1 70B … OK from a Llama licence perspective?": the bare name stands for the model that was named in full. */
const withoutWider = (part: Part, before: Mention[]): Part => {
  const narrower = (wide: Mention) =>
    wide.kind === 'models' &&
    !/\d/.test(wide.written) &&
    before.some(
      (mention) =>
        mention.kind === 'models' &&
        /\d/.test(mention.written) &&
        mention.releases.length < wide.releases.length &&
        mention.releases.every((release) => wide.releases.includes(release)),
    );
  return part.intent.compare ? part : { ...part, subjects: part.subjects.filter((mention) => !narrower(mention)) };
};

/** "Who owns the pictures? Can we print them?": them are the outputs, and printing them is using outputs. */
const ofOutputs = (before: Part, part: Part): Activity[] =>
  before.acts.activities.includes('use_outputs') && /\b(it|them|those|these|that)\b/i.test(part.text)
    ? part.acts.activities.filter((activity) => !['use_commercially', 'redistribute_weights'].includes(activity))
    : part.acts.activities;

const sameIntent = (a: Part, b: Part): boolean => {
  const plain = (part: Part) =>
    !part.intent.classify &&
    !part.intent.ship &&
    !part.intent.compare &&
    !part.intent.shortlist &&
    part.intent.topics.length === 0 &&
    part.acts.activities.length > 0;
  return plain(a) && plain(b);
};
