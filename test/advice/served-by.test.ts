import { describe, expect, it } from 'vitest';
import { SERVICE_TERMS } from '../../src/advice/served-by.ts';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);

describe("open weights that run on somebody else's service", () => {
  it.each([
    'may we use Whisper via OpenAI API for dictation',
    'can we use Mistral 7B on Bedrock commercially?',
    'is Qwen3 8B through the OpenRouter API ok for business?',
    'we call DeepSeek-R1 over the DeepSeek API, is commercial use fine?',
  ])('get no plain yes, and the reason: %s', (question) => {
    const answer = ask(question);
    expect(answer.verdict, answer.headline).not.toBe('yes');
    expect(answer.text).toContain(SERVICE_TERMS);
  });

  it.each([
    'can we offer Mistral 7B to customers through our API?',
    'we host Qwen3 8B for our customers via API. Is it allowed?',
    'can we use Mistral 7B commercially?',
    'our app talks to our own Mistral 7B via REST, commercial. ok?',
  ])('are told apart from those that the asker runs: %s', (question) => {
    expect(ask(question).text).not.toContain(SERVICE_TERMS);
  });
});

describe('the models of a maker, asked about at large', () => {
  it.each(['Qwen', 'Reka', 'ERNIE', 'Gemma'])('are all of them: %s', (line) => {
    const { subjects, headline } = ask(`which ${line} models are Apache 2.0?`);
    expect(subjects.length, headline).toBeGreaterThan(1);
  });
});
