import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const DEBIAN = '/usr/lib/postgresql';

/** @returns the folder of PostgreSQL's programs as Debian installs them, or null */
const findBin = (): string | null => {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(DEBIAN, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
};

const bin = findBin();
/** For `runIf`: PostgreSQL is installed here. */
export const hasPostgres = bin !== null;
if (!hasPostgres)
  process.stderr.write('notice: no PostgreSQL found (apt-get install postgresql); its tests are skipped\n');

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** PostgreSQL refuses to run as root: then its own user, from Debian's package, runs it. */
const as = (command: string, args: string[]): [string, string[]] =>
  process.getuid?.() === 0 ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, args];

export type Postgres = {
  url: string;
  /** Copies one database into another with pg_dump and pg_restore. */
  copy: (from: string, to: string) => void;
  /** a new, empty database */
  database: () => Promise<string>;
  /** Stops the server as a power cut would, and starts it again. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
  close: () => Promise<void>;
};

/** A real PostgreSQL server with its own folder, on a free port of this machine. */
export const startPostgres = async (): Promise<Postgres> => {
  const folder = mkdtempSync(join(tmpdir(), 'openness-pg-'));
  const data = join(folder, 'data');
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
  execFileSync(...as(join(bin!, 'initdb'), ['-D', data, '-U', 'openness', '-A', 'trust', '-E', 'UTF8', '--no-sync']), {
    stdio: 'ignore',
    cwd: '/',
  });
  const port = await freePort();
  const urlOf = (name: string) => `postgres://openness@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | null = null;

  const ask = async (sql: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf('postgres'), connectionTimeoutMillis: 1000 });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const start = async (): Promise<void> => {
    const args = ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'];
    const [command, rest] = as(join(bin!, 'postgres'), args);
    server = spawn(command, rest, { stdio: 'ignore', cwd: '/' });
    for (let tries = 0; ; tries += 1) {
      try {
        await ask('SELECT 1');
        return;
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const stop = async (): Promise<void> => {
    const running = server;
    server = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    execFileSync(...as(join(bin!, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']), { stdio: 'ignore', cwd: '/' });
    await ended;
  };
  const endAtExit = () => {
    if (server)
      execFileSync(...as(join(bin!, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']), { stdio: 'ignore', cwd: '/' });
  };
  process.once('exit', endAtExit);
  await start();
  let count = 0;
  return {
    url: urlOf('postgres'),
    copy: (from, to) => {
      const file = join(folder, 'dump');
      const run = (program: string, args: string[]) =>
        execFileSync(...as(join(bin!, program), args), { stdio: 'pipe', cwd: '/' });
      run('pg_dump', ['--format=custom', `--file=${file}`, from]);
      run('pg_restore', ['--clean', '--if-exists', `--dbname=${to}`, file]);
    },
    database: async () => {
      count += 1;
      await ask(`CREATE DATABASE t${count}`);
      return urlOf(`t${count}`);
    },
    start,
    stop,
    close: async () => {
      await stop();
      process.removeListener('exit', endAtExit);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
