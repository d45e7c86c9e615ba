import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const verdict = (question: string) => advisor.ask({ question }, TODAY).verdict;

describe('figures in a question', () => {
  it('daily users are the least a month can have: they can exceed a monthly limit, not clear it', () => {
    expect(verdict('we have 3M DAU, can we use CogVideoX-5b commercially?')).toBe('no');
    expect(verdict('we have 300k DAU, can we use CogVideoX-5b commercially?')).toBe('depends');
    expect(verdict('baichuan2 13b, our app has 3 million daily users. commercial?')).toBe('no');
  });
  it('a bare figure is revenue only where a currency or a word for earning says so', () => {
    expect(verdict('LFM2-8B-A1B for a tiny startup (under 500k), commercially?')).toBe('depends');
    expect(verdict('a 500k startup wants LFM2-8B-A1B commercially')).toBe('depends');
    expect(verdict('a $500k startup wants LFM2-8B-A1B commercially')).toBe('yes_with_conditions');
    expect(verdict('our startup makes under 500k. LFM2-8B-A1B ok?')).toBe('yes_with_conditions');
  });
  it('what is said before the question counts', () => {
    const revenue = '60M USD revenue last year. Kimi K3 commercially?';
    expect(verdict(`we run a model-as-a-service platform, ${revenue}`)).toBe('no');
    expect(verdict(`we're no maas provider, ${revenue}`)).toBe('yes_with_conditions');
    expect(verdict(revenue)).toBe('depends');
    expect(
      advisor.ask({ question: 'Hi, lawyers here. Kolors for our catalogue, 2M MAU. Conditions?' }, TODAY),
    ).toMatchObject({ kind: 'assessment', activity: 'use_commercially' });
  });
  it('what is built, said before the question, counts as a field of use', () => {
    expect(verdict('We do targeting software for an army. Can llama 3.1 70b be part of it?')).toBe('no');
    expect(verdict('we do targeting software for an army. can llama 3.1 70b be part of it?')).toBe('no');
  });
  it('what was made, said before the question, is what is published', () => {
    for (const question of [
      'Fine-tuned bigcode/starcoder2-7b. Can I publish it under Apache?',
      'We trained a LoRA on llama 3.1 8b. can we share it?',
    ])
      expect(advisor.ask({ question }, TODAY), question).toMatchObject({
        activity: 'publish_derivative',
        corrections: [],
      });
  });
  it('a revenue behind a name is no version of it', () => {
    expect(advisor.ask({ question: 'kimi k2 thinking, 30M USD monthly revenue' }, TODAY).subjects).toMatchObject([
      { release: 'kimi-k2-thinking' },
    ]);
  });
  it('Chinese numbers are read', () => {
    expect(verdict('我们是一家北京的公司，可以商用 CogVideoX-5b 吗？每月大概两万次访问')).toBe('yes_with_conditions');
    expect(verdict('我们是一家北京的公司，可以商用 CogVideoX-5b 吗？每月三百万次访问')).toBe('no');
  });
});

describe('a claim about a licence', () => {
  it('is answered yes or no, with the correction', () => {
    expect(advisor.ask({ question: 'canopylabs/orpheus-3b-0.1-ft: tagged apache. true?' }, TODAY)).toMatchObject({
      kind: 'licence',
      verdict: 'no',
      corrections: [expect.stringContaining('Llama 3.2')],
    });
    expect(verdict('whisper large v3: listed as MIT. correct?')).toBe('yes');
    expect(verdict('DeepSeek-R1-Distill-Llama-70B: the card says MIT. So nothing else applies, right?')).toBe('no');
  });
  it('is asked of the model named, not of one it is likened to', () => {
    const question = 'zephyr-7b-gemma-v0.1, is that MIT like the other zephyr? want to embed it';
    const answer = advisor.ask({ question }, TODAY);
    expect(answer.verdict).toBe('yes_with_conditions');
    expect(answer.subjects.flatMap((subject) => subject.release ?? [])).toEqual(['zephyr-7b-gemma-v0.1']);
  });
  it('in a thread on a model is asked of that model', () => {
    const context = 'asker: licence of whisper medium?\nbot: MIT.';
    expect(advisor.ask({ question: 'does MIT cover the weights too?', context }, TODAY).subjects[0]).toMatchObject({
      release: 'whisper-medium',
    });
  });
  it('where card and file disagree, is answered by what counts then', () => {
    expect(
      advisor.ask({ question: 'hf card says apache, LICENSE file says something else. which one counts?' }, TODAY).kind,
    ).toBe('article');
  });
});
