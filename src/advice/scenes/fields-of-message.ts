import { DANGERS } from './dangers.ts';
import { DATA_SHOWN } from './data-shown.ts';
import { DECEIVING } from './deceiving.ts';
import { DECIDING } from './deciding.ts';
import { PRIVATE_LIVES } from './private-lives.ts';
import { PROFESSIONS } from './professions.ts';
import { FICTION, group, type Scene } from './scene.ts';

const SCENES: Scene[] = [...PROFESSIONS, ...DECIDING, ...DECEIVING, ...PRIVATE_LIVES, ...DANGERS, ...DATA_SHOWN];

/** Words of one scene are told in one sentence or in two that follow each other. */
const windowsOf = (text: string): string[] => {
  const sentences = text.split(/(?<=[.?!。？！\n])\s+/u).filter((sentence) => sentence.trim() !== '');
  return sentences.length < 2
    ? sentences
    : sentences.slice(0, -1).map((sentence, at) => `${sentence} ${sentences[at + 1]}`);
};

/** In a story or a game, arms and soldiers are told of and not used. */
const TOLD_OF = new Set([
  'military',
  'weapon',
  'nuclear',
  'law enforcement',
  'critical infrastructure',
  'machinery',
  'malware',
  'political',
  'adult',
]);
/** Who has a game or a film made to train people is no storyteller. */
const IN_EARNEST = group(
  'contractor* ministry armed_forces for_(?:the|an|our)_(?:army|navy|police) defen[cs]e target* train_soldiers',
);

/**
 * @param named the fields that are named outright
 * @returns those, and the fields of the scenes a text tells, without what is only told of in a story; and whether there
 *   was such a thing
 */
export const fieldsOfMessage = (text: string, named: string[]): { fields: string[]; toldOf: boolean } => {
  const windows = windowsOf(text);
  const told = SCENES.filter(
    ({ of, not }) => !not?.test(text) && windows.some((window) => of.every((group) => group.test(window))),
  ).map(({ field }) => field);
  const story = FICTION.test(text) && !IN_EARNEST.test(text);
  const all = [...new Set([...named, ...told])];
  const fields = all.filter((field) => !(story && TOLD_OF.has(field)));
  return { fields, toldOf: fields.length < all.length };
};
