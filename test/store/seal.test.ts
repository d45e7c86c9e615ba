import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { NotOpened, type Sealed, sealedTable } from '../../src/store/seal.ts';

const key = (byte: number) => Buffer.alloc(32, byte);
const fresh = async () => {
  const store = await openStore({ folder: null });
  const plain = store.table<Sealed>('installations');
  return { plain, sealed: sealedTable<{ token: string }>(plain, [key(1)]) };
};

describe('what is encrypted', () => {
  it('comes back as it was, is never the same twice, and cannot be read without the key', async () => {
    const { plain, sealed } = await fresh();
    await sealed.set({ token: 'xoxb-secret' }, 'T1');
    const first = await plain.get('T1');
    expect(await sealed.get('T1')).toEqual({ token: 'xoxb-secret' });
    await sealed.set({ token: 'xoxb-secret' }, 'T1');
    expect((await plain.get('T1'))!.data).not.toBe(first!.data);
    expect(JSON.stringify(first)).not.toContain('xoxb');
    await expect(sealedTable(plain, [key(9)]).get('T1')).rejects.toThrow(NotOpened);
    expect(await sealedTable(plain, [key(9), key(1)]).get('T1')).toEqual({ token: 'xoxb-secret' });
    expect(await sealed.get('T2')).toBeUndefined();
  });

  it('is not accepted in the place of another workspace', async () => {
    const { plain, sealed } = await fresh();
    await sealed.set({ token: 'xoxb-secret' }, 'T1');
    await plain.set((await plain.get('T1'))!, 'T2');
    await expect(sealed.get('T2')).rejects.toThrow(NotOpened);
  });

  it.each(['iv', 'tag', 'data'] as const)('is not accepted once its %s was changed', async (part) => {
    const { plain, sealed } = await fresh();
    await sealed.set({ token: 'xoxb-secret' }, 'T1');
    const held = (await plain.get('T1'))!;
    const bytes = Buffer.from(held[part], 'base64');
    bytes[0]! ^= 1;
    await plain.set({ ...held, [part]: bytes.toString('base64') }, 'T1');
    await expect(sealed.get('T1')).rejects.toThrow(NotOpened);
  });

  it('is not accepted with a shortened tag, which would be easier to guess', async () => {
    const { plain, sealed } = await fresh();
    await sealed.set({ token: 'xoxb-secret' }, 'T1');
    const held = (await plain.get('T1'))!;
    await plain.set({ ...held, tag: Buffer.from(held.tag, 'base64').subarray(0, 4).toString('base64') }, 'T1');
    await expect(sealed.get('T1')).rejects.toThrow(NotOpened);
  });
});
