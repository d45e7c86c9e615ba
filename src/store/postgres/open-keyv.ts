import KeyvPostgres from '@keyv/postgres';
import Keyv from 'keyv';
import type { Kind } from '../kinds.ts';
import { alone } from './alone.ts';
import { poolOptions } from './pool.ts';

/**
 * One table and one adapter a kind. They are opened one after the other, and by one process at a time: on a new database
 * the adapter makes its table at the first use, and several at once lose their first writes.
 */
export const openPostgresKeyvs = (kinds: readonly Kind[], url: string): Promise<Map<Kind, Keyv>> =>
  alone(url, async () => {
    const spaces = new Map<Kind, Keyv>();
    for (const kind of kinds) spaces.set(kind, await open(kind, url));
    return spaces;
  });

const open = async (kind: Kind, url: string): Promise<Keyv> => {
  const store = new KeyvPostgres({
    uri: url,
    table: `openness_${kind}`,
    clearExpiredInterval: 3_600_000,
    ...poolOptions,
  });
  const keyv = new Keyv({ namespace: kind, store });
  await keyv.get('first-use');
  return keyv;
};
