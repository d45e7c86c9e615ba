import { mkdirSync } from 'node:fs';
import type Keyv from 'keyv';
import { openEmbeddedInbox } from './embedded/inbox.ts';
import { openEmbeddedKeyv } from './embedded/open-keyv.ts';
import type { StoredInbox } from './inbox-types.ts';
import { KEPT, type Kept, KINDS, type Kind } from './kinds.ts';
import { type ListedTable, tableOf } from './tables.ts';

export type StoreSettings = {
  /** where the embedded store keeps its files; null: in memory only */
  folder: string | null;
  /** PostgreSQL instead, for any number of processes */
  databaseUrl?: string | null;
  kept?: Kept;
  /** told what goes wrong in the background */
  onProblem?: (problem: string) => void;
};

export type Store = {
  inbox: StoredInbox;
  table: <T>(kind: Kind) => ListedTable<T>;
  /** the namespaces as they are, for export and purge */
  spaces: ReadonlyMap<Kind, Keyv>;
  close: () => Promise<void>;
};

/** Opens the store: the inbox, and one keyv namespace with an adapter of its own for each kind of record. */
export const openStore = async (settings: StoreSettings): Promise<Store> => {
  const { folder, databaseUrl } = settings;
  if (folder) mkdirSync(folder, { recursive: true });
  let spaces = new Map<Kind, Keyv>();
  let inbox: StoredInbox;
  if (databaseUrl) {
    // loaded only where it is used: the embedded start stays quick and small
    const { openPostgresInbox } = await import('./postgres/inbox.ts');
    const { openPostgresKeyvs } = await import('./postgres/open-keyv.ts');
    inbox = await openPostgresInbox(databaseUrl, { onProblem: settings.onProblem });
    spaces = await openPostgresKeyvs(KINDS, databaseUrl);
  } else {
    inbox = openEmbeddedInbox(folder);
    for (const kind of KINDS) spaces.set(kind, await openEmbeddedKeyv(kind, folder));
  }
  return {
    inbox,
    spaces,
    table: (kind) => tableOf(kind, spaces.get(kind)!, settings.kept?.[kind] ?? KEPT[kind]),
    close: async () => {
      await inbox.close();
      await Promise.allSettled([...spaces.values()].map((keyv) => keyv.disconnect()));
    },
  };
};
