import { type NameIndex, pieces } from './name-index.ts';
import type { Mention } from './read-names.ts';

const NOT_A_NAME = new Set(
  `a an the it its this that these those them they he she we our us you your i my me one ones both each any some such all most many few none no not what which who how why when where whether if
  and or but so because since as than then there here now yes please hi hello thanks hey ok okay just also only even still
  model models llm llms ai ml genai weights weight output outputs code data dataset datasets training finetune finetuning checkpoint checkpoints licence license licences licenses licensed terms clause clauses open opensource source
  closed proprietary commercial commercially noncommercial free paid internal internally external production product products app apps service services customer customers client clients company companies business team teams
  startup enterprise user users employee employees people developers engineers content text image images video videos audio music voice speech synthetic generated content something anything everything nothing someone
  anyone public private cloud local server servers gpu gpus cpu api apis saas rag agent agents chatbot bot tool tools software hardware device devices phone mobile web website platform
  large small big new old latest current good better best right wrong legal legally allowed permitted possible required safe okay
  use using used uses can could may might must shall should would will do does did is are was were be been being have has had get make made build built train trained ship run host deploy sell give put take need want
  for from with without within into onto about under over between of on in at to by via per research academic university students education government military medical healthcare finance banking legaltech
  europe european eu us usa uk germany german france french china chinese japan korea india english january february march april may june july august september october november december monday tuesday wednesday thursday friday
  openai meta google microsoft anthropic amazon aws azure nvidia apple ibm alibaba tencent bytedance baidu huawei mistralai hugging face huggingface github gitlab slack kubernetes docker python typescript linux windows ios android
  osi osaid osd spdx gdpr hipaa sox aup eula tos nda ip faq pdf csv json sdk poc mvp b2b b2c mau arr ceo cto cfo hr it ok tldr fyi imo asap ollama vllm lmstudio transformers pytorch llama.cpp gguf lora qlora peft
  fine-tune fine-tuned fine-tuning self-host self-hosted on-prem on-premise open-source open-weight open-weights non-commercial third-party closed-source
  summarise summarize compare list find show tell explain recommend suggest`
    .split(/\s+/)
    .filter(Boolean),
);

const OWNER_NAME = /\b([A-Za-z0-9][\w.-]*)\/([A-Za-z0-9][\w.-]*[A-Za-z0-9])\b/g;
const SIZED = /\b([A-Za-z][A-Za-z0-9.]*(?:[- ][A-Za-z0-9.]+){0,2}?[- ]?\d+(?:\.\d+)?(?:x\d+)?[bB])\b/g;
const MIXED =
  /\b([A-Za-z]+[A-Z][\w.-]*|[A-Z][a-z]+(?:LM|GPT|LLM|BERT|Coder|Diffusion|Chat)[\w.-]*|[A-Za-z]{2,}[-.]?\d[\w.-]*)\b/g;
const AFTER_VERB =
  /\b(?:use|using|deploy|deploying|adopt|adopting|fine-?tune|fine-?tuning|ship|shipping|embed|embedding|host|hosting|redistribute|redistributing|distribute|run|running|self-host|publish|modify|bundle|integrate|licen[cs]e (?:of|for|does)|outputs? (?:of|from)|weights of|about|called|named|is|are|does|was|and|or|what about|how about|instead of|alternatives? to)\s+(?:the\s+(?:model\s+)?)?((?:[\w.+-]+\s?){1,4})/gi;

/**
 * Finds what looks like the name of a model that we do not hold, where no known name was found.
 * @param known names that were read already; beside them only what is plainly a name counts
 * @returns `unknown` mentions with names close to them; empty where nothing looks like a name
 */
export const unknownNames = (index: NameIndex, original: string, known: Mention[] = []): Mention[] => {
  const text = known.reduce((rest, mention) => blank(rest, mention.start, mention.end), original);
  const found = [
    ...matches(text, OWNER_NAME, isRepo),
    ...matches(text, SIZED, isSized),
    ...matches(text, MIXED, isMixed),
  ];
  const chosen = found.length > 0 || known.length > 0 ? found : afterVerb(text);
  const unique = chosen.filter(
    (item, at) => chosen.findIndex((other) => item.start >= other.start && item.end <= other.end) === at,
  );
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
  const [first] = match[1]!.toLowerCase().split(/[- ]/);
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
    !/^(iPhone|iPad|macOS|YouTube|LinkedIn|JavaScript|TypeScript|PostgreSQL|GitHub|GitLab|OpenAI|DeepMind|HuggingFace|SaaS|PaaS|IaaS|LoRA|QLoRA|OpenRAIL|RAIL|CreativeML|OpenMDW|PhD|LLMs|GPUs|APIs|EULA|OSAID|GmbH|MAUs|DAUs|PoC|VMs|PDFs|LLaMAs|NDAs|FAQs|PCs|TVs|URLs|USPs|McKinsey)$/.test(
      word,
    )
  );
};
const isPlain = (word: string): boolean => NOT_A_NAME.has(word.toLowerCase());

/** "can we use Zephyrion commercially": what follows the verb, as far as its words are not plain words. */
const afterVerb = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(AFTER_VERB)) {
    const offset = match.index + match[0].length - match[1]!.length;
    const words: { word: string; at: number }[] = [];
    for (const piece of match[1]!.matchAll(/[\w.+-]+/g)) {
      const word = piece[0].replace(/[.-]+$/, '');
      const plain = isPlain(word) || /(ly|ing|tion|ed|ers|ial)$/.test(word) || /^\d+([.,]\d+)?%?$/.test(word);
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
    if (/^[a-z]/.test(written) && written.length < 4) continue;
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
