import type Keyv from 'keyv';
import { isOfTeam, keyFrom, partsOf } from './keys.ts';
import type { Kind } from './kinds.ts';
import type { Store } from './open-store.ts';

/** Every record of a kind that is still kept, with its key as it lies in the store. */
async function* recordsOf(keyv: Keyv): AsyncGenerator<[key: string, value: unknown]> {
  for await (const [key, value] of keyv.iterator()) if (value !== undefined) yield [String(key), value];
}

/** Who a record is about: under their own key, or named in it. */
const isOf = (kind: Kind, key: string, value: unknown, team: string, user: string): boolean => {
  if (kind === 'recent') return key === keyFrom([team, user]);
  const named = value as { user?: string; asker?: string } | null;
  return isOfTeam(key, team) && (named?.user === user || named?.asker === user);
};

/** How many records of each kind were erased. */
export type Erased = Record<string, number>;

const eraseWhere = async (
  store: Store,
  kinds: readonly Kind[],
  matches: (kind: Kind, key: string, value: unknown) => boolean,
): Promise<Erased> => {
  const erased: Erased = {};
  for (const kind of kinds) {
    const keyv = store.spaces.get(kind)!;
    const keys: string[] = [];
    for await (const [key, value] of recordsOf(keyv)) if (matches(kind, key, value)) keys.push(key);
    for (const key of keys) await keyv.delete(key);
    if (keys.length > 0) erased[kind] = keys.length;
  }
  return erased;
};

/** Erases everything of a workspace: its records, its installation, and what it still has waiting. */
export const eraseWorkspace = async (store: Store, team: string): Promise<Erased> => {
  const erased = await eraseWhere(store, [...store.spaces.keys()], (_, key) => isOfTeam(key, team));
  const waiting = await store.inbox.drop(team);
  return waiting > 0 ? { ...erased, waiting } : erased;
};

/**
 * Erases what is kept about one person: questions, the threads they began, recent questions, feedback, reports, what they
 * asked reviewers and approvers. What a team decided is the team's, and stays with the name of who decided it.
 */
export const erasePerson = (store: Store, team: string, user: string): Promise<Erased> =>
  eraseWhere(store, ['threads', 'asked', 'recent', 'feedback', 'gaps', 'reviews'], (kind, key, value) =>
    isOf(kind, key, value, team, user),
  );

export type Exported = { kind: Kind; key: string[]; value: unknown };

/** Everything that is kept of a workspace, or of all; of installations only that there is one. */
export async function* exportRecords(store: Store, team: string | null): AsyncGenerator<Exported> {
  for (const [kind, keyv] of store.spaces)
    for await (const [key, value] of recordsOf(keyv))
      if (team === null || isOfTeam(key, team))
        yield { kind, key: partsOf(key), value: kind === 'installations' ? '(encrypted)' : value };
}
