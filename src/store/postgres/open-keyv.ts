import KeyvPostgres from '@keyv/postgres';
import Keyv from 'keyv';
import type { Kind } from '../kinds.ts';
import { poolOptions } from './pool.ts';

/**
 * One table and one adapter a kind. The kinds have to be opened one after the other: on a new database the adapter makes
 * its table at the first use, and several at once lose their first writes.
 */
export const openPostgresKeyv = async (kind: Kind, url: string): Promise<Keyv> => {
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
