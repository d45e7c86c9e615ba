import type { ModalView } from '@slack/types';
import { type Answer, CAVEAT } from '../../advice/answer.ts';
import { cut } from '../limits.ts';
import { bold, escaped } from '../mrkdwn.ts';
import { caveatOf, contextBlock, type Outgoing, seal, sections } from '../outgoing.ts';
import type { Named } from '../team/people.ts';
import { answerBlocks } from '../views/answer-message.ts';
import type { NoticeBase } from '../views/notice-message.ts';

export const ASK_REVIEWER = 'review_ask';
export const REVIEW_VIEW = 'view_review';
const LONGEST_NOTE = 1000;
const LONGEST_QUESTION = 2000;

const text = (value: string) => ({ type: 'plain_text' as const, text: value, emoji: true });

/** @param metadata where it came from */
export const reviewModal = (question: string, metadata: string): ModalView => ({
  type: 'modal',
  callback_id: REVIEW_VIEW,
  title: text('Ask a reviewer'),
  submit: text('Send'),
  close: text('Cancel'),
  private_metadata: metadata,
  blocks: [
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: `About: ${escaped(cut(question, 200))}\nYour question, my answer and your team profile go to the channel for reviews. What is replied there comes back to you.`,
      },
    },
    {
      type: 'input',
      block_id: 'note',
      optional: true,
      label: text('What should they look at?'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: LONGEST_NOTE },
    },
  ],
});

/** What goes to the channel for reviews: the question, what the advisor says, the profile, what is open. */
export const reviewMessage = (review: {
  asker: Named;
  question: string;
  note: string;
  answer: Answer;
  assumed: string | null;
}): Outgoing => {
  const { asker, question, note, answer, assumed } = review;
  return seal(
    `@${asker.name} asks for a review: ${cut(question, 300)}`,
    [
      ...sections(
        `${bold(`@${asker.name} asks for a review`)}\n${quoted(cut(question, LONGEST_QUESTION))}${note === '' ? '' : `\n${bold('To look at:')} ${escaped(note)}`}`,
      ),
      contextBlock(
        'Reply in this thread: what you write here is brought to the asker, with your name. What you edit or delete changes there, too.',
      ),
      { type: 'divider' },
      ...answerBlocks(answer, { key: null, full: true, assumed }),
      ...(assumed ? [] : [contextBlock('The team profile says nothing that this turns on.')]),
      ...sections(
        `${bold('Open points')}\n${
          openPoints(answer)
            .map((point) => `• ${escaped(point)}`)
            .join('\n') || '• None by the rules.'
        }`,
      ),
    ],
    answer.sources,
    caveatOf(answer),
  );
};

/** What the rules could not settle. */
const openPoints = (answer: Answer): string[] => [
  ...answer.asks.map((ask) => ask.question),
  ...(answer.verdict === 'unknown' ? [answer.headline] : []),
];

const OWN_WORDS = "A colleague's own words, not from the knowledge base and not checked against it.";

/** What a reviewer replied, for the asker. Their words are quoted and escaped; they are not ours. */
export const replyMessage = (base: NoticeBase, reviewer: Named, words: string, edited?: 'edited'): Outgoing =>
  seal(
    `@${reviewer.name} ${edited ? 'edited a reply' : 'replied'} to your question`,
    [
      ...sections(`${bold(`@${reviewer.name}, a reviewer, replied:`)}\n${quoted(words)}`),
      contextBlock(edited ? `Edited by the reviewer after it was brought here. ${OWN_WORDS}` : OWN_WORDS),
    ],
    base.sources,
    CAVEAT,
  );

/** What stands in the place of a reply that the reviewer deleted: nothing of it, but that there was one. */
export const takenBackMessage = (base: NoticeBase, reviewer: Named): Outgoing =>
  seal(
    `A reply of @${reviewer.name} was taken back`,
    sections(
      `${bold(`A reply of @${reviewer.name}, a reviewer, was taken back.`)}\nIt was deleted where it was written. Please do not rely on what it said.`,
    ),
    base.sources,
    CAVEAT,
  );

const quoted = (words: string): string =>
  escaped(words)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
