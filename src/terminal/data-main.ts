#!/usr/bin/env node
import { parseArgs } from 'node:util';
import type { Decision } from '../advice/decisions/decision.ts';
import { decisionsCsv } from '../advice/decisions/decisions-csv.ts';
import { readConfig } from '../config.ts';
import type { LedgerEntry } from '../slack/ports.ts';
import { backUp } from '../store/embedded/back-up.ts';
import { erasePerson, eraseWorkspace, exportRecords } from '../store/erase.ts';
import { openStore } from '../store/open-store.ts';
import { complain } from './complain.ts';

const HELP = `Shows, exports and erases what is kept. Reads DATABASE_URL or DATA_DIR, as the app does.

  npm run -s data -- export [--workspace T…]                   one JSON object a line; tokens are left out
  npm run data -- purge --workspace T… [--user U…] --yes       erase a workspace, or one person in it
  npm run -s data -- decisions --workspace T…                  what a workspace decided, every change, as CSV
  npm run data -- dead                                         what was laid aside after three tries
  npm run data -- retry                                        try the dead letters again
  npm run data -- backup --to DIR                              copy DATA_DIR while the app runs (PostgreSQL: pg_dump)
  npm run data -- depth                                        what waits and what runs

Options
  --workspace T…, --user U…   whose records
  --to DIR                    backup: a folder for the copy
  --yes                       purge: erase, instead of saying what would be erased
  -h, --help                  show this

The app may be running.
`;

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        workspace: { type: 'string' },
        user: { type: 'string' },
        to: { type: 'string' },
        yes: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return complain(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
};
const { values, positionals } = read();
const [command = ''] = positionals;
if (values.help || command === '') {
  process.stdout.write(HELP);
  process.exit(values.help ? 0 : 2);
}
const config = readConfig(process.env);
if (!config.ok) complain(config.problems.join('\n'));
const { dataDir, operations } = (config as Extract<typeof config, { ok: true }>).config;
if (!dataDir && !operations.databaseUrl)
  complain('Neither DATABASE_URL nor DATA_DIR is set, so nothing is kept that could be shown. See .env.example.');

if (command === 'backup') {
  if (!dataDir || operations.databaseUrl) complain('backup copies DATA_DIR; PostgreSQL is backed up by pg_dump.');
  if (!values.to) complain('backup needs --to DIR.');
  try {
    const files = await backUp(dataDir!, values.to!);
    process.stdout.write(`${JSON.stringify({ to: values.to, files })}\n`);
    process.exit(0);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
  }
}
const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};
const store = await openStore({ folder: dataDir, databaseUrl: operations.databaseUrl });
try {
  switch (command) {
    case 'export':
      for await (const record of exportRecords(store, values.workspace ?? null)) print(record);
      break;
    case 'purge': {
      const { workspace, user } = values;
      if (!workspace) complain('purge needs --workspace T… (and --user U… for one person in it).');
      if (!values.yes) {
        const found: Record<string, number> = {};
        for await (const { kind } of exportRecords(store, workspace!)) found[kind] = (found[kind] ?? 0) + 1;
        print({ workspace, kept: found, erased: 'nothing: say --yes' });
      } else
        print({
          workspace,
          ...(user ? { user } : {}),
          erased: user ? await erasePerson(store, workspace!, user) : await eraseWorkspace(store, workspace!),
        });
      break;
    }
    case 'decisions': {
      const { workspace } = values;
      if (!workspace) complain('decisions needs --workspace T….');
      const changes: Decision[] = [];
      for await (const [, entry] of store.table<LedgerEntry>('ledger').list(workspace!, 'decision'))
        if (entry.what === 'decision') changes.push(entry.decision);
      process.stdout.write(decisionsCsv(changes, new Date().toISOString().slice(0, 10)));
      break;
    }
    case 'dead':
      for (const letter of await store.inbox.deadLetters())
        print({ ...letter, came: new Date(letter.came).toISOString() });
      break;
    case 'retry':
      print({ revived: await store.inbox.revive() });
      break;
    case 'depth':
      print(await store.inbox.depth());
      break;
    default:
      complain(`"${command}" is not a command.\n\n${HELP}`);
  }
} finally {
  await store.close();
}
