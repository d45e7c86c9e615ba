#!/usr/bin/env node
// Figures of a long run against processes of the bot on this machine
import { hasPostgres, type Postgres, startPostgres } from '../support/postgres.ts';
import { askUnderKills, type Fleet, seeded, startFleet } from './fleet.ts';
import { measureModelOutage } from './measure-model-outage.ts';
import { measureAcks, measureMemory, measureRecovery, type Trouble } from './measures.ts';
import { OUTAGES, startModelEndpoint } from './model-outage.ts';

const KILLS = { questions: 1000, perSecond: 7, kills: 24 };
const ACKS = { questions: 600, perSecond: 20 };
const MEMORY = { questions: 10_000, perSecond: 100 };
/** Down for longer than a question waits for a model that hangs, so that it is given up. */
const MODEL_DOWN_MS = 35_000;
const SEED = Number(process.env.SEED ?? 1);

// an interrupted run leaves no process behind
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const PARTS = ['kills', 'acks', 'recovery', 'memory'];
const HELP = `Long runs against processes of the bot on this machine: embedded, and on PostgreSQL where it is installed.

  npm run soak                 all of it (long)
  npm run soak -- PART...      only ${PARTS.join(', ')}

Parts
  kills        ${KILLS.questions} questions while processes are killed: none lost, none answered twice
  acks         how soon Slack hears that an event was taken, at 50 events a second and more
  recovery     how soon answers come again after Slack, or the store, was away for 3 seconds
  memory       ${MEMORY.questions} questions to one process: its memory early and late

  SEED=N npm run soak          other moments for the kills (default 1)
  -h, --help                   show this
`;
const wanted = process.argv.slice(2);
if (wanted.includes('--help') || wanted.includes('-h')) {
  process.stdout.write(HELP);
  process.exit(0);
}
const strange = wanted.filter((part) => !PARTS.includes(part));
if (strange.length > 0) {
  process.stderr.write(`No such part: ${strange.join(', ')}.\n\n${HELP}`);
  process.exit(2);
}
const does = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
let failed = false;
/** Prints a figure beside its aim. */
const say = (what: string, figure: string, good: boolean): void => {
  failed ||= !good;
  console.log(`${good ? 'ok  ' : 'MISS'} ${what.padEnd(58)} ${figure}`);
};

const postgres: Postgres | null = hasPostgres ? await startPostgres() : null;
const stores: { name: string; replicas: number; database: () => Promise<string | undefined> }[] = [
  { name: 'embedded, 1 process', replicas: 1, database: async () => undefined },
  ...(postgres ? [{ name: 'PostgreSQL, 3 processes', replicas: 3, database: postgres.database }] : []),
];

const withFleet = async (
  { replicas, database }: (typeof stores)[number],
  work: (fleet: Fleet) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<void> => {
  const fleet = await startFleet({ replicas, databaseUrl: await database(), environment });
  let good = false;
  try {
    await work(fleet);
    good = true;
  } finally {
    await fleet.close(!good);
    if (!good) console.log(`the logs are in ${fleet.folder}`);
  }
};

for (const store of stores) {
  console.log(`\n${store.name}`);
  if (does('kills'))
    await withFleet(store, async (fleet) => {
      const result = await askUnderKills(fleet, { ...KILLS, random: seeded(SEED) });
      const { asked, lost, duplicates, kills, wrong } = result;
      say(`lost, of ${asked} questions under ${kills} SIGKILLs (aim: 0)`, String(lost), lost === 0);
      say('answered twice (aim: 0)', String(duplicates), duplicates === 0);
      for (const text of wrong) console.log(`     unexpected: ${text.slice(0, 120)}`);
    });
  if (does('acks'))
    await withFleet(store, async (fleet) => {
      const { p50, p99, perSecond, count } = await measureAcks(fleet, ACKS);
      say(
        `acknowledgement p99 at ${perSecond.toFixed(0)} events/s (aim: 100 ms at 50)`,
        `${p99.toFixed(1)} ms (p50 ${p50.toFixed(1)} ms, ${count} events)`,
        p99 < 100 && perSecond >= 50,
      );
    });
  if (does('recovery'))
    await withFleet(store, async (fleet) => {
      const troubles: Trouble[] = ['429', '500', 'hang', 'connection'];
      for (const trouble of [...troubles, ...(store.replicas > 1 ? (['store'] as const) : [])]) {
        const { ms, tally } = await measureRecovery(fleet, trouble, postgres);
        say(
          `recovery after 3 s of ${trouble === 'store' ? 'the store down' : `Slack: ${trouble}`} (aim: 10 s)`,
          `${(ms / 1000).toFixed(1)} s, lost ${tally.lost}, twice ${tally.duplicates}`,
          ms < 10_000 && tally.lost === 0 && tally.duplicates === 0,
        );
      }
    });
  if (does('recovery')) {
    const model = await startModelEndpoint();
    await withFleet(
      store,
      async (fleet) => {
        for (const outage of OUTAGES) {
          const { first, all, slowest, asked, lost, duplicates, wrong } = await measureModelOutage(
            fleet,
            model,
            outage,
            MODEL_DOWN_MS,
          );
          say(
            `explained again after the model ${outage} (aim: 10 s)`,
            `first ${first.toFixed(1)} s, all ${all.toFixed(1)} s`,
            Math.max(first, all) < 10,
          );
          say(
            `slowest of ${asked} answers meanwhile (aim: 30 s)`,
            `${slowest.toFixed(1)} s, lost ${lost}, twice ${duplicates}, wrong ${wrong}`,
            slowest < 30 && lost + duplicates + wrong === 0,
          );
        }
        const broken = fleet.sandbox.violations().length;
        say('answers without sources or caveat (aim: 0)', String(broken), broken === 0);
      },
      model.environment,
    );
    await model.close();
  }
  if (does('memory'))
    // one process answers them all, on either store
    await withFleet({ ...store, replicas: 1 }, async (fleet) => {
      const { early, late, tally, seconds } = await measureMemory(fleet, MEMORY);
      const growth = late / early - 1;
      say(
        `memory of 1 process over ${tally.asked} questions (aim: under 10 %)`,
        `${mb(early)} early, ${mb(late)} late (${(growth * 100).toFixed(1)} %), ${(tally.asked / seconds).toFixed(0)} answers/s`,
        growth < 0.1 && tally.lost === 0,
      );
      say(
        'lost, answered twice (aim: 0, 0)',
        `${tally.lost}, ${tally.duplicates}`,
        tally.lost + tally.duplicates === 0,
      );
    });
}
await postgres?.close();
process.exit(failed ? 1 : 0);

function mb(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(0)} MB`;
}
