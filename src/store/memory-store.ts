import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import KeyvSqlite from '@keyv/sqlite';
import Keyv from 'keyv';

const DAY = 24 * 60 * 60 * 1000;

/** How long each kind of record is kept. */
export const KEPT = {
  claims: 1 * DAY,
  threads: 30 * DAY,
  asked: 30 * DAY,
  profiles: null,
  recent: 90 * DAY,
  feedback: 365 * DAY,
  gaps: 365 * DAY,
} as const;
type Kind = keyof typeof KEPT;

type Table<T> = {
  get: (...key: string[]) => Promise<T | undefined>;
  set: (value: T, ...key: string[]) => Promise<void>;
  delete: (...key: string[]) => Promise<void>;
};

/** Key parts are encoded one by one, so that no part can reach into another's place. */
export const keyFrom = (parts: string[]): string => parts.map((part) => encodeURIComponent(part)).join('/');

/**
 * Opens the store: one keyv namespace and one adapter a kind of record, since an adapter shared between namespaces
 * mixes them up.
 * @param folder null keeps everything in memory
 */
export const openStore = (folder: string | null) => {
  if (folder) mkdirSync(folder, { recursive: true });
  const open = (kind: Kind) =>
    new Keyv({
      namespace: kind,
      ...(folder ? { store: new KeyvSqlite({ uri: `sqlite://${join(folder, `${kind}.sqlite`)}` }) } : {}),
    });
  const opened: Keyv[] = [];
  const table = <T>(kind: Kind): Table<T> => {
    const keyv = open(kind);
    opened.push(keyv);
    return {
      get: async (...key) => (await keyv.get<T>(keyFrom(key))) ?? undefined,
      set: async (value, ...key) => {
        await keyv.set(keyFrom(key), value, KEPT[kind] ?? undefined);
      },
      delete: async (...key) => {
        await keyv.delete(keyFrom(key));
      },
    };
  };
  return {
    table,
    claim: createClaim(table<number>('claims')),
    close: async () => {
      await Promise.all(opened.map((keyv) => keyv.disconnect()));
    },
  };
};

/** First come, first served within this process; what an earlier run claimed is found in the store. */
const createClaim = (claims: Table<number>) => {
  const held = new Set<string>();
  return async (key: string): Promise<boolean> => {
    if (held.has(key)) return false;
    held.add(key);
    if (held.size > 20_000) for (const old of [...held].slice(0, 10_000)) held.delete(old);
    if ((await claims.get(key)) !== undefined) return false;
    await claims.set(1, key);
    return true;
  };
};
