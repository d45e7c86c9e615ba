import type { KnownBlock, ModalView } from '@slack/types';
import { type Decision, OUTCOME_WORDS, OUTCOMES, wordDecision } from '../../advice/decisions/decision.ts';
import { capital, doing } from '../../advice/wording.ts';
import type { Release } from '../../knowledge/catalogue.ts';
import { ACTIVITIES } from '../../knowledge/vocabulary.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';

export const DECISION_VIEW = 'view_decision';
export const REQUEST_VIEW = 'view_decision_request';
export const LONGEST_NOTE = 500;

const text = (value: string) => ({ type: 'plain_text' as const, text: value, emoji: true });
const option = (label: string, value: string) => ({ text: text(label), value });
const uses = ACTIVITIES.map((activity) => option(cut(capital(doing(activity)), 75), activity));

const useSelect = (activity: string): KnownBlock => {
  const initial = uses.find((one) => one.value === activity);
  return {
    type: 'input',
    block_id: 'activity',
    label: text('For what use'),
    element: {
      type: 'static_select',
      action_id: 'value',
      options: uses,
      ...(initial ? { initial_option: initial } : {}),
    },
  };
};
const note = (block_id: string, label: string, optional: boolean, hint: string): KnownBlock => ({
  type: 'input',
  block_id,
  optional,
  label: text(label),
  hint: text(hint),
  element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: LONGEST_NOTE },
});

/** What an approver fills in. @param today ISO date @param metadata where it came from */
export const decisionModal = (
  release: Release,
  activity: string,
  standing: Decision[],
  today: string,
  metadata: string,
): ModalView => ({
  type: 'modal',
  callback_id: DECISION_VIEW,
  title: text('Record decision'),
  submit: text('Record'),
  close: text('Cancel'),
  private_metadata: metadata,
  blocks: [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        verbatim: true,
        text: cut(
          [bold(release.name), ...standing.map((one) => `So far: ${escaped(wordDecision(one, today))}`)].join('\n'),
          2900,
        ),
      },
    },
    {
      type: 'input',
      block_id: 'outcome',
      label: text('Decision'),
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        options: OUTCOMES.map((outcome) =>
          option(outcome === 'withdrawn' ? 'Withdraw what was decided' : OUTCOME_WORDS[outcome], outcome),
        ),
      },
    },
    useSelect(activity),
    note('note', 'Note', true, 'Conditions, scope, reasons. Everybody in this workspace can read it.'),
    {
      type: 'input',
      block_id: 'expires',
      optional: true,
      label: text('Holds until'),
      hint: text('The last day. Leave empty where it has no end.'),
      element: { type: 'datepicker', action_id: 'value' },
    },
  ],
});

/** What everyone else fills in. */
export const requestModal = (release: Release, activity: string, metadata: string): ModalView => ({
  type: 'modal',
  callback_id: REQUEST_VIEW,
  title: text('Ask for a decision'),
  submit: text('Ask'),
  close: text('Cancel'),
  private_metadata: metadata,
  blocks: [
    {
      type: 'section',
      text: { type: 'mrkdwn', text: `${bold(release.name)}\nYour approvers get this in a direct message.` },
    },
    useSelect(activity),
    note('note', 'What is it for?', true, 'A sentence on the project helps whoever decides.'),
  ],
});
