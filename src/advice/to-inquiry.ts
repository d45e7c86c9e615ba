import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { speaksOfOutputs } from './activities/read-learning.ts';
import { bareFigure } from './amounts.ts';
import { ASKS_OTHERWISE, chooseIntent } from './choose-intent.ts';
import type { Facts } from './facts.ts';
import { isTampering } from './fields.ts';
import { asksAgain, asksForGrounds, asksWhetherItChanges, isSmallTalk, turnsToOutputs } from './follow-up.ts';
import type { Inquiry, Intent } from './inquiry.ts';
import { narrowThread } from './narrow-name.ts';
import { readFacts } from './read-facts.ts';
import { isOurSubject } from './read-intent.ts';
import { type Part, readPart } from './read-part.ts';
import type { Turn } from './thread.ts';
import { afterChange, pastAsk, subjectsInTurn } from './thread-subjects.ts';
import { mayMeanMore, unreadWords } from './unread-words.ts';

/** What a part is read against: the parts beside it, and the thread before the message. */
export type Setting = {
  index: NameIndex;
  question: string;
  /** all parts of the message */
  all: Part[];
  turns: Turn[];
  /** what the thread was about */
  thread: Mention[];
  facts: Facts;
};

/** Puts a part together with the parts beside it and the thread before it. */
export const toInquiry = (part: Part, setting: Setting): Inquiry => {
  const { turns, facts } = setting;
  const chitchat = turns.length > 0 && isSmallTalk(setting.question, part.text, isOurs(part, setting));
  const { subjects, subjectsFrom } = chitchat
    ? { subjects: [], subjectsFrom: 'none' as const }
    : subjectsOf(part, setting);
  const beside =
    part.acts.activities.length === 0
      ? setting.all.find((other) => other !== part && other.acts.activities.length > 0)
      : undefined;
  const past =
    turns.length === 0 ? null : beside ? { acts: beside.acts, intent: beside.intent } : pastAsk(setting.index, turns);
  let { activities, general } = part.acts;
  let unread: string[] = [];
  // "what if we fine-tune it first": what was asked before is still what it is for
  if (turns.length > 0 && !general && activities.join() === 'fine_tune' && STILL_MEANT.test(part.text)) {
    const before = pastAsk(setting.index, turns)?.acts.activities ?? [];
    activities = [...new Set([...activities, ...before])];
  }
  if (subjectsFrom === 'thread') ({ activities } = afterChange(setting.index, { activities, general }, turns));
  // "a small internal one, not competing": what is trained, not what is done with the model
  if (
    subjectsFrom === 'thread' &&
    activities.join() === 'use_internally' &&
    past?.acts.activities.includes('train_on_outputs') &&
    readFacts(part.text).competing !== undefined
  )
    activities = ['train_on_outputs'];
  const chosen = chitchat ? 'off_topic' : chooseIntent(part, subjects);
  let intent: Intent = chosen === 'assess_use' ? 'assess' : chosen;
  if (chosen === 'assess_use' && !(past && past.acts.activities.length > 0)) {
    activities = ['use_commercially'];
    general = true;
    // a product that competes is business, whatever else is said of it
    if (part.acts.activities.length === 0 && !facts.competing) unread = unreadWords(withoutPurpose(part.plain));
  }
  if (intent === 'ship' && activities.length === 0 && beside && !beside.acts.general)
    activities = beside.acts.activities;
  if (subjectsFrom === 'thread' && (activities.length === 0 || general) && turnsToOutputs(part.text)) {
    activities = ['use_outputs'];
    general = false;
    if (!part.intent.ship && part.intent.topics.length === 0) intent = 'assess';
  }
  const repeats = subjectsFrom === 'thread' && asksThreadAgain(part, setting);
  const bare =
    activities.length === 0 &&
    !part.intent.ship &&
    !part.intent.classify &&
    !part.intent.licence &&
    part.intent.topics.length === 0 &&
    !part.intent.compare &&
    !part.intent.shortlist;
  if ((bare || repeats) && past && subjects.length > 0) {
    activities = past.acts.activities;
    general = past.acts.general;
    intent =
      activities.length > 0 ? 'assess' : past.intent.classify ? 'classify' : past.intent.ship ? 'ship' : 'licence';
  } else if (repeats) intent = 'licence';
  const known = facts.monthly_active_users ?? facts.annual_revenue_usd ?? facts.monthly_revenue_usd;
  const applies = known !== undefined && /\bappl(y|ies) to (us|me|our|my)\b/i.test(part.text);
  const aboutUs =
    applies ||
    hasFigures(part.text) ||
    (repeats && part.plain !== '' && hasPurpose(part.text)) ||
    part.intent.fields.length > 0;
  if (
    intent === 'licence' &&
    aboutUs &&
    activities.length === 0 &&
    part.intent.topics.length === 0 &&
    (!part.intent.licence ||
      applies ||
      repeats ||
      (part.intent.fields.length > 0 && !ASKS_LICENCE.test(part.text)) ||
      (hasFigures(part.text) && CONDITIONS.test(part.text)))
  ) {
    intent = 'assess';
    activities = ['use_commercially'];
    general = true;
  }
  // what data may be used for is asked of the data; nothing there is an output of a model
  if (isOfData(subjects) && activities.includes('train_on_outputs') && !speaksOfOutputs(part.plain))
    activities = ['use_commercially'];
  // "can we take the filter out of X?": that is changing it
  if (general && intent === 'assess' && part.acts.activities.length === 0 && part.intent.fields.some(isTampering)) {
    activities = ['fine_tune'];
    general = false;
  }
  // a non-profit that only says "use" asks for its own purposes
  if (general && facts.purpose === 'non_commercial' && activities[0] === 'use_commercially')
    activities = ['use_internally'];
  // "commercial, of course", after a request for models: the same request with one need more
  const wished = subjects.length === 0 && !chitchat ? wishBefore(part, setting) : null;
  if (wished) intent = 'shortlist';
  return {
    text: wished ? `${wished} ${part.text}` : part.text,
    intent,
    unread:
      intent === 'licence' &&
      !part.bare &&
      !part.intent.licence &&
      !repeats &&
      part.intent.topics.length === 0 &&
      ASKS_OTHERWISE.test(part.text) &&
      !part.subjects.some((mention) => mention.kind === 'licence'),
    cardOnly:
      intent === 'licence' && !part.intent.licence && part.intent.topics.length === 0 && part.intent.premise === null,
    ownActivities: part.acts.activities.length > 0 && !part.acts.general,
    repeats,
    subjects: activities.includes('train_on_outputs') ? teachersAndPupils(subjects, part.text).teachers : subjects,
    subjectsFrom,
    activities,
    general,
    guessed: unread.length,
    mayMeanMore: mayMeanMore(part.plain, unread),
    topics: repeats ? [] : part.intent.topics,
    fields: [...new Set(part.intent.fields)],
    facts,
    premise: part.intent.premise,
    language: null,
  };
};

/** "What does the MIT licence require" is about the licence, whatever the thread is about. */
const ASKS_LICENCE =
  /\bwhat (?:does|do|is|are|about|would|in)\b|\bhow (?:does|do|is)\b|\b(?:explain|describe|summari[sz]e)\b/i;

/** "Under Apache?", after a question on a model: whether that can be put under it. */
const UNDER_LICENCE =
  /^\W*(?:(?:and|but|or|so|ok|even|then|also|what about|how about|can (?:we|it)|publish it)\W+)*(?:under|as)\b[^?]{0,20}\bLICENCE\b/i;

/** "The first one", "the latter": one of the models that the thread put side by side. */
const pickedOf = (text: string, thread: Mention[]): Mention | null => {
  if (/\b(?:first|former)(?: one| model| of (?:them|the two))?\b(?! (?:question|step|month|year|time))/i.test(text))
    return thread[0] ?? null;
  if (/\b(?:second|latter)(?: one| model| of (?:them|the two))?\b(?! (?:question|step|month|year|time))/i.test(text))
    return thread[1] ?? null;
  return null;
};

/** @returns the request for models that the thread ended with, where this only adds to it */
const wishBefore = (part: Part, { index, turns, question }: Setting): string | null => {
  const last = turns.findLast((turn) => turn.speaker === 'asker');
  if (!last || question.length > 80 || part.intent.shortlist || part.intent.decline || part.intent.classify)
    return null;
  return readPart(index, last.text).intent.shortlist && isOurs(part, { index, thread: [] }) ? last.text : null;
};

/** The subjects of a part: its own, or those of the parts beside it, or of the thread. */
const subjectsOf = (
  part: Part,
  { index, all, thread, turns }: Setting,
): { subjects: Mention[]; subjectsFrom: Inquiry['subjectsFrom'] } => {
  const own = part.subjects;
  const picked = thread.length > 1 && own.length === 0 ? pickedOf(part.text, thread) : null;
  if (picked) return { subjects: [picked], subjectsFrom: 'thread' };
  if (own.length > 0) {
    // "does MIT cover the weights too?" in a thread on Whisper asks it of Whisper
    const ofThread =
      ((part.refersBack && !ASKS_LICENCE.test(part.text)) || UNDER_LICENCE.test(part.plain)) &&
      own.every((mention) => mention.kind === 'licence')
        ? thread.filter((mention) => mention.kind === 'models')
        : [];
    return { subjects: [...ofThread, ...own], subjectsFrom: 'question' };
  }
  const narrowed = thread.length > 0 ? narrowThread(index, part.text, thread) : [];
  if (narrowed.length > 0) return { subjects: narrowed, subjectsFrom: 'thread' };
  // "which one is easier?": the last two that were spoken of
  if (part.intent.compare && turns.length > 0) {
    const both = subjectsInTurn(index, turns).slice(-2).flat();
    if (both.length > 1) return { subjects: both, subjectsFrom: 'thread' };
  }
  const elsewhere = all.find((other) => other !== part && other.subjects.length > 0)?.subjects ?? [];
  if (elsewhere.length > 0 && (part.refersBack || !part.intent.shortlist))
    return { subjects: elsewhere, subjectsFrom: 'question' };
  const followsUp =
    turns.length > 0 &&
    (part.refersBack ||
      part.acts.activities.length > 0 ||
      part.intent.ship ||
      part.intent.topics.length > 0 ||
      part.intent.licence ||
      part.intent.classify ||
      hasFigures(part.text) ||
      (part.text.length < 60 && !isOfSomethingElse(part)));
  return followsUp && !part.intent.shortlist && thread.length > 0
    ? { subjects: thread, subjectsFrom: 'thread' }
    : { subjects: [], subjectsFrom: 'none' };
};

/** "MODEL for quality control on our assembly line": a thing it is for is a use; "for burning onto chips" may be more. */
const withoutPurpose = (plain: string): string =>
  plain.replace(
    /\bMODEL(?: \w+)? for (?:(?!\w+ing\b|and\b|then\b|to\b|who\b|which\b|that\b)[\w()/&'-]+ ?){1,10}/g,
    'MODEL ',
  );

/** The question before, after a step of its own. */
const STILL_MEANT = /\b(what if|and if|but if|if we|suppose|first|before that|beforehand|after (?:we|that)|then)\b/i;

/** "Which canteen is open today?" in a thread: a whole question in which nothing is ours. */
const isOfSomethingElse = (part: Part): boolean =>
  /^\W*(?:which|what|when|where|who|how|why|can|could|will|would|is|are|do|does|did|should)\b(?! about\b)/i.test(
    part.text,
  ) &&
  /\p{L}+ \p{L}+/u.test(part.plain) &&
  !isOurSubject(part.text) &&
  !asksAgain(part.text) &&
  unreadWords(part.plain).length > 0;

/** "Who says that?", "and if we're a charity?": the question of the thread, for its grounds or for another fact. */
const asksThreadAgain = ({ text, acts, intent }: Part, { turns }: Setting): boolean =>
  turns.length > 0 &&
  (acts.activities.length === 0 || acts.general) &&
  !intent.shortlist &&
  (asksForGrounds(text) ||
    (intent.topics.length === 0 &&
      !intent.ship &&
      !intent.classify &&
      (asksWhetherItChanges(text) || (asksAgain(text) && (hasFigures(text) || hasPurpose(text))))));

/** Words, names or figures that the advisor knows. */
const isOurs = (part: Part, { index, thread }: Pick<Setting, 'index' | 'thread'>): boolean =>
  part.subjects.length > 0 ||
  part.acts.activities.length > 0 ||
  part.intent.topics.length > 0 ||
  part.intent.ship ||
  part.intent.classify ||
  part.intent.licence ||
  isOurSubject(part.text) ||
  asksForGrounds(part.text) ||
  hasFigures(part.text) ||
  hasPurpose(part.text) ||
  narrowThread(index, part.text, thread).length > 0;

/** "Kolors, 2M users. Conditions?": the conditions of using it for a product with these figures. */
const CONDITIONS =
  /\b(conditions|restrictions|terms|requirements|catch|limits|limitations)\b(?! of (the |its )?licen)/i;

const isOfData = (subjects: Mention[]): boolean =>
  subjects.length > 0 &&
  subjects.every(
    (mention) => mention.kind === 'licence' && mention.licences.every((licence) => licence.kind === 'data'),
  );

/**
 * "R1 distilled into Llama, to be sold": the terms of what learns bind the result too.
 * @returns the inquiry, and beside it one about the models that are to learn
 */
export const withPupils = (inquiry: Inquiry, part: Part): Inquiry[] => {
  if (inquiry.intent !== 'assess' || !inquiry.activities.includes('train_on_outputs')) return [inquiry];
  // a bare name leaves open which terms are meant, and was not what was asked
  const pupils = teachersAndPupils(part.subjects, part.text).pupils.filter(({ written }) => /\d/.test(written));
  if (pupils.length === 0) return [inquiry];
  const passedOn = /\b(?:publish|releas|sell|sold|ship|distribut|upload|share|put|host|product)\w*\b/i.test(part.text);
  return [inquiry, { ...inquiry, subjects: pupils, activities: [passedOn ? 'publish_derivative' : 'fine_tune'] }];
};

/** "X's outputs to improve Y": the terms of X are asked about, Y is what learns. */
const teachersAndPupils = (subjects: Mention[], text: string): { teachers: Mention[]; pupils: Mention[] } => {
  if (subjects.length < 2) return { teachers: subjects, pupils: [] };
  const pupil =
    /\b(feed|feeds|feeding|improve|improving|train|training|tune|tuning|fine-?tune|fine-?tuning|teach|distill?(ed)? into|into|onto)\s+(an?|our|the|my|another)?(?:\s*(?:small(?:er)?|little|tiny|own|new|big(?:ger)?|local|custom|in-?house))*\s*$/i;
  const rest = subjects.filter(
    (mention) => mention.kind !== 'models' || !pupil.test(text.slice(0, text.indexOf(mention.written))),
  );
  return rest.length > 0
    ? { teachers: rest, pupils: subjects.filter((mention) => !rest.includes(mention)) }
    : { teachers: subjects, pupils: [] };
};

const hasFigures = (text: string): boolean => {
  const own = readFacts(text);
  return (
    (own.territories ??
      own.used_in ??
      own.monthly_active_users ??
      own.annual_revenue_usd ??
      own.monthly_revenue_usd) !== undefined || bareFigure(text) !== null
  );
};

const hasPurpose = (text: string): boolean => readFacts(text).purpose !== undefined;
