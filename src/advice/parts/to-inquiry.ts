import type { NameIndex } from '../../knowledge/names/name-index.ts';
import type { Mention } from '../../knowledge/names/read-names.ts';
import type { Facts } from '../facts.ts';
import type { Inquiry, Intent } from '../inquiry.ts';
import { readFacts } from '../read-facts.ts';
import type { Turn } from '../thread.ts';
import { ASKS_OTHERWISE, chooseIntent } from './choose-intent.ts';
import type { Part } from './part.ts';
import { narrowThread, pastAsk } from './thread-subjects.ts';

/** Puts a part together with the parts beside it and the thread before it. */
export const toInquiry = (
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
  const chosen = chooseIntent(part, subjects);
  let intent: Intent = chosen === 'assess_use' ? 'assess' : chosen;
  if (chosen === 'assess_use' && !(past && past.acts.activities.length > 0)) {
    activities = ['use_commercially'];
    general = true;
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
    cardOnly:
      intent === 'licence' && !part.intent.licence && part.intent.topics.length === 0 && part.intent.premise === null,
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
