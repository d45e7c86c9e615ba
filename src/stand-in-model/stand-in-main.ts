#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SHAPES } from './accepts.ts';
import { FAULTS, type Fault } from './faults.ts';
import type { MeantReading } from './personas/reading.ts';
import { PERSONAS, type PersonaName, startStandInModel } from './start-stand-in-model.ts';

const HELP = `Starts a stand-in for a language model: Chat Completions over HTTP, with no model in it.

  npm run stand-in-model -- --persona honest --port 4010
  OPENAI_BASE_URL=http://127.0.0.1:4010/v1 OPENAI_MODEL=stand-in npm start

Options
  --persona NAME   honest: keeps to the prompt (default)
                   sloppy: makes the mistakes that models make
                   hijacked: does what words of outsiders tell it
  --port N         where to listen on 127.0.0.1 (default 4010; 0: any free port)
  --seed N         of the mistakes of sloppy (default 1)
  --readings FILE  how questions were meant, for honest: {"question","intent","subjects","activities"} a line
  --shape NAME     behaves like one kind of server: ${Object.keys(SHAPES).join(', ')}
  --fault NAME     every reply goes wrong: ${FAULTS.slice(0, 8).join(', ')},
                   ${FAULTS.slice(8, 16).join(', ')},
                   ${FAULTS.slice(16).join(', ')}
  -h, --help       show this
`;

const complain = (message: string): never => {
  process.stderr.write(`${message} See npm run stand-in-model -- --help.\n`);
  process.exit(2);
};

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        persona: { type: 'string', default: 'honest' },
        port: { type: 'string', default: '4010' },
        seed: { type: 'string', default: '1' },
        readings: { type: 'string' },
        shape: { type: 'string' },
        fault: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return complain(`${(error as Error).message.split('. ')[0]}.`);
  }
};

const oneOf = <T extends string>(option: string, value: string, names: readonly T[]): T =>
  names.find((name) => name === value) ?? complain(`--${option}: expected one of ${names.join(', ')}, got "${value}".`);

const whole = (option: string, value: string, most: number): number =>
  /^\d+$/.test(value) && Number(value) <= most
    ? Number(value)
    : complain(`--${option}: expected a whole number up to ${most}, got "${value}".`);

const readReadings = (file: string): MeantReading[] => {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as MeantReading);
  } catch {
    return complain(`--readings: ${file} cannot be read as one JSON object a line.`);
  }
};

const values = readOptions();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const persona: PersonaName = oneOf('persona', values.persona, PERSONAS);
const fault: Fault | null = values.fault === undefined ? null : oneOf('fault', values.fault, FAULTS);
const shape = values.shape === undefined ? null : oneOf('shape', values.shape, Object.keys(SHAPES));
const port = whole('port', values.port, 65_535);
const standIn = await startStandInModel({
  port,
  persona,
  fault,
  seed: whole('seed', values.seed, 2 ** 32),
  readings: values.readings === undefined ? [] : readReadings(values.readings),
  accepts: shape === null ? {} : SHAPES[shape],
}).catch((error: NodeJS.ErrnoException) => complain(`Port ${port} cannot be opened (${error.code}).`));
process.stdout.write(`A stand-in for a language model (${persona}) listens at ${standIn.url}\nCtrl-C ends it.\n`);
const stop = () => void standIn.close().then(() => process.exit(0));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
