import type Keyv from 'keyv';
import { keyFrom, partsOf } from './keys.ts';
import type { Kind } from './kinds.ts';

/** One kind of records, found by its key parts. Every call rejects where the store cannot be reached: a failed read is no miss. */
export type Table<T> = {
  get: (...key: string[]) => Promise<T | undefined>;
  set: (value: T, ...key: string[]) => Promise<void>;
  delete: (...key: string[]) => Promise<void>;
};

/** A table that can be gone through. */
export type ListedTable<T> = Table<T> & {
  /**
   * Goes through the records whose key begins with these parts; none: all. Reads the whole kind, so it is not for the
   * way of a question. Of a long part only its beginning comes back.
   */
  list: (...prefix: string[]) => AsyncGenerator<[key: string[], value: T]>;
};

/** A store that cannot be reached. What needs it waits; it is not answered twice and not taken for empty. */
export class StoreDown extends Error {
  override name = 'StoreDown';
}

const reached = async <T>(kind: Kind, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw new StoreDown(`${kind}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
};

/** @param keyv of that kind alone @param kept milliseconds; null keeps it */
export const tableOf = <T>(kind: Kind, keyv: Keyv, kept: number | null): ListedTable<T> => ({
  get: async (...key) => (await reached(kind, keyv.get<T>(keyFrom(key)))) ?? undefined,
  set: async (value, ...key) => {
    // keyv says false, and nothing else, where an adapter could not write
    if ((await reached(kind, keyv.set(keyFrom(key), value, kept ?? undefined))) === false)
      throw new StoreDown(`${kind}: not written`);
  },
  delete: async (...key) => {
    await reached(kind, keyv.delete(keyFrom(key)));
  },
  list: async function* (...prefix) {
    const start = prefix.length === 0 ? '' : `${keyFrom(prefix)}/`;
    const records = keyv.iterator();
    for (;;) {
      const next = await reached(kind, records.next());
      if (next.done) return;
      const [key, value] = next.value as [string, T | undefined];
      if (value !== undefined && `${key}/`.startsWith(start)) yield [partsOf(String(key)), value];
    }
  },
});
