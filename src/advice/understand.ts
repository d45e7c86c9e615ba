import { type NameIndex, pieces } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { unknownNames } from '../knowledge/names/unknown-names.ts';
import { withLabel } from './asked-label.ts';
import type { Facts, Profile } from './facts.ts';
import { withoutIdleCards } from './idle-cards.ts';
import type { Inquiry } from './inquiry.ts';
import { inEnglish } from './languages/in-english.ts';
import { languageOf } from './languages/language.ts';
import { mergeParts } from './merge-parts.ts';
import { besideTerms, namedTerms } from './named-terms.ts';
import { namesIn } from './names-in.ts';
import { narrowThread } from './narrow-name.ts';
import { inOneByte } from './one-byte.ts';
import { asOneLesson } from './one-lesson.ts';
import { isPlace } from './places.ts';
import { withPupils } from './pupils.ts';
import { readActivities } from './read-activities.ts';
import { readFacts } from './read-facts.ts';
import { isOurSubject } from './read-intent.ts';
import { type Part, readPart, withoutNames } from './read-part.ts';
import { fieldsOfMessage } from './scenes/fields-of-message.ts';
import { splitMessage } from './split-questions.ts';
import { awaitedAfter, saidByAsker, type Turn } from './thread.ts';
import { subjectsOfThread } from './thread-subjects.ts';
import { toInquiry } from './to-inquiry.ts';

/**
 * Reads a message into what it asks, by rules. Several questions give several inquiries, in order; at least one.
 * @param turns the thread before the message, oldest first
 * @param profile facts the team has given; what the message says wins over it
 */
export const understand = (index: NameIndex, asked: string, thread: Turn[], profile: Profile): Inquiry[] => {
  const turns = thread.map((turn) => ({ ...turn, text: inOneByte(inEnglish(turn.text)) }));
  const language = languageOf(asked);
  return understandEnglish(index, inOneByte(inEnglish(asked)), turns, profile, language === null).map((inquiry) => ({
    ...inquiry,
    language,
  }));
};

/** @param native the asker's own words: a plain word that is left of another language is no name of a model */
const understandEnglish = (
  index: NameIndex,
  question: string,
  turns: Turn[],
  profile: Profile,
  native: boolean,
): Inquiry[] => {
  const whole = namesIn(index, question);
  const facts: Facts = {
    ...profile,
    ...readFacts(withoutNames(question, whole), saidByAsker(turns), awaitedAfter(turns)),
  };
  const pieces = splitMessage(question);
  const thread = subjectsOfThread(index, turns);
  const named = [...whole, ...thread].filter((mention) => mention.kind === 'models');
  let parts = pieces.map((text) =>
    readPart(
      index,
      text,
      named.some((mention) => !text.includes(mention.written)),
    ),
  );
  const ours =
    !parts.some((part) => part.intent.shortlist) &&
    (isOurSubject(question) || readActivities(question).activities.length > 0);
  const terms = namedTerms(index, question, whole);
  const unread = unknownNames(index, question, whole, native && (ours || turns.length > 0)).filter(
    (mention) =>
      !isPlace(mention.written) &&
      !isDeveloper(index, mention.written, named) &&
      // the name of a plan or an app of the provider whose terms are asked about
      !(terms && !/\d/.test(mention.written)) &&
      // an abbreviation in a follow-up says who asks ("an NGO"), not which model
      !(thread.length > 0 && /^[A-Z]{2,5}s?$/.test(mention.written)) &&
      narrowThread(index, mention.written, thread).length === 0 &&
      !namesIn(index, mention.written).some((known) => known.kind === 'models'),
  );
  const general =
    /\b(in general|generally( speaking)?|as a (general )?rule|in principle|general question|not about (?:a |any |one )?(?:specific|particular|certain) model|any model(?! names?\b)|whatever the model)\b/i.test(
      question,
    );
  if (terms) parts = parts.map((part) => withTerms(index, part, terms));
  parts = parts.map((part) => ({
    ...part,
    subjects: [
      ...part.subjects.filter((mention) => !isMaker(index, part, mention, named)),
      ...unread.filter((mention) => part.text.includes(mention.written)),
    ],
  }));
  if (thread.length === 0) parts = withLabel(index, parts, question);
  const scene = withoutNames(question, whole);
  const models = whole.filter(({ kind, written }) => kind === 'models' && /\d/.test(written));
  const asked = asOneLesson(mergeParts(parts), question, scene, turns.length > 0, models).map((part) => {
    const { fields, toldOf } = fieldsOfMessage(scene, part.intent.fields);
    // what people are to be watched or judged by is a use, whoever's contract it is under
    const decline = part.intent.decline && !(fields.length > 0 && part.subjects.some(({ kind }) => kind === 'models'));
    return { ...part, inGeneral: general, toldOf, intent: { ...part.intent, fields, decline } };
  });
  return withoutIdleCards(
    asked.flatMap((part) =>
      withPupils(
        toInquiry(part, { index, question, all: asked, turns, thread, facts: { ...facts, ...ownFacts(part, facts) } }),
        part,
      ),
    ),
  );
};

/** "Since Ai2 is a non-profit": who made the model that is named. */
const isDeveloper = (index: NameIndex, written: string, named: Mention[]): boolean =>
  named.some(
    (mention) =>
      mention.kind === 'models' &&
      mention.releases.some((release) => {
        const known = index.developerOf.get(release.id);
        return pieces(written).every((piece) => known?.has(piece));
      }),
  );

/** "by Suno", "the Suno TTS", "Mistral lists it as open" */
const isSpokenOfAsMaker = (text: string, written: string): boolean => {
  const at = Math.max(0, text.indexOf(written));
  return (
    /\b(?:by|from|owe|pay|paying|ask|asking|tell|credit|thank|inform|notify|call|email|contact|(?:talk|talked|speak|spoke|accord|agreement|deal|permission|consent|licen[cs]e|ok|okay) (?:of|from)|(?:talk|talked|speak|spoke|spoken|write|wrote|written|deal|contract|agreement|touch) (?:to|with))\s+$|\(the\s+$/i.test(
      text.slice(0, at),
    ) ||
    /^(?: itself)? (?:lists?|allows?|say|says|said|calls?|claims?|states?|writes?|wrote|tells?|told|announced|marks?|(?:is|it is|=|means|are) (?:always |all |just |basically )?(?:apache|mit|open|free)|publishes|published|released|promises|guy|people)\b/i.test(
      text.slice(at + written.length),
    )
  );
};

/** "Bark by Suno": whose name is also that of a model, and who is only named as the maker. */
const isMaker = (index: NameIndex, { text, subjects }: Part, mention: Mention, named: Mention[]): boolean =>
  !/\d/.test(mention.written) &&
  isSpokenOfAsMaker(text, mention.written) &&
  isDeveloper(
    index,
    mention.written,
    [...subjects, ...named].filter((other) => other.written !== mention.written),
  );

/** The part that speaks of the terms is about them; no part is about the provider's models at large. */
const withTerms = (index: NameIndex, part: Part, terms: Mention): Part => {
  if (terms.kind !== 'licence') return part;
  const rest = part.subjects.filter((mention) => !besideTerms(index, mention, terms));
  return {
    ...part,
    subjects:
      part.text.includes(terms.written) && !rest.some((mention) => mention.kind === 'licence')
        ? [...rest, terms]
        : rest,
  };
};

/** Purpose and self-hosting belong to the part they are said in. */
const ownFacts = (part: Part, facts: Facts): Facts => {
  const { purpose, self_host, competing, reselling } = readFacts(part.text);
  return {
    purpose: purpose ?? (facts.purpose === 'commercial' ? undefined : facts.purpose),
    self_host,
    competing: competing ?? facts.competing,
    reselling,
  };
};
