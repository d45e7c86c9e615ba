import type { SlashCommand } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Advisor } from '../../advice/advise.ts';
import { chooseReleases, MOST_SIDE_BY_SIDE } from '../../advice/choose-release.ts';
import { sentenceList } from '../../advice/wording.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { Gate } from '../gate.ts';
import type { Outgoing } from '../outgoing.ts';
import type { Papers } from '../papers.ts';
import { answerMessage } from '../views/answer-message.ts';
import { type NoticeBase, notice } from '../views/notice-message.ts';

type Typed = {
  kind: 'brief' | 'card';
  /** names of models */
  text: string;
  command: SlashCommand;
  gate: Gate;
  client: WebClient;
  /** shows something to the one who typed it */
  say: (message: Outgoing) => Promise<void>;
};

/** Files that were asked for by command: a command has no thread, and a file cannot be shown to one person in a channel. */
export const createSharePaper =
  ({
    catalogue,
    advisor,
    papers,
    base,
  }: {
    catalogue: Catalogue;
    advisor: Advisor;
    papers: Papers;
    base: NoticeBase;
  }) =>
  async ({ kind, text, command, gate, client, say }: Typed): Promise<void> => {
    const choice = chooseReleases(catalogue, advisor, text, kind === 'brief' ? 1 : MOST_SIDE_BY_SIDE);
    if (choice.kind === 'answer') return say(answerMessage(choice.answer, { key: null }));
    const { models } = choice;
    const dm = (await client.conversations.open({ users: command.user_id })).channel!.id!;
    const place = { channel: dm };
    const shared = await papers.attempt(
      () =>
        kind === 'brief'
          ? papers.brief(gate, place, command.team_id, models[0]!)
          : papers.picture(gate, place, command.team_id, models),
      say,
    );
    if (!shared || dm === command.channel_id) return;
    const what = kind === 'brief' ? 'review brief' : 'picture';
    const names = sentenceList(models.map((one) => one.label));
    return say(notice(base, `The ${what} of ${names} is in our direct message.`));
  };
