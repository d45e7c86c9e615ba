import type { KnownBlock, ModalView } from '@slack/types';
import type { TeamSettings } from './team-settings.ts';

export const SETTINGS_VIEW = 'view_settings';
export const EDIT_SETTINGS = 'settings_edit';
const MOST_APPROVERS = 20;

const text = (value: string) => ({ type: 'plain_text' as const, text: value, emoji: true });

/** Who approves, and where reviews and the digest go. */
export const settingsModal = (settings: TeamSettings | undefined): ModalView => ({
  type: 'modal',
  callback_id: SETTINGS_VIEW,
  title: text('Approvers, channels'),
  submit: text('Save'),
  close: text('Cancel'),
  blocks: [
    {
      type: 'input',
      block_id: 'approvers',
      label: text('Who records decisions about models'),
      hint: text('They, and administrators of the workspace, may change these settings from now on.'),
      element: {
        type: 'multi_users_select',
        action_id: 'value',
        max_selected_items: MOST_APPROVERS,
        ...(settings && settings.approvers.length > 0
          ? { initial_users: settings.approvers.map((one) => one.id) }
          : {}),
      },
    },
    channel(
      'review',
      'Channel for reviews',
      'Where "Ask a reviewer" sends questions. Invite me there.',
      settings?.reviewChannel,
    ),
    channel(
      'digest',
      'Channel for the weekly digest',
      'What I could not answer, once a week. Invite me there.',
      settings?.digestChannel,
    ),
  ],
});

const channel = (block_id: string, label: string, hint: string, initial: string | null | undefined): KnownBlock => ({
  type: 'input',
  block_id,
  optional: true,
  label: text(label),
  hint: text(hint),
  element: {
    type: 'conversations_select',
    action_id: 'value',
    filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
    ...(initial ? { initial_conversation: initial } : {}),
  },
});
