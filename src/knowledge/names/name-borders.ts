import type { NameIndex } from './name-index.ts';
import { isSize, type Token } from './tokens.ts';
import { EVERYDAY_NAMES, SIBLING_WORDS } from './word-lists.ts';

/** What stands between the names of a list. */
const LISTS = /[,;|<>–—]|\s[-/]\s/;
/** A number with one of these behind it counts something: "1M times" is no size of a model. */
const COUNTED =
  /^(?:times|calls?|requests?|users?|people|images?|pictures?|samples?|mails?|emails?|rows?|lines?|pages?|songs?|clips?|tokens?|prompts?|answers?|dialogues?|pairs?|posts?|documents?|euros?|dollars?|eur|usd)$/;

/** Marks where a name ends although words go on: before the next name of a list, and before a number that counts. */
export const withBorders = (index: NameIndex, tokens: Token[], text: string): Token[] =>
  tokens.map((token, at) => {
    const before = tokens[at - 1];
    if (!before || token.break) return token;
    const listed =
      index.firstTokens.has(token.text) &&
      !EVERYDAY_NAMES.has(token.text) &&
      !SIBLING_WORDS.has(token.text) &&
      LISTS.test(text.slice(before.end, token.start));
    const counts = isSize(token.text) && /[mt]$/.test(token.text) && COUNTED.test(tokens[at + 1]?.text ?? '');
    return listed || counts ? { ...token, break: true } : token;
  });
