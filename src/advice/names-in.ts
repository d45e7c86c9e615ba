import type { NameIndex } from '../knowledge/names/name-index.ts';
import { type Mention, readNames } from '../knowledge/names/read-names.ts';
import { lately } from './lately.ts';

const readers = new WeakMap<NameIndex, (text: string) => Mention[]>();

/** @returns the names of models and licences in a text; a message of one sentence, and a thread, are read once */
export const namesIn = (index: NameIndex, text: string): Mention[] => {
  const read = readers.get(index) ?? lately((words: string) => readNames(index, words));
  readers.set(index, read);
  return read(text);
};
