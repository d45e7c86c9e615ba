import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../knowledge/catalogue.ts';
import type { ReadText } from '../knowledge/markers.ts';
import { type KnowledgeFile, parseKnowledge } from '../knowledge/parse.ts';
import type { Problem } from '../knowledge/problem.ts';
import { checkRules } from '../knowledge/rules.ts';

export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '../../knowledge');

/** @returns every file below the folder, sorted by path */
export const readKnowledgeFiles = (folder = KNOWLEDGE_FOLDER): KnowledgeFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: path.slice(folder.length + 1).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));

export type Loaded = { catalogue: Catalogue | null; problems: Problem[] };

/**
 * Reads and checks the knowledge.
 * @param today ISO date, for the age of reviews
 */
export const loadKnowledge = (today: string, files = readKnowledgeFiles()): Loaded => {
  const { catalogue, problems } = parseKnowledge(files, versionOf(files));
  return { catalogue, problems: catalogue ? [...problems, ...checkRules(catalogue, today)] : problems };
};

/** The version is a hash of the contents: the same knowledge has the same version wherever it lies. */
const versionOf = (files: KnowledgeFile[]): string => {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.path).update('\0').update(file.text).update('\0');
  return hash.digest('hex').slice(0, 12);
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
