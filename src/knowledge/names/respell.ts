import { inLatin } from './chinese-names.ts';
import { isHeld, type NameIndex } from './name-index.ts';
import { isSize, isVersion, type Token } from './tokens.ts';
import { EVERYDAY_NAMES, NEVER_A_TYPO, NOT_A_NAME } from './word-lists.ts';

/**
 * Puts right where the pieces of a name were cut otherwise than we hold them: "deepseekv3", "qwen25", "phi4mini",
 * "deep seek", "mixtral 8x7". Only where the pieces follow each other in a name that we hold.
 */
export const respell = (index: NameIndex, tokens: Token[]): Token[] => {
  const cut = joinWords(index, inLatin(tokens)).flatMap((token, at, all) =>
    split(index, token, all[at - 1], all[at + 1]),
  );
  return cut.map((token, at) => withDot(index, token, cut[at - 1], cut[at + 1]));
};

/** "deep seek", "smol lm": two words that one name is written with. */
const joinWords = (index: NameIndex, tokens: Token[]): Token[] => {
  const words: Token[] = [];
  tokens.forEach((token, at) => {
    const last = words.at(-1);
    if (last && !token.break && isOneWord(index, last, token, tokens[at + 1]))
      words[words.length - 1] = { ...last, text: last.text + token.text, end: token.end, raw: last.raw + token.raw };
    else if (last && isVersionCut(index, words.at(-2), last, token))
      words[words.length - 1] = {
        ...last,
        text: `${last.text}.${token.text}`,
        end: token.end,
        raw: last.raw + token.raw,
      };
    else words.push(token);
  });
  return words;
};

/** "llama-3-1", "claude-3-5-sonnet": a version with a hyphen in place of the dot. */
const isVersionCut = (index: NameIndex, name: Token | undefined, first: Token, second: Token): boolean =>
  name !== undefined &&
  !second.break &&
  first.word === second.word &&
  /^\d$/.test(first.text) &&
  /^\d$/.test(second.text) &&
  !index.pairs.has(`${name.text} ${first.text} ${second.text}`) &&
  index.pairs.has(`${name.text} ${first.text}.${second.text}`);

const isOneWord = (index: NameIndex, first: Token, second: Token, next: Token | undefined): boolean => {
  const word = first.text + second.text;
  if (word.length < 6 || !index.firstTokens.has(word)) return false;
  const apart = first.word !== second.word && index.pairs.has(`${word} ${next?.text}`);
  if (index.pairs.has(`${first.text} ${second.text}`) && !apart) return false;
  if (!/^[a-z]{3,}$/.test(first.text) || !/^[a-z]{2,}$/.test(second.text)) return false;
  // "Cohere Labs" is CohereLabs as the owner of repositories only
  if (index.owners.has(word) && !isHeld(index, [word])) return false;
  // "for code gen" is work, "code gen 2.5" a model
  const plain = NOT_A_NAME.has(first.text) || NOT_A_NAME.has(second.text) || EVERYDAY_NAMES.has(first.text);
  return !plain || (next !== undefined && !next.break && (isSize(next.text) || isVersion(next.text)));
};

const split = (index: NameIndex, token: Token, before: Token | undefined, next: Token | undefined): Token[] => {
  const parts = /^[a-z]/.test(token.text)
    ? splitLetters(index, token, next)
    : before && before.end >= token.start - 1
      ? splitNumber(index, token.text, before.text, before.end === token.start)
      : null;
  if (!parts) return [token];
  let at = 0;
  return parts.map((text, part) => {
    const start = token.start + at;
    at += text.length;
    const end = part === parts.length - 1 ? token.end : token.start + at;
    return { ...token, text, raw: token.raw.slice(at - text.length, at), start, end, break: part === 0 && token.break };
  });
};

/** No word of a name is longer; what is would cost a long search. */
const LONGEST_WORD = 30;

/** "stablediffusion", "kimik" before a number: cut as a name that begins with these pieces. */
const splitLetters = (index: NameIndex, { text, end }: Token, next: Token | undefined): string[] | null => {
  const known =
    index.vocabulary.has(text) &&
    (isHeld(index, [text]) || !index.firstTokens.has(text) || index.pairs.has(`${text} ${next?.text}`));
  if (text.length < 5 || text.length > LONGEST_WORD || known || NOT_A_NAME.has(text) || NEVER_A_TYPO.has(text))
    return null;
  const numbered = next?.start === end && /^\d/.test(next.text);
  for (let at = text.length - 1; at >= 3; at -= 1) {
    const first = text.slice(0, at);
    if (!index.firstTokens.has(first) || EVERYDAY_NAMES.has(first)) continue;
    const rest = restOf(index, first, text.slice(at), numbered);
    if (rest) return [first, ...rest];
  }
  return null;
};

const restOf = (index: NameIndex, before: string, rest: string, numbered: boolean): string[] | null => {
  if (rest === 'v') return numbered ? [rest] : null;
  const follows = index.pairs.has(`${before} ${rest}`);
  if (follows && (rest.length >= 2 || numbered)) return [rest];
  for (let at = rest.length - 1; at >= 2; at -= 1) {
    const head = rest.slice(0, at);
    if (!index.pairs.has(`${before} ${head}`)) continue;
    const tail = restOf(index, head, rest.slice(at), numbered);
    if (tail) return [head, ...tail];
  }
  return null;
};

/** "4mini", "35sonnet", "7bchat": the number, and a word that stands in names. */
const splitNumber = (index: NameIndex, text: string, before: string, glued: boolean): string[] | null => {
  if (text.length > LONGEST_WORD || index.pairs.has(`${before} ${text}`) || !index.vocabulary.has(before)) return null;
  // "gemma327b", "llama318b"
  for (let at = 1; glued && isSize(text) && at < 3; at += 1) {
    const version = index.pairs.has(`${before} ${text.slice(0, at)}`) ? text.slice(0, at) : dotted(text.slice(0, at));
    if (index.pairs.has(`${before} ${version}`) && index.pairs.has(`${version} ${text.slice(at)}`))
      return [text.slice(0, at), text.slice(at)];
  }
  if (isSize(text) || index.vocabulary.has(text)) return null;
  for (let at = text.length - 2; at > 0; at -= 1) {
    const head = text.slice(0, at);
    const tail = text.slice(at);
    if (!/^[a-z]+$/.test(tail) || !index.vocabulary.has(tail)) continue;
    // "t5gemma" is neither T5 nor Gemma
    if (
      index.firstTokens.has(tail) &&
      !index.pairs.has(`${head} ${tail}`) &&
      !index.pairs.has(`${dotted(head)} ${tail}`)
    )
      continue;
    const known = index.vocabulary.has(head) || isSize(head) || index.pairs.has(`${before} ${dotted(head)}`);
    if (known) return [head, tail];
  }
  return null;
};

const dotted = (text: string): string => text.replace(/^(\d)(\d)$/, '$1.$2');

/** "qwen25" is 2.5 and "mixtral 8x7" is 8x7b, where the name goes on so and not as it is written. */
const withDot = (index: NameIndex, token: Token, before: Token | undefined, next: Token | undefined): Token => {
  if (!before || token.break || !/^\d/.test(token.text) || index.pairs.has(`${before.text} ${token.text}`))
    return token;
  const glued = before.end >= token.start - 1 && before.word === token.word;
  const sized = next !== undefined && !next.break && isSize(next.text);
  const version = dotted(token.text);
  if (version !== token.text && (glued || sized) && index.pairs.has(`${before.text} ${version}`))
    return { ...token, text: version };
  const size = `${token.text}b`;
  const spelled = /^\d+x\d+$/.test(token.text) || (glued && /^\d+$/.test(token.text) && /^\d/.test(before.text));
  return spelled && index.pairs.has(`${before.text} ${size}`) ? { ...token, text: size } : token;
};
