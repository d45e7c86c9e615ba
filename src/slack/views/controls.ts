import type { Button, KnownBlock } from '@slack/types';
import type { Answer, AnswerKind } from '../../advice/answer.ts';
import { MOST_SIDE_BY_SIDE } from '../../advice/choose-release.ts';

/** The actions of an answer's buttons; each value is the key under which the question is remembered. */
export const ACTIONS = {
  details: 'answer_details',
  compare: 'answer_compare',
  ship: 'answer_ship',
  brief: 'answer_brief',
  picture: 'answer_picture',
  ourCase: 'answer_our_case',
  share: 'answer_share',
  reportMissing: 'report_missing',
  feedback: 'answer_feedback',
  editProfile: 'profile_edit',
} as const;

const button = (text: string, action_id: string, value: string, label?: string): Button => ({
  type: 'button',
  text: { type: 'plain_text', text, emoji: true },
  action_id,
  value,
  ...(label ? { accessibility_label: label } : {}),
});

/** What a picture can be drawn of. */
const PICTURED: AnswerKind[] = ['assessment', 'classification', 'comparison', 'licence'];

/**
 * Buttons below an answer, and native feedback.
 * @param key finds the question again @param own what the team can do with the answer, in a row of its own
 */
export const controlsFor = (answer: Answer, key: string, ephemeral: boolean, own: Button[] = []): KnownBlock[] => {
  const releases = new Set(answer.subjects.flatMap((subject) => subject.release ?? []));
  const model = releases.size > 0;
  const buttons = [
    ...(answer.kind === 'not_covered'
      ? [button('Report missing', ACTIONS.reportMissing, key, 'Report that this model is missing')]
      : [button('Details', ACTIONS.details, key, 'Show everything behind this answer')]),
    ...(model
      ? [
          button('What to ship', ACTIONS.ship, key),
          button('Compare', ACTIONS.compare, key),
          button('Ask about our case', ACTIONS.ourCase, key),
        ]
      : []),
    ...(PICTURED.includes(answer.kind) && model && releases.size <= MOST_SIDE_BY_SIDE
      ? [button('Picture', ACTIONS.picture, key, 'Show this as a picture')]
      : []),
    ...(releases.size === 1
      ? [button('Review brief', ACTIONS.brief, key, 'Share a review brief as PDF and Markdown')]
      : []),
    ...(ephemeral ? [button('Share to channel', ACTIONS.share, key)] : []),
  ];
  return [
    { type: 'actions', elements: buttons },
    ...(own.length > 0 ? [{ type: 'actions' as const, elements: own }] : []),
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTIONS.feedback,
          positive_button: {
            text: { type: 'plain_text', text: 'Helpful' },
            value: `up ${key}`,
            accessibility_label: 'This answer was helpful',
          },
          negative_button: {
            text: { type: 'plain_text', text: 'Not helpful' },
            value: `down ${key}`,
            accessibility_label: 'This answer was not helpful',
          },
        },
      ],
    },
  ];
};
