import type { DecisionBook } from '../decisions/decision-book.ts';
import { decisionsMessage, historyMessage } from '../decisions/decision-list.ts';
import type { Desk } from '../desk.ts';
import type { GapBook } from '../gaps/gap-book.ts';
import { gapsMessage } from '../gaps/gaps-message.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Memory } from '../ports.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { type NoticeBase, notice, USAGE } from '../views/notice-message.ts';

export type TeamListParts = {
  desk: Desk;
  base: NoticeBase;
  book: DecisionBook;
  gaps: GapBook;
  memory: Memory;
  now: () => Date;
};
const MOST_RELEASES = 5;
/** A quarter: what is asked for again and again shows. */
const GAP_DAYS = 90;

/** What a team has together and lists by command: its decisions, and what could not be answered. */
export const createTeamLists = ({ desk, base, book, gaps, memory, now }: TeamListParts) => {
  const decisions = async (team: string, text: string): Promise<Outgoing> => {
    const today = now().toISOString().slice(0, 10);
    if (text === '') return decisionsMessage(base, await book.standing(team), today);
    const releases = desk.releasesIn(text).slice(0, MOST_RELEASES);
    if (releases.length === 0) return notice(base, USAGE.decisions!);
    return historyMessage(
      base,
      await Promise.all(
        releases.map(async (release) => ({
          release,
          standing: await book.of(team, release.id),
          changes: await book.changes(team, release.id),
        })),
      ),
      today,
    );
  };
  const gapsFor = async (team: string, user: string): Promise<Outgoing> =>
    isApprover(await settingsOf(memory, team), user)
      ? gapsMessage(base, await gaps.since(team, GAP_DAYS), GAP_DAYS)
      : notice(base, 'What could not be answered is shown to approvers. They are named on my Home tab.');
  return { decisions, gapsFor };
};
