import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** @returns the Slack app's manifest as data, for the sandbox, which installs the app as Slack would */
export const readManifest = (file = join(import.meta.dirname, '../../manifest.yml')): unknown =>
  load(readFileSync(file, 'utf8'));
