import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

/**
 * Copies the data folder while the app runs: each file as it stands at one moment.
 * The inbox goes last, so that nothing is answered in it that the rest does not know of.
 * @returns the names of the files
 * @throws where the place has files already
 */
export const backUp = async (folder: string, to: string): Promise<string[]> => {
  if (existsSync(to) && readdirSync(to).length > 0) throw new Error(`${to} is not empty`);
  mkdirSync(to, { recursive: true });
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite'))
    .sort((a, b) => Number(a === 'inbox.sqlite') - Number(b === 'inbox.sqlite'));
  for (const name of files) {
    const source = new DatabaseSync(join(folder, name), { readOnly: true });
    try {
      await backup(source, join(to, name));
    } finally {
      source.close();
    }
  }
  return files;
};
