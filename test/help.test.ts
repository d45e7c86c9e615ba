import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
/** All but what starts the bot, and what is another program's. */
const commands = Object.entries(scripts).filter(([name, runs]) => /^node (src|test)\//.test(runs) && name !== 'start');
const run = (runs: string, ...args: string[]) =>
  spawnSync(process.execPath, [...runs.split(' ').slice(1), ...args], { encoding: 'utf8', cwd: ROOT, timeout: 60_000 });

describe.each(commands)('npm run %s', { timeout: 60_000 }, (name, runs) => {
  it('says with --help, and with -h, what it does and how it is called', () => {
    for (const flag of ['--help', '-h']) {
      const { status, stdout, stderr } = run(runs, flag);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(new RegExp(`^[A-Z].+\\.\\n\\n +npm run (-s )?${name}`));
      expect(stdout).toContain('-h, --help');
    }
  });

  it('does nothing with an option that there is none of, and says so', () => {
    const { status, stderr } = run(runs, '--nosuchoption');
    expect(status).toBe(2);
    expect(stderr).toContain('nosuchoption');
  });
});
