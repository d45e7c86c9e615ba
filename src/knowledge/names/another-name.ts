import type { Entry } from './name-index.ts';
import { isSize, isVersion, type Token } from './tokens.ts';
import { FUNCTION_WORDS, HARMLESS_PARTS, NOT_A_NAME, SIBLING_WORDS } from './word-lists.ts';

/** "K2", "R1", "M2": so short that the word before it belongs to the name. */
export const codeLike = (anchor: Token[]): boolean =>
  anchor.length <= 2 &&
  anchor[0]!.text.length === 1 &&
  anchor.every((token) => token.text.length <= 2 || isVersion(token.text));

/** @returns the word before a short name when it is no plain word: "kimi k2" is not another K2 */
export const unknownLeader = (tokens: Token[], at: number): Token | null => {
  const before = tokens[at - 1];
  if (!before || tokens[at]!.break || !/^[a-z]{3,}$/.test(before.text)) return null;
  return NOT_A_NAME.has(before.text) ||
    FUNCTION_WORDS.has(before.text) ||
    HARMLESS_PARTS.has(before.text) ||
    /(ly|ing|ed)$/.test(before.text)
    ? null
    : before;
};

/** @returns whether the word behind a name makes it the name of a sibling, held or not */
export const announcesSibling = (
  token: Token,
  glued: boolean,
  kind: Entry['kind'],
  anchor: Token[],
  next?: Token,
): boolean => {
  if (HARMLESS_PARTS.has(token.text)) return false;
  if (isSize(token.text))
    return !/^(users?|mau|revenue|customers?|dollars?|usd|eur|monthly|tokens?)$/.test(next?.text ?? '');
  // "minimax-m1 embed": the verb
  if (token.text === 'embed' && !glued) return false;
  if (SIBLING_WORDS.has(token.text)) return true;
  if (isVersion(token.text)) {
    if (
      /^(gpus?|times|users?|million|billion|percent|years?|days?|months?|weeks?|hours?|minutes?|people|models?|engineers?|servers?|products?|apps?|clients?|customers?|copies|instances|nodes|projects?|teams?|k|m)$/.test(
        next?.text ?? '',
      )
    )
      return false;
    if (glued) return true;
    // "blip 2", "kolors 2" where the name as we hold it has no version
    return kind === 'line'
      ? !anchor.some((piece) => isVersion(piece.text))
      : /^(?:[2-9]|\d\.\d+)(?:\.\d+)*$/.test(token.text) && !anchor.some((piece) => /\d/.test(piece.text));
  }
  return false;
};
