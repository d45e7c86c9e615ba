import type { App } from '@slack/bolt';
import type { Advisor } from '../../advice/advise.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import { createExport } from '../decisions/export-decisions.ts';
import { createGate, type Respond } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Papers } from '../papers.ts';
import type { Forget } from '../ports.ts';
import { answerMessage } from '../views/answer-message.ts';
import { HELP, notice, USAGE } from '../views/notice-message.ts';
import { rubricMessage } from '../views/rubric-message.ts';
import { createSharePaper } from './command-papers.ts';
import { createTeamLists, type TeamListParts } from './command-team.ts';

export const COMMAND = '/openness';

const IN_DM = 'What your team decided is in our direct message, as decisions.csv.';
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
  /** a file about the models that are named */
  | { kind: 'brief' | 'card'; text: string }
  /** what the team decided: about these models, or all of it */
  | { kind: 'decisions'; text: string }
  /** all of it, with every change, as a file */
  | { kind: 'decisions_csv' }
  | { kind: 'gaps' }
  | { kind: 'usage'; text: string };

/** @param text what stands behind the command */
export const readCommand = (text: string): Typed => {
  const typed = text.trim();
  const [word = '', rest = ''] = [/^\S*/.exec(typed)?.[0].toLowerCase(), typed.replace(/^\S*\s*/, '')];
  if (typed === '' || word === 'help') return { kind: 'help' };
  if (/^forget( about)? me[.!]?$/i.test(typed)) return { kind: 'forget' };
  if (word === 'gaps' && rest === '') return { kind: 'gaps' };
  if (word === 'decisions' && /^csv$/i.test(rest)) return { kind: 'decisions_csv' };
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
  if (word === 'brief' || word === 'card')
    return rest === '' ? { kind: 'usage', text: USAGE[word]! } : { kind: word, text: rest };
  if (word === 'find')
    return rest === ''
      ? { kind: 'usage', text: USAGE.find! }
      : { kind: 'question', text: /\bmodels?\b/i.test(rest) ? `Find ${rest}` : `Which models: ${rest}` };
  return { kind: 'question', text: typed };
};

export type CommandParts = TeamListParts & { catalogue: Catalogue; advisor: Advisor; papers: Papers; forget: Forget };

/** The slash command: answered to the asker alone, with a button to share it. */
export const registerCommand = (app: App, parts: CommandParts): void => {
  const { desk, catalogue, base, forget } = parts;
  const sharePaper = createSharePaper(parts);
  const { decisions, gapsFor } = createTeamLists(parts);
  const shareDecisions = createExport(parts);
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
      case 'decisions_csv': {
        const dm = await shareDecisions(client, command.team_id, command.user_id, say);
        return dm === null || dm === command.channel_id ? undefined : say(notice(base, IN_DM));
      }
      case 'gaps':
        return say(await gapsFor(command.team_id, command.user_id));
      case 'rubric':
        return say(rubricMessage(catalogue));
      case 'brief':
      case 'card':
        return sharePaper({ kind: typed.kind, text: typed.text, command, gate, client, say });
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
