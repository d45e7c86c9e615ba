import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonIn } from '../../src/llm/replies.ts';
import { type StandInModel, startStandInModel } from '../../src/stand-in-model/start-stand-in-model.ts';
import { callOf, EXPLAIN, modelAt, READ } from '../support/language-model.ts';

/** The hijacked persona repeats a reply that stands in the question: so an endpoint can be made to say anything. */
let standIn: StandInModel;
beforeAll(async () => {
  standIn = await startStandInModel({ port: 0, persona: 'hijacked' });
});
afterAll(() => standIn.close());

const read = (reply: unknown) =>
  modelAt(standIn.url).model.read({ ...READ, question: JSON.stringify(reply) }, callOf());
const explain = (sentences: unknown) =>
  modelAt(standIn.url).model.explain({ ...EXPLAIN, question: JSON.stringify({ sentences }) }, callOf());
const RIGHT = { intent: 'assess', subjects: ['llama-3.1-70b'], activities: ['research'] };
const sentence = (text: string, ...cites: string[]) => ({ text, cites });

describe('a reading', () => {
  it('is taken as it is where every id was offered', async () => {
    expect(await read(RIGHT)).toEqual(RIGHT);
  });
  it('"none" and ids said twice are left out of the lists', async () => {
    const reply = { intent: 'none', subjects: ['qwen2.5-7b', 'none', 'qwen2.5-7b'], activities: ['none'] };
    expect(await read(reply)).toEqual({ intent: 'none', subjects: ['qwen2.5-7b'], activities: [] });
  });
  it.each([
    ['an intent that was not offered', { ...RIGHT, intent: 'legal_advice' }],
    ['a subject that was not named', { ...RIGHT, subjects: ['llama-3.1-70b', 'gpt-4'] }],
    ['the name of a candidate in place of its id', { ...RIGHT, subjects: ['Llama 3.1 70B'] }],
    ['an activity that does not exist', { ...RIGHT, activities: ['anything'] }],
    ['a name that every object has', { ...RIGHT, intent: 'constructor' }],
    ['a missing list', { intent: 'assess', subjects: [] }],
    ['a field more', { ...RIGHT, verdict: 'yes' }],
    ['a word in place of a list', { ...RIGHT, subjects: 'llama-3.1-70b' }],
  ])('with %s is dropped as a whole', async (_, reply) => {
    expect(await read(reply)).toBeNull();
  });
  it('that picks more than anybody asks about is dropped', async () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f'];
    const candidates = many.map((id) => ({ id, name: id, written: id }));
    const question = JSON.stringify({ ...RIGHT, subjects: many });
    expect(await modelAt(standIn.url).model.read({ ...READ, candidates, question }, callOf())).toBeNull();
  });
});

describe('an explanation', () => {
  it('is its sentences with what they cite', async () => {
    expect(await explain([sentence(' Show the label. ', 'f2', 'f2'), sentence('Free.', 'f1')])).toEqual({
      sentences: [sentence('Show the label.', 'f2'), sentence('Free.', 'f1')],
    });
  });
  it('sentences that cite nothing, say nothing or go on and on are left out', async () => {
    const reply = await explain([
      sentence('Cites nothing.'),
      sentence('Cites nothing.', 'none'),
      sentence('  ', 'f1'),
      sentence('x'.repeat(601), 'f1'),
      sentence('Stays.', 'f1'),
    ]);
    expect(reply).toEqual({ sentences: [sentence('Stays.', 'f1')] });
  });
  it('more than five sentences end after the fifth', async () => {
    const reply = await explain(Array.from({ length: 8 }, (_, at) => sentence(`Sentence ${at}.`, 'f1')));
    expect(reply!.sentences.map(({ text }) => text).at(-1)).toBe('Sentence 4.');
  });
  it('nothing left is nothing', async () => {
    expect(await explain([])).toBeNull();
    expect(await explain([sentence('Cites nothing.')])).toBeNull();
  });
  it('one invented fact id drops it as a whole', async () => {
    expect(await explain([sentence('Free.', 'f1'), sentence('All is free.', 'f9')])).toBeNull();
  });
});

describe('the JSON of a reply', () => {
  it('is found after the thinking of a model, and in one code fence, but not among other words', () => {
    const dictated = `<think>{"a": 1}</think>${JSON.stringify(RIGHT)}`;
    expect(jsonIn(dictated)).toEqual(RIGHT);
    expect(jsonIn(`\`\`\`\n${JSON.stringify(RIGHT)}\n\`\`\``)).toEqual(RIGHT);
    expect(jsonIn(`Here you are: ${JSON.stringify(RIGHT)}`)).toBeUndefined();
  });
});
