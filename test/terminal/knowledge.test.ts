import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Licence } from '../../src/knowledge/schema.ts';
import { withFieldTables } from '../../src/terminal/field-table.ts';
import { knowledgeTables } from '../../src/terminal/knowledge-tables.ts';
import { showEntry } from '../../src/terminal/knowledge-views.ts';
import { writeNewEntry } from '../../src/terminal/new-entry.ts';
import { checkDrift, livingUrl } from '../../src/web/drift.ts';
import { catalogue } from '../support/shipped.ts';

const MAIN = join(import.meta.dirname, '../../src/terminal/knowledge-main.ts');
const run = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });

describe('npm run knowledge', () => {
  it('finds nothing wrong with what is shipped, and says what is held', () => {
    const { status, stdout } = run();
    expect(stdout).toMatch(/\d+ licences, \d+ families, \d+ releases, \d+ articles; .* 0 errors/);
    expect(status).toBe(0);
  });
  it('an unknown command or entry gets one line and exit code 2', () => {
    for (const args of [['frobnicate'], ['show', 'no-such-thing'], ['show'], ['new', 'cake', 'x'], ['--what']]) {
      const { status, stderr } = run(...args);
      expect(status, args.join(' ')).toBe(2);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
  it('shows licences, families, releases and articles', () => {
    for (const id of ['llama-3.1-community', 'llama-3.1', 'llama-3.1-70b', 'what-is-open-source-ai'])
      expect(showEntry(catalogue, id), id).toEqual(expect.any(String));
    expect(showEntry(catalogue, 'constructor')).toBeNull();
  });
  it('draws tables of licences and models', () => {
    const page = knowledgeTables(catalogue);
    expect(page).toContain('[Llama 3.1 Community License Agreement](https://');
    expect(page).toMatch(/### more fully open \(\d+ releases\)/);
  });
  it('keeps the field tables of the README in step with the schema', () => {
    const page = readFileSync(join(import.meta.dirname, '../../knowledge/README.md'), 'utf8');
    expect(withFieldTables(page)).toBe(page);
    expect(() => withFieldTables('no place')).toThrow(/expected the lines/);
  });
  it('writes a skeleton that the schema accepts, and never over an entry that exists', () => {
    const folder = mkdtempSync(join(tmpdir(), 'openness-new-'));
    spawnSync('mkdir', ['-p', join(folder, 'licences'), join(folder, 'models')]);
    const made = writeNewEntry(folder, 'licence', 'test-licence-1.0', '2026-11-25');
    expect(made.ok && Licence.safeParse(load(readFileSync(made.path, 'utf8'))).success).toBe(true);
    expect(writeNewEntry(folder, 'licence', 'test-licence-1.0', '2026-11-25')).toMatchObject({
      ok: false,
      message: expect.stringContaining('exists already'),
    });
    expect(writeNewEntry(folder, 'licence', '../escape', '2026-11-25')).toMatchObject({ ok: false });
  });
});

describe('drift', () => {
  const texts = new Map<string, string>();
  const server = createServer((request, response) => {
    const text = texts.get(request.url!.slice(1));
    if (text === 'hang') return;
    response.writeHead(text === undefined ? 404 : 200).end(text);
  });
  let base = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('tells texts that are as checked from changed, missing and hanging ones', async () => {
    const chosen = ['mit', 'llama-3.1-community', 'apache-2.0', 'cc-by-4.0'];
    const small = { ...catalogue, licences: new Map(chosen.map((id) => [id, catalogue.licences.get(id)!])) };
    const markers = (id: string) =>
      [...catalogue.licences.get(id)!.findings, ...catalogue.licences.get(id)!.obligations]
        .map((item) => item.marker ?? '')
        .join('\n');
    texts.set('mit', markers('mit'));
    texts.set(
      'llama-3.1-community',
      markers('llama-3.1-community').replace(
        /greater than 700 million monthly active users/g,
        'greater than 100 million monthly active users',
      ),
    );
    texts.set('cc-by-4.0', 'hang');
    const drifts = await checkDrift(small, {
      fetch,
      limit: 10,
      timeout: 400,
      urlOf: (licence) => `${base}/${licence.id}`,
    });
    expect(drifts.map((drift) => [drift.id, drift.state])).toEqual([
      ['mit', 'same'],
      ['llama-3.1-community', 'gone'],
      ['apache-2.0', 'unreachable'],
      ['cc-by-4.0', 'unreachable'],
    ]);
    expect(drifts[1]).toMatchObject({ markers: ['greater than 700 million monthly active users'] });
    expect(drifts[3]).toMatchObject({ why: 'no answer within 0.4 s' });
  });
  it('looks at the head of the repository, where a permalink could never change', () => {
    expect(livingUrl('https://github.com/a/b/blob/0123abc/dir/LICENSE')).toBe(
      'https://raw.githubusercontent.com/a/b/HEAD/dir/LICENSE',
    );
    expect(livingUrl('https://example.org/terms')).toBe('https://example.org/terms');
  });
});
