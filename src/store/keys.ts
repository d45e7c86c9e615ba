import { createHash } from 'node:crypto';

/** PostgreSQL's key column is 255 wide, as the adapter makes it: room for four parts. */
const LONGEST_PART = 60;
const PREFIX = 20;
const HASH = 22; // 132 bits of SHA-256 in base64url

/**
 * Key parts are encoded one by one, so that no part can reach into another's place. What is too long ends in its hash;
 * `#` occurs in no encoded part, so it meets no other.
 */
export const keyFrom = (parts: readonly string[]): string => parts.map(encodePart).join('/');

const encodePart = (part: string): string => {
  const encoded = encodeURIComponent(part.toWellFormed());
  if (encoded.length <= LONGEST_PART) return encoded;
  const hash = createHash('sha256').update(part).digest('base64url').slice(0, HASH);
  return `${encoded.slice(0, PREFIX)}#${hash}`;
};

/** @returns whether a key belongs to a workspace: its first part is the workspace's id */
export const isOfTeam = (key: string, team: string): boolean => {
  const first = keyFrom([team]);
  return key === first || key.startsWith(`${first}/`);
};

/** @returns the parts of a key as it lies in the store; of a long part its beginning is left */
export const partsOf = (key: string): string[] =>
  key.split('/').map((part) => {
    const [whole = '', hash] = part.split('#');
    // the cut may have gone through an escape
    return hash === undefined ? decodeURIComponent(whole) : `${whole.replace(/%[0-9A-F]?$/, '')}…`;
  });
