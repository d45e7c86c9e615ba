import type { Button, KnownBlock } from '@slack/types';
import type { Answer } from '../../advice/answer.ts';
import {
  type Decision,
  decidableRelease,
  isExpired,
  type Outcome,
  wordDecision,
} from '../../advice/decisions/decision.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { contextBlock, sections } from '../outgoing.ts';

export const RECORD = 'decision_record';
export const EXPORT = 'decision_export';

const MARKS: Record<Outcome, string> = {
  approved: '✅',
  approved_with_conditions: '☑️',
  rejected: '⛔',
  withdrawn: '▫️',
};
const MOST_SHOWN = 4;
const MOST_BESIDE = 2;
/** As small print; `/openness decisions <model>` has all of it. */
const LONGEST_BESIDE = 300;
const LONGEST = 600;

/** One decision in a line. @param today ISO date */
export const decisionLine = (decision: Decision, today: string, name = true): string =>
  `${isExpired(decision, today) ? '⌛' : MARKS[decision.outcome]} ${name ? `${bold(decision.name)}: ` : ''}${escaped(cut(wordDecision(decision, today), LONGEST))}`;

/** What stands above an answer: the team's own decisions, marked as such; the licence's answer follows unchanged. */
export const decidedBlocks = (decisions: Decision[], today: string): KnownBlock[] => {
  if (decisions.length === 0) return [];
  const several = new Set(decisions.map((one) => one.release)).size > 1;
  const more = decisions.length - MOST_SHOWN;
  return [
    ...sections(
      `${bold('Your team decided')}\n${decisions
        .slice(0, MOST_SHOWN)
        .map((one) => decisionLine(one, today, several))
        .join('\n')}${more > 0 ? `\n${more} more: \`/openness decisions\`` : ''}`,
    ),
    contextBlock(
      "Your team's own decision, not part of the licence. What the licence says follows, and its conditions hold.",
    ),
  ];
};

/**
 * What was decided about another tuning of the model. It stands in small print within the answer, and without the mark of
 * its outcome, so that nobody takes it for a decision about this one.
 */
export const besideBlocks = (decisions: Decision[], today: string): KnownBlock[] => {
  if (decisions.length === 0) return [];
  const lines = decisions.slice(0, MOST_BESIDE).map((one) => {
    const said = wordDecision(one, today);
    const label = bold(`Decided for ${one.name}, not for this one:`);
    return `${label} ${escaped(cut(`${said[0]!.toLowerCase()}${said.slice(1)}`, LONGEST_BESIDE))}`;
  });
  const more = decisions.length - MOST_BESIDE;
  if (more > 0) lines.push(`${more} more: \`/openness decisions\``);
  lines.push('Another release of the same family, size and licence. For this one it is not decided.');
  return lines.map(contextBlock);
};

/** The button below an answer about one release. @param key finds the question again */
export const recordButton = (catalogue: Catalogue, answer: Answer, key: string): Button[] => {
  const release = decidableRelease(catalogue, answer);
  return release
    ? [
        {
          type: 'button',
          text: { type: 'plain_text', text: 'Record decision', emoji: true },
          action_id: RECORD,
          value: JSON.stringify({ release: release.id, activity: answer.activity ?? '', key }),
          accessibility_label: 'Record decision about this model, or ask for one',
        },
      ]
    : [];
};
