import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RUN = join(import.meta.dirname, 'run.ts');

describe('npm run eval', () => {
  it('names an id that no gold question has, in one line', () => {
    const { status, stderr, stdout } = spawnSync(process.execPath, [RUN, 'nosuchid'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('nosuchid')]);
  });

  it('names a place in which no attack is sent, and those that there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [RUN, 'attacks', 'smoke'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('smoke');
    expect(stderr).toContain('question, thread, quoted, direct, command, name, file');
  });
});
