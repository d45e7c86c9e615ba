import { patternOf } from '../patterns/pattern-of.ts';
import type { DutyLine, Statement } from './answer.ts';
import { clauseName } from './wording.ts';

/** Dates, figures and version words: what differs between the versions of one licence that say the same. */
const OWN_WORDS = patternOf(
  /\([^)]*\d[^)]*\)|©|\(c\)|\b(january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(meta )?(llama|gemma|qwen|falcon|glm|hunyuan|exaone)\b|\b[\d.,]+[a-z]?\b/gi,
);

/** Our sentences are few and do not change. */
const keys = new Map<string, string>();
const keyOf = (says: string): string => {
  const known = keys.get(says) ?? says.replace(OWN_WORDS, '').replace(/\s+/g, ' ').trim().toLowerCase();
  keys.set(says, known);
  return known;
};

/**
 * Sentences that several licences share are said once: the first in full, the others named. Versions of a licence that
 * differ only in names, dates and figures of their own count as one, unless the figures are limits.
 * @returns one line each, with its clauses
 */
export const mergeStatements = (lines: Statement[]): string[] =>
  grouped(lines, (line) => `${line.topic} ${limitsIn(line.says)} ${line.note} ${keyOf(line.says)}`).map(
    ([first, ...same]) =>
      `${first.says}${first.note ? ` ${first.note}` : ''} (${clauseName(first.licence_name, first.clause)}${others(first, same, first.says)})`,
  );

/** Duties likewise; where the exact words differ by version, those of the first are given as its own. */
export const mergeDuties = (duties: DutyLine[]): string[] =>
  grouped(duties, (duty) => `${duty.kind} ${keyOf(duty.says)} ${keyOf(duty.exact ?? '')}`).map(
    ([first, ...same]) =>
      `${first.label}: ${first.says}${first.exact ? ` Text: "${first.exact}"` : ''} (${clauseName(first.licence_name, first.clause)}${others(first, same, `${first.says} ${first.exact}`)})`,
  );

const limitsIn = (says: string): string => (says.match(/[\d.,]+ (million|billion)|US\$ ?[\d.,]+/gi) ?? []).join(' ');

type Line = { licence_name: string; clause: string | null; says: string; exact?: string | null };

const others = (first: Line, same: Line[], words: string): string => {
  if (same.length === 0) return '';
  const names = [...new Set(same.map((line) => shortName(line.licence_name, first.licence_name)))].filter(
    (name) => name !== first.licence_name,
  );
  if (names.length === 0) return '';
  const alike = same.every((line) => `${line.says} ${line.exact}`.startsWith(words) || line.says === words);
  return `; ${alike ? 'the same' : 'likewise, with names and dates of their own,'} in ${names.join(', ')}`;
};

/** "Llama 3.2" beside "Llama 3.1 Community License Agreement": the words that both names end with are left out. */
const shortName = (name: string, beside: string): string => {
  const words = name.split(' ');
  const other = beside.split(' ');
  while (words.length > 1 && other.length > 1 && words.at(-1) === other.at(-1)) {
    words.pop();
    other.pop();
  }
  return words.join(' ');
};

const grouped = <T>(items: T[], key: (item: T) => string): [T, ...T[]][] => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const own = groups.get(key(item));
    if (own) own.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
};
