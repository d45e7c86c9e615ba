import { join } from 'node:path';
import KeyvSqlite from '@keyv/sqlite';
import Keyv from 'keyv';
import type { Kind } from '../kinds.ts';

/** @param folder null keeps it in memory */
export const openEmbeddedKeyv = (kind: Kind, folder: string | null): Keyv =>
  new Keyv({
    namespace: kind,
    ...(folder ? { store: new KeyvSqlite({ uri: `sqlite://${join(folder, `${kind}.sqlite`)}` }) } : {}),
  });
