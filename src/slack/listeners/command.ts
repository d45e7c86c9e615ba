import type { App } from '@slack/bolt';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { DecisionBook } from '../decisions/decision-book.ts';
import { decisionsMessage, historyMessage } from '../decisions/decision-list.ts';
import type { Desk } from '../desk.ts';
import type { GapBook } from '../gaps/gap-book.ts';
import { gapsMessage } from '../gaps/gaps-message.ts';
import { createGate, type Respond } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Forget, Memory } from '../ports.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { answerMessage } from '../views/answer-message.ts';
import { HELP, type NoticeBase, notice, USAGE } from '../views/notice-message.ts';
import { rubricMessage } from '../views/rubric-message.ts';

export const COMMAND = '/openness';

const FORGOTTEN = (count: number): string =>
  count === 0
    ? 'I keep nothing about you.'
    : `Forgotten: your questions, the threads you began, and your feedback (${count} records). My messages stay in Slack; follow-ups in those threads need a mention again.`;

/** What was typed after /openness, as a question for the advisor, or a notice to show instead. */
export type Typed =
  | { kind: 'question'; text: string }
  | { kind: 'help' }
  | { kind: 'rubric' }
  | { kind: 'forget' }
  /** what the team decided: about these models, or all of it */
  | { kind: 'decisions'; text: string }
  | { kind: 'gaps' }
  | { kind: 'usage'; text: string };

/** @param text what stands behind the command */
export const readCommand = (text: string): Typed => {
  const typed = text.trim();
  const [word = '', rest = ''] = [/^\S*/.exec(typed)?.[0].toLowerCase(), typed.replace(/^\S*\s*/, '')];
  if (typed === '' || word === 'help') return { kind: 'help' };
  if (/^forget( about)? me[.!]?$/i.test(typed)) return { kind: 'forget' };
  if (word === 'gaps' && rest === '') return { kind: 'gaps' };
  if (word === 'decisions') return { kind: 'decisions', text: rest };
  if (word === 'rubric' && rest === '') return { kind: 'rubric' };
  if (word === 'compare') {
    const names = rest
      .split(/\s+(?:vs\.?|versus|and|with|to)\s+|,/i)
      .map((name) => name.trim())
      .filter(Boolean);
    return names.length >= 2
      ? { kind: 'question', text: `Compare ${names.join(' vs ')}` }
      : { kind: 'usage', text: USAGE.compare! };
  }
  if (word === 'licence' || word === 'license')
    return rest === ''
      ? { kind: 'usage', text: USAGE.licence! }
      : { kind: 'question', text: `What does the ${rest} licence say?`.replace(/licen[cs]e licence/i, 'licence') };
  if (word === 'find')
    return rest === ''
      ? { kind: 'usage', text: USAGE.find! }
      : { kind: 'question', text: /\bmodels?\b/i.test(rest) ? `Find ${rest}` : `Which models: ${rest}` };
  return { kind: 'question', text: typed };
};

export type CommandParts = {
  desk: Desk;
  catalogue: Catalogue;
  base: NoticeBase;
  forget: Forget;
  book: DecisionBook;
  gaps: GapBook;
  memory: Memory;
  now: () => Date;
};
const MOST_RELEASES = 5;
/** A quarter: what is asked for again and again shows. */
const GAP_DAYS = 90;

/** The slash command: answered to the asker alone, with a button to share it. */
export const registerCommand = (
  app: App,
  { desk, catalogue, base, forget, book, gaps, memory, now }: CommandParts,
): void => {
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

  app.command(COMMAND, async ({ command, ack, respond, client, context }) => {
    await ack();
    const gate = createGate(client);
    const say = (message: Parameters<typeof gate.respond>[1]) => gate.respond(respond as unknown as Respond, message);
    const typed = readCommand(plain(command.text, context.botUserId ?? ''));
    switch (typed.kind) {
      case 'help':
        return say(notice(base, HELP));
      case 'usage':
        return say(notice(base, typed.text));
      case 'forget': {
        const erased = Object.values(await forget.person(command.team_id, command.user_id));
        return say(notice(base, FORGOTTEN(erased.reduce((sum, count) => sum + count, 0))));
      }
      case 'decisions':
        return say(await decisions(command.team_id, typed.text));
      case 'gaps':
        return say(await gapsFor(command.team_id, command.user_id));
      case 'rubric':
        return say(rubricMessage(catalogue));
      case 'question': {
        const { answer, assumed, own } = await desk.ask(
          command.team_id,
          { question: typed.text },
          { person: command.user_id },
        );
        // a command has no message of its own: its trigger tells it from every other
        const ts = command.trigger_id;
        await desk.remember(
          {
            team: command.team_id,
            user: command.user_id,
            channel: command.channel_id,
            text: typed.text,
            ts,
            thread_ts: '',
          },
          '',
          answer,
          [],
        );
        return say(answerMessage(answer, { key: `${command.channel_id}:${ts}`, assumed, own, ephemeral: true }));
      }
      default:
        return typed satisfies never;
    }
  });
};
