import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);

describe('a plan that would break a duty', () => {
  it.each([
    ['our meters ship with YOLOv8 weights, firmware is closed and we hand out no source. ok?', 'source'],
    ['can we fine-tune llama 3.1 8b and publish it under MIT?', 'MIT License'],
    ["we tuned llama 3.1 8b and put it on the hub as 'BakeBot-8B'. name okay?", 'BakeBot-8B'],
    ['startup in Lyon, our app is on the free tier of the gemini api. can we stay there?', 'free service'],
  ])('%s', (question, why) => {
    const answer = ask(question);
    expect(answer).toMatchObject({ kind: 'assessment', verdict: 'no' });
    expect(answer.headline).toContain(why);
    expect(answer.conditions.length).toBeGreaterThan(0);
  });
  it.each([
    'we ship YOLOv8 in our meters and publish the source of all of it. ok?',
    'can we fine-tune mistral 7b and publish it under MIT?',
    "we tuned llama 3.1 8b and put it on the hub as 'Llama-BakeBot-8B'. name okay?",
    'startup in Texas, our app is on the free tier of the gemini api, users in Texas. can we stay there?',
  ])('and one that would not: %s', (question) => {
    expect(['yes', 'yes_with_conditions']).toContain(ask(question).verdict);
  });
});

describe('a scene of everyday business', () => {
  it.each([
    ['our clinic chain would like BLOOM 176B to explain to patients what their lab values mean', 'no'],
    ['gemma 3 27b decides on its own which tenants get a flat', 'no'],
    ['our insurer lets gemma 3 27b turn down claims by itself', 'no'],
    ['sales wants llama 3.3 70b to write five-star reviews for our own sofas', 'no'],
    ['a party wants letters to each voter by profile, written with claude sonnet 4.5', 'no'],
    ['gemma 3 27b drafts a letter, a clerk reads it and decides herself. ok?', 'yes_with_conditions'],
    ['whisper large v3 for the minutes of our gardening club, allowed?', 'yes'],
    ['dinov3 for spotting rust on ship hulls, product for harbour operators?', 'yes_with_conditions'],
  ])('%s', (question, verdict) => {
    expect(ask(question)).toMatchObject({ kind: 'assessment', verdict });
  });
  it('whose words may mean more than use gets no yes', () => {
    for (const question of [
      'may we burn llama 3 8b into a baby model of ours',
      'is stable cascade alright to hand around at the fair?',
    ])
      expect(['yes', 'yes_with_conditions'], question).not.toContain(ask(question).verdict);
  });
});

describe('what is told of a company', () => {
  it('is not where it is not', () => {
    expect(ask('Canadian bank, no office in Europe at all, Hunyuan-A13B for staff in Toronto?').verdict).not.toBe('no');
    expect(ask('bank with an office in Madrid, Hunyuan-A13B for the staff there?').verdict).toBe('no');
  });
  it('in another currency is turned into dollars, and decides nothing near a limit', () => {
    const revenue = (amount: string) => ask(`sd 3.5 large in our product, our revenue is ${amount} a year`);
    expect(revenue('£900k').verdict).toBe('no');
    expect(revenue('€930k').verdict).toBe('depends');
    expect(revenue('80 million yen').verdict).toBe('yes_with_conditions');
    expect(revenue('80 million yen').text).toContain('turned into dollars roughly');
    expect(revenue('$930k').verdict).toBe('yes_with_conditions');
  });
});

describe('where the company sits', () => {
  it('is its seat; a branch is where it is used', () => {
    const seat = (model: string) => ask(`HQ is in Singapore, we have a small office in Munich. ${model} in our saas?`);
    expect(seat('Llama 4 Scout').verdict).toBe('yes_with_conditions');
    expect(seat('HunyuanVideo').verdict).toBe('no');
    expect(ask('HQ is in Munich, small office in Singapore. Llama 4 Scout in our saas?').verdict).toBe('no');
  });
  it('and whose figures count', () => {
    expect(ask('tiny studio, 300k revenue, part of a group that makes 40 million dollars. sd 3.5 large?').verdict).toBe(
      'no',
    );
    expect(ask('a 3 billion dollar corporation, mistral medium 3.5 for internal use?').verdict).toBe('no');
  });
});
