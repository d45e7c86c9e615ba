import type { KnownBlock } from '@slack/types';
import type { Decision } from '../../advice/decisions/decision.ts';
import { decisionLine, EXPORT } from '../decisions/decision-blocks.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { EDIT_SETTINGS } from './settings-modal.ts';
import type { TeamSettings } from './team-settings.ts';

const MOST_SHOWN = 10;
const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', verbatim: true, text } });
const header = (text: string): KnownBlock => ({ type: 'header', text: { type: 'plain_text', text } });

export type TeamFacts = {
  settings: TeamSettings | undefined;
  standing: Decision[];
  /** this person may record decisions */
  approver: boolean;
  /** ISO date */
  today: string;
};

/** The part of the Home tab on what the team decided, who decides, and where reviews and the digest go. */
export const homeTeamBlocks = ({ settings, standing, approver, today }: TeamFacts): KnownBlock[] => [
  header('What your team decided'),
  ...(standing.length === 0
    ? [section('_None yet._ An answer about one model has the button *Record decision*.')]
    : standing.slice(0, MOST_SHOWN).map((one) => section(decisionLine(one, today)))),
  ...(standing.length > MOST_SHOWN ? [section(`${standing.length - MOST_SHOWN} more: \`/openness decisions\``)] : []),
  section(
    [
      `${bold('Approvers')}: ${settings ? settings.approvers.map((one) => escaped(`@${one.name}`)).join(', ') : '_not set; you can be the first to set them_'}`,
      `${bold('Channel for reviews')}: ${channel(settings?.reviewChannel)}`,
      `${bold('Channel for the weekly digest')}: ${channel(settings?.digestChannel)}`,
    ].join('\n'),
  ),
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: EDIT_SETTINGS, text: { type: 'plain_text', text: 'Approvers and channels' } },
      ...(approver
        ? [
            {
              type: 'button' as const,
              action_id: EXPORT,
              text: { type: 'plain_text' as const, text: 'Export decisions (CSV)' },
            },
          ]
        : []),
    ],
  },
];

/** A Home tab is seen by one person and notifies nobody, so it may name a channel as Slack shows it. */
const channel = (id: string | null | undefined): string => (id ? `<#${id}>` : '_not set_');
