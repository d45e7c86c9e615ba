import { describe, expect, it } from 'vitest';
import { currentLicences } from '../../src/knowledge/lineage.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

/** One released model under each set of licences. */
const MODELS = [
  ...new Map(
    [...catalogue.releases.values()]
      .filter((release) => release.artefacts.weights?.status === 'released')
      .map((release) => [
        currentLicences(catalogue, release)
          .map(({ id }) => id)
          .join(' '),
        release.name,
      ]),
  ).values(),
];

/** Ways to ask the same thing; X is the model. */
const SAME: Record<string, string[]> = {
  'commercial use': [
    'Can we use X commercially?',
    'is X ok for commercial use',
    'may a company use X for business',
    'Is commercial use of X permitted?',
    'X: free for commercial use or not',
    'any problem using X at a for-profit company?',
    'X can be used in business, right?',
    'could we monetise X',
    'our boss wants X in production. ok?',
    "we'd like to go live with X next month - green light?",
    'is X for non-commercial use only?',
  ],
  'training on outputs': [
    "May we train on X's outputs?",
    'can we use what X generates to train our own model',
    'distil X into a smaller model of ours, ok?',
    'synthetic data from X for training our LLM',
    'use X as a teacher for our student model',
    'X labels our data, we train our own LLM on the labels',
    'does X forbid training on its outputs',
  ],
  redistribution: [
    'Can we redistribute the weights of X?',
    'may we mirror X on our own server for download',
    'can I upload X to my Hugging Face account',
    'is re-hosting the X weights for others to download ok',
    'put X weights on an S3 bucket that is public. fine?',
  ],
  'a product that is sold': [
    'Can we embed X in a product we sell?',
    'X inside our desktop app for paying customers',
    'bundle X into our commercial mobile app, ok?',
    'X baked into the firmware of a device we sell',
    'we sell a box with X on it',
  ],
};

describe('the same question in other words', () => {
  it.each(Object.entries(SAME))('has the same verdict for a model under every licence: %s', (_, questions) => {
    expect(MODELS.length).toBeGreaterThan(100);
    const differing = MODELS.flatMap((name) => {
      const [first, ...others] = questions.map(
        (question) => advisor.ask({ question: question.replaceAll('X', name) }, TODAY).verdict,
      );
      return others.flatMap((verdict, at) =>
        verdict === first ? [] : [`${questions[at + 1]} ${name}: ${verdict}, not ${first}`],
      );
    });
    expect(differing).toEqual([]);
  });
});
