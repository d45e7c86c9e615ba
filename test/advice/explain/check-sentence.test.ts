import { describe, expect, it } from 'vitest';
import { type CitedFact, checkSentence } from '../../../src/advice/explain/check-sentence.ts';
import { readSentence } from '../../../src/advice/explain/read-sentence.ts';
import { catalogue } from '../../support/shipped.ts';
import { OPERATORS } from './mutants.ts';
import { runMutants } from './run-mutants.ts';

const LLAMA: CitedFact = {
  says: 'Free for commercial use unless your products had more than 700 million monthly active users in the month before the release; above that, Meta must first give you a licence, which it may refuse.',
  about: ['Llama 3.1 Community License Agreement', 'Llama 3.1 70B'],
  clause: '2',
};
const OUTPUTS: CitedFact = {
  says: 'Outputs may be used to train other models if their name begins with "Llama".',
  about: ['Llama 3.1 Community License Agreement'],
  clause: '1.b.i',
};

describe('a sentence of a language model', () => {
  it.each([
    'Commercial use of Llama 3.1 70B is free unless your products had more than 700 million monthly active users in the month before the release; above that, Meta must first give you a licence, which it may refuse.',
    'Free for commercial use unless your products had more than 700,000,000 monthly active users (§ 2).',
    'Above that, Meta must first give you a licence.',
  ])('passes where it says what the fact says: %s', (sentence) => {
    expect(checkSentence(sentence, [LLAMA], 'can our chatbot use it?')).toBeNull();
  });

  it('may name what the asker builds, where the question names it too', () => {
    const sentence =
      'Your chatbot is free for commercial use unless your products had more than 700 million monthly active users; above that, Meta must first give you a licence, which it may refuse.';
    expect(checkSentence(sentence, [LLAMA], 'may our chatbot use it?')).toBeNull();
    expect(checkSentence(sentence, [LLAMA], 'may we use it?')).toContain('chatbot');
  });

  it.each([
    ['Free for commercial use.', 'leaves out'],
    ['Commercial use is not free unless your products had more than 700 million monthly active users.', 'denial'],
    ['Free for commercial use unless your products had more than 600 million monthly active users.', 'number'],
    ['Free for commercial use unless your products had less than 700 million monthly active users.', 'more'],
    [
      'Llama 3.2 is free for commercial use unless your products had more than 700 million monthly active users.',
      'number 3.2',
    ],
    ['Gemma is free for commercial use unless your products had more than 700 million users.', 'gemma'],
    ['Free for commercial use, see https://example.org', 'link'],
    ['<!channel> Free for commercial use unless your products had more than 700 million users.', 'mention'],
    ['We recommend commercial use unless your products had more than 700 million users.', 'recommend'],
    ['Above that, you must first give Meta a licence (§ 9.9).', 'clause 9.9'],
    ['完全免费商用。', 'language'],
    ['Outputs may be used to train other models.', 'no cited fact'],
  ])('is dropped: %s', (sentence, reason) => {
    expect(checkSentence(sentence, [LLAMA], 'can we use it?')).toContain(reason);
  });

  it('is dropped where it cites nothing, or gives one fact the permission of another', () => {
    expect(checkSentence('Free for commercial use.', [], '')).toBe('cites nothing');
    expect(checkSentence('Outputs are free to train other models.', [LLAMA, OUTPUTS], '')).not.toBeNull();
    expect(checkSentence('Outputs may be used to train other models.', [OUTPUTS], '')).toContain('condition');
  });

  it('reads numbers, denials and hyphens the same way however they are written', () => {
    const claims = (text: string) => readSentence(text).map(({ word: _, ...claim }) => claim);
    expect(claims("It can't exceed 1.5 billion")).toEqual(claims('It cannot exceed 1,500,000,000'));
    expect(readSentence('non-commercial')).toEqual(readSentence('non commercial'));
  });
});

describe('mutants of true sentences', () => {
  const { rows, whole, passed } = runMutants(catalogue);

  it('are made in numbers, from sentences that pass themselves', () => {
    expect(passed / whole).toBeGreaterThan(0.9);
    expect([...rows.values()].reduce((sum, row) => sum + row.of, 0)).toBeGreaterThan(3000);
    expect([...rows].filter(([, row]) => row.of === 0).map(([name]) => name)).toEqual([]);
  });

  it.each(OPERATORS.filter((operator) => operator.decisive).map((operator) => operator.name))(
    'never pass with %s',
    (name) => {
      expect(rows.get(name)!.through).toEqual([]);
    },
  );

  it('pass in less than one of a thousand otherwise', () => {
    const through = [...rows.values()].reduce((sum, row) => sum + row.through.length, 0);
    const of = [...rows.values()].reduce((sum, row) => sum + row.of, 0);
    console.log(`mutants: ${through} of ${of} pass the check (${((100 * through) / of).toFixed(2)} %)`);
    expect(through / of).toBeLessThan(0.001);
  });
});
