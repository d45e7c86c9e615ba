import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '../../src/knowledge/names/build-name-index.ts';
import { type Mention, readNames } from '../../src/knowledge/names/read-names.ts';
import { unknownNames } from '../../src/knowledge/names/unknown-names.ts';
import { catalogue } from '../support/shipped.ts';

const index = buildNameIndex(catalogue);
const releases = [...catalogue.releases.values()];

const idsOf = (mention: Mention | undefined): string[] =>
  mention?.kind === 'models' ? mention.releases.map((release) => release.id) : [];
const read = (text: string): string[] => readNames(index, text).flatMap(idsOf);
const only = (text: string): string => {
  const found = readNames(index, text);
  const ids = idsOf(found[0]);
  return found.length === 1 && ids.length === 1
    ? ids[0]!
    : `${found.length} mentions: ${found.map((mention) => `${mention.kind} ${mention.written} (${idsOf(mention).length})`).join(', ')}`;
};

describe('reading names', () => {
  it('every release is found by its name, its repositories and its Ollama tags', () => {
    const missed = releases.flatMap((release) =>
      [release.name, ...release.repos, ...release.ollama.filter((tag) => tag.includes(':'))]
        .filter((name) => !read(name).includes(release.id))
        .map((name) => `${name} (${release.id})`),
    );
    expect(missed).toEqual([]);
  });

  it('case, hyphens, underscores and a question around it do not matter', () => {
    const release = fc.constantFrom(...releases);
    const shape = fc.constantFrom(
      (name: string) => name.toLowerCase(),
      (name: string) => name.toUpperCase(),
      (name: string) => name.replaceAll(' ', '-'),
      (name: string) => name.replaceAll(' ', '_'),
      (name: string) => `can we use ${name} commercially?`,
      (name: string) => `is ${name.toLowerCase()} open source`,
      (name: string) => `(${name}), please`,
    );
    fc.assert(
      fc.property(release, shape, (one, write) => {
        expect(read(write(one.name))).toContain(one.id);
      }),
      { numRuns: 500 },
    );
  });

  it('names and sizes in a list with commas are one each', () => {
    expect(read('llama 3.1 70b, mistral 7b v0.1 and phi-4')).toEqual(['llama-3.1-70b', 'mistral-7b-v0.1', 'phi-4']);
    expect(readNames(index, 'qwen2.5 7b, 14b or 72b commercially?').map((mention) => mention.written)).toEqual([
      'qwen2.5 7b',
      '14b',
      '72b',
    ]);
    expect(only('MusicGen-Style')).toBe('musicgen-style');
    expect(readNames(index, 'llama 3.1 8b, 900b?').map((mention) => mention.kind)).toContain('unknown');
  });

  it('quantised copies and file names are the release they were made from', () => {
    expect(only('TheBloke/Mixtral-8x7B-Instruct-v0.1-GGUF')).toBe('mixtral-8x7b-instruct-v0.1');
    expect(only('mistral-7b-instruct-v0.2.Q4_K_M.gguf')).toBe('mistral-7b-instruct-v0.2');
    expect(only('llama3.1:70b-instruct-q4_K_M')).toBe('llama-3.1-70b-instruct');
    const [copy] = readNames(index, 'unsloth/Llama-3.1-8B-Instruct-bnb-4bit');
    expect(copy).toMatchObject({ kind: 'models', copy: true });
  });

  it('a family without a version stands for all of its releases', () => {
    const [mention] = readNames(index, 'can we use llama commercially?');
    expect(idsOf(mention).length).toBeGreaterThan(10);
    expect(new Set(idsOf(mention).map((id) => catalogue.releases.get(id)!.licences[0]!.licence)).size).toBeGreaterThan(
      3,
    );
  });

  it('a version that nobody released is unknown, with the nearest names', () => {
    for (const name of [
      'Llama 5',
      'Llama 3.9',
      'Llama-3.1-13B',
      'llama 3.1 13b',
      'Mistral Huge 9',
      'Mixtral 16x7B',
      'Llama 3.3 8B',
    ])
      expect(readNames(index, `can we use ${name}?`)[0], name).toMatchObject({
        kind: 'unknown',
        nearest: expect.arrayContaining([expect.any(String)]),
      });
  });

  it('a name that only contains a known one is not the known one', () => {
    for (const name of ['acme/Llama-3.1-8B-Finance', 'Llama-3.1-8B-Legal-v2', 'SuperMistral-7B-X'])
      expect(
        readNames(index, name).filter((mention) => mention.kind === 'models'),
        name,
      ).toEqual([]);
  });

  it('a misspelled name is read, and marked as such', () => {
    expect(readNames(index, 'can we use mistrel 7b?')[0]).toMatchObject({ kind: 'models', fuzzy: true });
    expect(readNames(index, 'is lama 3.1 ok?')[0]).toMatchObject({ kind: 'models', fuzzy: true });
    expect(readNames(index, 'which clause says so?')).toEqual([]);
  });

  it('several models in one message are all found, also "7B and 70B"', () => {
    expect(read('compare Llama 3.1 8B with Mixtral 8x7B v0.1').length).toBeGreaterThanOrEqual(2);
    expect(readNames(index, 'Llama 2 7B and 70B').map((mention) => idsOf(mention)[0]?.replace(/-chat$/, ''))).toEqual([
      'llama-2-7b',
      'llama-2-70b',
    ]);
  });

  it('everyday words are not names', () => {
    for (const text of [
      'we want seamless integration',
      'what is the next step',
      'can we opt out?',
      'Sam said it is fine',
      'a small model',
      'it came as a command',
    ])
      expect(readNames(index, text), text).toEqual([]);
  });

  it('licences are found by their names and identifiers', () => {
    for (const [text, id] of [
      ['under Apache 2.0?', 'apache-2.0'],
      ['is it MIT', 'mit'],
      ['what does CC BY-NC 4.0 say', 'cc-by-nc-4.0'],
      ['AGPL-3.0', 'agpl-3.0'],
    ] as const)
      expect(
        readNames(index, text).flatMap((mention) =>
          mention.kind === 'licence' ? mention.licences.map((licence) => licence.id) : [],
        ),
        text,
      ).toContain(id);
    expect(readNames(index, 'Apache 3.0')[0]).toMatchObject({ kind: 'unknown' });
  });

  it('constructor, __proto__ and the like are unknown names, and no text breaks the reader', () => {
    for (const text of ['constructor', '__proto__', 'toString', 'hasOwnProperty 7B']) expect(read(text)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const mention of readNames(index, text)) expect(mention.end).toBeGreaterThan(mention.start);
        unknownNames(index, text);
      }),
      { numRuns: 1000 },
    );
  });

  it('names that are not held are found as names', () => {
    for (const [text, name] of [
      ['can we use Zephyrion-9B commercially?', 'Zephyrion-9B'],
      ['is BananaLM open source?', 'BananaLM'],
      ['acme-labs/Quokka-v2 licence?', 'acme-labs/Quokka-v2'],
      ['can we use Quokkatron in our app', 'Quokkatron'],
    ] as const)
      expect(
        unknownNames(index, text).map((mention) => mention.written),
        text,
      ).toEqual([name]);
    for (const text of [
      'can we use it commercially?',
      'what does open source mean?',
      'is it free for companies in Germany?',
      'Can we use open models with customer data?',
    ])
      expect(unknownNames(index, text), text).toEqual([]);
  });
});
