import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { speaksOfOutputs } from './activities/read-learning.ts';
import { takesMoney } from './activities/read-purposes.ts';
import { ASKS_OTHERWISE, chooseIntent } from './choose-intent.ts';
import { readDutyQuestion } from './duty-question.ts';
import { isTampering } from './fields.ts';
import { asksAgain, asksForGrounds, asksWhetherItChanges, isSmallTalk, turnsToOutputs } from './follow-up.ts';
import type { Inquiry, Intent } from './inquiry.ts';
import { asksForLimit } from './limit-question.ts';
import { narrowThread } from './narrow-name.ts';
import { areAllPupils, teachersAndPupils } from './pupils.ts';
import { readFacts } from './read-facts.ts';
import { isOurSubject } from './read-intent.ts';
import { type Part, readPart } from './read-part.ts';
import { hasFigures, hasPurpose } from './says-facts.ts';
import { ASKS_LICENCE, type Setting, subjectsOf } from './subjects-of-part.ts';
import { afterChange, pastAsk } from './thread-subjects.ts';
import { mayMeanMore, unreadWords } from './unread-words.ts';

/** "And Mistral Large?", "Gemma 3 too?": another model, and nothing else. */
const ANOTHER_TOO = patternOf(
  /^\W*(?:(?:and|or|also|plus|then|und|et|y|e|o|oder|ou)\b\s*)+(?:what about |how about |with |for |in |of |from |on |mit |avec |con |wie ist es mit )?(?:the )?MODEL[^\p{L}]*$|^\W*(?:what|how) about (?:the )?MODEL[^\p{L}]*$|^\W*MODEL (?:too|as well|also|auch|aussi|también|anche)\W*$/iu,
);

/** @returns what the part before asked, where this one only names another model */
const earlierOf = (part: Part, { all }: Setting): Pick<Part, 'acts' | 'intent'> | null => {
  if (!ANOTHER_TOO.test(part.plain)) return null;
  const earlier = all.slice(0, all.indexOf(part)).findLast((other) => !ANOTHER_TOO.test(other.plain));
  return earlier && (earlier.acts.activities.length > 0 || earlier.intent.classify) ? earlier : null;
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
  const before = earlierOf(part, setting);
  const past =
    turns.length === 0 ? before : beside ? { acts: beside.acts, intent: beside.intent } : pastAsk(setting.index, turns);
  let { activities, general } = part.acts;
  let unread: string[] = [];
  // "what if we fine-tune it first": what was asked before is still what it is for
  if (turns.length > 0 && !general && activities.join() === 'fine_tune' && STILL_MEANT.test(part.text)) {
    const asked = pastAsk(setting.index, turns)?.acts.activities ?? [];
    activities = [...new Set([...activities, ...asked])];
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
  const classed = past?.intent.classify === true && part.acts.activities.length === 0 && setting.turns.length > 0;
  if (chosen === 'assess_use' && !classed && !(past && past.acts.activities.length > 0)) {
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
  if (subjects.length > 0 && (intent === 'licence' || intent === 'classify') && asksForLimit(part.plain)) {
    intent = 'assess';
    if (activities.length === 0) activities = ['use_commercially'];
  }
  // "do we need the badge?" is a question of the duty, whatever else the terms say on it
  if (
    intent === 'licence' &&
    activities.length === 0 &&
    part.intent.topics.join() === 'naming' &&
    subjects.some((mention) => mention.kind === 'models') &&
    /\b(?:badge|label|logo|built with|powered by)\b/i.test(part.text) &&
    readDutyQuestion(part.text) !== null
  ) {
    intent = 'assess';
    activities = ['embed_in_product'];
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
    hasFigures(part.plain) ||
    (repeats && part.plain !== '' && hasPurpose(part.text)) ||
    part.intent.fields.length > 0 ||
    part.toldOf === true;
  if (
    intent === 'licence' &&
    aboutUs &&
    activities.length === 0 &&
    part.intent.topics.length === 0 &&
    (!part.intent.licence ||
      applies ||
      repeats ||
      ((part.intent.fields.length > 0 || part.toldOf) && !ASKS_LICENCE.test(part.text)) ||
      (hasFigures(part.plain) && CONDITIONS.test(part.text)))
  ) {
    intent = 'assess';
    activities = ['use_commercially'];
    general = true;
  }
  // "are the images ours?": what is theirs is what it made
  if (
    part.intent.topics.includes('output_ownership') &&
    ['use_commercially', 'use_internally'].includes(activities.join())
  )
    activities = ['use_outputs'];
  // what data may be used for is asked of the data; nothing there is an output of a model
  if (isOfData(subjects) && activities.includes('train_on_outputs') && !speaksOfOutputs(part.plain))
    activities = ['use_commercially'];
  // "can we take the filter out of X?": that is changing it
  if (general && intent === 'assess' && part.acts.activities.length === 0 && part.intent.fields.some(isTampering)) {
    activities = ['fine_tune'];
    general = false;
  }
  // who uses somebody else's product ships nothing with it
  if (facts.end_user && intent === 'assess' && activities.some((activity) => activity === 'embed_in_product'))
    activities = [
      ...new Set(activities.map((activity) => (activity === 'embed_in_product' ? 'use_commercially' : activity))),
    ];
  // a non-profit that only says "use" asks for its own purposes
  if (general && facts.purpose === 'research' && activities[0] === 'use_commercially') activities = ['research'];
  // "a tutoring app, 15 bucks a month": what is paid for is not study alone
  if (activities.join() === 'research' && takesMoney(setting.question)) activities = ['use_commercially', 'research'];
  if (general && facts.purpose === 'non_commercial' && activities[0] === 'use_commercially')
    activities = ['use_internally'];
  // "commercial, of course", after a request for models: the same request with one need more
  const wished = subjects.length === 0 && !chitchat ? wishBefore(part, setting) : null;
  if (wished) intent = 'shortlist';
  return {
    text: wished ? `${wished} ${part.text}` : part.text,
    message: setting.question,
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
    subjects: activities.includes('train_on_outputs') ? teachersOf(subjects, part.text, setting) : subjects,
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

/** "Then we tune Mistral on its answers": whose answers they are was said before. */
const teachersOf = (subjects: Mention[], text: string, { thread }: Setting): Mention[] => {
  const before = thread.filter((mention) => mention.kind === 'models');
  return before.length > 0 && areAllPupils(subjects, text) ? before : teachersAndPupils(subjects, text).teachers;
};

/** @returns the request for models that the thread ended with, where this only adds to it */
const wishBefore = (part: Part, { index, turns, question }: Setting): string | null => {
  const last = turns.findLast((turn) => turn.speaker === 'asker');
  if (!last || question.length > 80 || part.intent.shortlist || part.intent.decline || part.intent.classify)
    return null;
  return readPart(index, last.text).intent.shortlist && isOurs(part, { index, thread: [] }) ? last.text : null;
};

/** "MODEL for quality control on our assembly line": a thing it is for is a use; "for burning onto chips" may be more. */
const withoutPurpose = (plain: string): string =>
  plain.replace(
    /\bMODEL(?: \w+)? for (?:(?!\w+ing\b|and\b|then\b|to\b|who\b|which\b|that\b)[\w()/&'-]+ ?){1,10}/g,
    'MODEL ',
  );

/** The question before, after a step of its own. */
const STILL_MEANT = patternOf(
  /\b(what if|and if|but if|if we|suppose|first|before that|beforehand|after (?:we|that)|then)\b/i,
);

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
  hasFigures(part.plain) ||
  hasPurpose(part.text) ||
  narrowThread(index, part.text, thread).length > 0;

/** "Kolors, 2M users. Conditions?": the conditions of using it for a product with these figures. */
const CONDITIONS = patternOf(
  /\b(conditions|restrictions|terms|requirements|catch|limits|limitations)\b(?! of (the |its )?licen)/i,
);

const isOfData = (subjects: Mention[]): boolean =>
  subjects.length > 0 &&
  subjects.every(
    (mention) => mention.kind === 'licence' && mention.licences.every((licence) => licence.kind === 'data'),
  );
