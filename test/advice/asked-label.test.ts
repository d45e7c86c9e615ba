import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);

describe('a label that is asked about by itself', () => {
  it.each([
    'What does "Built with Llama" have to look like?',
    'do we need the Built with Llama badge on our website?',
    'what is this built with llama thing about',
  ])('is answered by every licence that asks for it: %s', (question) => {
    const answer = ask(question);
    expect(answer.kind).toBe('licence');
    expect(answer.subjects.map(({ licence }) => licence)).toEqual([
      'llama-3.1-community',
      'llama-3.2-community',
      'llama-3.3-community',
      'llama-4-community',
    ]);
    expect(answer.obligations).toContainEqual(
      expect.objectContaining({ kind: 'badge', exact: 'Built with Llama', licence: 'llama-4-community' }),
    );
    expect(answer.headline).toContain('naming and badge');
  });

  it('is known in each wording that a licence has', () => {
    expect(ask("where must 'Powered by Stability AI' appear?").obligations).toContainEqual(
      expect.objectContaining({ kind: 'badge', licence: 'stability-ai-community' }),
    );
  });

  it('that no licence asks for is answered by what the model on it asks for', () => {
    const answer = ask('does the about page of our wrapper need "Built with Gemma"?');
    expect(answer.kind).toBe('licence');
    expect(answer.subjects.length).toBeGreaterThan(0);
    expect(answer.obligations.filter(({ kind }) => kind === 'badge')).toEqual([]);
  });

  it('beside a model is no subject of its own', () => {
    const answer = ask('do we have to show "Built with Llama" when we use Mistral 7B v0.3 in our app?');
    expect(answer.subjects.map(({ licence }) => licence)).toEqual(['apache-2.0']);
  });
});
