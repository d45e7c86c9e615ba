import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Article, Catalogue, Family, Licence, Release } from './catalogue.ts';
import { PhrasesSchema } from './phrases-file.ts';
import { type Problem, problem } from './problem.ts';
import { RubricSchema } from './rubric.ts';
import { ArticleHead, Family as FamilySchema, Licence as LicenceSchema, type Source, Sources } from './schema.ts';
import { VocabularySchema } from './vocabulary-file.ts';

/** One file of the knowledge: its path below knowledge/ with forward slashes, and its text. */
export type KnowledgeFile = { path: string; text: string };

type Parsed = { catalogue: Catalogue | null; problems: Problem[] };

/**
 * Reads the files into a catalogue. `catalogue` is null when the vocabulary, the rubric or the phrases cannot be read; any other
 * bad file is left out and named in `problems`, with all of its faults.
 * @param version what the answers name as the version of the knowledge
 */
export const parseKnowledge = (files: KnowledgeFile[], version: string): Parsed => {
  const problems: Problem[] = [];
  const licences = new Map<string, Licence>();
  const families = new Map<string, Family>();
  const releases = new Map<string, Release>();
  const articles = new Map<string, Article>();
  const sources = new Map<string, Source>();
  let vocabulary: Catalogue['vocabulary'] | null = null;
  let rubric: Catalogue['rubric'] | null = null;
  let phrases: Catalogue['phrases'] | null = null;

  const read = <T>(file: KnowledgeFile, text: string, schema: z.ZodType<T>): T | null => {
    let data: unknown;
    try {
      data = load(text, { schema: CORE_SCHEMA });
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      problems.push(problem(file.path, error.mark ? `line ${error.mark.line + 1}` : '', error.reason));
      return null;
    }
    const result = schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) problems.push(problem(file.path, issue.path.join('.'), issue.message));
    return null;
  };

  for (const file of files) {
    const [folder, name] = split(file.path);
    const id = name.replace(/\.(yml|md)$/, '');
    if (file.path === 'vocabulary.yml') vocabulary = read(file, file.text, VocabularySchema);
    else if (file.path === 'rubric.yml') rubric = read(file, file.text, RubricSchema);
    else if (file.path === 'phrases.yml') phrases = read(file, file.text, PhrasesSchema);
    else if (folder === 'sources' && name.endsWith('.yml')) {
      for (const [sourceId, source] of Object.entries(read(file, file.text, Sources) ?? {})) {
        if (sources.has(sourceId))
          problems.push(problem(file.path, sourceId, 'this source id stands in another file too'));
        sources.set(sourceId, source);
      }
    } else if (folder === 'licences' && name.endsWith('.yml')) {
      const entry = read(file, file.text, LicenceSchema);
      if (entry) licences.set(id, { ...entry, id });
    } else if (folder === 'models' && name.endsWith('.yml')) {
      const entry = read(file, file.text, FamilySchema);
      if (entry) addFamily(id, entry);
    } else if (folder === 'articles' && name.endsWith('.md')) {
      const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.text);
      if (!match) problems.push(problem(file.path, 'line 1', 'expected front matter between two lines of "---"'));
      const head = match ? read(file, match[1]!, ArticleHead) : null;
      if (head) articles.set(id, { ...head, id, body: match![2]!.trim() });
    } else if (name !== 'README.md' && !name.endsWith('.json')) {
      problems.push(problem(file.path, '', 'no such kind of file is known here'));
    }
  }

  function addFamily(id: string, entry: z.infer<typeof FamilySchema>) {
    const members = entry.releases.map(
      (release): Release => ({
        ...release,
        family: id,
        released: release.released ?? entry.released,
        modality: release.modality ?? entry.modality,
        tasks: release.tasks ?? entry.tasks,
        licences: release.licences ?? entry.licences,
        base: release.base ?? entry.base,
        artefacts: { ...entry.artefacts, ...release.artefacts },
        statements: [...entry.statements, ...(release.statements ?? [])],
      }),
    );
    families.set(id, { ...entry, id, releases: members });
    for (const release of members) {
      if (releases.has(release.id))
        problems.push(problem(`models/${id}.yml`, release.id, 'this release id is used twice'));
      releases.set(release.id, release);
    }
  }

  if (!vocabulary || !rubric || !phrases) {
    for (const name of ['vocabulary.yml', 'rubric.yml', 'phrases.yml'])
      if (!files.some((file) => file.path === name)) problems.push(problem(name, '', 'the file is missing'));
    return { catalogue: null, problems };
  }
  const reviews = [...licences.values(), ...families.values(), ...articles.values()]
    .map((entry) => entry.reviewed)
    .sort();
  const oldestReview = reviews[0] ?? rubric.reviewed;
  return {
    catalogue: { version, oldestReview, licences, families, releases, articles, sources, vocabulary, rubric, phrases },
    problems,
  };
};

const split = (path: string): [string, string] => {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
};
