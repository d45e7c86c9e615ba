import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);
const first = (question: string) => ask(question).text.split('\n')[0];
/** Without the sources and the caveat, which every answer ends with. */
const words = (question: string) => ask(question).text.split('\n\nSources:')[0]!.split(/\s+/).length;

describe('the first line', () => {
  it('names what decided', () => {
    expect(first('can we use llama 3.1 70b commercially?')).toMatch(
      /^Yes, with conditions: .*700 million monthly users/,
    );
    expect(first('can we use Stable Diffusion 3.5 Large?')).toMatch(/^It depends: .*yearly revenue/);
    expect(first('can we use EXAONE 4.0 32B commercially?')).toMatch(/^No: .*non-commercial/);
    expect(first('can we use Llama 4 Scout commercially?')).toMatch(/^It depends: .*where your company is based/);
  });
  it('says each verdict where several models come out differently', () => {
    const line = first('can we use llama 3.1 70b, mistral 7b and command r commercially?');
    expect(line).toMatch(/^No for Command R .*yes, with conditions for Llama 3\.1 70B; yes for Mistral 7B/);
  });
  it('answers a claim about a licence with yes or no, once', () => {
    expect(first('is phi-4 MIT?')).toMatch(/^Yes: Phi-4 is under the MIT License/);
    const answer = ask('is llama 3.1 8b MIT?');
    expect(answer.text).toMatch(/^No: Llama 3\.1 8B is not under the MIT License/);
    expect(answer.text.match(/not under/g)).toHaveLength(1);
  });
});

describe('a family name', () => {
  it('is answered by version, the same sentence of several licences said once', () => {
    const { text } = ask('can we use llama commercially?');
    expect(text).toContain('By version:');
    expect(text.match(/700 million monthly active users/g)).toHaveLength(1);
    expect(text.match(/Give recipients of the model a copy/g)).toHaveLength(1);
    expect(words('can we use llama commercially?')).toBeLessThan(800);
  });
  it('lists which version has which licence, not the card of each', () => {
    const { text } = ask('licence of deepseek?');
    expect(text.match(/: MIT License$/gm)).toHaveLength(1);
    expect(text).not.toContain('What it says');
  });
});

describe('the parts of an answer', () => {
  it('outputs that the text does not mention are said so, with what follows', () => {
    const { slots } = ask('can we use llama 3.1 8b commercially?');
    expect(slots.outputs).toMatchObject({ verdict: 'yes_with_conditions' });
    expect(slots.outputs!.says).toMatch(/^Not mentioned; .*covers/);
  });
  it('what was asked is asked as a person would', () => {
    expect(ask('can we use CogVideoX-5b commercially?').asks[0]!.question).toBe(
      'Does your product have more than 1 million monthly users?',
    );
    expect(ask('can we use LFM2-8B-A1B commercially?').asks[0]!.question).toBe(
      'Is your revenue US$10 million or more a year, affiliates included?',
    );
  });
  it('a comparison starts with its table', () => {
    const { text } = ask('compare Mistral 7B and Gemma 2 9B');
    expect(text.indexOf('Licence:')).toBeLessThan(text.indexOf('Conditions:'));
  });
});
