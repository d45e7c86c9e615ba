import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { ReadText } from '../knowledge/markers.ts';
import { parseKnowledge } from '../knowledge/parse.ts';
import type { Problem } from '../knowledge/problem.ts';
import { checkRules } from '../knowledge/rules.ts';
import { readKnowledgeFiles, versionOf } from './read-files.ts';

export type Loaded = { catalogue: Catalogue | null; problems: Problem[] };

/**
 * Reads and checks the knowledge.
 * @param today ISO date, for the age of reviews
 */
export const loadKnowledge = (today: string, files = readKnowledgeFiles()): Loaded => {
  const { catalogue, problems } = parseKnowledge(files, versionOf(files));
  return { catalogue, problems: catalogue ? [...problems, ...checkRules(catalogue, today)] : problems };
};

/** @returns a reader of licence texts in a folder; file names cannot lead out of it */
export const readTextsIn =
  (folder: string): ReadText =>
  (file) => {
    if (!/^[\w.+-]+$/.test(file)) return null;
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch {
      return null;
    }
  };
