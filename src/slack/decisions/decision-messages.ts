import { CAVEAT, type SomeSources } from '../../advice/answer.ts';
import type { Basis } from '../../advice/changes/basis.ts';
import type { Decision } from '../../advice/decisions/decision.ts';
import { clauseName, doing, permissionWord } from '../../advice/wording.ts';
import type { Release } from '../../knowledge/catalogue.ts';
import type { Activity } from '../../knowledge/vocabulary.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { Named } from '../team/people.ts';
import { decisionLine, RECORD } from './decision-blocks.ts';

const MOST_CLAUSES = 6;

/** What was just decided, for the thread and for who asked. @param sources the texts it rests on @param today ISO date */
export const decidedMessage = (sources: SomeSources, decision: Decision, today: string): Outgoing =>
  seal(
    `Decision recorded: ${decision.name}`,
    [
      ...sections(`${bold('Decision recorded')}\n${decisionLine(decision, today)}`),
      contextBlock(
        `Your team's own decision, not part of the licence. ${byLicence(decision.activity, decision.basis)}`,
      ),
    ],
    sources,
    CAVEAT,
  );

/** What an approver gets when somebody asks for a decision. @param sources the texts that would decide */
export const requestMessage = (
  sources: SomeSources,
  request: { release: Release; activity: Activity; asker: Named; why: string; id: string; basis: Basis },
): Outgoing => {
  const { release, activity, asker, why } = request;
  return seal(
    `@${asker.name} asks for a decision about ${release.name}`,
    [
      ...sections(
        `${bold(`@${asker.name} asks for a decision`)}\n${bold(release.name)}, for ${escaped(doing(activity))}${why ? `\n&gt; ${escaped(why)}` : ''}`,
      ),
      contextBlock(byLicence(activity, request.basis)),
    ],
    sources,
    CAVEAT,
    [
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            style: 'primary',
            text: { type: 'plain_text', text: 'Record decision' },
            action_id: RECORD,
            value: JSON.stringify({ release: release.id, activity, key: request.id }),
          },
        ],
      },
    ],
  );
};

/** What the licence says on the use, in one line. */
const byLicence = (activity: Activity, { verdict, clauses, version }: Basis): string => {
  const shown = clauses.slice(0, MOST_CLAUSES).map((one) => clauseName(one.licence_name, one.clause));
  return escaped(
    `By the licence, ${doing(activity)}: ${permissionWord(verdict ?? 'unknown').toLowerCase()}${shown.length > 0 ? ` (${shown.join('; ')})` : ''}. Knowledge ${version}.`,
  );
};
