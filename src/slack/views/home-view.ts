import type { HomeView, KnownBlock } from '@slack/types';
import type { Profile } from '../../advice/facts.ts';
import { cut, LIMITS } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import type { RecentQuestion } from '../ports.ts';
import { ACTIONS } from './controls.ts';

export type HomeFacts = {
  profile: Profile;
  recent: RecentQuestion[];
  knowledge: { version: string; oldestReview: string; licences: number; releases: number };
  caveat: string;
  /** decisions, approvers, channels */
  team: KnownBlock[];
};

/** The Home tab: what the bot can do, the team's profile, this person's recent questions, how old the knowledge is. */
export const homeView = ({ profile, recent, knowledge, caveat, team }: HomeFacts): HomeView => {
  const fact = (label: string, value: string | undefined) =>
    `${bold(label)}: ${value ? escaped(value) : '_not given_'}`;
  const blocks: KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Openness Advisor' } },
    section(
      "Ask what an AI model's licence allows, how open it is, and what you have to ship with it. Mention me in a channel, write to me here, or type `/openness`.",
    ),
    section(
      '• `/openness Llama 3.1 70B` – a card\n• `/openness compare Qwen2.5 72B vs Mistral Small 3`\n• `/openness find vision models we can self-host and sell`\n• On any message: *Check model licence*',
    ),
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: 'Your team' } },
    section(
      [
        fact('Monthly active users', profile.monthly_active_users?.toLocaleString('en-US')),
        fact('Annual revenue (US$)', profile.annual_revenue_usd?.toLocaleString('en-US')),
        fact('Domiciled in', profile.territories?.join(', ')),
        fact('Sector', profile.sector),
      ].join('\n'),
    ),
    {
      type: 'actions',
      elements: [
        { type: 'button', action_id: ACTIONS.editProfile, text: { type: 'plain_text', text: 'Edit team profile' } },
      ],
    },
    { type: 'divider' },
    ...team,
    { type: 'divider' },
    { type: 'header', text: { type: 'plain_text', text: 'Your recent questions' } },
    ...(recent.length === 0
      ? [section('_None yet._')]
      : recent.map((item) => section(`${escaped(cut(item.question, 200))}\n${bold(cut(item.headline, 200))}`))),
    { type: 'divider' },
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: escaped(
            `Knowledge ${knowledge.version}: ${knowledge.licences} licences and terms, ${knowledge.releases} model releases; oldest review ${knowledge.oldestReview}.`,
          ),
        },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: escaped(caveat) }] },
  ];
  return { type: 'home', blocks: blocks.slice(0, LIMITS.homeBlocks) };
};

const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', verbatim: true, text } });
