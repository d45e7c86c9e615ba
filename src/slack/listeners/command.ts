import type { App } from '@slack/bolt';
import type { Advisor } from '../../advice/advise.ts';
import { chooseReleases, MOST_SIDE_BY_SIDE } from '../../advice/choose-release.ts';
import { sentenceList } from '../../advice/wording.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Desk } from '../desk.ts';
import { createGate, type Respond } from '../gate.ts';
import { plain } from '../mrkdwn.ts';
import type { Papers } from '../papers.ts';
import { answerMessage } from '../views/answer-message.ts';
import { HELP, type NoticeBase, notice, USAGE } from '../views/notice-message.ts';
import { rubricMessage } from '../views/rubric-message.ts';

export const COMMAND = '/openness';

/** What was typed after /openness, as a question for the advisor, or a notice to show instead. */
export type Typed =
  | { kind: 'question'; text: string }
  | { kind: 'help' }
  | { kind: 'rubric' }
  /** a file about the models that are named */
  | { kind: 'brief' | 'card'; text: string }
  | { kind: 'usage'; text: string };

/** @param text what stands behind the command */
export const readCommand = (text: string): Typed => {
  const typed = text.trim();
  const [word = '', rest = ''] = [/^\S*/.exec(typed)?.[0].toLowerCase(), typed.replace(/^\S*\s*/, '')];
  if (typed === '' || word === 'help') return { kind: 'help' };
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

/** The slash command: answered to the asker alone, with a button to share it. */
export const registerCommand = (
  app: App,
  {
    desk,
    catalogue,
    advisor,
    papers,
    base,
  }: { desk: Desk; catalogue: Catalogue; advisor: Advisor; papers: Papers; base: NoticeBase },
): void => {
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
      case 'rubric':
        return say(rubricMessage(catalogue));
      case 'brief':
      case 'card': {
        const most = typed.kind === 'brief' ? 1 : MOST_SIDE_BY_SIDE;
        const choice = chooseReleases(catalogue, advisor, typed.text, most);
        if (choice.kind === 'answer') return say(answerMessage(choice.answer, { key: null }));
        const [about] = choice.models;
        // a command has no thread, and a file cannot be shown to one person in a channel
        const dm = (await client.conversations.open({ users: command.user_id })).channel!.id!;
        const shared = await papers.attempt(
          () =>
            typed.kind === 'brief'
              ? papers.brief(gate, { channel: dm }, command.team_id, about!)
              : papers.picture(gate, { channel: dm }, command.team_id, choice.models),
          say,
        );
        const what = typed.kind === 'brief' ? 'review brief' : 'picture';
        return shared && dm !== command.channel_id
          ? say(
              notice(
                base,
                `The ${what} of ${sentenceList(choice.models.map((one) => one.label))} is in our direct message.`,
              ),
            )
          : undefined;
      }
      case 'question': {
        const { answer, assumed } = await desk.ask(
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
        return say(answerMessage(answer, { key: `${command.channel_id}:${ts}`, assumed, ephemeral: true }));
      }
      default:
        return typed satisfies never;
    }
  });
};
