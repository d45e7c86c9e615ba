import { cut } from '../limits.ts';

/** Slack itself takes no longer display names. */
const LONGEST_NAME = 80;

/**
 * A person's name as our messages show it. People choose it themselves, so nothing in it may act on the words around it:
 * it stays on one line, keeps its direction, and holds no formatting marks; an underscore within a name is none.
 * @returns "" where nothing is left
 */
export const shownName = (name: string): string =>
  cut(
    name
      .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
      // joiners belong to names in some scripts, and to emoji
      .replace(/(?![\u200c\u200d])\p{Cf}/gu, '')
      .replace(/[*~`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
    LONGEST_NAME,
  );
