import { isSize, isVersion, joined, type Token } from './tokens.ts';
import { EVERYDAY_NAMES, NAMES_OF_PEOPLE } from './word-lists.ts';

/** "Built with Llama" and "Powered by Stability AI" are labels that licences ask for, not the subject of a question. */
export const isLabel = (tokens: Token[], at: number, end: number): boolean =>
  (tokens[at - 1]?.text === 'non' && joined(tokens, at)) ||
  (/^(style|styled|like|level|class)$/.test(tokens[end]?.text ?? '') && joined(tokens, end)) ||
  (/^(with|by)$/.test(tokens[at - 1]?.text ?? '') && /^(built|powered)$/.test(tokens[at - 2]?.text ?? '') && at > 2);

export const isEverydayWord = (tokens: Token[], at: number, end: number): boolean => {
  const token = tokens[at]!;
  if (end - at > 1 || !EVERYDAY_NAMES.has(token.text)) return false;
  const next = tokens[end];
  const followed = next !== undefined && !next.break && (isSize(next.text) || isVersion(next.text));
  const capital = /^[A-Z]/.test(token.raw) && at > 0 && !token.break && !NAMES_OF_PEOPLE.has(token.raw);
  const object =
    /^(use|using|deploy|deploying|adopt|host|ship|embed|run|running)$/.test(tokens[at - 1]?.text ?? '') &&
    !/^(integration|model|models|weights|experience)$/.test(next?.text ?? '');
  const asked =
    /^(is|are|does|about)$/.test(tokens[at - 1]?.text ?? '') &&
    (!next ||
      next.break ||
      /^(open|free|licen[cs]ed|commercially|ok|okay|allowed|permissive|under|require)$/.test(next.text));
  return !followed && !capital && !object && !asked;
};
