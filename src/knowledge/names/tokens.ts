/**
 * A piece of a written name. `word` counts the written words, so that pieces of one hyphenated name are known to
 * belong together; `break` is true where a sentence or a clause ends before the piece.
 */
export type Token = { text: string; start: number; end: number; word: number; raw: string; break: boolean };

/** How quantised and converted copies are marked in file names and tags; the weights behind them are the same. */
const FORMAT =
  /(?<![a-z0-9])(i?q\d(?:[_-](?:k|xs|xxs|s|m|l|xl|nl|0|1|\d))*|gguf|ggml|gptq|awq|exl[23]|bnb|nf4|w[48]a(?:8|16)|[248]-?bits?|int[48]|fp(?:4|8|16|32)|bf16|mxfp4|nvfp4|mlx|onnx|safetensors|imatrix|i1|dynamic|quanti[sz]ed|quants?|hf(?!(?:['’]s)? (?:terms|tos|hub|licen[cs]e|account|spaces?|endpoints?)\b)|latest)(?![a-z0-9])/gi;

/** @returns a written name without the marks of quantised and converted copies, and whether there were any */
export const withoutFormat = (word: string): { text: string; marked: boolean } => {
  const text = word.replace(FORMAT, (mark) => ' '.repeat(mark.length));
  return { text, marked: text !== word };
};

/** A piece, or space, or the punctuation that ends a clause. Chinese is not written in words: each sign is a piece. */
const PIECES =
  /(\p{Script=Latin}+(?:['’]s\b)?|(?<=[a-z0-9+])\+|\d+(?:[.,]\d+)*[a-z]*(?:\d+[a-z]*)*|\p{Script=Han})|(\s+)|([.?!;。？！；，,()"\n]+)/giu;
/** The same where a text has no other letters: most names, and several times as fast. */
const ASCII_PIECES = /([a-z]+(?:'s\b)?|(?<=[a-z0-9+])\+|\d+(?:[.,]\d+)*[a-z]*(?:\d+[a-z]*)*)|(\s+)|([.?!;,()"\n]+)/gi;

/**
 * Cuts a text into the pieces that names are compared by: lower case, cut at spaces, hyphens and punctuation and
 * between letters and a following digit ("llama3.1:70b" gives llama, 3.1, 70b).
 */
export const tokensOf = (text: string): Token[] => {
  const normal = isAscii(text) ? text : text.normalize('NFKC');
  const clean = (normal.length === text.length ? normal : text).replace(
    /(?<![\d.])(\d{1,2})_(\d{1,2})(?![\da-zA-Z.])/g,
    '$1.$2',
  );
  const tokens: Token[] = [];
  let word = 0;
  let broken = false;
  let last = 0;
  for (const match of clean.matchAll(isAscii(clean) ? ASCII_PIECES : PIECES)) {
    // anything between two matches is punctuation or another script
    if (match.index > last) {
      const between = clean.slice(last, match.index);
      if (!/^[-_/:+.@|]+$/.test(between)) word += 1;
      if (ARROW.test(between)) broken = true;
    }
    last = match.index + match[0].length;
    if (match[2] !== undefined) word += 1;
    else if (match[3] !== undefined) {
      if (/[?!;。？！；\n]/.test(match[3]) || (match[3].startsWith('.') && !isInner(clean, match.index))) broken = true;
      if (!isInner(clean, match.index)) word += 1;
    } else {
      const raw = match[0];
      const sign = HAN.test(raw);
      if (sign) word += 1;
      const text = raw === '+' ? 'plus' : withoutMarks(raw.toLowerCase()).replace(/['’]s$/, '');
      tokens.push({ text, start: match.index, end: match.index + raw.length, word, raw, break: broken });
      if (sign) word += 1;
      broken = false;
    }
  }
  return joinUnits(tokens);
};

/** "Llama 2 → Llama 3.1": two names. */
const ARROW = /->|=>|[→⇒⟶]/;
const HAN = /^\p{Script=Han}$/u;

/** Accents are left out: "Tulu" is written for "Tülu". */
const withoutMarks = (text: string): string => (isAscii(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, ''));

/** Most names are, and need none of the slow work on other scripts. */
const isAscii = (text: string): boolean => !/[^\u0020-\u007e]/.test(text);

/** A dot between two characters of a file name ("v0.2.Q4") does not end a sentence. */
const isInner = (text: string, at: number): boolean =>
  text[at] === '.' && /[a-z0-9]/i.test(text[at - 1] ?? '') && /[a-z0-9]/i.test(text[at + 1] ?? '');

const IN_WORDS = new Map(
  Object.entries({ one: 1, two: 2, three: 3, four: 4, seven: 7, eight: 8, nine: 9, twelve: 12, thirteen: 13 }).concat(
    Object.entries({ fourteen: 14, twenty: 20, thirty: 30, forty: 40, seventy: 70 }),
  ),
);
const BILLION = /^(b|bn|billions?|milliarden?|mrd)$/;
/** What follows a sum of money or a number of people. */
const COUNTED =
  /^(users?|dollars?|usd|eur|euros?|revenue|turnover|umsatz|nutzer|people|monthly|active|customers?|mau|pounds|yen|tokens?)$/;

/** "7 B", "7 billion" and "seven billion" are written for "7B", "270 million parameters" for "270M". */
const joinUnits = (tokens: Token[]): Token[] => {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const next = tokens[i + 1];
    const number = IN_WORDS.get(token.text)?.toString() ?? token.text;
    if (next && !next.break && /^\d+(\.\d+)?$/.test(number)) {
      const after = tokens[i + 2]?.text ?? '';
      const unit = BILLION.test(next.text) ? 'b' : /^millions?$/.test(next.text) && /^param/.test(after) ? 'm' : null;
      if (unit && !COUNTED.test(after)) {
        joined.push({ ...token, text: `${number}${unit}`, end: next.end, raw: `${number}${unit.toUpperCase()}` });
        i += 1;
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
};

/** @returns true for a size as people write it: 7b, 0.5b, 8x7b, 270m, 1t */
export const isSize = (text: string): boolean => /^\d+(\.\d+)?(x\d+(\.\d+)?)?[bmt]$/.test(text);

/** @returns true for a bare version number: 3, 3.1, 2.5 */
export const isVersion = (text: string): boolean => /^\d{1,2}(\.\d{1,2})*$/.test(text);

/** @returns whether a piece is written in one word with the piece before it */
export const joined = (tokens: Token[], at: number): boolean =>
  at > 0 && at < tokens.length && tokens[at]!.word === tokens[at - 1]!.word;
