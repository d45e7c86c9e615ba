import { join } from 'node:path';
import KeyvSqlite from '@keyv/sqlite';
import Keyv from 'keyv';
import { BoundedMap } from '../bounded-map.ts';
import type { Kind } from '../kinds.ts';

/** Milliseconds between two looks for records whose time is over. */
const TIDY = 3_600_000;

/** @param folder null keeps it in memory */
export const openEmbeddedKeyv = async (kind: Kind, folder: string | null): Promise<Keyv> => {
  if (!folder) return new Keyv({ namespace: kind, store: new BoundedMap() });
  const store = new KeyvSqlite({
    uri: `sqlite://${join(folder, `${kind}.sqlite`)}`,
    wal: true,
    clearExpiredInterval: TIDY,
  });
  // outlives the process; a power cut may take the last moment, which the inbox has on the disk and answers anew
  await store.query('PRAGMA synchronous = NORMAL');
  return new Keyv({ namespace: kind, store });
};
