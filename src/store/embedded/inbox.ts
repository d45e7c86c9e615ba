import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DAY, type Depth, type Incoming, MOST_TRIES, type StoredInbox, type Taken } from '../inbox-types.ts';

const LEASE = 15_000;
const SCHEMA = `
  CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, owner TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    lane TEXT NOT NULL,
    team TEXT NOT NULL,
    thread TEXT NOT NULL,
    body TEXT NOT NULL,
    came INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    tries INTEGER NOT NULL DEFAULT 0,
    begun INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL,
    owner TEXT,
    lease TEXT,
    until INTEGER,
    problem TEXT
  );
  CREATE INDEX IF NOT EXISTS jobs_by_state ON jobs (state, lane, seq);
  CREATE INDEX IF NOT EXISTS jobs_by_thread ON jobs (thread, state);
`;

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
  const say = {
    claim: db.prepare('INSERT INTO claims (key, owner, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    ownerOf: db.prepare('SELECT owner FROM claims WHERE key = ?'),
    forget: db.prepare('DELETE FROM claims WHERE at < ?'),
    receive: through.prepare('INSERT INTO claims (key, owner, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    add: through.prepare('INSERT INTO jobs (id, lane, team, thread, body, came, due) VALUES (?, ?, ?, ?, ?, ?, ?)'),
    due: db.prepare(`
      SELECT min(seq) AS seq FROM jobs w
      WHERE state = 'waiting' AND lane = ? AND due <= ? AND team NOT IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM jobs r WHERE r.thread = w.thread AND r.state = 'running')
      GROUP BY thread ORDER BY seq LIMIT ?`),
    lease: db.prepare(`
      UPDATE jobs SET state = 'running', tries = tries + 1, begun = begun + 1, owner = ?, lease = ?, until = ?
      WHERE seq = ? AND state = 'waiting'
      RETURNING id, lane, team, thread, body, came, tries, begun > 1 AS again`),
    renew: db.prepare("UPDATE jobs SET until = ? WHERE id = ? AND lease = ? AND state = 'running'"),
    finish: db.prepare('DELETE FROM jobs WHERE id = ? AND lease = ?'),
    hold: db.prepare(
      "UPDATE jobs SET state = 'waiting', tries = tries - 1, due = ?, lease = NULL WHERE id = ? AND lease = ?",
    ),
    again: db.prepare(
      "UPDATE jobs SET state = 'waiting', due = ?, problem = ?, lease = NULL WHERE id = ? AND lease = ?",
    ),
    bury: db.prepare("UPDATE jobs SET state = 'dead', problem = ?, lease = NULL WHERE id = ? AND lease = ?"),
    running: db.prepare("SELECT id, owner, lease, until, tries FROM jobs WHERE state = 'running'"),
    inThread: db.prepare("SELECT 1 FROM jobs WHERE thread = ? AND state = 'running'"),
    counts: db.prepare('SELECT state, lane, team, count(*) AS n FROM jobs GROUP BY state, lane, team'),
    dead: db.prepare("SELECT id, team, problem, came, tries FROM jobs WHERE state = 'dead' ORDER BY seq"),
    revive: db.prepare("UPDATE jobs SET state = 'waiting', tries = 0, due = 0 WHERE state = 'dead'"),
    drop: db.prepare('DELETE FROM jobs WHERE team = ?'),
    tidy: db.prepare("DELETE FROM jobs WHERE state = 'dead' AND came < ?"),
  };
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

export type Count = { state: string; lane: Taken['lane']; team: string; n: number };

/** Adds up what waits, runs and was laid aside. */
export const depthOf = (counts: readonly Count[]): Depth => {
  const depth: Depth = { waiting: { questions: 0, acts: 0, refusals: 0 }, running: 0, dead: 0, teams: {} };
  for (const { state, lane, team, n } of counts) {
    if (state === 'dead') depth.dead += n;
    else if (state === 'running') depth.running += n;
    else {
      depth.waiting[lane] += n;
      if (lane === 'questions') depth.teams[team] = (depth.teams[team] ?? 0) + n;
    }
  }
  return depth;
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
