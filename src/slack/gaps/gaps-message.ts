import { CAVEAT } from '../../advice/answer.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { GapRecord } from '../ports.ts';
import type { NoticeBase } from '../views/notice-message.ts';
import { countGaps, entryId, GAP_KINDS } from './count-gaps.ts';

const MOST_NAMES = 10;
const MOST_QUESTIONS = 5;

/** What could not be answered, counted, and how to start an entry for it. @param days how far back the gaps reach */
export const gapsMessage = (base: NoticeBase, gaps: GapRecord[], days: number): Outgoing => {
  const counted = countGaps(gaps);
  const title = `What I could not answer in the last ${days} days: ${counted.total}`;
  const missing = counted.missing.slice(0, MOST_NAMES);
  const ids = missing.flatMap(({ name }) => entryId(name) ?? []);
  const questions = gaps.flatMap((gap) => gap.question ?? []).slice(0, MOST_QUESTIONS);
  return seal(
    title,
    [
      ...sections([bold(title), ...counted.kinds.map(({ kind, count }) => `• ${count} ${GAP_KINDS[kind]}`)].join('\n')),
      ...list('Missing, by how many people asked', missing.map(line)),
      ...list('In answers that did not help', counted.unhelpful.slice(0, MOST_NAMES).map(line)),
      ...list(
        'Asked last',
        questions.map((question) => `• ${escaped(cut(question.replace(/\s+/g, ' '), 200))}`),
      ),
      ...(ids.length > 0
        ? [
            ...sections(
              `${bold('To start an entry')}\n\`\`\`${[...new Set(ids)].map((id) => `npm run knowledge -- new model ${id}`).join('\n')}\`\`\``,
            ),
            contextBlock('Each call writes a skeleton; `npm run knowledge` says what it still needs.'),
          ]
        : []),
    ],
    base.sources,
    CAVEAT,
  );
};

const line = ({ name, count }: { name: string; count: number }): string => `• ${escaped(cut(name, 80))}: ${count}`;
const list = (title: string, lines: string[]) =>
  lines.length === 0 ? [] : sections(`${bold(title)}\n${lines.join('\n')}`);
