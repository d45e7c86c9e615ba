import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue, Release } from '../knowledge/catalogue.ts';
import { KNOWLEDGE_FOLDER, versionOfFolder } from './read-files.ts';

const CODE = join(import.meta.dirname, '../knowledge');
export const CACHE_FOLDER = join(import.meta.dirname, '../../.cache');

/**
 * Reads the knowledge as `loadKnowledge` does, but what was read and checked once is kept: parsing and checking takes
 * ten times as long as reading the result. It is found by the contents of the knowledge and of the code that reads it.
 * @returns null where the knowledge has errors
 */
export const openKnowledge = async (today: string, folder = CACHE_FOLDER): Promise<Catalogue | null> => {
  const file = join(folder, `knowledge-${versionOfFolder(KNOWLEDGE_FOLDER)}-${versionOfFolder(CODE)}.json`);
  const kept = read(file);
  if (kept) return kept;
  const { loadKnowledge } = await import('./knowledge-files.ts');
  const { catalogue, problems } = loadKnowledge(today);
  if (!catalogue || problems.some((problem) => problem.severity === 'error')) return null;
  keep(folder, file, catalogue);
  return catalogue;
};

type Flat = { [K in keyof Catalogue]: Catalogue[K] extends Map<string, infer T> ? [string, T][] : Catalogue[K] };

/** A file is a line with the sum of what follows, so that one that was cut off or changed is not taken. */
const sumOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** @returns null where there is no such file, or it is damaged */
const read = (file: string): Catalogue | null => {
  try {
    const content = readFileSync(file);
    const line = content.indexOf('\n');
    const body = content.subarray(line + 1);
    if (content.toString('latin1', 0, line) !== sumOf(body)) return null;
    const flat = JSON.parse(body.toString('utf8')) as Flat;
    const families = new Map(flat.families);
    return {
      ...flat,
      licences: new Map(flat.licences),
      families,
      releases: new Map([...families.values()].flatMap((family) => family.releases.map(withId))),
      articles: new Map(flat.articles),
      sources: new Map(flat.sources),
    };
  } catch {
    return null;
  }
};
const withId = (release: Release): [string, Release] => [release.id, release];

/** Where nothing can be written, the next start is as slow as this one. */
const keep = (folder: string, file: string, catalogue: Catalogue): void => {
  try {
    mkdirSync(folder, { recursive: true });
    for (const old of readdirSync(folder)) if (old.startsWith('knowledge-')) rmSync(join(folder, old));
    const text = JSON.stringify({
      ...catalogue,
      licences: [...catalogue.licences],
      families: [...catalogue.families],
      // they stand in their families
      releases: [],
      articles: [...catalogue.articles],
      sources: [...catalogue.sources],
    } satisfies Flat);
    const begun = `${file}.${process.pid}`;
    writeFileSync(begun, `${sumOf(text)}\n${text}`);
    renameSync(begun, file);
  } catch {
    // a read-only folder
  }
};
