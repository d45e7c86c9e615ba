import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFrom } from './keys.ts';
import type { Table } from './tables.ts';

/** What lies in the store: AES-256-GCM, all parts in base64. */
export type Sealed = { iv: string; tag: string; data: string };

const IV_BYTES = 12; // the length GCM is made for (NIST SP 800-38D)

/** No key of ours opens it, or it was changed, or it lies in another's place. */
export class NotOpened extends Error {
  override name = 'NotOpened';
}

/**
 * Encrypts what is kept in a table. Its own key is part of what is authenticated, so that one workspace's record cannot
 * be put in the place of another's.
 * @param keys of 32 bytes; the first encrypts, all decrypt, so that a key can be replaced
 */
export const sealedTable = <T>(table: Table<Sealed>, keys: readonly Buffer[]): Table<T> => ({
  get: async (...key) => {
    const sealed = await table.get(...key);
    return sealed && (JSON.parse(open(sealed, keys, keyFrom(key))) as T);
  },
  set: (value, ...key) => table.set(seal(JSON.stringify(value), keys[0]!, keyFrom(key)), ...key),
  delete: table.delete,
});

const seal = (text: string, key: Buffer, place: string): Sealed => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { iv: iv.toString('base64'), tag: cipher.getAuthTag().toString('base64'), data: data.toString('base64') };
};

const open = (sealed: Sealed, keys: readonly Buffer[], place: string): string => {
  for (const key of keys)
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64'), { authTagLength: 16 })
        .setAAD(Buffer.from(place))
        .setAuthTag(Buffer.from(sealed.tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(sealed.data, 'base64')), decipher.final()]).toString('utf8');
    } catch {
      // another key's, or tampered with
    }
  throw new NotOpened('an installation cannot be decrypted with the keys of TOKEN_KEY');
};
