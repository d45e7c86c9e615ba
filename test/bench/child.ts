import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/start-sandbox.ts';

export type Child = {
  /** milliseconds from the start of the process until it was connected to the workspace */
  readyAfter: number;
  /** resident memory in bytes */
  memory: () => number;
  end: () => Promise<void>;
};

const MOST_START_MS = 30_000;
const TURN_MS = 2;

/** Starts a program as a process of its own, connected to the workspace with the settings that `npm start` reads. */
export const startChild = async (script: string, sandbox: Sandbox): Promise<Child> => {
  const started = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      SLACK_API_URL: sandbox.apiUrl,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (sandbox.connections() === 0) {
    if (child.exitCode !== null || performance.now() - started > MOST_START_MS) {
      child.kill('SIGKILL');
      throw new Error(`${script} did not connect to the workspace (exit code ${child.exitCode}).`);
    }
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
  return {
    readyAfter: performance.now() - started,
    memory: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) * 1024,
    end: async () => {
      child.kill('SIGKILL');
      await ended;
      while (sandbox.connections() > 0) await new Promise((resolve) => setTimeout(resolve, TURN_MS));
    },
  };
};
