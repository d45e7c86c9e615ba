import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/disk/knowledge-files.ts';
import type { KnowledgeFile } from '../../src/knowledge/parse.ts';
import { problems, shippedFiles, TODAY } from '../support/shipped.ts';

const LICENCE = 'licences/llama-3.1-community.yml';
const FAMILY = 'models/llama-3.1.yml';

/** Damages one file of a copy of the shipped knowledge and gives the problems that were not there before. */
const damage = (path: string, change: (text: string) => string, today = TODAY): string[] => {
  const files = shippedFiles.map((file): KnowledgeFile => {
    if (file.path !== path) return file;
    const text = change(file.text);
    if (text === file.text) throw new Error(`nothing was damaged in ${path}`);
    return { ...file, text };
  });
  return newProblems(files, today);
};
const newProblems = (files: KnowledgeFile[], today = TODAY): string[] => {
  const before = new Set(problems.map((item) => JSON.stringify(item)));
  return loadKnowledge(today, files)
    .problems.filter((item) => !before.has(JSON.stringify(item)))
    .map((item) => `${item.file} | ${item.at} | ${item.message}`);
};
const add = (path: string, text: string) => newProblems([...shippedFiles, { path, text }]);
const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('the rules of the knowledge', () => {
  it('finds nothing wrong with the shipped knowledge', () => {
    expect(problems.filter((item) => item.severity === 'error')).toEqual([]);
  });

  it('a word outside the vocabulary', () => {
    expect(damage(LICENCE, swap('stance: permitted', 'stance: allowed'))).toContainEqual(
      expect.stringMatching(/^licences\/llama-3\.1-community\.yml \| findings\.\d+\.stance \| /),
    );
  });
  it('a key that the schema does not know', () => {
    expect(damage(LICENCE, swap('steward: Meta', 'steward: Meta\nstewart: Meta'))).toContainEqual(
      expect.stringContaining('stewart'),
    );
  });
  it('text that is not YAML, with its line', () => {
    expect(damage(LICENCE, swap('steward: Meta', 'steward: [Meta'))[0]).toMatch(
      /^licences\/llama-3\.1-community\.yml \| line \d+ \| /,
    );
  });
  it('a topic that nobody looked at', () => {
    expect(damage(LICENCE, swap(/ {2}- topic: changes_to_terms\n {4}stance: silent\n/, ''))).toEqual([
      expect.stringContaining('no finding on changes_to_terms'),
    ]);
  });
  it('a finding without clause or marker', () => {
    expect(damage(LICENCE, swap(/ {4}marker: greater than 700 million monthly active users\n/, ''))).toEqual([
      expect.stringMatching(/findings\.0 \(commercial_use\) \| .*"marker"/),
    ]);
    expect(damage(LICENCE, swap(/ {4}clause: "2"\n/, ''))).toEqual([
      expect.stringMatching(/findings\.0 \(commercial_use\) \| .*"clause"/),
    ]);
  });
  it('a silent finding with a marker', () => {
    expect(
      damage(
        LICENCE,
        swap(
          'topic: output_use\n    stance: silent',
          'topic: output_use\n    stance: silent\n    marker: some words here',
        ),
      ),
    ).toEqual([expect.stringContaining('a silent finding has no marker')]);
  });
  it('"when" on a finding that is not conditional', () => {
    expect(
      damage(
        LICENCE,
        swap('topic: commercial_use\n    stance: conditional', 'topic: commercial_use\n    stance: permitted'),
      ),
    ).toEqual([expect.stringContaining('"when" belongs to a conditional finding')]);
  });
  it('a threshold with both bounds', () => {
    expect(damage(LICENCE, swap('above: 700000000,', 'above: 700000000, at_least: 5,'))).toEqual([
      expect.stringContaining('either "above" or "at_least"'),
    ]);
  });
  it('silence told from excerpts, and findings of a text nobody read', () => {
    expect(damage(LICENCE, swap('extent: full', 'extent: excerpts'))).toContainEqual(
      expect.stringContaining('silence can only be told from the full text'),
    );
    expect(damage(LICENCE, swap('extent: full', 'extent: none'))).toEqual([
      expect.stringContaining('there are no findings'),
    ]);
  });
  it('a policy, a predecessor or a source that is not held', () => {
    expect(damage(LICENCE, swap('incorporates: [llama-3.1-use-policy]', 'incorporates: [llama-9-use-policy]'))).toEqual(
      [expect.stringContaining('"llama-9-use-policy" is no licence we hold')],
    );
    expect(damage(LICENCE, swap('supersedes: llama-3-community', 'supersedes: llama-0'))).toEqual([
      expect.stringContaining('"llama-0" is no licence we hold'),
    ]);
    expect(damage(LICENCE, swap(/(\nreviewed:)/, '\nsources: [nowhere]$1'))).toEqual([
      expect.stringContaining('"nowhere" is in no file of sources/'),
    ]);
  });
  it('dates in the future and reviews that are too old', () => {
    expect(damage(LICENCE, swap(/reviewed: "?2026-11-\d\d"?/, 'reviewed: "2031-01-01"'))).toEqual([
      expect.stringContaining('2031-01-01 lies in the future'),
    ]);
    expect(damage(LICENCE, swap(/reviewed: "?2026-11-\d\d"?/, 'reviewed: "2024-01-01"'))).toEqual([
      expect.stringContaining('more than a year ago'),
    ]);
    expect(damage(LICENCE, swap(/checked: "?2026-11-\d\d"?/, 'checked: "2031-01-01"'))).toEqual([
      expect.stringContaining('text.checked'),
    ]);
  });
  it('a date that is none', () => {
    expect(damage(LICENCE, swap(/reviewed: "?2026-11-\d\d"?/, 'reviewed: "2026-13-45"'))).toContainEqual(
      expect.stringContaining('| reviewed |'),
    );
  });

  it('a release without a licence we hold', () => {
    expect(damage(FAMILY, swap(/licence: llama-3\.1-community/, 'licence: llama-3.1-communty'))).toContainEqual(
      expect.stringContaining('"llama-3.1-communty" is no licence we hold'),
    );
  });
  it('a release whose licences have all ended', () => {
    expect(
      damage(
        FAMILY,
        swap(
          /licences: \[\{ ?licence: llama-3\.1-community ?\}\]/,
          'licences: [{ licence: llama-3.1-community, until: "2025-01-01" }]',
        ),
      ),
    ).toContainEqual(expect.stringContaining('no licence applies now'));
  });
  it('an id used twice', () => {
    const [, id] = /- \{? ?\n? *id: ([\w.-]+)/.exec(shippedFiles.find((file) => file.path === FAMILY)!.text)!;
    expect(id).toMatch(/^llama-3\.1/);
    expect(damage('models/olmo-2.yml', swap(/id: olmo-2-[\w.-]+/, `id: ${id}`))).toContainEqual(
      expect.stringContaining('this release id is used twice'),
    );
  });
  it('a base that is not held, and a lineage that runs in a circle', () => {
    expect(damage(FAMILY, swap('release: llama-3.1-8b,', 'release: llama-3.1-9b,'))).toContainEqual(
      expect.stringContaining('"llama-3.1-9b" is no release we hold'),
    );
    expect(damage(FAMILY, swap('release: llama-3.1-8b,', 'release: llama-3.1-8b-instruct,'))).toContainEqual(
      expect.stringContaining('the lineage runs in a circle'),
    );
  });
  it('an artefact status without its source', () => {
    expect(
      damage(FAMILY, swap(/weights: \{ ?status: released, source: [\w.-]+ ?\}/, 'weights: { status: released }')),
    ).toContainEqual(expect.stringContaining('a status needs its source'));
  });
  it('a repository that names two releases', () => {
    expect(damage(FAMILY, swap('meta-llama/Llama-3.1-70B,', 'meta-llama/Llama-3.1-8B,'))).toContainEqual(
      expect.stringContaining('also names'),
    );
  });

  it('a source that is used nowhere, or stands in two files', () => {
    const source =
      'lonely: { title: Lonely page, publisher: Nobody, kind: primary, url: "https://example.org/a", checked: "2026-11-01" }\n';
    expect(add('sources/lonely.yml', source)).toEqual([
      expect.stringContaining('lonely | this source is used nowhere'),
    ]);
    expect(add('sources/twice.yml', source.replace('lonely', 'osaid-1.0'))).toContainEqual(
      expect.stringContaining('stands in another file too'),
    );
  });
  it('an article without front matter, with an uncited paragraph, or citing what it does not list', () => {
    const head =
      '---\ntitle: A test article\nquestions: [What is tested?]\nsources: [osaid-1.0]\nreviewed: "2026-11-25"\n---\n';
    expect(add('articles/bare.md', 'Just text')).toEqual([expect.stringContaining('expected front matter')]);
    expect(add('articles/uncited.md', `${head}One. [^osaid-1.0]\n\nTwo.`)).toEqual([
      expect.stringContaining('paragraph 2'),
    ]);
    expect(add('articles/unlisted.md', `${head}One. [^osaid-1.0] [^osaid-faq]`)).toEqual([
      expect.stringContaining('not among the sources above'),
    ]);
    expect(
      add('articles/unused.md', head.replace('[osaid-1.0]', '[osaid-1.0, osaid-faq]').concat('One. [^osaid-1.0]')),
    ).toEqual([expect.stringContaining('"osaid-faq" is never cited')]);
  });
  it('a vocabulary with a word missing, and one too many', () => {
    expect(damage('vocabulary.yml', swap(/ {2}commercial_use: [^\n]+\n/, ''))).toContainEqual(
      expect.stringContaining('vocabulary.yml | topics'),
    );
    expect(
      damage('vocabulary.yml', swap('topics:\n', 'topics:\n  karma: { label: Karma, says: What goes around. }\n')),
    ).toContainEqual(expect.stringContaining('karma'));
  });
  it('a phrase that is missing in one language, or has lost a slot', () => {
    expect(damage('phrases.yml', swap(/ {4}research: 研究\n/, ''))).toContainEqual(
      expect.stringContaining('phrases.yml | zh.activities.research'),
    );
    expect(damage('phrases.yml', swap('"{verdict}: {model}, {activity}."', '"{verdict}: {activity}."'))).toContainEqual(
      expect.stringContaining('de.answers | expected the slots {verdict}, {model}, {activity}, each once'),
    );
  });
  it('a file that belongs nowhere', () => {
    expect(add('notes.txt', 'hello')).toEqual([expect.stringContaining('no such kind of file is known here')]);
  });
  it('names every problem at once', () => {
    const found = damage(LICENCE, (text) =>
      swap(
        'supersedes: llama-3-community',
        'supersedes: llama-0',
      )(swap('incorporates: [llama-3.1-use-policy]', 'incorporates: [nope]')(text)),
    );
    expect(found).toHaveLength(2);
  });
});
