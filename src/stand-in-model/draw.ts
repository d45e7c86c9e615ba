import { createHash } from 'node:crypto';

/** A generator of draws that are the same for the same seed and text, in whatever order requests arrive. */
export const drawsFor = (seed: number, text: string) => {
  let at = 0;
  /** @returns a number from 0 up to 1 */
  const draw = (): number => {
    at += 1;
    return createHash('sha256').update(`${seed}:${at}:${text}`).digest().readUInt32BE(0) / 2 ** 32;
  };
  return {
    chance: (rate: number): boolean => draw() < rate,
    /** @returns one item, or undefined of none */
    pick: <T>(items: readonly T[]): T | undefined => items[Math.floor(draw() * items.length)],
  };
};
export type Draws = ReturnType<typeof drawsFor>;
