import type { NameIndex } from '../knowledge/names/name-index.ts';
import { type Mention, readNames } from '../knowledge/names/read-names.ts';
import { unknownNames } from '../knowledge/names/unknown-names.ts';
import { type ReadActivities, readActivities } from './read-activities.ts';
import type { ReadIntent } from './read-intent.ts';
import { readPart } from './read-part.ts';
import type { Turn } from './thread.ts';

/** What the thread was about last: what people named, else the first model that the bot named. */
export const subjectsOfThread = (index: NameIndex, turns: Turn[]): Mention[] => {
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

/** The last thing the asker wanted to know, for "and Gemma 3?". */
export const pastAsk = (index: NameIndex, turns: Turn[]): { acts: ReadActivities; intent: ReadIntent } | null => {
  for (const turn of turns.toReversed()) {
    if (turn.speaker !== 'asker') continue;
    const { acts, intent } = readPart(index, turn.text);
    if (acts.activities.length > 0 || intent.classify || intent.ship || intent.licence) return { acts, intent };
  }
  return null;
};
