import type { DatabaseSync } from 'node:sqlite';

export const SCHEMA = `
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

/** What is said to the inbox's file. @param through writes to the disk before it answers */
export const statements = (db: DatabaseSync, through: DatabaseSync) => ({
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
  again: db.prepare("UPDATE jobs SET state = 'waiting', due = ?, problem = ?, lease = NULL WHERE id = ? AND lease = ?"),
  bury: db.prepare("UPDATE jobs SET state = 'dead', problem = ?, lease = NULL WHERE id = ? AND lease = ?"),
  running: db.prepare("SELECT id, owner, lease, until, tries FROM jobs WHERE state = 'running'"),
  inThread: db.prepare("SELECT 1 FROM jobs WHERE thread = ? AND state = 'running'"),
  counts: db.prepare('SELECT state, lane, team, count(*) AS n FROM jobs GROUP BY state, lane, team'),
  dead: db.prepare("SELECT id, team, problem, came, tries FROM jobs WHERE state = 'dead' ORDER BY seq"),
  revive: db.prepare("UPDATE jobs SET state = 'waiting', tries = 0, due = 0 WHERE state = 'dead'"),
  drop: db.prepare('DELETE FROM jobs WHERE team = ?'),
  tidy: db.prepare("DELETE FROM jobs WHERE state = 'dead' AND came < ?"),
});
