import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../../src/disk/knowledge-cache.ts';
import { catalogue, TODAY } from '../support/shipped.ts';

const folder = mkdtempSync(join(tmpdir(), 'openness-cache-'));
const kept = () => readdirSync(folder).map((name) => join(folder, name));

describe('the knowledge that is kept between starts', () => {
  it('is the same as the knowledge read from its files', async () => {
    expect(await openKnowledge(TODAY, folder)).toEqual(catalogue);
    expect(kept()).toHaveLength(1);
    const again = await openKnowledge(TODAY, folder);
    expect(again).toEqual(catalogue);
    // a release and the same release in its family are one object, as they are when parsed
    for (const family of again!.families.values())
      for (const release of family.releases) expect(again!.releases.get(release.id)).toBe(release);
  });

  it('is not taken where the file was changed or cut off', async () => {
    const [file] = kept();
    const text = readFileSync(file!, 'utf8');
    for (const damaged of [text.replace('"stance":"prohibited"', '"stance":"permitted"'), text.slice(0, 9000), '']) {
      expect(damaged).not.toBe(text);
      writeFileSync(file!, damaged);
      expect(await openKnowledge(TODAY, folder)).toEqual(catalogue);
    }
  });

  it('is not needed: where nothing can be written, the files are read', async () => {
    // below a file: Node's mkdir turns in circles below /proc
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await openKnowledge(TODAY, join(file, 'nowhere'))).toEqual(catalogue);
  });
});
