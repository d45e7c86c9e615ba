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
  it('does not say yes to a question for restrictions', () => {
    expect(first('is there any restriction on using qwen3 for weapons?')).toMatch(/^Permitted: Qwen3/);
    expect(first('is it forbidden to sell products with phi-4?')).toMatch(/^Permitted: Phi-4/);
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

describe('a question about a duty', () => {
  it('is answered by the duty, not by whether the use is allowed', () => {
    expect(first('can we drop the notice when we redistribute llama 3.1 8b?')).toMatch(
      /^No, it has to stay: Llama 3\.1 8B/,
    );
    expect(first('do we have to name our fine-tune of llama 3.1 8b in some way?')).toMatch(/^Yes, that is asked for/);
    expect(first('must we show a badge when we embed mistral 7b in our app?')).toMatch(/^We hold no such duty/);
    const { text } = ask('can we remove the llama badge?');
    expect(text).toMatch(/^Not in every version/);
    expect(text).not.toContain('700 million');
  });
  it('renaming and publishing changes are duties too', () => {
    expect(first('can we rename our llama 3.1 8b fine-tune to AcmeBot?')).toMatch(/^No, it has to stay: Llama 3\.1 8B/);
    expect(first('does the agpl require us to publish our changes?')).toMatch(/^Yes, that is asked for/);
    expect(first('does apache 2.0 require us to publish our changes?')).toMatch(/^We hold no such duty/);
  });
  it('what to ship is read first by who asks for it', () => {
    const { text } = ask('what do we have to ship with llama 3.1 8b in our app?');
    expect(text.indexOf('What to ship:')).toBeLessThan(text.indexOf('Conditions:'));
  });
  it('who owns the outputs is said beside whether they may be used', () => {
    const { text, activity } = ask('Who owns text that gemma 3 generated and may we sell it?');
    expect(activity).toBe('use_outputs');
    expect(text).toContain('claims no rights in what the model generates');
    expect(text).not.toContain('---');
  });
});

describe('several questions', () => {
  it('on one model say each verdict in the first line, and no sentence twice', () => {
    const { text } = ask('Can we use Llama 2 70B commercially? May we train another model on its outputs?');
    expect(text.split('\n')[0]).toMatch(
      /^No for training other models on its outputs .*; yes, with conditions for commercial use/,
    );
    const lines = ask('can we use gemma 2 9b commercially? what do we have to ship with it?').text.match(
      /^- .{60,}$/gm,
    )!;
    expect(new Set(lines).size).toBe(lines.length);
  });
  it('about use by a non-profit are not read as commercial', () => {
    expect(ask('is command r ok for a nonprofit?')).toMatchObject({ activity: 'use_internally', verdict: 'unknown' });
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
