import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/disk/knowledge-cache.ts';
import type { Catalogue } from '../../src/knowledge/catalogue.ts';
import { catalogue, TODAY } from '../support/shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'openness-cache-'));
/** Everything in it as text: a key whose value is undefined is no key. */
const told = (one: Catalogue | null) =>
  JSON.stringify(one, (_, value) => (value instanceof Map ? [...value] : (value as unknown)));
const shipped = told(catalogue);
const kept = () => readdirSync(folder).map((name) => join(folder, name));

describe('the knowledge that is kept between starts', () => {
  it('is the same as the knowledge read from its files', async () => {
    expect(told(await openKnowledge(TODAY, folder)) === shipped).toBe(true);
    expect(kept()).toHaveLength(1);
    const again = await openKnowledge(TODAY, folder);
    expect(told(again) === shipped).toBe(true);
    // a release and the same release in its family are one object, as they are when parsed
    for (const family of again!.families.values())
      for (const release of family.releases) expect(again!.releases.get(release.id) === release).toBe(true);
  });

  it('is not taken where the file was changed or cut off', async () => {
    const [file] = kept();
    const text = readFileSync(file!, 'utf8');
    for (const damaged of [text.replace('"stance":"prohibited"', '"stance":"permitted"'), text.slice(0, 9000), '']) {
      expect(damaged).not.toBe(text);
      writeFileSync(file!, damaged);
      expect(told(await openKnowledge(TODAY, folder)) === shipped).toBe(true);
    }
  });

  it('is not needed: where nothing can be written, the files are read', async () => {
    expect(told(await openKnowledge(TODAY, join(kept()[0]!, 'below-a-file'))) === shipped).toBe(true);
  });
});
