import { createHash } from 'node:crypto';

/** PostgreSQL's key column is 255 wide, as the adapter makes it. */
const LONGEST = 240;
const KEPT_PREFIX = 160;

/**
 * Key parts are encoded one by one, so that no part can reach into another's place. What is too long for the column
 * ends in its hash; `#` occurs in no encoded part, so it meets no other key.
 */
export const keyFrom = (parts: readonly string[]): string => {
  const key = parts.map((part) => encodeURIComponent(part.toWellFormed())).join('/');
  if (key.length <= LONGEST) return key;
  return `${key.slice(0, KEPT_PREFIX)}#${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
};

/** @returns whether a key belongs to a workspace: its first part is the workspace's id */
export const isOfTeam = (key: string, team: string): boolean => {
  const first = keyFrom([team]);
  return key === first || key.startsWith(`${first}/`);
};
