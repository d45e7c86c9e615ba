import { join } from 'node:path';
import KeyvSqlite from '@keyv/sqlite';
import Keyv from 'keyv';
import type { Kind } from '../kinds.ts';

/** @param folder null keeps it in memory */
export const openEmbeddedKeyv = async (kind: Kind, folder: string | null): Promise<Keyv> => {
  if (!folder) return new Keyv({ namespace: kind });
  const store = new KeyvSqlite({ uri: `sqlite://${join(folder, `${kind}.sqlite`)}`, wal: true });
  // outlives the process; a power cut may take the last moment, which the inbox has on the disk and answers anew
  await store.query('PRAGMA synchronous = NORMAL');
  return new Keyv({ namespace: kind, store });
};
