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
  'fine-tuning': [
    'Can we fine-tune X?',
    'may we adapt X to our domain',
    'is it allowed to train X further on our tickets',
    'lora on X, legal?',
    'we tune X with our own data, ok?',
    'modify X, allowed?',
  ],
  'a changed version for others': [
    'Can we publish a fine-tuned version of X?',
    'may we release our fine-tune of X on Hugging Face',
    'put our tuned X online for everyone',
    'share a modified X publicly',
    'we merged X with our adapter and want to upload the result to the hub',
    'can I publish a quantized X',
    'our finetune of X goes on HF next week. ok?',
  ],
  'a service': [
    'Can we offer X as a hosted service?',
    'X as a paid api for our customers',
    'host X and charge per token',
    'SaaS around X for paying customers',
    'is it ok to put X behind a paid api',
  ],
  'what it makes': [
    'Can we use the outputs of X commercially?',
    'may we sell what X generates',
    'commercial use of content made with X',
    'can text from X go into our paid newsletter',
    'the stuff X makes - can we sell it',
  ],
  research: [
    'Can we use X for research?',
    'may our university use X in a study',
    'using X for my phd thesis',
    'X in a scientific paper experiment, allowed?',
  ],
  'work inside': [
    'Can we use X internally in our company?',
    'X for internal use only',
    'may our employees use X at work',
    'X on our own servers for internal documents',
    'X for our staff only',
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

/** What most lists of forbidden uses name, asked by its name and then told as people tell it. */
const TOLD: Record<string, string[]> = {
  'military use': [
    'May we use X for military purposes?',
    'X for weapons targeting, ok?',
    'soldiers use X to aim artillery. fine?',
    'our defence client builds combat drones with X, allowed?',
    'the army wants X for battlefield reconnaissance. ok?',
    'can an arms maker put X into its rifles sights',
  ],
  'medical advice': [
    'May X give medical advice?',
    'X tells patients what illness they have, ok?',
    'an app where X says which medicine to take. fine?',
    'our chatbot on X tells diabetics how much insulin to inject',
    'X reads x-rays and writes the diagnosis. ok?',
  ],
  'law enforcement': [
    'May the police use X?',
    'X predicts who will commit a crime. ok?',
    'detectives use X to find suspects. fine?',
    'X helps customs officers decide on asylum. ok?',
  ],
  deception: [
    'May we write fake reviews with X?',
    'X writes hundreds of product reviews under invented names. ok?',
    'X runs sock puppet accounts for us. fine?',
    'our X bot says it is a human. ok?',
    'X posts propaganda with false facts before the election. ok?',
  ],
  'deciding about people': [
    'May X decide about credit for people?',
    'X decides alone who gets a loan. ok?',
    'X picks which applicants are hired, nobody checks. fine?',
    'insurance claims are turned down by X without a human. ok?',
  ],
  'critical infrastructure': [
    'May X control critical infrastructure?',
    'X steers the valves of a water works. ok?',
    'X runs the power grid switching. fine?',
    'X operates train signals. ok?',
  ],
  malware: [
    'May we write malware with X?',
    'X writes ransomware for us. ok?',
    'X makes phishing mails for our customers to send. fine?',
    "X finds ways into other companies' networks without asking. ok?",
    'X writes mass cold mails to people who never signed up. ok?',
  ],
};

describe('a use that a licence forbids', () => {
  it.each(Object.entries(TOLD))('gets no yes by being told in other words: %s', (_, [named, ...scenes]) => {
    const ask = (question: string, name: string) =>
      advisor.ask({ question: question.replaceAll('X', name) }, TODAY).verdict;
    const forbidding = MODELS.filter((name) => ask(named!, name) === 'no');
    expect(forbidding.length).toBeGreaterThan(15);
    expect(
      forbidding.flatMap((name) =>
        scenes.filter((scene) => ask(scene, name)?.startsWith('yes')).map((scene) => `${name}: ${scene}`),
      ),
    ).toEqual([]);
  });
});
