import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeFile } from '../knowledge/parse.ts';

export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '../../knowledge');

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const named = (folder: string, path: string): string => path.slice(folder.length + 1).replaceAll('\\', '/');

/** @returns every file below the folder, sorted by path */
export const readKnowledgeFiles = (folder = KNOWLEDGE_FOLDER): KnowledgeFile[] =>
  pathsIn(folder).map((path) => ({ path: named(folder, path), text: readFileSync(path, 'utf8') }));

const versionFrom = (files: Iterable<[path: string, content: string | Buffer]>): string => {
  const hash = createHash('sha256');
  for (const [path, content] of files) hash.update(path).update('\0').update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
};

/** The version is a hash of the contents: the same knowledge has the same version wherever it lies. */
export const versionOf = (files: KnowledgeFile[]): string => versionFrom(files.map((file) => [file.path, file.text]));

/** The same of a folder, without keeping what is in it. */
export const versionOfFolder = (folder: string): string =>
  versionFrom(
    (function* () {
      for (const path of pathsIn(folder)) yield [named(folder, path), readFileSync(path)];
    })(),
  );
