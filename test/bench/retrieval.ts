import MiniSearch from 'minisearch';
import type { KnowledgeFile } from '../../src/knowledge/parse.ts';

export type Chunk = { id: number; path: string; text: string };
export type CountTokens = (text: string) => number;

const CHUNK_TOKENS = 300;
const TOP = 8;

/** What a reader of one chunk needs to know where it belongs: the name or title its file begins with. */
const titleOf = (text: string): string => /^(?:name|title): *(.+)$/m.exec(text)?.[1] ?? '';

/** Cuts files at line ends into chunks of about 300 tokens, each under its path and title. */
export const chunksOf = (files: KnowledgeFile[], count: CountTokens): Chunk[] => {
  const chunks: Omit<Chunk, 'id'>[] = [];
  for (const { path, text } of files) {
    const head = `${path} ${titleOf(text)}\n`;
    let lines: string[] = [];
    let tokens = count(head);
    const close = () => {
      if (lines.length > 0) chunks.push({ path, text: head + lines.join('\n') });
      lines = [];
      tokens = count(head);
    };
    for (const line of text.split('\n')) {
      const more = count(`${line}\n`);
      if (tokens + more > CHUNK_TOKENS) close();
      lines.push(line);
      tokens += more;
    }
    close();
  }
  return chunks.map((chunk, id) => ({ id, ...chunk }));
};

/** A plain retrieval, as many bots have it: BM25 over chunks, the best eight. */
export const createRetrieval = (chunks: Chunk[]) => {
  const search = new MiniSearch<Chunk>({ fields: ['text'], searchOptions: { combineWith: 'OR' } });
  search.addAll(chunks);
  return (query: string): Chunk[] =>
    search
      .search(query)
      .slice(0, TOP)
      .map((found) => chunks[found.id as number]!);
};
