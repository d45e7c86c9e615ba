import { describe, expect, it } from 'vitest';
import type { Profile } from '../../src/advice/facts.ts';
import { advisor, TODAY } from '../support/shipped.ts';

const verdict = (question: string, context?: string, profile?: Profile) =>
  advisor.ask({ question, ...(context ? { context } : {}), ...(profile ? { profile } : {}) }, TODAY).verdict;

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

describe('an amount without a noun', () => {
  it('is revenue where it is so much a year, or so many dollars a month', () => {
    expect(verdict('LFM2 8B in our app, we do 14M a year')).toBe('no');
    expect(verdict('SD 3.5 Large at a studio with 700k per year, client work?')).toBe('yes_with_conditions');
    expect(verdict('LFM2 1.2B in our product, 2 million euros a month')).toBe('no');
  });
  it('is none where something is counted or paid', () => {
    expect(verdict('LFM2 8B: 20 million images a year in our product')).toBe('depends');
    expect(verdict('SD 3.5 Large in our app, our cloud bill is $3 million a year')).toBe('depends');
  });
  it('answers the figure that was asked for', () => {
    const asked = 'asker: SD 3.5 Large in our app\nbot: It depends on your yearly revenue. What is it?';
    expect(verdict("that's about 400k", asked)).toBe('yes_with_conditions');
    expect(verdict('3.2 million', asked)).toBe('no');
    expect(verdict('no idea, started in 2024', asked)).toBe('depends');
    const users = 'asker: CogVideoX 5B in our app\nbot: It depends: how many monthly active users do you have?';
    expect(verdict('roughly 3 million', users)).toBe('no');
    expect(verdict('LFM2 8B for a small firm (under 500k), commercially?')).toBe('depends');
  });
  it('replaces the one said before', () => {
    expect(verdict('sorry, 8M', 'asker: LFM2 8B in our app, 12M revenue\nbot: No. Above US$10M.')).toBe(
      'yes_with_conditions',
    );
  });
});

describe('a place', () => {
  it('of the one who asks is where the organisation is', () => {
    expect(verdict('Llama 4 Scout for a bakery in Graz?')).toBe('no');
    expect(verdict('a studio of eight people in Riga wants Llama 4 Scout')).toBe('no');
    expect(verdict('wir sitzen in Köln. Llama 4 Maverick im Produkt?')).toBe('no');
    expect(verdict('Llama 4 Maverick, wir sind eine Firma aus Österreich, kommerziell')).toBe('no');
    expect(verdict('Hunyuan-A13B 在英国的公司可以商用吗')).toBe('no');
    expect(verdict("Llama 4 Scout commercially? we're Danish")).toBe('no');
  });
  it('is not a language', () => {
    expect(verdict('HunyuanVideo for ads in French, commercially?')).toBe('depends');
  });
  it('said later takes the place of the one before', () => {
    const munich =
      'asker: HunyuanVideo for our studio in Munich, commercial clips\nbot: No. Not in the European Union.';
    expect(verdict('and if we sat in Geneva instead?', munich)).toBe('yes_with_conditions');
    expect(verdict('what about Norway?', munich)).toBe('yes_with_conditions');
    const boston = 'asker: HunyuanVideo commercially, we are in Boston\nbot: Yes, with conditions.';
    expect(verdict("we're in Prague now", boston)).toBe('no');
    expect(
      verdict('may we show the clips at a fair in Boston?', 'asker: HunyuanVideo, we are a German company\nbot: No.'),
    ).toBe('no');
  });
  it('or a figure that leaves no use is a no, though nothing was said of the use', () => {
    expect(verdict('our platform has 900 million monthly users. Llama 3.1?')).toBe('no');
    expect(verdict('any thoughts on Llama 4 Scout for us', undefined, { territories: ['AT'] })).toBe('no');
    expect(verdict('Llama 4 Scout?', undefined, { territories: ['CH'] })).toBeNull();
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
