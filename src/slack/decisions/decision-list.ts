import type { App, BlockAction } from '@slack/bolt';
import { CAVEAT } from '../../advice/answer.ts';
import { type Decision, wordDecision } from '../../advice/decisions/decision.ts';
import { decisionsCsv } from '../../advice/decisions/decisions-csv.ts';
import type { Release } from '../../knowledge/catalogue.ts';
import { createGate } from '../gate.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { Memory } from '../ports.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';
import { decisionLine, EXPORT } from './decision-blocks.ts';
import type { DecisionBook } from './decision-book.ts';

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

/** Lines of one message part; a fence has to open and close in the same section. */
const CHUNK = 2600;

/** The export on the Home tab: approvers get it in their direct message, as text to copy into a file. */
export const registerExport = (
  app: App,
  parts: { memory: Memory; book: DecisionBook; base: NoticeBase; now: () => Date },
): void => {
  app.action<BlockAction>(EXPORT, async ({ ack, body, client, context }) => {
    await ack();
    const team = context.teamId ?? 'team';
    const { channel } = await client.conversations.open({ users: body.user.id });
    const gate = createGate(client);
    if (!isApprover(await settingsOf(parts.memory, team), body.user.id))
      return void (await gate.post({ channel: channel!.id! }, notice(parts.base, 'The export is for approvers.')));
    const csv = decisionsCsv(await parts.book.changes(team), parts.now().toISOString().slice(0, 10));
    await gate.post({ channel: channel!.id! }, csvMessage(parts.base, csv));
  });
};

const csvMessage = (base: NoticeBase, csv: string): Outgoing => {
  const chunks: string[] = [''];
  for (const line of csv.trimEnd().split('\r\n')) {
    const clean = escaped(line).replaceAll('```', "'''");
    if (chunks.at(-1)!.length + clean.length > CHUNK && chunks.at(-1) !== '') chunks.push('');
    chunks[chunks.length - 1] += `${clean}\n`;
  }
  return seal(
    'Decisions as CSV',
    [...sections(bold('Decisions as CSV')), ...chunks.flatMap((chunk) => sections(`\`\`\`${chunk}\`\`\``))],
    base.sources,
    CAVEAT,
  );
};
