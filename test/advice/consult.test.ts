import { describe, expect, it } from 'vitest';
import { createConsult } from '../../src/advice/consult.ts';
import type { ExplainReply, LanguageModel, ReadReply, ReadRequest } from '../../src/advice/model-ports.ts';
import { rememberingConsult } from '../../src/advice/remembered-consult.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const call = () => ({ team: 'T1', person: 'U1', signal: new AbortController().signal });

/** A model that says what the test tells it to, and notes what it was asked. */
const saying = (read: (request: ReadRequest) => ReadReply | null, explain: ExplainReply | null = null) => {
  const asked: ReadRequest[] = [];
  const model: LanguageModel = {
    read: async (request) => {
      asked.push(request);
      return read(request);
    },
    explain: async () => explain,
  };
  return { asked, consult: createConsult(advisor, catalogue, model) };
};
const idOf = (request: ReadRequest, name: string): string =>
  request.candidates.find((candidate) => candidate.name.includes(name))?.id ?? 'none';

/** The rules read the name and not what is to be done with it. */
const ODD = 'Would Llama 3.3 70B pass muster with our bean counters?';
const PLAIN = 'Can we use Llama 3.3 70B commercially?';

describe('a language model that reads', () => {
  it('is not asked where the rules read the question, and its wishes change nothing', async () => {
    const { asked, consult } = saying(() => ({ intent: 'assess', subjects: [], activities: ['research'] }));
    const { answer, read } = await consult({ question: PLAIN }, TODAY, call());
    expect(asked).toEqual([]);
    expect(read).toBe('rules');
    expect(answer).toEqual(advisor.ask({ question: PLAIN }, TODAY));
  });

  it('may choose only among names that stand in the question or the thread', async () => {
    const { asked, consult } = saying(() => null);
    await consult(
      { question: 'Would that pass muster with our bean counters?', context: 'asker: We looked at Gemma 3 27B.' },
      TODAY,
      call(),
    );
    expect(asked[0]!.candidates.map((candidate) => candidate.name)).toEqual(['Gemma 3 27B']);
  });

  it('helps with a question the rules could not read, and the reading is shown', async () => {
    const alone = advisor.ask({ question: ODD }, TODAY);
    expect(alone.verdict).toBeNull();
    const { consult } = saying((request) => ({
      intent: 'assess',
      subjects: [idOf(request, 'Llama 3.3')],
      activities: ['use_commercially'],
    }));
    const { answer, read } = await consult({ question: ODD }, TODAY, call());
    expect(read).toBe('model');
    expect(answer.verdict).toBe(advisor.ask({ question: PLAIN }, TODAY).verdict);
    expect(answer.text).toContain('Read as: Llama 3.3');
    expect(answer.sources.length).toBeGreaterThan(0);
  });

  it('gives no more than the licence does, whatever it reads', async () => {
    const { consult } = saying((request) => ({
      intent: 'assess',
      subjects: [idOf(request, 'Codestral')],
      activities: ['use_commercially'],
    }));
    const { answer } = await consult(
      { question: 'Would Codestral 22B v0.1 pass muster with our bean counters?' },
      TODAY,
      call(),
    );
    expect(answer.verdict).toBe('no');
  });

  it('leads to a question back where it names another model than the rules', async () => {
    const { consult } = saying((request) => ({
      intent: 'assess',
      subjects: [idOf(request, 'Gemma')],
      activities: ['use_commercially'],
    }));
    const { answer, read } = await consult(
      { question: ODD, context: 'asker: We looked at Gemma 3 27B.' },
      TODAY,
      call(),
    );
    expect(read).toBe('asked_back');
    expect(answer.kind).toBe('clarification');
    expect(answer.headline).toMatch(/Llama 3.3.* or Gemma 3 27B/);
  });

  it.each([
    { intent: 'yes_to_everything', subjects: ['m1'], activities: ['use_commercially'] },
    { intent: 'assess', subjects: ['m1'], activities: ['own_the_world'] },
    { intent: 'none', subjects: [], activities: [] },
  ])('is passed over where its reply is not usable: %j', async (reply) => {
    const { consult } = saying(() => reply);
    const { answer, read } = await consult({ question: ODD }, TODAY, call());
    expect(read).toBe('rules');
    expect(answer).toEqual(advisor.ask({ question: ODD }, TODAY));
  });
});

describe('a language model that explains', () => {
  const explain = (sentences: ExplainReply['sentences']) => saying(() => null, { sentences });

  it('adds checked sentences above the card and changes nothing else', async () => {
    const alone = advisor.ask({ question: PLAIN }, TODAY);
    const { consult } = explain([
      {
        text: 'Yes, subject to conditions, commercial use is permitted for Llama 3.3 70B Instruct.',
        cites: ['f1'],
      },
      { text: 'Yes, it is free for everyone.', cites: ['f1'] },
      { text: 'It is also covered by a patent grant.', cites: ['f99'] },
    ]);
    const { answer, dropped } = await consult({ question: PLAIN }, TODAY, call());
    expect(answer.explanation.map((line) => line.text)).toEqual([
      'Yes, subject to conditions, commercial use is permitted for Llama 3.3 70B Instruct.',
    ]);
    expect(dropped).toHaveLength(2);
    const { explanation: _, text, ...rest } = answer;
    const { explanation: __, text: before, ...own } = alone;
    expect(rest).toEqual(own);
    expect(text).toContain(answer.caveat);
    expect(text.length).toBeGreaterThan(before.length);
  });

  it('leaves the rule answer untouched where every sentence fails', async () => {
    const { consult } = explain([{ text: 'Just do it, nobody checks.', cites: ['f1'] }]);
    expect((await consult({ question: PLAIN }, TODAY, call())).answer).toEqual(advisor.ask({ question: PLAIN }, TODAY));
  });
});

describe('answers a model took part in', () => {
  it('are given again without a second call', async () => {
    const { asked, consult } = saying((request) => ({
      intent: 'assess',
      subjects: [idOf(request, 'Llama 3.3')],
      activities: ['use_commercially'],
    }));
    const remembering = rememberingConsult(consult);
    const first = await remembering({ question: ODD }, TODAY, call());
    const second = await remembering({ question: ODD }, TODAY, call());
    expect(asked).toHaveLength(1);
    expect(second).toEqual(first);
    await remembering({ question: ODD }, TODAY, { ...call(), team: 'T2' });
    expect(asked).toHaveLength(2);
  });
});
