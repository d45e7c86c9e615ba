import { CAVEAT } from '../../advice/answer.ts';
import { type Decision, wordDecision } from '../../advice/decisions/decision.ts';
import type { Release } from '../../knowledge/catalogue.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { NoticeBase } from '../views/notice-message.ts';
import { decisionLine } from './decision-blocks.ts';

const MOST_LISTED = 30;
const OWN = "Decisions are your team's own, not part of any licence.";

/** What `/openness decisions` shows: all that stand. @param today ISO date */
export const decisionsMessage = (base: NoticeBase, standing: Decision[], today: string): Outgoing => {
  const lines = standing.slice(0, MOST_LISTED).map((one) => `• ${decisionLine(one, today)}`);
  if (standing.length > MOST_LISTED)
    lines.push(`${standing.length - MOST_LISTED} more: name a model, or export them on the Home tab.`);
  return seal(
    'What your team decided',
    [
      ...sections(
        `${bold('What your team decided')}\n${lines.join('\n') || 'Nothing yet. An answer about one model has the button "Record decision".'}`,
      ),
      contextBlock(OWN),
    ],
    base.sources,
    CAVEAT,
  );
};

/** What `/openness decisions <model>` shows: what stands and every change before. @param today ISO date */
export const historyMessage = (
  base: NoticeBase,
  found: { release: Release; standing: Decision[]; changes: Decision[] }[],
  today: string,
): Outgoing =>
  seal(
    `What your team decided about ${found.map((one) => one.release.name).join(', ')}`,
    [
      ...found.flatMap(({ release, standing, changes }) => {
        const now = standing.map((one) => `• ${decisionLine(one, today, false)}`);
        const past = changes
          .slice(-MOST_LISTED)
          .map((one) => `• ${escaped(cut(wordDecision(one, '0000-00-00'), 300))}`);
        return sections(
          `${bold(release.name)}\n${now.join('\n') || 'Nothing stands.'}${past.length > 0 ? `\n_Every change, oldest first:_\n${past.join('\n')}` : ''}`,
        );
      }),
      contextBlock(OWN),
    ],
    base.sources,
    CAVEAT,
  );
