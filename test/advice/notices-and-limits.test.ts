import { describe, expect, it } from 'vitest';
import { bindingsOf, currentLicences } from '../../src/knowledge/lineage.ts';
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
        release,
      ]),
  ).values(),
];
const documentsOf = (release: (typeof MODELS)[number]) =>
  bindingsOf(catalogue, release).flatMap((binding) => binding.documents);
const ask = (question: string) => advisor.ask({ question }, TODAY);

describe('a copy without the notices', () => {
  it.each([
    'can we remove the copyright notice from X?',
    'Is it ok to strip the copyright header from the files when we repackage X?',
    'may we delete the licence file when we ship X',
    'we take out the copyright line of X in our app, fine?',
    'could we get rid of the attribution when we redistribute X',
  ])('gets no yes: %s', (question) => {
    let asked = 0;
    for (const release of MODELS) {
      const keeps = documentsOf(release).some(({ obligations }) =>
        obligations.some(
          ({ kind, on }) =>
            ['notice_file', 'attribution', 'licence_copy'].includes(kind) && on.includes('redistribution'),
        ),
      );
      if (!keeps) continue;
      asked += 1;
      const answer = ask(question.replace('X', release.name));
      expect(['yes', 'yes_with_conditions'], `${release.name}: ${answer.headline}`).not.toContain(answer.verdict);
    }
    expect(asked).toBeGreaterThan(60);
  });

  it('is told apart from what the model is to take out of a picture', () => {
    expect(ask('we use SDXL 1.0 to remove labels and logos from photos for clients, ok?').verdict).not.toBe('no');
    expect(ask('can we use llama 3.1 8b to delete notices from a mailbox').verdict).not.toBe('no');
  });
});

describe('a question for a limit on users or revenue', () => {
  it.each(['is there a user limit on X?', 'any revenue cap with X?', 'does X have a limit on users or revenue'])(
    'is answered by what the texts hold: %s',
    (question) => {
      let [none, some] = [0, 0];
      for (const release of MODELS) {
        const documents = documentsOf(release);
        const figures = documents.some(({ findings, obligations }) =>
          [...findings, ...obligations].some(({ when }) =>
            when?.some(({ measure }) => measure !== 'territory' && measure !== 'purpose'),
          ),
        );
        const answer = ask(question.replace('X', release.name));
        if (answer.headline.startsWith('No limit')) {
          none += 1;
          expect(figures, release.name).toBe(false);
          expect(
            documents.every(({ text }) => text.extent === 'full'),
            release.name,
          ).toBe(true);
        } else if (/^Limits? of/.test(answer.headline)) {
          some += 1;
          expect(figures, release.name).toBe(true);
        }
      }
      expect(none).toBeGreaterThan(20);
      expect(some).toBeGreaterThan(10);
    },
  );

  it('is none where nobody read the text', () => {
    const answer = ask('does jamba 1.5 large have a revenue limit?');
    expect(answer.headline).not.toMatch(/^No limit|^Limit/);
  });
});

describe('another model that is only named', () => {
  const PAIRS: [string, string][] = [
    ['Mistral 7B v0.1', 'Mistral Large 2'],
    ['Gemma 2 9B', 'FLUX.1 [dev]'],
    ['Qwen3-8B', 'Qwen2.5-3B'],
    ['Phi-4', 'EXAONE 3.5 7.8B'],
  ];
  it.each(PAIRS)('is asked the same as the one before: %s, %s', (first, second) => {
    for (const [asked, more] of [
      ['can we sell an app with X?', 'and with Y?'],
      ['may we fine-tune X?', 'what about Y?'],
      ['is X ok commercially?', 'and Y?'],
      ["may we train on X's outputs?", 'Y too?'],
    ] as const) {
      const joined = ask(`${asked} ${more}`.replace('X', first).replace('Y', second));
      const alone = ask(asked.replace('X', second));
      const told = joined.subjects.map(({ release }) => release);
      for (const { release } of alone.subjects) expect(told, joined.headline).toContain(release);
      if (alone.verdict === 'no') expect(joined.verdict, joined.headline).toBe('no');
      for (const { release } of ask(asked.replace('X', first)).subjects)
        expect(told, joined.headline).toContain(release);
    }
  });
});
