import type { NameIndex } from '../../knowledge/names/name-index.ts';
import type { Mention } from '../../knowledge/names/read-names.ts';
import type { Candidate } from '../model-ports.ts';
import { namesIn } from '../names-in.ts';
import type { Turn } from '../thread.ts';

const MOST = 12;

/** @returns every model and licence that is really named in the question or the thread, each once; the question's first */
export const candidatesOf = (
  index: NameIndex,
  question: string,
  turns: Turn[],
): (Candidate & { mention: Mention; from: 'question' | 'thread' })[] => {
  const named = [
    ...namesIn(index, question).map((mention) => ({ mention, from: 'question' as const })),
    ...[...turns]
      .reverse()
      .flatMap((turn) => namesIn(index, turn.text).map((mention) => ({ mention, from: 'thread' as const }))),
  ].flatMap(({ mention, from }) => (mention.kind === 'unknown' ? [] : [{ mention, from, name: mention.label }]));
  return named
    .filter((item, at) => named.findIndex((other) => other.name === item.name) === at)
    .slice(0, MOST)
    .map(({ mention, from, name }, at) => ({ id: `m${at + 1}`, name, written: mention.written, mention, from }));
};
