import type { InstallationRecord } from './slack/installations.ts';
import type { Forget, Memory, Table } from './slack/ports.ts';
import { erasePerson, eraseWorkspace } from './store/erase.ts';
import type { Store } from './store/open-store.ts';
import { type Sealed, sealedTable } from './store/seal.ts';

/** What the Slack rim remembers, out of the store. */
export const memoryFrom = ({ inbox, table }: Store): Memory => ({
  claim: inbox.claim,
  threads: table('threads'),
  asked: table('asked'),
  profiles: table('profiles'),
  recent: table('recent'),
  feedback: table('feedback'),
  gaps: table('gaps'),
  settings: table('settings'),
  digests: table('settings'),
  decisions: table('decisions'),
  ledger: table('ledger'),
  reviews: table('reviews'),
  replies: table('reviews'),
  requests: table('reviews'),
  told: table('told'),
  looked: table('told'),
  outbox: table('outbox'),
});

/** How it forgets. */
export const forgetIn = (store: Store): Forget => ({
  workspace: (team) => eraseWorkspace(store, team),
  person: (team, user) => erasePerson(store, team, user),
});

/** The installations, encrypted. @param keys null where there is one bot token */
export const installationsIn = (store: Store, keys: readonly Buffer[] | null): Table<InstallationRecord> | null =>
  keys && sealedTable<InstallationRecord>(store.table<Sealed>('installations'), keys);
