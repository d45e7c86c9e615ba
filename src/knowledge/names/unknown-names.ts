import { type NameIndex, pieces } from './name-index.ts';
import type { Mention } from './read-names.ts';
import { withoutFormat } from './tokens.ts';
import { FUNCTION_WORDS, NOT_A_NAME } from './word-lists.ts';

const OWNER_NAME = /\b([A-Za-z0-9][\w.-]*)\/([A-Za-z0-9][\w.-]*[A-Za-z0-9])\b/g;
/** "nordhavn:8b-q5", as Ollama writes it. */
const TAG = /(?<![\p{L}\p{N}_/:.])([a-z][\w.-]{2,}:\d+(?:\.\d+)?b[\w.-]*)/gu;
const SIZED =
  /(?<![\p{L}\p{N}_])((?!\d)[\p{Script=Latin}\d][\p{Script=Latin}\d.]*(?:[- ][\p{Script=Latin}\d.]+){0,2}?[- ]?\d+(?:\.\d+)?(?:x\d+)?[bB])\b/gu;
const MIXED =
  /(?<![\p{L}\p{N}_])(\p{Script=Latin}+\p{Lu}[\p{L}\p{N}_.-]*|\p{Lu}\p{Ll}+(?:LM|GPT|LLM|BERT|Coder|Diffusion|Chat)[\w.-]*|\p{Script=Latin}{2,}[-.]?\d[\w.-]*)(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])/gu;
/** "星尘-13B": Chinese signs with a size behind them; the words before the name are cut off. */
const CHINESE = /(\p{Script=Han}{2,12})[-\s]?\d+(?:\.\d+)?[bB](?![a-z])/gu;
const BEFORE_CHINESE =
  /^.*(?:商用|使用|采用|部署|微调|训练|下载|关于|基于|蒸馏|出售|托管|请问|可以|能否|能|用|把|拿|对|和|与|跟|的|是|在)(?=\p{Script=Han}{2})/u;
/** Chinese words that are no names of models by themselves. */
const PLAIN_CHINESE =
  /^(?:参数|模型|大模型|版本|开源|规模|我们|这个|那个|该|此|一个|或者?|以及|个|亿|万|约|大约|超过|少于|小于)+$/u;
const HYPHENATED = /\b[a-z][a-z0-9]*(?:-[a-z0-9.]+){1,4}\b/g;
/** Formats, standards, machines and plans: a number in a word does not make it the name of a model. */
const TECHNICAL =
  /^(base(32|64)|mp[34]|h\.?26[45]|utf-?\d+|ascii|x86|arm(64|v\d)|amd64|ipv[46]|s3|ec2|k8s|k3s|i18n|l10n|co2|web[23]|(office|m|o)-?365|win(dows)?-?\d+|python-?\d|py\d|cuda-?\d|gen-?\d|tier-?\d|level-?\d|phase-?\d|part-?\d|step-?\d|day-?\d|week-?\d|year-?\d|top-?\d+|q[1-4]|h[12]|fy-?\d+|rfc-?\d+|cve-\d|art\.?\d+|sec(tion)?\.?\d+|no\.?\d+|nr\.?\d+|mi\d{3}x?|tpu-?v?\d|gb\d{3}|ddr\d|usb-?c?\d?|pcie-?\d|wifi-?\d|[345]g|gpt-?like|g5|p[45]d?|t4|l4|l40s?|a10g?|m[1-4]|ryzen-?\d|i[3579]-\d+)$/i;
/** What the asker calls something of their own is no model we should know. */
const OWN_NAME =
  /\bname (?:is |be |will be |should be )?["'“‘]$|\b(?:re)?nam(?:e|ed|ing)\b[^.?!]{0,60}\bto\s+["'“‘]?$|\b(called|calling it|calling ours|named|naming it|titled|dubbed|name it|call it|(?:call|name) (?:our|my|the|this) \w[^.?!"“]{0,40}?|branded?( as)?|publish as|release as|upload as|as)\s+["'“‘]?[\w-]*$/i;
/** "Would 'X' be an acceptable name?" */
const IS_A_NAME =
  /^["'”’]?\s*(?:be|is|as) (?:an? |the )?(?:(?:acceptable|ok(?:ay)?|allowed|good|possible|fine) )?name\b/i;
/** "A model called X" is somebody else's. */
const A_MODEL_CALLED =
  /\b(?:an?|the|some|this|that|new|other) (?:[\w-]+ ){0,2}?(?:models?|llms?|release|checkpoint) (?:called|named|by the name of)\s+["'“‘]?[\w-]*$/i;
/** A lower-case word counts only in a frame where nothing but a name can stand. */
const FRAME = /\b(?:use|using|deploy|adopt|host|embed|redistribute|fine-?tune|about)\s+$/i;
const FRAME_AFTER =
  /^\s*(commercially|in (our|a|the|production)|for (our|a|commercial|work|business)|internally|at work|under|outputs?|weights?|licen[cs]e|[?!.]|$)/i;
const AFTER_VERB =
  /\b(?:use|using|deploy|deploying|adopt|adopting|fine-?tune|fine-?tuning|ship|shipping|embed|embedding|host|hosting|redistribute|redistributing|distribute|run|running|self-host|publish|modify|bundle|integrate|licen[cs]e (?:of|for|does)|outputs? (?:of|from)|(?:made|generated|created|produced|composed|drawn|rendered) (?:with|by|in|using)|weights of|about|is|are|does|was|and|or|what about|how about|instead of|alternatives? to)\s+(?:the\s+(?:model\s+)?)?((?:[\p{L}\p{N}_.+-]+\s?){1,4})/giu;

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
    ...matches(text, TAG, () => true),
    ...matches(text, SIZED, isSized),
    ...chineseNames(text),
    ...matches(text, MIXED, (match) => isMixed(match) && !(known.length > 0 && /^[A-Z]+s?$/.test(match[1]!))),
    ...matches(text, HYPHENATED, isModelLike),
  ];
  const chosen = found.length > 0 || known.length > 0 || !plainWords ? found : afterVerb(text);
  const unique = chosen
    .filter(
      (item) =>
        !/-(ish|style|like|based|class|level|compatible|ready|friendly|grade|merged|tuned|finetuned|trained|quanti[sz]ed|distilled|powered|enabled|capable|only|free|aware|driven|generated|approved|certified)$/i.test(
          item.written,
        ),
    )
    .filter(
      (item) =>
        !IS_A_NAME.test(text.slice(item.end)) &&
        // "AGB-Check: may we offer X?" begins with what it is about
        !(known.length > 0 && text.slice(0, item.start).trim() === '' && /^\s*:\s/.test(text.slice(item.end))) &&
        (!OWN_NAME.test(text.slice(0, item.start)) || A_MODEL_CALLED.test(text.slice(0, item.start))) &&
        withoutFormat(item.written).text.trim().length > 2,
    )
    .filter((item, at, all) =>
      all.every(
        (other, place) =>
          other === item || item.start < other.start || item.end > other.end || (sameSpan(item, other) && place > at),
      ),
    );
  return unique.slice(0, 3).map((item) => ({ kind: 'unknown', ...item, nearest: nearestLabels(index, item.written) }));
};

const sameSpan = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

const blank = (text: string, start: number, end: number) =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

const LEAD = /^([\p{L}-]+)\s+/u;

type Span = { written: string; start: number; end: number };

const matches = (text: string, pattern: RegExp, accept: (match: RegExpMatchArray) => boolean): Span[] =>
  [...text.matchAll(pattern)].filter(accept).map((match) => {
    let written = match[0].replace(/[.-]+$/, '');
    let start = match.index;
    // "darf ich Brunhilde-8B": a name with its size in it needs no word before it
    const whole = /-\d+(\.\d+)?b$/i.test(written);
    for (
      let lead = LEAD.exec(written);
      lead &&
      (isPlain(lead[1]!) ||
        FUNCTION_WORDS.has(lead[1]!.toLowerCase()) ||
        /^(?:called|named|teach|teaches|train|tune|own|small|little|tiny|big|new)$/i.test(lead[1]!) ||
        (whole && /^\p{Ll}/u.test(lead[1]!)));
      lead = LEAD.exec(written)
    ) {
      written = written.slice(lead[0].length);
      start += lead[0].length;
    }
    return { written, start, end: start + written.length };
  });

const chineseNames = (text: string): Span[] =>
  [...text.matchAll(CHINESE)].flatMap((match) => {
    const lead = BEFORE_CHINESE.exec(match[1]!)?.[0].length ?? 0;
    if (PLAIN_CHINESE.test(match[1]!.slice(lead))) return [];
    const start = match.index + lead;
    return [{ written: match[0].slice(lead), start, end: match.index + match[0].length }];
  });

const isRepo = (match: RegExpMatchArray): boolean =>
  /[A-Z\d-]/.test(match[2]!) &&
  !/^(and|or|he|his|her|yes|no|input|code|data|weights|w|n|km|ci|tcp|24|s)$/i.test(match[1]!) &&
  !isPlain(match[2]!);
const isSized = (match: RegExpMatchArray): boolean => {
  const words = match[1]!
    .toLowerCase()
    .replace(/^(?:called|named)\s+/, '')
    .split(/\s+/);
  // "licence of Nordlys-Vind 22B": the name begins behind the plain words
  const capital = match[1]!.split(/\s+/).findIndex((word) => !isPlain(word) && /^\p{Lu}/u.test(word));
  if (capital > 0 && words.slice(0, capital).every(isPlain)) words.splice(0, capital);
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
    // "l'API", as it is read in English
    !/^the\p{Lu}/u.test(word) &&
    !isPlain(word) &&
    !TECHNICAL.test(word) &&
    // "comes OUT", "via USB": capitals alone make no name
    (!/^\p{Lu}+s?$/u.test(word) || /(LM|GPT|BERT|VL|VLM|MOE|TTS|ASR)s?$/.test(word)) &&
    !/^(h|a|v|b|l|rtx|gtx|iso|sha|md|utf|covid|web|cc|gpl|agpl|lgpl|mpl|bsd|apache|mit|q|fy|article|section|eu|b2)[-.]?\d/i.test(
      word,
    ) &&
    !/^(iPhone|iPad|macOS|YouTube|LinkedIn|JavaScript|TypeScript|PostgreSQL|GitHub|GitLab|OpenAI|DeepMind|HuggingFace|SaaS|PaaS|IaaS|LoRA|QLoRA|OpenRAIL|RAIL|CreativeML|OpenMDW|PhD|LLMs|GPUs|APIs|EULA|OSAID|GmbH|MAUs|DAUs|PoC|VMs|PDFs|LLaMAs|NDAs|FAQs|PCs|TVs|URLs|USPs|McKinsey|VSCode|WordPress|SharePoint|PowerPoint|WhatsApp|TikTok|JetBrains|ServiceNow|SalesForce|CoPilot|DreamBooth|LangChain|LlamaIndex|LangGraph|ComfyUI|AutoGPT|OpenRouter|OpenWebUI|TensorRT|PyTorch|TensorFlow|DeepSpeed|FastAPI|DataBricks|OpenSearch|ElasticSearch|ChatOps|HubSpot|MediaWiki|InDesign|PrestaShop|WooCommerce|NextJS|NodeJS|MongoDB|MySQL|GraphQL|WebSocket|eCommerce|DevOps|MLOps|FinTech|EdTech|HealthTech|LegalTech)$/.test(
      word,
    )
  );
};
/** "vocalis-tts-ultra": a hyphenated word with a piece that only names of models have. */
const isModelLike = (match: RegExpMatchArray): boolean =>
  /(^|-)(tts|asr|llm|gpt|lm|vl|vlm|instruct|ultra|turbo|xl|xxl|diffusion|coder|sdxl|vae)(-|$)/.test(match[0]) &&
  !/^(fine|self|open|pre|post|text|speech|non|osi)-/.test(match[0]) &&
  !/^(our|your|my|an?|the|custom|internal|small|large|in-house)-/.test(match[0]);
const isPlain = (word: string): boolean => NOT_A_NAME.has(word.toLowerCase());

/** "can we use Zephyrion commercially": what follows the verb, as far as its words are not plain words. */
const afterVerb = (text: string): Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(AFTER_VERB)) {
    const offset = match.index + match[0].length - match[1]!.length;
    const words: { word: string; at: number }[] = [];
    for (const piece of match[1]!.matchAll(/[\p{L}\p{N}_.+-]+/gu)) {
      const word = piece[0].replace(/[.-]+$/, '');
      const version = words.length > 0 && /^\d{1,2}(\.\d{1,2})?$/.test(word);
      const plain =
        !version &&
        (isPlain(word) ||
          TECHNICAL.test(word) ||
          FUNCTION_WORDS.has(word.toLowerCase()) ||
          /(ly|ing|tion|ed|ers|ial)$/.test(word) ||
          /^\d+([.,]\d+)?%?$/.test(word));
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
