import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import what: reading this table is reading the architecture. Rims never import each other. */
const MAY_IMPORT: Record<string, string[]> = {
  knowledge: ['zod', 'js-yaml'],
  patterns: ['regjsparser'],
  advice: ['patterns/', 'knowledge/', 'zod', 'minisearch', 'stemmer'],
  disk: ['knowledge/', 'node:', 'js-yaml'],
  store: ['node:', 'keyv', '@keyv/sqlite', '@keyv/postgres', 'pg', 'pg-boss'],
  slack: ['advice/', 'knowledge/', 'node:', '@slack/bolt', '@slack/types', '@slack/web-api', 'zod'],
  llm: ['advice/', 'openai', 'openai/helpers/zod', 'openai/resources/shared', 'zod'],
  sandbox: ['node:', 'ws'],
  'stand-in-model': ['node:'],
  ops: ['node:', 'prom-client'],
  documents: ['advice/', 'knowledge/', 'node:', 'pdfmake', 'pdfmake/interfaces.js', '@resvg/resvg-js'],
  hub: ['advice/', '@huggingface/hub', 'zod'],
  web: ['knowledge/'],
  terminal: ['advice/', 'knowledge/', 'node:', 'wrap-ansi', 'js-yaml', 'zod'],
};

/** Commands put parts together, as main.ts does for Slack; they alone may reach for other rims. */
const isCommand = (file: string): boolean => file.endsWith('-main.ts');

const ROOT = join(import.meta.dirname, '../src');

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1]!);

const forbidden = (room: string, file: string): string[] =>
  importsOf(file).filter((target) => {
    if (isCommand(file) && target.startsWith('../')) return false;
    if (!target.startsWith('.'))
      return !MAY_IMPORT[room]!.some(
        (allowed) => target === allowed || (allowed.endsWith(':') && target.startsWith(allowed)),
      );
    const inside = relative(ROOT, join(file, '..', target));
    return (
      !inside.startsWith(`${room}/`) &&
      !MAY_IMPORT[room]!.some((allowed) => allowed.endsWith('/') && inside.startsWith(allowed))
    );
  });

describe('the boundaries', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only what the table allows', (room) => {
    const files = filesIn(join(ROOT, room));
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.flatMap((file) => forbidden(room, file).map((target) => `${relative(ROOT, file)} imports ${target}`)),
    ).toEqual([]);
  });

  it('covers every folder of src', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it('keeps clocks and randomness out of the core', () => {
    const core = ['knowledge', 'advice'].flatMap((room) => filesIn(join(ROOT, room)));
    const impure = core.filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|console\./.test(readFileSync(file, 'utf8')),
    );
    expect(impure.map((file) => relative(ROOT, file))).toEqual([]);
  });
});
