import type { App, BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { CAVEAT } from '../../advice/answer.ts';
import { decisionsCsv } from '../../advice/decisions/decisions-csv.ts';
import { createGate } from '../gate.ts';
import { bold } from '../mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { Papers } from '../papers.ts';
import type { Memory } from '../ports.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { EXPORT } from './decision-blocks.ts';
import type { DecisionBook } from './decision-book.ts';

export type ExportParts = { memory: Memory; book: DecisionBook; base: NoticeBase; papers: Papers; now: () => Date };

const FOR_APPROVERS = 'The export is for approvers. They are named on my Home tab.';
const NONE_YET = 'Nothing was decided yet, so there is nothing to export.';
/** Without it Excel takes the letters of a file for those of the machine's own code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Shares every decision of one workspace, and every change of them, as `decisions.csv` in an approver's direct message.
 * A channel is no place for it: there a file is for everybody.
 */
export const createExport = ({ memory, book, base, papers, now }: ExportParts) => {
  /** @param told says something to the one who asked, where they asked @returns the direct message; null where nothing was shared */
  const share = async (
    client: WebClient,
    team: string,
    user: string,
    told?: (message: Outgoing) => Promise<unknown>,
  ): Promise<string | null> => {
    const gate = createGate(client);
    const place = { channel: (await client.conversations.open({ users: user })).channel!.id! };
    const tell = told ?? ((message: Outgoing) => gate.post(place, message));
    if (!isApprover(await settingsOf(memory, team), user)) {
      await tell(notice(base, FOR_APPROVERS));
      return null;
    }
    const changes = await book.changes(team);
    if (changes.length === 0) {
      await tell(notice(base, NONE_YET));
      return null;
    }
    const content = Buffer.from(BYTE_ORDER_MARK + decisionsCsv(changes, now().toISOString().slice(0, 10)));
    const file = { name: 'decisions.csv', title: 'Decisions (CSV)', content };
    const shared = await papers.attempt(() => gate.share(place, [file], exportMessage(base, changes.length)), tell);
    return shared ? place.channel : null;
  };
  return share;
};

const exportMessage = (base: NoticeBase, count: number): Outgoing =>
  seal(
    'What your team decided, as CSV',
    [
      ...sections(
        `${bold('What your team decided, as CSV')}\n${count === 1 ? 'One entry' : `${count} entries, oldest first`}; the column "stands" says which hold now.`,
      ),
      contextBlock("Decisions are your team's own, not part of any licence."),
    ],
    base.sources,
    CAVEAT,
  );

/** The button on the Home tab. What it has to say stands in the direct message, as a Home tab has no other place. */
export const registerExport = (app: App, parts: ExportParts): void => {
  const share = createExport(parts);
  app.action<BlockAction>(EXPORT, async ({ ack, body, client, context }) => {
    await ack();
    await share(client, context.teamId ?? 'team', body.user.id);
  });
};
