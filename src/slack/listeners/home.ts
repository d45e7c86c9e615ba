import type { App, BlockAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { CAVEAT } from '../../advice/answer.ts';
import type { Catalogue } from '../../knowledge/catalogue.ts';
import type { DecisionBook } from '../decisions/decision-book.ts';
import type { Memory } from '../ports.ts';
import { homeTeamBlocks } from '../team/home-blocks.ts';
import { isApprover, settingsOf } from '../team/team-settings.ts';
import { ACTIONS } from '../views/controls.ts';
import { homeView } from '../views/home-view.ts';
import { profileModal } from '../views/modals.ts';

export type HomeParts = { memory: Memory; catalogue: Catalogue; book: DecisionBook; now: () => Date };

/** What the agent view offers before the first question. At most four. */
export const SUGGESTED = [
  { title: 'Can we use Llama commercially?', message: 'Can we use Llama 3.1 70B commercially?' },
  { title: 'Is it open source?', message: 'Is Mistral Large open source?' },
  { title: 'Train on outputs', message: "May we train our own model on Gemma 3's outputs?" },
  { title: 'Find a model', message: 'Which vision models can we self-host, fine-tune and sell as an EU company?' },
];

/** The Home tab, the suggested questions of the direct message, and the team's profile. */
export const registerHome = (app: App, parts: HomeParts): void => {
  app.event('app_home_opened', async ({ event, client, context }) => {
    const team = context.teamId ?? 'team';
    if (event.tab === 'home') await publishHome(parts, client, team, event.user);
    else if (event.tab === 'messages') await suggest(client, event.channel);
  });
  app.action<BlockAction>(ACTIONS.editProfile, async ({ ack, body, client, context }) => {
    await ack();
    const profile = (await parts.memory.profiles.get(context.teamId ?? 'team')) ?? {};
    await client.views.open({ trigger_id: body.trigger_id, view: profileModal(profile) });
  });
};

export const publishHome = async (
  { memory, catalogue, book, now }: HomeParts,
  client: WebClient,
  team: string,
  user: string,
): Promise<void> => {
  const profile = (await memory.profiles.get(team)) ?? {};
  const recent = (await memory.recent.get(team, user)) ?? [];
  const knowledge = {
    version: catalogue.version,
    oldestReview: catalogue.oldestReview,
    licences: catalogue.licences.size,
    releases: catalogue.releases.size,
  };
  const settings = await settingsOf(memory, team);
  const blocks = homeTeamBlocks({
    settings,
    standing: await book.standing(team),
    approver: isApprover(settings, user),
    today: now().toISOString().slice(0, 10),
  });
  await client.views.publish({
    user_id: user,
    view: homeView({ profile, recent, knowledge, caveat: CAVEAT, team: blocks }),
  });
};

const suggest = async (client: WebClient, channel_id: string): Promise<void> => {
  try {
    await client.apiCall('assistant.threads.setSuggestedPrompts', {
      channel_id,
      title: 'Questions to start with',
      prompts: SUGGESTED,
    });
  } catch {
    // a workspace without the agent view has no place for them
  }
};
