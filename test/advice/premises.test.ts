import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string) => advisor.ask({ question }, TODAY);
const corrections = (question: string) => ask(question).corrections.join(' ');

describe('what a question takes for granted', () => {
  it('is put right, and the question behind it is answered', () => {
    const train = ask("seeing that Qwen-14B is Apache we'll feed its answers into our own llm as training data");
    expect(train).toMatchObject({ verdict: 'no', activity: 'train_on_outputs' });
    expect(train.corrections.join()).toContain('not under');
    expect(ask('given that command r is apache, we will host it for clients')).toMatchObject({
      verdict: 'no',
      activity: 'host_for_others',
    });
    expect(ask("as everyone knows whisper is GPL, so we can't embed it")).toMatchObject({
      verdict: 'yes',
      activity: 'embed_in_product',
    });
  });
  it('is also a class of licence, or a purpose', () => {
    expect(corrections('bloom being permissive, may we host it for clients?')).toContain('not permissive');
    expect(corrections("considering that phi-4 is research only, we shouldn't put it in the app?")).toContain(
      'do not forbid',
    );
  });
  it('is never confirmed where another licence binds too', () => {
    expect(ask('deepseek-r1-distill-llama-8b is MIT only, yes?').verdict).toBe('no');
    expect(ask('deepseek-r1:70b in our shop, is it not just MIT?').verdict).toBe('yes_with_conditions');
    expect(ask('the card of DeepSeek-R1-Distill-Llama-8B says MIT. nothing else applies, right?').verdict).not.toBe(
      'yes',
    );
    expect(ask('is deepseek-r1 MIT?').verdict).toBe('yes');
  });
  it('that a duty can be dropped is answered by the duty', () => {
    expect(ask('starcoder2 has no limits, so we skip its use restrictions when we hand it on').verdict).toBe(
      'yes_with_conditions',
    );
  });
});

describe('a text that is named outright', () => {
  it('is shown where it is to be summed up', () => {
    expect(ask('summarise the gemma prohibited use policy for our wiki')).toMatchObject({
      kind: 'licence',
      verdict: null,
    });
  });
  it('is found by its provider and what it is for', () => {
    const licence = (question: string) => ask(question).subjects.map((subject) => subject.licence);
    expect(licence('the MiniMax platform tos, may we sell what comes back?')).toEqual(['minimax-terms']);
    expect(licence("xAI's consumer terms: who owns the answers?")).toEqual(['xai-consumer-terms']);
    expect(licence('do the OpenAI services terms let us resell api access?')).toEqual(['openai-services-agreement']);
    expect(licence('what are the terms of llama 3.1 for commercial use?')).not.toContain('llama-api-terms');
  });
  it('is asked what it allows, and not whether the model is under it', () => {
    expect(ask("does openai's usage policy allow a dating app with chatgpt").verdict).not.toBe('no');
    expect(ask('is claude sonnet 4 under the anthropic commercial terms?')).toMatchObject({
      kind: 'licence',
      verdict: 'yes',
    });
  });
  it('is not asked whether the OSI approved it because it has open source in its name', () => {
    expect(ask('MGB Open Source License: must we name anybody in our ads?').verdict).not.toBe('no');
  });
  it('is asked what it wants', () => {
    expect(ask('what does the MIT licence want from us when we hand a model on?')).toMatchObject({ kind: 'licence' });
  });
  it('on data is asked about the data', () => {
    expect(ask('CC BY-NC 4.0 corpus: may we pass the data on to a partner?').kind).toBe('assessment');
  });
});
