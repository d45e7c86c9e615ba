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
  });
});
