import pg from 'pg';
import { POOL } from './pool.ts';

/** Milliseconds before a broken connection is opened anew. */
const PAUSE = 1000;

/** Listens on a channel of the database, over a connection of its own that comes back. What is said meanwhile is missed. */
export const listenOn = (url: string, channel: string) => {
  let callback: (message: string) => void = () => {};
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const connect = async (): Promise<void> => {
    const opened = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: POOL.connectionTimeoutMillis,
      keepAlive: true,
    });
    const again = () => {
      if (closed || client !== opened) return;
      client = null;
      timer = setTimeout(() => void connect(), PAUSE);
    };
    client = opened;
    opened.on('error', again);
    opened.on('end', again);
    opened.on('notification', (said) => callback(said.payload ?? ''));
    try {
      await opened.connect();
      await opened.query(`LISTEN ${opened.escapeIdentifier(channel)}`);
    } catch {
      again();
    }
  };
  void connect();
  return {
    onMessage: (heard: (message: string) => void): void => {
      callback = heard;
    },
    close: async (): Promise<void> => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
};
