import type { NameIndex } from '../knowledge/names/name-index.ts';
import type { Mention } from '../knowledge/names/read-names.ts';
import { unknownNames } from '../knowledge/names/unknown-names.ts';
import { patternOf } from '../patterns/pattern-of.ts';
import { askedSubjects } from './asked-subjects.ts';
import { namesIn } from './names-in.ts';
import { narrowThread } from './narrow-name.ts';
import { type ReadActivities, readActivities } from './read-activities.ts';
import type { ReadIntent } from './read-intent.ts';
import { readPart } from './read-part.ts';
import type { Turn } from './thread.ts';

/** What the thread was about last: what people named, else the first model that the bot named. */
export const subjectsOfThread = (index: NameIndex, turns: Turn[]): Mention[] =>
  subjectsInTurn(index, turns).at(-1) ?? [];

/**
 * What the thread was about, turn by turn. A size or version narrows what was named before it; a licence that is named
 * beside a model does not take its place.
 */
export const subjectsInTurn = (index: NameIndex, turns: Turn[]): Mention[][] => {
  const all: Mention[][] = [];
  for (const { speaker, text } of turns) {
    if (speaker === 'bot') continue;
    const before = all.at(-1) ?? [];
    const mentions = askedSubjects(namesIn(index, text), text, before.length > 0);
    const models = mentions.filter((mention) => mention.kind === 'models');
    const isNew = models.length > 0 || (mentions.length > 0 && !(hasModels(before) && BESIDE.test(text)));
    if (isNew) all.push(models.length > 0 ? models : mentions);
    else if (mentions.length === 0) {
      const narrowed = before.length > 0 ? narrowThread(index, text, before) : [];
      const unknown = narrowed.length > 0 ? narrowed : unknownNames(index, text);
      if (unknown.length > 0 && (hasModels(narrowed) || readActivities(text).activities.length > 0)) all.push(unknown);
    }
  }
  if (all.length > 0) return all;
  const named = turns
    .filter((turn) => turn.speaker === 'bot')
    .map((turn) => namesIn(index, turn.text))
    .map((mentions) => (hasModels(mentions) ? mentions.filter(({ kind }) => kind === 'models').slice(0, 1) : mentions));
  return named.filter((mentions) => mentions.length > 0);
};

const hasModels = (mentions: Mention[]): boolean => mentions.some((mention) => mention.kind === 'models');
/** "Under Apache?", "and does MIT cover the weights?": a licence for what was spoken of. */
const BESIDE = patternOf(
  /^\W*(?:(?:and|but|or|so|ok|even|then|also|what about|how about)\W+)*(?:under|as|with|to)\b|\b(?:it|its|them|that|this)\b/i,
);

/** The last thing the asker wanted to know, for "and Gemma 3?". */
export const pastAsk = (index: NameIndex, turns: Turn[]): { acts: ReadActivities; intent: ReadIntent } | null => {
  let last: ReadIntent | null = null;
  for (const [at, turn] of [...turns.entries()].reverse()) {
    if (turn.speaker !== 'asker') continue;
    const { acts, intent } = readPart(index, turn.text);
    // "can we ship it? what do we have to show?": it is about shipping all the time
    if (acts.activities.length > 0)
      return { acts: afterChange(index, acts, turns.slice(0, at)), intent: last ?? intent };
    if (intent.classify || intent.licence) return { acts, intent: last ?? intent };
    if (intent.ship) last ??= intent;
  }
  return last ? { acts: { activities: [], general: false }, intent: last } : null;
};

/** "Can we fine-tune it? And publish it?": after a change the changed version is what is published. */
export const afterChange = (index: NameIndex, acts: ReadActivities, before: Turn[]): ReadActivities => {
  if (acts.activities.join() !== 'redistribute_weights') return acts;
  const changes = before.some(
    ({ speaker, text }) =>
      speaker === 'asker' &&
      readPart(index, text).acts.activities.some((one) => one === 'fine_tune' || one === 'publish_derivative'),
  );
  return changes ? { ...acts, activities: ['publish_derivative'] } : acts;
};
