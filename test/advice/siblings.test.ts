import { describe, expect, it } from 'vitest';
import { siblingsOf } from '../../src/advice/decisions/siblings.ts';
import type { Catalogue, Release } from '../../src/knowledge/catalogue.ts';
import { catalogue } from '../support/shipped.ts';

const idsOf = (id: string, held: Catalogue = catalogue): string[] =>
  siblingsOf(held, held.releases.get(id)!).map((release) => release.id);
/** The shipped knowledge with one release changed. */
const changed = (id: string, fields: Partial<Release>): Catalogue => {
  const release = { ...catalogue.releases.get(id)!, ...fields };
  const family = catalogue.families.get(release.family)!;
  const releases = family.releases.map((one) => (one.id === id ? release : one));
  return {
    ...catalogue,
    releases: new Map(catalogue.releases).set(id, release),
    families: new Map(catalogue.families).set(family.id, { ...family, releases }),
  };
};

describe('siblings', () => {
  it('are base and instruct of one size and version, either way round, and further tunings of one base', () => {
    expect(idsOf('llama-3.1-70b')).toEqual(['llama-3.1-70b-instruct']);
    expect(idsOf('llama-3.1-70b-instruct')).toEqual(['llama-3.1-70b']);
    expect(idsOf('olmo-3-7b-instruct')).toEqual(expect.arrayContaining(['olmo-3-7b', 'olmo-3-7b-think']));
    // by way of a step between them
    expect(idsOf('tulu-3-8b')).toEqual(expect.arrayContaining(['tulu-3-8b-sft', 'tulu-3-8b-dpo']));
  });

  it.each([
    ['of another size', 'llama-3.1-70b', 'llama-3.1-8b-instruct'],
    [
      'of another version in the same family',
      'mistral-small-3.1-24b-instruct-2503',
      'mistral-small-3.2-24b-instruct-2506',
    ],
    ['of another date', 'kimi-k2-base', 'kimi-k2-instruct-0905'],
    ['with another length of context', 'qwen2.5-7b-instruct', 'qwen2.5-7b-instruct-1m'],
    ['that also sees', 'falcon-2-11b', 'falcon-2-11b-vlm'],
    ['under another licence', 'plamo-13b', 'plamo-13b-instruct-nc'],
    ['of the same base elsewhere', 'zephyr-7b-alpha', 'zephyr-7b-gemma-v0.1'],
    ['not tuned from one another', 'falcon-7b-instruct', 'falcon-rw-7b'],
  ])('are none %s', (_, one, other) => {
    expect(catalogue.releases.has(other)).toBe(true);
    expect(idsOf(one)).not.toContain(other);
    expect(idsOf(other)).not.toContain(one);
  });

  it.each([
    ['licence', { licences: [{ licence: 'apache-2.0' }] }],
    ['size', { size: '71B' }],
    ['version', { name: 'Llama 3.2 70B Instruct' }],
    ['modality', { modality: ['text', 'image'] }],
    ['lineage', { base: [] }],
    ['way it was made', { base: [{ release: 'llama-3.1-70b', relation: 'distillation' }] }],
  ] as [string, Partial<Release>][])('are none as soon as the %s parts them', (_, fields) => {
    const held = changed('llama-3.1-70b-instruct', fields);
    expect(idsOf('llama-3.1-70b', held)).toEqual([]);
    expect(idsOf('llama-3.1-70b-instruct', held)).toEqual([]);
  });

  it('are siblings of each other, and never of themselves', () => {
    for (const release of catalogue.releases.values())
      for (const other of siblingsOf(catalogue, release)) {
        expect(other.id).not.toBe(release.id);
        expect(other.family).toBe(release.family);
        expect(idsOf(other.id)).toContain(release.id);
      }
  });
});
