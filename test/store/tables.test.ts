import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFrom } from '../../src/store/keys.ts';
import { openStore } from '../../src/store/open-store.ts';

describe('the store', () => {
  it('different keys never meet, whatever characters their parts have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
        (a, b) => {
          expect(keyFrom(a) === keyFrom(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
        },
      ),
    );
  });

  it.each([null, mkdtempSync(join(tmpdir(), 'openness-store-'))])(
    'kinds, workspaces and people are kept apart (%s)',
    async (folder) => {
      const store = await openStore({ folder });
      const threads = store.table<string>('threads');
      const profiles = store.table<string>('profiles');
      await threads.set('secret of T1', 'T1', 'C1', '1.1');
      await profiles.set('profile of T1', 'T1');
      expect(await threads.get('T2', 'C1', '1.1')).toBeUndefined();
      expect(await threads.get('T1')).toBeUndefined();
      expect(await profiles.get('T1', 'C1', '1.1')).toBeUndefined();
      expect(await threads.get('T1', 'C1', '1.1')).toBe('secret of T1');
      await threads.delete('T1', 'C1', '1.1');
      expect(await threads.get('T1', 'C1', '1.1')).toBeUndefined();
      await store.close();
    },
  );
});
