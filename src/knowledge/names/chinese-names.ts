import type { Token } from './tokens.ts';

/** What lines of models are called in Chinese. */
const CHINESE_NAMES: Record<string, string[]> = {
  Qwen: ['通义千问', '千问', '通义大模型'],
  Hunyuan: ['混元', '腾讯混元'],
  ERNIE: ['文心一言', '文心大模型', '文心'],
  GLM: ['智谱', '智谱清言'],
  Doubao: ['豆包'],
  Baichuan: ['百川', '百川智能'],
  InternLM: ['书生浦语', '书生·浦语', '浦语'],
  Yi: ['零一万物'],
  DeepSeek: ['深度求索'],
  Kimi: ['月之暗面'],
  Wan: ['通义万相', '万相'],
  Kolors: ['可图'],
  Aquila: ['悟道天鹰', '天鹰'],
  Step: ['阶跃星辰'],
  MiniCPM: ['面壁小钢炮', '面壁智能'],
  Skywork: ['天工'],
  XVERSE: ['元象'],
  TeleChat: ['星辰语义'],
};

const LINES = new Map(
  Object.entries(CHINESE_NAMES).flatMap(([line, names]) =>
    names.map((name): [string, string] => [name.replace('·', ''), line.toLowerCase()]),
  ),
);
const LONGEST = Math.max(...[...LINES.keys()].map((name) => name.length));

/** Puts the Latin name in the place of the Chinese one, so that both are read alike: "通义千问2.5" is "qwen 2.5". */
export const inLatin = (tokens: Token[]): Token[] => {
  if (!tokens.some(({ text }) => LINES_START.has(text))) return tokens;
  const read: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const length = lengthOfName(tokens, at);
    if (length === 0) {
      read.push(tokens[at]!);
      continue;
    }
    const own = tokens.slice(at, at + length);
    const text = LINES.get(own.map((token) => token.text).join(''))!;
    const next = tokens[at + length];
    const last = own.at(-1)!;
    // "通义千问Qwen2.5" says it twice
    if (next?.text !== text || next.break)
      read.push({
        ...own[0]!,
        text,
        raw: text,
        end: last.end,
        word: next?.start === last.end && /^[a-z\d]/.test(next.text) ? next.word : last.word,
      });
    at += length - 1;
  }
  return read;
};

const LINES_START = new Set([...LINES.keys()].map((name) => name[0]!));

const lengthOfName = (tokens: Token[], at: number): number => {
  for (let length = Math.min(LONGEST, tokens.length - at); length > 1; length -= 1)
    if (
      LINES.has(
        tokens
          .slice(at, at + length)
          .map((token) => token.text)
          .join(''),
      )
    )
      return length;
  return 0;
};
