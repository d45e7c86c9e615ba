import type { NameIndex } from './name-index.ts';
import { isSize, isVersion, joined, type Token } from './tokens.ts';
import {
  AFTER_A_NOUN,
  BEFORE_A_NOUN,
  EVERYDAY_NAMES,
  GERMAN,
  NAMES_OF_PEOPLE,
  NAMES_THAT_ARE_NOUNS,
  NOT_A_NAME,
  SAYS_MODEL,
} from './word-lists.ts';

/** "Built with Llama" and "Powered by Stability AI" are labels that licences ask for, not the subject of a question. */
export const isLabel = (tokens: Token[], at: number, end: number): boolean =>
  (tokens[at - 1]?.text === 'non' && joined(tokens, at)) ||
  (/^(style|styled|like|level|class|ish)$/.test(tokens[end]?.text ?? '') && joined(tokens, end)) ||
  (/^(with|by)$/.test(tokens[at - 1]?.text ?? '') && /^(built|powered)$/.test(tokens[at - 2]?.text ?? '') && at > 2);

/** @param ofDeveloper the word before is the developer: "upstage solar", "suno bark" */
export const isEverydayWord = (
  index: NameIndex,
  tokens: Token[],
  at: number,
  end: number,
  ofDeveloper: boolean,
): boolean => {
  const token = tokens[at]!;
  if (end - at > 1) return token.text === 'command' && isVerb(tokens, at, end);
  const next = tokens[end];
  if (next !== undefined && !next.break && (isSize(next.text) || isVersion(next.text))) return false;
  // "ling mini", "seed oss"
  if (next && !next.break && !NOT_A_NAME.has(next.text) && index.pairs.has(`${token.text} ${next.text}`)) return false;
  if (ofDeveloper) return false;
  if (isOneToTalkTo(tokens, at)) return true;
  if (NAMES_THAT_ARE_NOUNS.has(token.text)) return isNoun(index, tokens, at);
  if (!EVERYDAY_NAMES.has(token.text)) return false;
  // German nouns have capitals anyway
  const german = tokens.some(({ raw }) => GERMAN.has(raw.toLowerCase()));
  const capital =
    /^[A-Z]/.test(token.raw) &&
    at > 0 &&
    !token.break &&
    !NAMES_OF_PEOPLE.has(token.raw) &&
    (!german || /^[A-Z]{2}/.test(token.raw));
  const object =
    /^(use|using|deploy|deploying|adopt|host|ship|embed|run|running)$/.test(tokens[at - 1]?.text ?? '') &&
    !/^(integration|model|models|weights|experience)$/.test(next?.text ?? '');
  const asked =
    /^(is|are|does|about)$/.test(tokens[at - 1]?.text ?? '') &&
    (!next ||
      next.break ||
      /^(open|free|licen[cs]ed|commercially|ok|okay|allowed|permissive|under|require)$/.test(next.text));
  return !capital && !object && !asked;
};

/** "We command a team": lower case, and what comes behind the article is a plain word. */
const isVerb = (tokens: Token[], at: number, end: number): boolean =>
  tokens[at]!.raw === 'command' &&
  /^[a-z]$/.test(tokens[end - 1]!.raw) &&
  !joined(tokens, end - 1) &&
  /^(we|they|i|you|to|can|who)$/.test(tokens[at - 1]?.text ?? '');

const MADE_BY_MODELS = /^(clip|sonnet|haiku)$/;

/** "a short clip", "flux de données", "bark like a dog": a noun or a verb that is the name of a model elsewhere. */
const isNoun = (index: NameIndex, tokens: Token[], at: number): boolean => {
  const token = tokens[at]!;
  if (token.raw !== token.text || joined(tokens, at) || joined(tokens, at + 1)) return false;
  const before = token.break ? undefined : tokens[at - 1];
  const next = tokens[at + 1]?.break ? undefined : tokens[at + 1];
  if (next && SAYS_MODEL.test(next.text)) return false;
  if (before && BEFORE_A_NOUN.has(before.text)) return true;
  // "the clip we cut"
  if (before?.text === 'the' && /^\p{Ll}/u.test(token.raw) && MADE_BY_MODELS.test(token.text)) return true;
  // "a Wan 2.2 clip": what a model made
  const behindName =
    before !== undefined &&
    (isVersion(before.text) || isSize(before.text) || (index.firstTokens.has(before.text) && !joined(tokens, at)));
  if (MADE_BY_MODELS.test(token.text) && behindName && !/^(openai|claude)$/.test(before.text)) return true;
  return next !== undefined && AFTER_A_NOUN.has(next.text);
};

/** "Amber from legal", "ask Lucie": a colleague. */
const isOneToTalkTo = (tokens: Token[], at: number): boolean => {
  const token = tokens[at]!;
  if (!NAMES_OF_PEOPLE.has(token.raw)) return false;
  const before = tokens[at - 1]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  return (
    /^(ask|asked|told|tell|hi|hey|hello|dear|thanks|cc|says|said)$/.test(before) ||
    /^(said|says|told|asked|asks|thinks|wants|wrote|mentioned|insists)$/.test(next) ||
    (next === 'from' &&
      /^(legal|sales|marketing|hr|finance|it|procurement|compliance)$/.test(tokens[at + 2]?.text ?? ''))
  );
};

/**
 * "mit" is German for "with", and MIT is a university too: the licence is meant where the word stands in capitals, or
 * where the words beside it speak of a licence.
 */
export const isNotTheMitLicence = (tokens: Token[], at: number, end: number): boolean => {
  const token = tokens[at]!;
  if (end - at > 1 || token.text !== 'mit') return false;
  const before = token.break ? '' : (tokens[at - 1]?.text ?? '');
  const next = tokens[end]?.break ? '' : (tokens[end]?.text ?? '');
  const shouted = tokens.length > 3 && tokens.every(({ raw }) => raw === raw.toUpperCase());
  if (
    /^licen|^lizen|^licencia|^licenza|^licentie/.test(`${next} `) ||
    /^(licen[cs]e|lizenz|licencia|licenza)$/.test(before)
  )
    return false;
  if (token.raw === 'MIT' && !shouted)
    return (
      /^(at|from)$/.test(before) ||
      /^(press|students?|researchers?|professors?|labs?|spin|university|media)$/.test(next)
    );
  if (!tokens.some(({ text, raw }) => GERMAN.has(raw.toLowerCase()) || GERMAN.has(text))) return token.raw === 'Mit';
  return !/^(unter|under|als|is|apache|bsd|oder|or)$/.test(before) && !/^(apache|bsd|oder|or)$/.test(next);
};
