import type { NameIndex } from '../knowledge/names/name-index.ts';
import { type Mention, readNames } from '../knowledge/names/read-names.ts';
import { unknownNames } from '../knowledge/names/unknown-names.ts';
import { ASKS_OTHERWISE, chooseIntent } from './choose-intent.ts';
import type { Facts, Profile } from './facts.ts';
import { inEnglish } from './in-english.ts';
import type { Inquiry, Intent } from './inquiry.ts';
import { languageOf } from './language.ts';
import { mergeParts } from './merge-parts.ts';
import { readActivities } from './read-activities.ts';
import { readFacts } from './read-facts.ts';
import { isOurSubject } from './read-intent.ts';
import { type Part, readPart } from './read-part.ts';
import { joinStubs, splitQuestions } from './split-questions.ts';
import type { Turn } from './thread.ts';
import { narrowThread, pastAsk, subjectsOfThread } from './thread-subjects.ts';
import { unreadWords } from './unread-words.ts';

/**
 * Reads a message into what it asks, by rules. Several questions give several inquiries, in order; at least one.
 * @param turns the thread before the message, oldest first
 * @param profile facts the team has given; what the message says wins over it
 */
export const understand = (index: NameIndex, asked: string, thread: Turn[], profile: Profile): Inquiry[] => {
  const turns = thread.map((turn) => ({ ...turn, text: inEnglish(turn.text) }));
  const language = languageOf(asked);
  return understandEnglish(index, inEnglish(asked), turns, profile).map((inquiry) => ({ ...inquiry, language }));
};

const understandEnglish = (index: NameIndex, question: string, turns: Turn[], profile: Profile): Inquiry[] => {
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
  // "does MIT cover the weights too?" in a thread on Whisper asks it of Whisper
  const ofThread =
    own.length > 0 && part.refersBack && own.every((mention) => mention.kind === 'licence')
      ? thread.filter((mention) => mention.kind === 'models')
      : [];
  const subjects =
    own.length > 0
      ? [...ofThread, ...own]
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
  let guessed = 0;
  const chosen = chooseIntent(part, subjects);
  let intent: Intent = chosen === 'assess_use' ? 'assess' : chosen;
  if (chosen === 'assess_use' && !(past && past.acts.activities.length > 0)) {
    activities = ['use_commercially'];
    general = true;
    if (part.acts.activities.length === 0) guessed = unreadWords(part.plain).length;
  }
  // a non-profit that only says "use" asks for its own purposes
  if (general && facts.purpose === 'non_commercial' && activities[0] === 'use_commercially')
    activities = ['use_internally'];
  if (intent === 'ship' && activities.length === 0 && beside && !beside.acts.general)
    activities = beside.acts.activities;
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
  const known = facts.monthly_active_users ?? facts.annual_revenue_usd ?? facts.monthly_revenue_usd;
  const applies = known !== undefined && /\bappl(y|ies) to (us|me|our|my)\b/i.test(part.text);
  const aboutUs = applies || hasFigures(facts, part.text) || part.intent.fields.length > 0;
  if (
    intent === 'licence' &&
    aboutUs &&
    activities.length === 0 &&
    part.intent.topics.length === 0 &&
    (!part.intent.licence || applies || (hasFigures(facts, part.text) && CONDITIONS.test(part.text)))
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
    guessed,
    topics: part.intent.topics,
    fields: [...new Set(part.intent.fields)],
    facts,
    premise: part.intent.premise,
    language: null,
  };
};

/** "Kolors, 2M users. Conditions?": the conditions of using it for a product with these figures. */
const CONDITIONS =
  /\b(conditions|restrictions|terms|requirements|catch|limits|limitations)\b(?! of (the |its )?licen)/i;

/** "X's outputs to improve Y": the terms of X are asked about, Y is what learns. */
const withoutPupils = (subjects: Mention[], text: string): Mention[] => {
  if (subjects.length < 2) return subjects;
  const pupil =
    /\b(feed|feeds|feeding|improve|improving|train|training|tune|tuning|fine-?tune|fine-?tuning|teach|distill?(ed)? into|into|onto)\s+(an?|our|the|my|another)?\s*$/i;
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
