import type { NameIndex } from '../knowledge/names/name-index.ts';
import { type Mention, readNames } from '../knowledge/names/read-names.ts';
import { isSize, isVersion, tokensOf } from '../knowledge/names/tokens.ts';
import { unknownNames } from '../knowledge/names/unknown-names.ts';
import { SIBLING_WORDS } from '../knowledge/names/word-lists.ts';
import type { Activity } from '../knowledge/vocabulary.ts';
import type { Facts, Profile } from './facts.ts';
import type { Inquiry, Intent } from './inquiry.ts';
import { type ReadActivities, readActivities } from './read-activities.ts';
import { readFacts } from './read-facts.ts';
import { isOurSubject, type ReadIntent, readIntent } from './read-intent.ts';
import type { Turn } from './thread.ts';

type Part = {
  text: string;
  /** the text with names replaced and common misspellings put right */
  plain: string;
  subjects: Mention[];
  intent: ReadIntent;
  acts: ReadActivities;
  refersBack: boolean;
  /** the whole message asks about the matter in general */
  inGeneral?: boolean;
  /** nothing but names, or a request for the card */
  bare: boolean;
};

/** Words that stand for a model named elsewhere. */
/** "if I fine-tune a model, does the base licence still apply?": models at large are spoken of. */
const AT_LARGE = /\b(an?|any|most|all|some|other) (\w+ ){0,2}(model|models|llm|llms|licen[cs]e|licen[cs]es|weights)\b/i;
const REFERS_BACK =
  /\b(it|its|it's|this|that|them|their|they|these|those|this one|that one|the (model|licen[cs]e|weights|outputs?|terms|same|former|latter|above|original|base|company)|both|either|the \d+(\.\d+)?b|same)\b|(它|这个|该模型|此模型|这款|上述)/i;
const WANTS_ANSWER =
  /[?？]|^\s*(?:and |also |so |but |plus |then )?(can|may|could|is|are|do|does|which|what|who|how|where|when|why|should|must|would|will|tell|show|list|find|compare|explain|recommend|suggest|give)\b|吗|呢|能不能|可以|怎么|什么|哪/i;

/**
 * Reads a message into what it asks, by rules. Several questions give several inquiries, in order; at least one.
 * @param turns the thread before the message, oldest first
 * @param profile facts the team has given; what the message says wins over it
 */
export const understand = (index: NameIndex, question: string, turns: Turn[], profile: Profile): Inquiry[] => {
  const whole = readNames(index, question);
  const threadFacts = turns.filter((turn) => turn.speaker === 'asker').map((turn) => turn.text);
  const facts: Facts = { ...profile, ...readFacts(question, threadFacts) };
  let parts = joinStubs(splitQuestions(question)).map((text) => readPart(index, text));
  const ours =
    !parts.some((part) => part.intent.shortlist) &&
    (isOurSubject(question) || readActivities(question).activities.length > 0);
  const unread = unknownNames(index, question, whole, ours || turns.length > 0).filter(
    (mention) => !readNames(index, mention.written).some((known) => known.kind === 'models'),
  );
  const general = /\b(in general|generally( speaking)?|as a (general )?rule|in principle)\b/i.test(question);
  parts = parts.map((part) => ({
    ...part,
    subjects: [...part.subjects, ...unread.filter((mention) => part.text.includes(mention.written))],
  }));
  const thread = subjectsOfThread(index, turns);
  const asked = mergeParts(parts).map((part) => ({ ...part, inGeneral: general }));
  return asked.map((part) => toInquiry(index, part, asked, thread, turns, { ...facts, ...ownFacts(part, facts) }));
};

/** Purpose and self-hosting belong to the part they are said in. */
const ownFacts = (part: Part, facts: Facts): Facts => {
  const { purpose, self_host, competing, reselling } = readFacts(part.text);
  return {
    purpose: purpose ?? (facts.purpose === 'commercial' ? undefined : facts.purpose),
    self_host,
    competing,
    reselling,
  };
};

const readPart = (index: NameIndex, text: string): Part => {
  const subjects = withoutWider(readNames(index, text), text);
  const plain = spelled(withoutNames(text, subjects));
  const { premise } = readIntent(plain);
  // what is taken for granted is not what is asked
  const asked = premise ? plain.replace(premise, ' ') : plain;
  return {
    text,
    plain: asked,
    subjects,
    intent: { ...readIntent(asked), premise },
    acts: readActivities(asked),
    bare: isBare(plain),
    refersBack:
      REFERS_BACK.test(
        plain.replace(
          /\b(is|isn't|was|would) it (really )?(legal|illegal|ok|okay|allowed|possible|true|safe|fine|normal|better|necessary|required)( to| that| for)\b/gi,
          ' ',
        ),
      ) &&
      (!AT_LARGE.test(plain) || /\b(it|this one|that one|them|this)\b/i.test(plain)),
  };
};

/** "Since Llama is …, may we use Llama 3.1 8B": the narrower of two names is meant, unless others are asked for too. */
const withoutWider = (mentions: Mention[], text: string): Mention[] => {
  const others =
    /\b(all|other|others|rest|every|any|whole|compare\w*|vs|versus|than|difference|instead|unlike|as)\b/i.test(text);
  return mentions.filter(
    (wide) =>
      wide.kind !== 'models' ||
      !mentions.some(
        (narrow) =>
          narrow.kind === 'models' &&
          narrow.releases.length < wide.releases.length &&
          narrow.releases.every((release) => wide.releases.includes(release)) &&
          (!others || CONCLUDES.test(text.slice(wide.end, narrow.start))),
      ),
  );
};
/** "All GLM models are X, so GLM-4.5-Air …": what is said of all is the reason, the question is of the one. */
const CONCLUDES = /\b(so|therefore|hence|thus|which means|deshalb|folglich|donc)\b/i;

/** Misspellings that are common in such questions, and words that lead astray. */
const SPELLINGS: [RegExp, string][] = [
  // what the asker's own product is called is no question about the model
  [
    /\b(our|my) (?:closed[- ]source|proprietary|open[- ]source) (?:\w+ )?(product|app|software|service|platform|tool|game)\b/gi,
    '$1 $2',
  ],
  [/\bcomm?er[cs]?i?ci?al(l?y)?\b|\bcomm?erica?l(ly)?\b/gi, 'commercial'],
  [/\bli[sc]+en[cs]+e(s|d)?\b/gi, 'licence$1'],
  [/\bfine?-?tunn?ing\b/gi, 'fine-tuning'],
  [/\bou?t?puts?\b/gi, 'outputs'],
  [/\b(re)?distr[ia]?bute?\b/gi, '$1distribute'],
  [/\bopensource(d)?\b/gi, 'open source'],
];
const spelled = (text: string): string => SPELLINGS.reduce((rest, [wrong, right]) => rest.replace(wrong, right), text);

/** Only names, with at most a few words around them that ask for nothing in particular. */
const isBare = (plain: string): boolean =>
  plain
    .toLowerCase()
    .replace(
      /\b(model|licence|what|about|whats|how|tell|me|show|info|information|on|the|a|an|is|and|or|card|details?|please|pls|hi|hey|thanks|of|for|lookup|look|up|check|give|us|i|want|to|know|s|it|which|one|this|that)\b|[^\p{L}\p{N}]/giu,
      '',
    )
    .trim() === '';

/** Names are left out before the words around them are read: "distill" or "chat" in a name is not what the asker does. */
const withoutNames = (text: string, mentions: Mention[]): string =>
  [...mentions]
    .sort((a, b) => b.start - a.start)
    .reduce(
      (rest, mention) =>
        `${rest.slice(0, mention.start)}${mention.kind === 'licence' ? 'LICENCE' : 'MODEL'}${rest.slice(mention.end)}`,
      text,
    );

/** Cuts a message into sentences; a dot inside a name or number ("3.1", "v0.2.gguf") does not end one. */
const splitQuestions = (text: string): string[] => {
  const pieces = text
    .split(/(?<=[?？!！。；;])\s*|(?<=\.)\s+(?=[A-Z\p{Script=Han}])|\n+/u)
    .flatMap((piece) =>
      piece.split(
        /,?\s+(?:and|also|plus)\s+(?=(?:can|may|do|does|is|are|what|which|who|must|should|how)\s+(?:we|i|it|the|they|you|do|does|our|licen)\b)/i,
      ),
    )
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.length > 0 ? pieces : [text];
};

/** "Kolors for a catalogue, 2M users. Conditions?": a question of a few words is asked of the statement before it. */
const joinStubs = (pieces: string[]): string[] => {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const stub = /[?？]\s*$/.test(piece) && piece.split(/\s+/).length <= 2 && !/[?？]\s*$/.test(last ?? '?');
    if (stub) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
};

const PLANS =
  /\b(would use|will use|want|plan|planning|going|intend|would like|like|looking|hope|need|aim|thinking|consider\w*)\b|'d\b/i;

/** A statement only lends its subject and facts; questions about the same thing are one. */
const mergeParts = (parts: Part[]): Part[] => {
  const merged: Part[] = [];
  let pending: Mention[] = [];
  let planned: ReadActivities | null = null;
  for (const part of parts) {
    const asks = WANTS_ANSWER.test(part.text) || part.intent.shortlist;
    const says =
      part.acts.activities.length > 0 ||
      part.intent.classify ||
      part.intent.ship ||
      part.intent.licence ||
      part.intent.topics.length > 0 ||
      part.intent.compare;
    const last = merged.at(-1);
    if (parts.length > 1 && !asks && !(says && part.subjects.length > 0)) {
      if (part.subjects.length > 0) pending = part.subjects;
      // "want to embed it": what is planned belongs to the question before or after it
      if (part.acts.activities.length > 0 && !part.acts.general && (PLANS.test(part.text) || part.text.length < 40)) {
        if (last?.acts.activities.every(() => last.acts.general)) last.acts = part.acts;
        else if (!last) planned = part.acts;
      }
      if (part.intent.decline && last) last.intent.decline = true;
      continue;
    }
    // "Yi 34B. Is it still under the Yi licence?": the model named before is meant, and the licence beside it
    const licencesOnly = part.refersBack && part.subjects.every((mention) => mention.kind === 'licence');
    const before = licencesOnly ? pending.filter((mention) => mention.kind === 'models') : [];
    const subjects = part.subjects.length > 0 ? [...before, ...part.subjects] : pending;
    const inherits = part.subjects.length === 0 && last !== undefined;
    // "who owns the text it writes, and may we sell it?": what is sold is the text
    const sellsOutputs =
      last?.acts.activities.includes('use_outputs') &&
      part.refersBack &&
      part.acts.activities.join() === 'use_commercially' &&
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
    merged.push({ ...part, subjects, acts: part.acts.activities.length === 0 && planned ? planned : part.acts });
    planned = null;
  }
  if (merged.length > 0) return merged;
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

const subjectsOfThread = (index: NameIndex, turns: Turn[]): Mention[] => {
  const named = (wanted: (turn: Turn) => boolean) => {
    for (const turn of [...turns].reverse()) {
      if (!wanted(turn)) continue;
      const mentions = readNames(index, turn.text);
      const models = mentions.filter((mention) => mention.kind === 'models');
      if (models.length > 0) return turn.speaker === 'bot' ? models.slice(0, 1) : models;
      if (mentions.length > 0) return mentions;
      if (turn.speaker !== 'bot') {
        const unknown = unknownNames(index, turn.text);
        if (unknown.length > 0 && readActivities(turn.text).activities.length > 0) return unknown;
      }
    }
    return [];
  };
  const fromPeople = named((turn) => turn.speaker !== 'bot');
  return fromPeople.length > 0 ? fromPeople : named((turn) => turn.speaker === 'bot');
};

const toInquiry = (
  index: NameIndex,
  part: Part,
  all: Part[],
  thread: Mention[],
  turns: Turn[],
  facts: Facts,
): Inquiry => {
  const own = part.subjects;
  const elsewhere = all.find((other) => other !== part && other.subjects.length > 0)?.subjects ?? [];
  const narrowed = own.length === 0 && thread.length > 0 ? narrowThread(index, part.text, thread) : [];
  const followsUp =
    turns.length > 0 &&
    (part.refersBack ||
      part.acts.activities.length > 0 ||
      part.intent.ship ||
      part.intent.topics.length > 0 ||
      part.intent.licence ||
      part.intent.classify ||
      hasFigures(facts, part.text) ||
      part.text.length < 60);
  const shared = part.refersBack || !part.intent.shortlist ? elsewhere : [];
  const subjects =
    own.length > 0
      ? own
      : narrowed.length > 0
        ? narrowed
        : shared.length > 0
          ? shared
          : followsUp && !part.intent.shortlist
            ? thread
            : [];
  const subjectsFrom = subjects.length === 0 ? 'none' : own.length > 0 || shared === subjects ? 'question' : 'thread';
  const beside =
    part.acts.activities.length === 0
      ? all.find((other) => other !== part && other.acts.activities.length > 0)
      : undefined;
  const past =
    beside && turns.length > 0
      ? { acts: beside.acts, intent: beside.intent }
      : turns.length > 0
        ? pastAsk(turns)
        : null;
  let { activities, general } = part.acts;
  const chosen = chooseIntent(part, subjects);
  let intent: Intent = chosen === 'assess_use' ? 'assess' : chosen;
  if (chosen === 'assess_use' && !(past && past.acts.activities.length > 0)) {
    activities = ['use_commercially'];
    general = true;
  }
  // a non-profit that only says "use" asks for its own purposes
  if (general && facts.purpose === 'non_commercial' && activities[0] === 'use_commercially')
    activities = ['use_internally'];
  const bare =
    activities.length === 0 &&
    !part.intent.ship &&
    !part.intent.classify &&
    !part.intent.licence &&
    part.intent.topics.length === 0 &&
    !part.intent.compare &&
    !part.intent.shortlist;
  if (bare && past && subjects.length > 0) {
    activities = past.acts.activities;
    general = past.acts.general;
    intent =
      activities.length > 0 ? 'assess' : past.intent.classify ? 'classify' : past.intent.ship ? 'ship' : 'licence';
  }
  const aboutUs = hasFigures(facts, part.text) || part.intent.fields.length > 0;
  if (
    intent === 'licence' &&
    aboutUs &&
    activities.length === 0 &&
    part.intent.topics.length === 0 &&
    (!part.intent.licence || (hasFigures(facts, part.text) && CONDITIONS.test(part.text)))
  ) {
    intent = 'assess';
    activities = ['use_commercially'];
    general = true;
  }
  return {
    text: part.text,
    intent,
    unread:
      intent === 'licence' &&
      !part.bare &&
      !part.intent.licence &&
      part.intent.topics.length === 0 &&
      ASKS_OTHERWISE.test(part.text) &&
      !part.subjects.some((mention) => mention.kind === 'licence'),
    ownActivities: part.acts.activities.length > 0 && !part.acts.general,
    subjects: activities.includes('train_on_outputs') ? withoutPupils(subjects, part.text) : subjects,
    subjectsFrom,
    activities,
    general,
    topics: part.intent.topics,
    fields: [...new Set(part.intent.fields)],
    facts,
    premise: part.intent.premise,
  };
};

/** "Kolors, 2M users. Conditions?": the conditions of using it for a product with these figures. */
const CONDITIONS =
  /\b(conditions|restrictions|terms|requirements|catch|limits|limitations)\b(?! of (the |its )?licen)/i;

/** "X's outputs to improve Y": the terms of X are asked about, Y is what learns. */
const withoutPupils = (subjects: Mention[], text: string): Mention[] => {
  if (subjects.length < 2) return subjects;
  const pupil =
    /\b(improve|improving|train|training|tune|tuning|fine-?tune|fine-?tuning|teach|distill?(ed)? into|into|onto)\s+(an?|our|the|my|another)?\s*$/i;
  const rest = subjects.filter(
    (mention) => mention.kind !== 'models' || !pupil.test(text.slice(0, text.indexOf(mention.written))),
  );
  return rest.length > 0 ? rest : subjects;
};

const hasFigures = (facts: Facts, text: string): boolean => {
  const own = readFacts(text);
  return (
    (own.territories ??
      own.used_in ??
      own.monthly_active_users ??
      own.annual_revenue_usd ??
      own.monthly_revenue_usd) !== undefined && facts !== undefined
  );
};

/** The last thing the asker wanted to know, for "and Gemma 3?". */
const pastAsk = (turns: Turn[]): { acts: ReadActivities; intent: ReadIntent } | null => {
  for (const turn of [...turns].reverse()) {
    if (turn.speaker !== 'asker') continue;
    const acts = readActivities(turn.text);
    const intent = readIntent(turn.text);
    if (acts.activities.length > 0 || intent.classify || intent.ship || intent.licence) return { acts, intent };
  }
  return null;
};

/** "the 70B one", "version 2", "the instruct model": read together with the name the thread gave. */
const narrowThread = (index: NameIndex, text: string, thread: Mention[]): Mention[] => {
  const base = thread.find((mention) => mention.kind === 'models');
  if (base?.kind !== 'models') return [];
  const line = index.lineOf.get(base.releases[0]!.id) ?? base.label;
  const pieces = tokensOf(text)
    .map((token) => token.text)
    .filter(
      (token, at, list) =>
        isSize(token) || SIBLING_WORDS.has(token) || (isVersion(token) && /^(version|v|the)$/.test(list[at - 1] ?? '')),
    );
  if (pieces.length === 0) return [];
  for (const stem of [base.label, index.familyOf.get(base.releases[0]!.id) ?? line, line]) {
    const [read] = readNames(index, `${stem} ${pieces.join(' ')}`);
    if (read?.kind === 'models') return [{ ...read, written: `${base.written} ${pieces.join(' ')}` }];
  }
  return [];
};

/** Words of a claim about a licence, or of a question whether one is true. */
const CLAIMS = /\b(is|are|isn't|aren't|does|was|has|tagged|labell?ed|listed|marked)\b|\b(true|right|correct)\s*\?/i;

/** "Is it MIT?": a model and a licence, and nothing that is to be done. */
const claimsLicence = ({ subjects, acts, text, intent }: Part, models: Mention[]): boolean =>
  intent.premise === null &&
  !intent.classify &&
  models.length > 0 &&
  subjects.some((mention) => mention.kind === 'licence') &&
  (acts.activities.length === 0 || acts.general) &&
  CLAIMS.test(text) &&
  !/\b(can|may|could) (we|i|you)\b/i.test(text);

/** A whole question whose verb we could not read: a yes to it would be read as an answer, so the card is shown. */
const ASKS_OTHERWISE =
  /(^|[.,;!]\s*)(so |and |but |hey |hi |ok |well )*(what|which|how|why|who|whose|where|when|does|did|do|was|were|is|are|has|have|will|would|should)\b/i;

/** `assess_use`: a model and more than its name, but no word of what for; read as commercial use, and said so. */
const chooseIntent = (part: Part, subjects: Mention[]): Intent | 'assess_use' => {
  const { intent, acts, text } = part;
  const models = subjects.filter((mention) => mention.kind !== 'licence');
  if (intent.decline) return 'decline';
  if (intent.offTopic) return 'off_topic';
  if (intent.otherMatter && models.length > 0 && intent.topics.length === 0 && !intent.compare) return 'other_matter';
  if (subjects.length >= 2 && intent.compare) return 'compare';
  if (part.inGeneral) return 'article';
  if (claimsLicence(part, models)) return 'licence';
  if (
    intent.shortlist &&
    (models.length === 0 ||
      /\balternatives? (to|for)\b|\b(what|which|any|something|anything|suggest|recommend|find|need|want)\b[^?]*\binstead( of)?\b|\blike\b/i.test(
        text,
      )) &&
    (!concept(text) || /\bwhat's an? [^?]{0,40}model|\bwhat (is|are) (an? |the |some )?(best|top|good)\b/i.test(text))
  )
    return 'shortlist';
  if (subjects.length === 0)
    return isOurSubject(text) || part.refersBack || acts.activities.length > 0
      ? part.refersBack &&
        !concept(text) &&
        (acts.activities.length > 0 || intent.classify || intent.ship || intent.licence || intent.topics.length > 0)
        ? 'unclear'
        : 'article'
      : 'off_topic';
  if (intent.classify && !(acts.activities.length > 0 && !acts.general && !/\bis\b.{2,60}\bopen\b|开源吗/i.test(text)))
    return 'classify';
  if (intent.ship && (acts.activities.length === 0 || acts.general || !/^\s*(can|may|are we allowed)/i.test(text)))
    return 'ship';
  if (acts.activities.length > 0 && !acts.general) return 'assess';
  if (intent.topics.includes('territory') && models.length > 0) return 'assess_use';
  if (intent.topics.length > 0) return 'licence';
  if (acts.general && !/\bwhat\b|\bwhich\b|\bwho\b/i.test(text)) return 'assess';
  if (intent.licence || (models.length === 0 && /\bwhat\b/i.test(text))) return 'licence';
  if (acts.activities.length > 0) return 'assess';
  return part.bare || models.length === 0 || ASKS_OTHERWISE.test(text) ? 'licence' : 'assess_use';
};

/** Questions about a notion, not about a model: "what does non-commercial mean?", "does open mean free?" */
const concept = (text: string): boolean =>
  !/^\s*(is|are) there (any|an?)\b/i.test(text) &&
  /^\s*(what (is|are|does|do)|what's|why|how (do|does|is|are|can|to|should)|explain|define|is there a difference|does|do|are|is) (?!(it|this|that|they|we|the (model|licen[cs]e)|i)\b)/i.test(
    text,
  ) &&
  !/\bthis model\b|\bthat model\b/i.test(text);
