import type { KnownBlock, ModalView } from '@slack/types';
import type { Profile } from '../../advice/facts.ts';
import { escaped } from '../mrkdwn.ts';

export const VIEWS = {
  compare: 'view_compare',
  ourCase: 'view_our_case',
  feedback: 'view_feedback',
  profile: 'view_profile',
  needs: 'view_needs',
} as const;

const text = (value: string) => ({ type: 'plain_text' as const, text: value, emoji: true });
const option = (label: string, value: string) => ({ text: text(label), value });
const modal = (
  callback_id: string,
  title: string,
  submit: string,
  blocks: KnownBlock[],
  private_metadata = '',
): ModalView => ({
  type: 'modal',
  callback_id,
  title: text(title),
  submit: text(submit),
  close: text('Cancel'),
  private_metadata,
  blocks,
});
const input = (
  block_id: string,
  label: string,
  options: { initial?: string; hint?: string; optional?: boolean; multiline?: boolean; placeholder?: string } = {},
): KnownBlock => ({
  type: 'input',
  block_id,
  optional: options.optional ?? false,
  label: text(label),
  ...(options.hint ? { hint: text(options.hint) } : {}),
  element: {
    type: 'plain_text_input',
    action_id: 'value',
    multiline: options.multiline ?? false,
    ...(options.initial ? { initial_value: options.initial } : {}),
    ...(options.placeholder ? { placeholder: text(options.placeholder) } : {}),
  },
});

export const compareModal = (metadata: string, question: string): ModalView =>
  modal(
    VIEWS.compare,
    'Compare',
    'Compare',
    [
      { type: 'section', text: { type: 'mrkdwn', text: `You asked: ${escaped(question)}` } },
      input('other', 'Compare it with', {
        placeholder: 'Mistral 7B, Qwen2.5 72B',
        hint: 'One to four models or licences, with commas between them.',
      }),
    ],
    metadata,
  );

export const ACTIVITY_CHOICES: [string, string][] = [
  ['Use it inside our company', 'use it internally'],
  ['Use it commercially', 'use it commercially'],
  ['Offer it to customers as a service', 'offer it to our customers as a service'],
  ['Ship it in a product', 'ship it in our product'],
  ['Pass on the weights', 'redistribute the weights'],
  ['Fine-tune it', 'fine-tune it'],
  ['Publish a fine-tuned version', 'publish our fine-tuned version'],
  ['Use its outputs', 'use its outputs commercially'],
  ['Train another model on its outputs', 'train another model on its outputs'],
];

export const ourCaseModal = (metadata: string, question: string): ModalView =>
  modal(
    VIEWS.ourCase,
    'Ask about our case',
    'Ask',
    [
      { type: 'section', text: { type: 'mrkdwn', text: `About: ${escaped(question)}` } },
      {
        type: 'input',
        block_id: 'activity',
        label: text('What do you want to do?'),
        element: {
          type: 'static_select',
          action_id: 'value',
          options: ACTIVITY_CHOICES.map(([label, value]) => option(label, value)),
        },
      },
      input('users', 'Monthly active users, with affiliates', { optional: true, placeholder: '50000' }),
      input('revenue', 'Annual revenue in US$, with affiliates', { optional: true, placeholder: '2000000' }),
      input('country', 'Country of your company (two letters)', { optional: true, placeholder: 'DE' }),
    ],
    metadata,
  );

export const feedbackModal = (metadata: string): ModalView =>
  modal(
    VIEWS.feedback,
    'What was wrong?',
    'Send',
    [
      {
        type: 'input',
        block_id: 'kind',
        label: text('What was the matter?'),
        element: {
          type: 'radio_buttons',
          action_id: 'value',
          options: [
            option('The answer is wrong', 'wrong'),
            option('It read my question wrongly', 'misread'),
            option('Hard to understand', 'unclear'),
            option('Something is missing', 'missing'),
            option('Something else', 'other'),
          ],
        },
      },
      input('reason', 'Tell us more', { optional: true, multiline: true }),
    ],
    metadata,
  );

export const profileModal = (profile: Profile): ModalView =>
  modal(VIEWS.profile, 'Team profile', 'Save', [
    {
      type: 'context',
      elements: [
        {
          type: 'mrkdwn',
          text: 'Licences turn on these facts. They are used for everybody in this workspace and shown in answers as an assumption. Leave empty what you do not know.',
        },
      ],
    },
    input('users', 'Monthly active users, with affiliates', {
      optional: true,
      initial: profile.monthly_active_users?.toString(),
    }),
    input('revenue', 'Annual revenue in US$, with affiliates', {
      optional: true,
      initial: profile.annual_revenue_usd?.toString(),
    }),
    input('countries', 'Countries where you are domiciled', {
      optional: true,
      initial: profile.territories?.join(', '),
      hint: 'Two-letter codes with commas: DE, US',
    }),
    input('sector', 'Sector', { optional: true, initial: profile.sector }),
  ]);

/** What one may need from "open"; each becomes part of a shortlist. */
export const NEEDS: [string, string][] = [
  ['Downloadable weights', 'downloadable weights'],
  ['A permissive licence', 'a permissive licence'],
  ['Running it on our own machines', 'self-host'],
  ['Reproducibility: training code and data', 'reproducible'],
  ['Information about the training data', 'training data released'],
  ['Freedom to publish derivatives', 'publish our fine-tuned version'],
  ['Commercial use', 'commercial use'],
];
const KINDS: [string, string][] = [
  ['Text', 'text'],
  ['Code', 'coding'],
  ['Vision (reads images)', 'vision'],
  ['Image generation', 'image generation'],
  ['Video generation', 'video'],
  ['Speech', 'speech'],
  ['Audio and music', 'music'],
  ['Embeddings', 'embedding'],
];

export const needsModal = (): ModalView =>
  modal(VIEWS.needs, 'Find a model', 'Find', [
    {
      type: 'input',
      block_id: 'kind',
      label: text('What should it do?'),
      element: {
        type: 'static_select',
        action_id: 'value',
        initial_option: option(KINDS[0]![0], KINDS[0]![1]),
        options: KINDS.map(([label, value]) => option(label, value)),
      },
    },
    {
      type: 'input',
      block_id: 'needs',
      optional: true,
      label: text('What do you need from "open"?'),
      element: { type: 'checkboxes', action_id: 'value', options: NEEDS.map(([label, value]) => option(label, value)) },
    },
    input('country', 'Country of your company (two letters)', { optional: true, placeholder: 'DE' }),
    input('size', 'Largest size in billions of parameters', { optional: true, placeholder: '30' }),
  ]);
