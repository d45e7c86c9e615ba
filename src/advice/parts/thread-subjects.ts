import type { NameIndex } from '../../knowledge/names/name-index.ts';
import { type Mention, readNames } from '../../knowledge/names/read-names.ts';
import { isSize, isVersion, tokensOf } from '../../knowledge/names/tokens.ts';
import { unknownNames } from '../../knowledge/names/unknown-names.ts';
import { SIBLING_WORDS } from '../../knowledge/names/word-lists.ts';
import { type ReadActivities, readActivities } from '../read-activities.ts';
import { type ReadIntent, readIntent } from '../read-intent.ts';
import type { Turn } from '../thread.ts';

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
export const pastAsk = (turns: Turn[]): { acts: ReadActivities; intent: ReadIntent } | null => {
  for (const turn of [...turns].reverse()) {
    if (turn.speaker !== 'asker') continue;
    const acts = readActivities(turn.text);
    const intent = readIntent(turn.text);
    if (acts.activities.length > 0 || intent.classify || intent.ship || intent.licence) return { acts, intent };
  }
  return null;
};

/** "the 70B one", "version 2", "the instruct model": read together with the name the thread gave. */
export const narrowThread = (index: NameIndex, text: string, thread: Mention[]): Mention[] => {
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
