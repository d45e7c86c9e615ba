import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import type { Facts } from './facts.ts';
import { asksAgain } from './follow-up.ts';
import type { Inquiry } from './inquiry.ts';
import { narrowThread } from './narrow-name.ts';
import { isOurSubject } from './read-intent.ts';
import type { Part } from './read-part.ts';
import { hasFigures } from './says-facts.ts';
import type { Turn } from './thread.ts';
import { subjectsInTurn } from './thread-subjects.ts';
import { unreadWords } from './unread-words.ts';

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

/** "What does the MIT licence require" is about the licence, whatever the thread is about. */
export const ASKS_LICENCE = patternOf(
  /\bwhat (?:does|do|is|are|about|would|in)\b|\bhow (?:does|do|is)\b|\b(?:explain|describe|summari[sz]e)\b/i,
);

/** "Which licence may we put on our fine-tune?" */
const PUTS_LICENCE = patternOf(
  /\b(?:which|what) licen[cs]e\b[^.?!]{0,30}\b(?:put|use|choose|pick|give|publish|release)\b/i,
);

/** "Under Apache?", after a question on a model: whether that can be put under it. */
const UNDER_LICENCE = patternOf(
  /^\W*(?:(?:and|but|or|so|ok|even|then|also|what about|how about|can (?:we|it)|publish it)\W+)*(?:under|as)\b[^?]{0,20}\bLICENCE\b/i,
);

/** "The first one", "the latter": one of the models that the thread put side by side. */
const pickedOf = (text: string, thread: Mention[]): Mention | null => {
  if (/\b(?:first|former)(?: one| model| of (?:them|the two))?\b(?! (?:question|step|month|year|time))/i.test(text))
    return thread[0] ?? null;
  if (/\b(?:second|latter)(?: one| model| of (?:them|the two))?\b(?! (?:question|step|month|year|time))/i.test(text))
    return thread[1] ?? null;
  return null;
};

/** @returns the model of the thread that a bare name stands for */
const narrower = (wide: Mention, thread: Mention[]): Mention | undefined =>
  wide.kind !== 'models' || /\d/.test(wide.written)
    ? undefined
    : thread.findLast(
        (mention) =>
          mention.kind === 'models' &&
          mention.releases.length < wide.releases.length &&
          mention.releases.every((release) => wide.releases.includes(release)),
      );

/** "Then the 3B, that's Apache too?": the size belongs to the model of the thread. */
const narrowedOr = (index: NameIndex, text: string, thread: Mention[]): Mention[] => {
  const narrowed = /\d/.test(text) ? narrowThread(index, text, thread) : [];
  return (narrowed.length > 0 ? narrowed : thread).filter((mention) => mention.kind === 'models');
};

const COMPARES_THREAD = patternOf(
  /\b(?:compar\w+ (?:it |that |this )?(?:to|with|against)|versus|vs\.?|next to|beside)\b|\b(?:that|this) one\b|\b(?:differ\w*|same)\b[^?]{0,20}\b(?:from|to|as|than)\b/i,
);

/** The subjects of a part: its own, or those of the parts beside it, or of the thread. */
export const subjectsOf = (
  part: Part,
  { index, all, thread, turns }: Setting,
): { subjects: Mention[]; subjectsFrom: Inquiry['subjectsFrom'] } => {
  const own = part.subjects;
  const picked = thread.length > 1 && own.length === 0 ? pickedOf(part.text, thread) : null;
  if (picked) return { subjects: [picked], subjectsFrom: 'thread' };
  if (own.length > 0) {
    // "does MIT cover the weights too?" in a thread on Whisper asks it of Whisper
    // "which licence may we put on it? MIT?"
    const putsOn =
      turns.length > 0 && part.bare && all.some((other) => other !== part && PUTS_LICENCE.test(other.plain));
    const ofThread =
      (putsOn || (part.refersBack && !ASKS_LICENCE.test(part.text)) || UNDER_LICENCE.test(part.plain)) &&
      own.every((mention) => mention.kind === 'licence' && mention.licences.some(({ kind }) => kind !== 'api-terms'))
        ? narrowedOr(index, part.text, thread)
        : [];
    // "how does that one compare to X?"
    const besideIt =
      part.intent.compare && own.length === 1 && COMPARES_THREAD.test(part.plain)
        ? thread.filter(({ kind, written }) => kind === 'models' && written !== own[0]!.written).slice(-1)
        : [];
    if (besideIt.length > 0) return { subjects: [...besideIt, ...own], subjectsFrom: 'question' };
    // "nothing about Llama in the footer": in a thread on Llama 3.1 8B that one is meant
    const named = part.intent.compare ? own : own.map((mention) => narrower(mention, thread) ?? mention);
    return { subjects: [...ofThread, ...named], subjectsFrom: 'question' };
  }
  const narrowed = thread.length > 0 ? narrowThread(index, part.text, thread) : [];
  if (narrowed.length > 0) return { subjects: narrowed, subjectsFrom: 'thread' };
  // "which one is easier?": the last two that were spoken of
  if (part.intent.compare && turns.length > 0) {
    const both = subjectsInTurn(index, turns).slice(-2).flat();
    if (both.length > 1) return { subjects: both, subjectsFrom: 'thread' };
  }
  const licencesOnly = (mentions: Mention[]) => mentions.every((mention) => mention.kind === 'licence');
  const beside = all.find((other) => other !== part && other.subjects.length > 0)?.subjects ?? [];
  // a licence that is only proposed takes no model's place
  const elsewhere = PUTS_LICENCE.test(part.plain) && thread.length > 0 && licencesOnly(beside) ? [] : beside;
  if (elsewhere.length > 0 && (part.refersBack || !part.intent.shortlist))
    return { subjects: elsewhere, subjectsFrom: 'question' };
  const followsUp =
    turns.length > 0 &&
    (part.refersBack ||
      part.acts.activities.length > 0 ||
      part.intent.ship ||
      part.intent.topics.length > 0 ||
      part.intent.fields.length > 0 ||
      part.intent.licence ||
      part.intent.classify ||
      hasFigures(part.plain) ||
      (part.text.length < 60 && !isOfSomethingElse(part)));
  return followsUp && !part.intent.shortlist && thread.length > 0
    ? { subjects: thread, subjectsFrom: 'thread' }
    : { subjects: [], subjectsFrom: 'none' };
};

/** "Which canteen is open today?" in a thread: a whole question in which nothing is ours. */
const isOfSomethingElse = (part: Part): boolean =>
  /^\W*(?:which|what|when|where|who|how|why|can|could|will|would|is|are|do|does|did|should)\b(?! about\b)/i.test(
    part.text,
  ) &&
  /\p{L}+ \p{L}+/u.test(part.plain) &&
  !isOurSubject(part.text) &&
  !asksAgain(part.text) &&
  unreadWords(part.plain).length > 0;
