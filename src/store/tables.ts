import type Keyv from 'keyv';
import { keyFrom } from './keys.ts';
import type { Kind } from './kinds.ts';

/** One kind of records, found by its key parts. Every call rejects where the store cannot be reached: a failed read is no miss. */
export type Table<T> = {
  get: (...key: string[]) => Promise<T | undefined>;
  set: (value: T, ...key: string[]) => Promise<void>;
  delete: (...key: string[]) => Promise<void>;
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
export const tableOf = <T>(kind: Kind, keyv: Keyv, kept: number | null): Table<T> => ({
  get: async (...key) => (await reached(kind, keyv.get<T>(keyFrom(key)))) ?? undefined,
  set: async (value, ...key) => {
    // keyv says false, and nothing else, where an adapter could not write
    if ((await reached(kind, keyv.set(keyFrom(key), value, kept ?? undefined))) === false)
      throw new StoreDown(`${kind}: not written`);
  },
  delete: async (...key) => {
    await reached(kind, keyv.delete(keyFrom(key)));
  },
});
