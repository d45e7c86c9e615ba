import { type ChildProcess, spawn } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../../src/start.js');

export type Replica = {
  pid: () => number;
  /** Ends it without a word, as a power cut would. */
  kill: () => Promise<void>;
  /** Asks it to end, and waits. @returns its exit code */
  stop: () => Promise<number | null>;
  start: () => void;
  /** Ends it at once, without waiting. */
  end: () => void;
  /** bytes of memory it holds */
  memory: () => number;
  running: () => boolean;
};

/** One process of the bot, as `npm start` runs it, with its log in a file. */
export const startReplica = (environment: Record<string, string>, log: string): Replica => {
  let child: ChildProcess | null = null;
  let ended: Promise<number | null> = Promise.resolve(null);
  const start = (): void => {
    const file = openSync(log, 'a');
    const started = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', file, file],
    });
    child = started;
    ended = new Promise((resolve) =>
      started.once('exit', (code) => {
        if (child === started) child = null;
        resolve(code);
      }),
    );
  };
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child?.kill(signal);
    return ended;
  };
  start();
  return {
    pid: () => child?.pid ?? 0,
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    start,
    end: () => void child?.kill('SIGKILL'),
    memory: () => {
      const pages = Number(readFileSync(`/proc/${child!.pid}/statm`, 'utf8').split(' ')[1]);
      return pages * 4096;
    },
    running: () => child !== null,
  };
};
