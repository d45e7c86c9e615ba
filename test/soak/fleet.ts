import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../src/disk/manifest-file.ts';
import type { Manifest } from '../../src/sandbox/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { createAskers } from './askers.ts';
import { type Replica, startReplica } from './replica.ts';

/** Pauses before Slack sends again, in the place of its 0, 1 and 5 minutes: a run of minutes stands for one of hours. */
const REDELIVERY = [0, 500, 1000, 2000, 4000, 8000];

/** What each process said last. */
const lastLines = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => `${name}: ${readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').slice(-3).join('\n')}`)
    .join('\n');

export type FleetOptions = {
  replicas: number;
  databaseUrl?: string;
  logLevel?: string;
  /** settings of each process beside those of Slack and the store */
  environment?: Record<string, string>;
};

/** The sandbox workspace, people who ask, and processes of the bot that can be killed. */
export const startFleet = async ({
  replicas: count,
  databaseUrl,
  logLevel = 'warn',
  environment: more = {},
}: FleetOptions) => {
  const folder = mkdtempSync(join(tmpdir(), 'openness-soak-'));
  const sandbox: Sandbox = await startSandbox({
    port: 0,
    manifest: readManifest() as Manifest,
    timing: { redelivery: REDELIVERY },
    // a run asks in minutes what people ask in days
    rateLimits: false,
  });
  const environment = {
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
    SLACK_API_URL: sandbox.apiUrl,
    LOG_LEVEL: logLevel,
    ...more,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { DATA_DIR: join(folder, 'data') }),
  };
  const replicas: Replica[] = [];
  for (let number = 0; number < count; number += 1)
    replicas.push(startReplica(environment, join(folder, `replica-${number}.log`)));
  const connected = async (least: number): Promise<void> => {
    for (let n = 0; sandbox.connections() < least; n += 1) {
      if (n > 3000) throw new Error(`fewer than ${least} connections; the logs end with:\n${lastLines(folder)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const endAll = () => {
    for (const one of replicas) one.end();
  };
  process.once('exit', endAll);
  await connected(count);
  let kills = 0;
  return {
    sandbox,
    replicas,
    folder,
    askers: createAskers(sandbox),
    connected,
    kills: () => kills,
    /** Kills one at random, and starts it again. */
    killOne: async (random: () => number): Promise<void> => {
      const one = replicas[Math.floor(random() * replicas.length)]!;
      if (!one.running()) return;
      kills += 1;
      await one.kill();
      one.start();
    },
    close: async (keep = false): Promise<(number | null)[]> => {
      const codes = await Promise.all(replicas.map((one) => one.stop()));
      await sandbox.close();
      process.removeListener('exit', endAll);
      if (!keep) rmSync(folder, { recursive: true, force: true });
      return codes;
    },
  };
};
export type Fleet = Awaited<ReturnType<typeof startFleet>>;

/** Asks while processes are killed at random points. @returns what became of the questions, and how many kills there were */
export const askUnderKills = async (
  fleet: Fleet,
  {
    questions,
    perSecond,
    kills,
    random,
  }: { questions: number; perSecond: number; kills: number; random: () => number },
) => {
  const pause = (questions / perSecond / kills) * 1000;
  let killing = true;
  const killed = (async () => {
    while (fleet.kills() < kills) {
      // the next one goes once the last is back, as where a supervisor restarts them
      await fleet.connected(fleet.replicas.length * 2);
      await new Promise((resolve) => setTimeout(resolve, pause * (0.2 + random())));
      await fleet.killOne(random);
    }
  })().finally(() => {
    killing = false;
  });
  await fleet.askers.askMany(questions, perSecond, () => killing);
  await killed;
  return { ...(await fleet.askers.untilAnswered(60_000)), kills: fleet.kills() };
};

/** The same sequence for the same seed, so that a run can be repeated. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};
