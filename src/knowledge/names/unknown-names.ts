import { type NameIndex, pieces } from './name-index.ts';
import type { Mention } from './read-names.ts';
import { withoutFormat } from './tokens.ts';
import { NOT_A_NAME } from './word-lists.ts';

const OWNER_NAME = /\b([A-Za-z0-9][\w.-]*)\/([A-Za-z0-9][\w.-]*[A-Za-z0-9])\b/g;
const SIZED = /\b([A-Za-z][A-Za-z0-9.]*(?:[- ][A-Za-z0-9.]+){0,2}?[- ]?\d+(?:\.\d+)?(?:x\d+)?[bB])\b/g;
const MIXED =
  /\b([A-Za-z]+[A-Z][\w.-]*|[A-Z][a-z]+(?:LM|GPT|LLM|BERT|Coder|Diffusion|Chat)[\w.-]*|[A-Za-z]{2,}[-.]?\d[\w.-]*)\b/g;
const HYPHENATED = /\b[a-z][a-z0-9]*(?:-[a-z0-9.]+){1,4}\b/g;
/** What the asker calls something of their own is no model we should know. */
const OWN_NAME =
  /\b(?:re)?nam(?:e|ed|ing)\b[^.?!]{0,60}\bto\s+["'“‘]?$|\b(called|named|name it|call it|branded?( as)?|publish as|release as|upload as|as)\s+["'“‘]?[\w-]*$/i;
/** A lower-case word counts only in a frame where nothing but a name can stand. */
const FRAME = /\b(?:use|using|deploy|adopt|host|embed|redistribute|fine-?tune|about)\s+$/i;
const FRAME_AFTER =
  /^\s*(commercially|in (our|a|the|production)|for (our|a|commercial|work|business)|internally|at work|under|outputs?|weights?|licen[cs]e|[?!.]|$)/i;
const AFTER_VERB =
  /\b(?:use|using|deploy|deploying|adopt|adopting|fine-?tune|fine-?tuning|ship|shipping|embed|embedding|host|hosting|redistribute|redistributing|distribute|run|running|self-host|publish|modify|bundle|integrate|licen[cs]e (?:of|for|does)|outputs? (?:of|from)|weights of|about|is|are|does|was|and|or|what about|how about|instead of|alternatives? to)\s+(?:the\s+(?:model\s+)?)?((?:[\w.+-]+\s?){1,4})/gi;

/**
 * Finds what looks like the name of a model that we do not hold, where no known name was found.
 * @param known names that were read already; beside them only what is plainly a name counts
 * @param plainWords a plain word after a verb ("use zephyrion") may be a name too
 * @returns `unknown` mentions with names close to them; empty where nothing looks like a name
 */
export const unknownNames = (
  index: NameIndex,
  original: string,
  known: Mention[] = [],
  plainWords = true,
): Mention[] => {
  const text = known
    .reduce((rest, mention) => blank(rest, mention.start, mention.end), original)
    // the address of a repository: its owner and name follow
    .replace(/https?:\/\/(www\.)?(huggingface\.co|hf\.co)\//gi, (address) => ' '.repeat(address.length));
  const found = [
    ...matches(text, OWNER_NAME, isRepo),
    ...matches(text, SIZED, isSized),
    ...matches(text, MIXED, (match) => isMixed(match) && !(known.length > 0 && /^[A-Z]+s?$/.test(match[1]!))),
    ...matches(text, HYPHENATED, isModelLike),
  ];
  const chosen = found.length > 0 || known.length > 0 || !plainWords ? found : afterVerb(text);
  const unique = chosen
    .filter((item) => !/-(style|like|based|class|level|compatible|ready|friendly|grade)$/i.test(item.written))
    .filter((item) => !OWN_NAME.test(text.slice(0, item.start)) && withoutFormat(item.written).text.trim().length > 2)
    .filter((item, at, all) => all.findIndex((other) => item.start >= other.start && item.end <= other.end) === at);
  return unique.slice(0, 3).map((item) => ({ kind: 'unknown', ...item, nearest: nearestLabels(index, item.written) }));
};

const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

type Span = { written: string; start: number; end: number };

const matches = (text: string, pattern: RegExp, accept: (match: RegExpMatchArray) => boolean): Span[] =>
  [...text.matchAll(pattern)].filter(accept).map((match) => {
    let written = match[0].replace(/[.-]+$/, '');
    let start = match.index;
    for (
      let lead = /^([A-Za-z-]+)\s+/.exec(written);
      lead && isPlain(lead[1]!);
      lead = /^([A-Za-z-]+)\s+/.exec(written)
    ) {
      written = written.slice(lead[0].length);
      start += lead[0].length;
    }
    return { written, start, end: start + written.length };
  });

const isRepo = (match: RegExpMatchArray): boolean =>
  /[A-Z\d-]/.test(match[2]!) &&
  !/^(and|or|he|his|her|yes|no|input|code|data|weights|w|n|km|ci|tcp|24|s)$/i.test(match[1]!) &&
  !isPlain(match[2]!);
const isSized = (match: RegExpMatchArray): boolean => {
  const words = match[1]!.toLowerCase().split(/\s+/);
  const [first] = words[0]!.split('-');
  // "for the 7b": the word before the size is what the size belongs to
  if (words.length > 1 && (NOT_A_NAME.has(words.at(-2)!) || /(ed|ly|ing)$/.test(words[0]!))) return false;
  return (
    !NOT_A_NAME.has(first!) && !/^(series|model|version|than|about|over|under|around|with|gpu|h|a|v)$/.test(first!)
  );
};
const isMixed = (match: RegExpMatchArray): boolean => {
  const word = match[1]!;
  return (
    word.length >= 3 &&
    !isPlain(word) &&
    !/^(h|a|v|b|l|rtx|gtx|iso|sha|md|utf|covid|web|cc|gpl|agpl|lgpl|mpl|bsd|apache|mit|q|fy|article|section|eu|b2)[-.]?\d/i.test(
      word,
    ) &&
    !/^(iPhone|iPad|macOS|YouTube|LinkedIn|JavaScript|TypeScript|PostgreSQL|GitHub|GitLab|OpenAI|DeepMind|HuggingFace|SaaS|PaaS|IaaS|LoRA|QLoRA|OpenRAIL|RAIL|CreativeML|OpenMDW|PhD|LLMs|GPUs|APIs|EULA|OSAID|GmbH|MAUs|DAUs|PoC|VMs|PDFs|LLaMAs|NDAs|FAQs|PCs|TVs|URLs|USPs|McKinsey|VSCode|WordPress|SharePoint|PowerPoint|WhatsApp|TikTok|JetBrains|ServiceNow|SalesForce|CoPilot|NextJS|NodeJS|MongoDB|MySQL|GraphQL|WebSocket|eCommerce|DevOps|MLOps|FinTech|EdTech|HealthTech|LegalTech)$/.test(
      word,
    )
  );
};
/** "vocalis-tts-ultra": a hyphenated word with a piece that only names of models have. */
const isModelLike = (match: RegExpMatchArray): boolean =>
  /(^|-)(tts|asr|llm|gpt|lm|vl|vlm|instruct|ultra|turbo|xl|xxl|diffusion|coder|sdxl|vae)(-|$)/.test(match[0]) &&
  !/^(fine|self|open|pre|post|text|speech|non)-/.test(match[0]) &&
  !/^(our|your|my|an?|the|custom|internal|small|large|in-house)-/.test(match[0]);
const isPlain = (word: string): boolean => NOT_A_NAME.has(word.toLowerCase());

/** "can we use Zephyrion commercially": what follows the verb, as far as its words are not plain words. */
const afterVerb = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(AFTER_VERB)) {
    const offset = match.index + match[0].length - match[1]!.length;
    const words: { word: string; at: number }[] = [];
    for (const piece of match[1]!.matchAll(/[\w.+-]+/g)) {
      const word = piece[0].replace(/[.-]+$/, '');
      const version = words.length > 0 && /^\d{1,2}(\.\d{1,2})?$/.test(word);
      const plain =
        !version && (isPlain(word) || /(ly|ing|tion|ed|ers|ial)$/.test(word) || /^\d+([.,]\d+)?%?$/.test(word));
      const capital = /^[A-Z]/.test(word);
      if (plain && !(capital && words.length > 0 && !isPlain(word))) break;
      if (words.length > 0 && !capital && !/\d/.test(word)) break;
      words.push({ word, at: piece.index });
    }
    if (words.length === 0) continue;
    const last = words.at(-1)!;
    const start = offset + words[0]!.at;
    const end = offset + last.at + last.word.length;
    const written = text.slice(start, end);
    if (/^[^A-Za-z]/.test(written)) continue;
    if (/^[a-z]/.test(written)) {
      const before = text.slice(0, start);
      const after = text.slice(end);
      const framed =
        (FRAME.test(before) && FRAME_AFTER.test(after)) ||
        (/\b(is|are|does)\s+$/i.test(before) && /^\s*(open|free|licensed|ok|allowed|commercial)/i.test(after));
      if (written.length < 4 || !framed) continue;
    }
    spans.push({ written, start, end });
  }
  return spans;
};

/** @returns labels of families that share a piece of the name, or one that is spelled nearly the same */
export const nearestLabels = (index: NameIndex, written: string): string[] => {
  const labels = new Map<string, number>();
  for (const piece of pieces(written).filter((token) => /[a-z]{2}/.test(token)))
    for (const [token, names] of index.labelsByToken)
      if (
        token === piece ||
        (piece.length >= 4 && token.length >= 4 && (token.startsWith(piece.slice(0, 4)) || piece.startsWith(token)))
      )
        for (const name of names) labels.set(name, (labels.get(name) ?? 0) + (token === piece ? 3 : 1));
  return [...labels]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([name]) => name);
};
