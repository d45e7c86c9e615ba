import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Count, depthOf } from '../depth.ts';
import { DAY, type Incoming, MOST_TRIES, type StoredInbox, type Taken } from '../inbox-types.ts';
import { SCHEMA, statements } from './statements.ts';

const LEASE = 15_000;
type Row = {
  id: string;
  lane: Taken['lane'];
  team: string;
  thread: string;
  body: string;
  came: number;
  tries: number;
  again: number;
};

/**
 * The inbox of one process, in a file of its own that is written through before anything is acknowledged.
 * @param folder null keeps it in memory: what waits is then lost with the process
 */
export const openEmbeddedInbox = (folder: string | null, keepClaims = DAY): StoredInbox => {
  const file = folder ? join(folder, 'inbox.sqlite') : ':memory:';
  const open = (synchronous: 'FULL' | 'NORMAL') => {
    const opened = new DatabaseSync(file);
    opened.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA busy_timeout = 3000`);
    return opened;
  };
  const db = open('NORMAL');
  db.exec(SCHEMA);
  // What comes in is on the disk before it is acknowledged. The rest outlives the process without that; after a power cut
  // it may be older than the truth, and everything found at the start counts as begun.
  const through = folder ? open('FULL') : db;
  db.exec('UPDATE jobs SET begun = 1');
  const me = `${process.pid}:${randomUUID()}`;
  const say = statements(db, through);
  const atOnce = <T>(db: DatabaseSync, work: () => T): T => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };
  const claimNow = (key: string, owner: string): boolean =>
    say.claim.run(key, owner, Date.now()).changes === 1 ||
    (say.ownerOf.get(key) as { owner: string } | undefined)?.owner === owner;

  /** What was being answered by a process that is gone, or by one that stopped renewing, is due again. */
  const reclaim = (now: number, starting: boolean): void => {
    for (const row of say.running.all() as {
      id: string;
      owner: string;
      lease: string;
      until: number;
      tries: number;
    }[]) {
      const gone = starting && row.owner !== me && !isAlive(Number(row.owner.split(':')[0]));
      if (!gone && row.until >= now) continue;
      if (row.tries >= MOST_TRIES) say.bury.run('ended without a word three times', row.id, row.lease);
      else say.again.run(now, 'ended without a word', row.id, row.lease);
    }
  };
  reclaim(Date.now(), true);
  let nextLook = 0;
  let interrupted: (thread: string) => void = () => {};
  const look = (now: number): void => {
    if (now < nextLook) return;
    nextLook = now + 1000;
    reclaim(now, false);
    say.forget.run(now - keepClaims);
    say.tidy.run(now - 14 * DAY);
  };

  return {
    poll: 250,
    lease: LEASE,
    put: async (incoming: Incoming) =>
      atOnce(through, () => {
        if (say.receive.run(`job ${incoming.id}`, 'inbox', Date.now()).changes === 0) return false;
        const { id, lane, team, thread, body, came } = incoming;
        say.add.run(id, lane, team, thread, JSON.stringify(body), came, came);
        return true;
      }),
    take: async (lane, most, without) => {
      const now = Date.now();
      look(now);
      const due = say.due.all(lane, now, JSON.stringify(without), most) as { seq: number }[];
      if (due.length === 0) return [];
      return atOnce(db, () =>
        due.flatMap(({ seq }) => {
          const lease = randomUUID();
          const row = say.lease.get(me, lease, now + LEASE, seq) as unknown as Row | undefined;
          return row
            ? [{ ...row, body: JSON.parse(row.body), tries: row.tries - 1, again: row.again === 1, lease }]
            : [];
        }),
      );
    },
    renew: async (taken) => {
      for (const one of taken) say.renew.run(Date.now() + LEASE, one.id, one.lease);
    },
    finish: async (taken) => {
      say.finish.run(taken.id, taken.lease);
    },
    hold: async (taken, ms) => {
      say.hold.run(Date.now() + ms, taken.id, taken.lease);
    },
    fail: async (taken, problem, ms) => {
      if (taken.tries + 1 >= MOST_TRIES) {
        say.bury.run(problem, taken.id, taken.lease);
        return 'dead';
      }
      say.again.run(Date.now() + ms, problem, taken.id, taken.lease);
      return 'again';
    },
    bury: async (taken, problem) => {
      say.bury.run(problem, taken.id, taken.lease);
    },
    depth: async () => depthOf(say.counts.all() as unknown as Count[]),
    interrupt: async (thread) => {
      if (!say.inThread.get(thread)) return false;
      interrupted(thread);
      return true;
    },
    onInterrupt: (callback) => {
      interrupted = callback;
    },
    claim: async (key, owner) => claimNow(key, owner),
    deadLetters: async () => say.dead.all() as never,
    revive: async () => Number(say.revive.run().changes),
    drop: async (team) => Number(say.drop.run(team).changes),
    close: async () => {
      db.close();
      if (through !== db) through.close();
    },
  };
};

/** The process of that number lives. Our own number under another name is an earlier life, as in a container. */
const isAlive = (pid: number): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
