import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeBrief } from '../../src/advice/brief/compose-brief.ts';
import { briefPdf } from '../../src/documents/brief-pdf.ts';
import { inOurLetters } from '../../src/documents/fonts.ts';
import { catalogue, TODAY } from '../support/shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'brief-'));
const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasPoppler)
  console.warn('notice: pdftotext is missing; what a PDF says is not read back (apt-get install poppler-utils)');

const pdfOf = (id: string) => {
  const release = catalogue.releases.get(id)!;
  const { document } = composeBrief(catalogue, { release, label: release.name, alike: [] }, {}, null, TODAY);
  return briefPdf(document);
};
const command = (...args: string[]) =>
  spawnSync('npm', ['run', '-s', 'brief', '--', ...args], {
    encoding: 'utf8',
    cwd: join(import.meta.dirname, '../..'),
  });

describe.runIf(hasPoppler)('the PDF, read by another program', () => {
  it('says what the brief says, with the caveat and the number on every page', async () => {
    const file = join(folder, 'llama.pdf');
    writeFileSync(file, await pdfOf('llama-3.1-70b'));
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('not legal advice');
      expect(page).toMatch(new RegExp(`${at + 1}\\s*/\\s*${pages.length}`));
    }
    const text = pages.join('\n').replace(/\s+/g, ' ');
    for (const words of [
      'Review brief: Llama 3.1 70B',
      'Yes, with conditions',
      'Built with Llama',
      'Conditions and limits',
      'Approved / with conditions / rejected',
      `§ 1.b.i`,
    ])
      expect(text).toContain(words);
    const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
    expect(info).toMatch(/Title:\s+Review brief: Llama 3\.1 70B/);
    expect(info).toMatch(/Page size:.*A4/);
  });

  it('has a letter for everything it says, also where clauses are numbered in Chinese', async () => {
    const file = join(folder, 'index.pdf');
    const release = [...catalogue.releases.values()].find((one) =>
      one.licences.some((period) => period.licence === 'bilibili-index-1.9b'),
    )!;
    writeFileSync(file, await pdfOf(release.id));
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).toContain('part 2');
    expect(text).not.toMatch(/\p{Script=Han}|�/u);
  });
});

describe('letters', () => {
  it.each([
    ['第二部分', 'part 2'],
    ['第十二条', 'article 12'],
    ['二.1', '2.1'],
    ['附件 A', 'annex A'],
    ['Built with 面壁MiniCPM', 'Built with [in another script]MiniCPM'],
    ['§ 1.b.i', '§ 1.b.i'],
    ['© Meta', '© Meta'],
  ])('%s is written %s', (text, written) => {
    expect(inOurLetters(text)).toBe(written);
  });
});

describe('npm run brief', () => {
  it('prints Markdown, or writes both files', () => {
    expect(command('llama 3.1 70b').stdout).toMatch(/^# Review brief: Llama 3\.1 70B\n/);
    const pdf = join(folder, 'out.pdf');
    const md = join(folder, 'out.md');
    const run = command('mistral 7b v0.1', '--pdf', pdf, '--md', md);
    expect(run).toMatchObject({ status: 0, stdout: '' });
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(md, 'utf8')).toContain('Apache License 2.0');
  });
  it('ends with one line and code 2 where it cannot be written', () => {
    expect(command('--help').stdout).toContain('review brief');
    for (const [args, words] of [
      [[], 'No model given'],
      [['zephyrion 9B'], 'Not in the knowledge base'],
      [['llama 3.1 70b', '--pdf', '/nowhere/at/all.pdf'], 'Cannot write'],
      [['llama 3.1 70b', '--colour'], '--help'],
    ] as [string[], string][]) {
      const run = command(...args);
      expect(run).toMatchObject({ status: 2, stdout: '' });
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
      expect(run.stderr).toContain(words);
    }
  });
});
