import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const followUp = (asked: string, bot: string) => (question: string) =>
  advisor.ask({ question, context: `asker: ${asked}\nbot: ${bot}` }, TODAY);

describe('a follow-up', () => {
  it('switches to the version or size it names, whatever the words around it', () => {
    const small = followUp('Mistral Small 3.2 in our app', 'Yes. Apache 2.0.');
    expect(small('hm, and the older 2409?')).toMatchObject({ kind: 'assessment', verdict: 'no' });
    const vicuna = followUp('vicuna 13b v1.5 in our product', 'Yes, with conditions.');
    expect(vicuna('v1.3 of it, same answer?')).toMatchObject({ verdict: 'no' });
    const depth = followUp('Depth Anything V2 Small im Produkt?', 'Ja. Apache 2.0.');
    expect(depth('und das large?')).toMatchObject({ kind: 'assessment', verdict: 'no' });
  });
  it('on a sibling that nobody released is not answered for the one in the thread', () => {
    const canary = followUp('canary 1b for research', 'Yes.');
    expect(canary('and nano?')).toMatchObject({ kind: 'not_covered', verdict: 'unknown' });
  });
  it('that calls the model by a licence is about the model, and put right', () => {
    const answer = followUp('who made Command R+', 'Cohere.')("so it's Apache, then we can host it for clients?");
    expect(answer).toMatchObject({ kind: 'assessment', verdict: 'no', activity: 'host_for_others' });
    expect(answer.corrections.join()).toContain('not under the Apache License');
    const licence = followUp('gemma 2 9b?', 'Gemma Terms.')('what does the MIT licence require?');
    expect(licence.subjects.map((subject) => subject.licence)).toEqual(['mit']);
  });
  it('corrects the name that was read', () => {
    const answer = followUp('qwen2 72b in a device we sell?', 'Yes, with conditions.')('sorry, qwen3 and not qwen2');
    expect(answer).toMatchObject({ kind: 'assessment', verdict: 'yes' });
  });
  it('asks for the grounds, and gets the same answer with its clauses', () => {
    const codestral = followUp('codestral 22b in our IDE plugin', 'No.');
    for (const question of ['why?', 'says who? quote the clause', 'where exactly does it say that?', 'wo steht das']) {
      const answer = codestral(question);
      expect(answer).toMatchObject({ kind: 'assessment', verdict: 'no' });
      expect(answer.conditions.length).toBeGreaterThan(0);
    }
  });
  it('narrows to internal use, to the outputs, or to other askers', () => {
    const exaone = followUp('K-EXAONE 236B behind an API for customers', 'No.');
    expect(exaone('just for us internally')).toMatchObject({
      verdict: 'yes_with_conditions',
      activity: 'use_internally',
    });
    const flux = followUp('flux.1 dev inside our paid app', 'No.');
    expect(flux('and only the pictures, without the model?')).toMatchObject({
      verdict: 'yes_with_conditions',
      activity: 'use_outputs',
    });
    const ministral = followUp('Ministral 8B in production', 'No.');
    expect(ministral('does it make a difference that we are a charity?').kind).toBe('assessment');
  });
  it('asks for the code of the model', () => {
    const { text } = followUp('licence of deepseek v3?', 'DeepSeek Licence.')('is that so for the code, too');
    expect(text).toContain('The code is under the MIT License.');
  });
  it('that is small talk is not answered with the answer again', () => {
    const phi = followUp('may we use phi-4', 'Yes. MIT.');
    for (const question of ['great, thx! coffee?', 'haha, how was your weekend', 'thank you. see you tomorrow'])
      expect(phi(question).verdict).toBeNull();
    expect(phi('thanks, and for research?')).toMatchObject({ kind: 'assessment', verdict: 'yes' });
    expect(phi('great, thx. is it open source though?').kind).toBe('classification');
  });
});

describe('a name that nothing is asked of', () => {
  const ask = (question: string) => advisor.ask({ question }, TODAY);
  it('is one it is likened to', () => {
    for (const question of [
      'qwen3 8b in our app, any strings like with gemma 2?',
      'may we embed phi-4 or is that like codestral?',
      'dürfen wir phi-4 in ein Produkt einbauen, oder ist das wie bei codestral?',
    ])
      expect(ask(question)).toMatchObject({ verdict: 'yes' });
  });
  it('is one that is shown as a word', () => {
    expect(ask('hermes 3 llama 3.1 8b in our bot, must the word llama appear?').subjects).toHaveLength(1);
  });
  it('is one that is ruled out', () => {
    expect(ask('phi-4 in our app, not codestral')).toMatchObject({ verdict: 'yes' });
  });
  it('unless it is a second variant of which one word is said', () => {
    expect(ask('flux.1 dev or schnell in our app').subjects).toHaveLength(2);
    expect(ask('codegen 2.5 7b multi or instruct, may we sell it?').verdict).toBe('no');
  });
  it('but two that are compared are both asked about', () => {
    expect(ask('is gemma 3 more permissive than llama 3.1?').subjects.length).toBeGreaterThan(1);
    expect(ask('mistral 7b and codestral 22b in our app?')).toMatchObject({ verdict: 'no' });
  });
});

describe('a conversation of several questions', () => {
  /** The answers, each with what came before it as its thread. */
  const talk = (...questions: string[]) => {
    let context = '';
    return questions.map((question) => {
      const answer = advisor.ask({ question, context }, TODAY);
      context += `${context ? '\n' : ''}asker: ${question}\nbot: ${answer.headline}`;
      return answer;
    });
  };
  const releasesOf = (answer: ReturnType<typeof advisor.ask> | undefined) =>
    answer?.subjects.map((subject) => subject.release);

  it('stays with the version that was named last', () => {
    const pictures = talk('is flux dev ok for our agency?', 'and schnell?', 'can we sell the pictures?');
    expect(pictures.map((answer) => answer.verdict)).toEqual(['no', 'yes', 'yes']);
    expect(releasesOf(pictures[2])).toEqual(['flux.1-schnell']);
    const api = talk('is mixtral ok?', '8x22b', 'for our customers as an api');
    expect(api[2]).toMatchObject({ activity: 'host_for_others', verdict: 'yes' });
    expect(api[2]!.subjects.map((subject) => subject.name)).toEqual(['Mixtral 8x22B']);
  });
  it('keeps what is to be done, over a question of what to show', () => {
    const [, , larger] = talk(
      'can we use llama 3.1 8b in our app?',
      'what do we have to show then?',
      'and for the 70b?',
    );
    expect(larger).toMatchObject({ activity: 'embed_in_product', verdict: 'yes_with_conditions' });
  });
  it('asks the same of another model, with or without "with"', () => {
    const [first, second] = talk('may we train a classifier on gpt-4.1 answers', 'and with claude?');
    expect(first!.verdict).toBe('yes_with_conditions');
    expect(second).toMatchObject({ activity: 'train_on_outputs', verdict: 'no' });
  });
  it('publishes what was changed, and asks of the model whether that may be under another licence', () => {
    const [, published, relicensed] = talk('can we fine tune llama 3.1 8b', 'and publish it', 'under apache?');
    expect(published!.activity).toBe('publish_derivative');
    expect(relicensed).toMatchObject({ activity: 'publish_derivative', verdict: 'no' });
    expect(talk('can we fine tune mistral 7b', 'and publish it', 'under MIT?')[2]!.verdict).toBe('yes');
  });
  it('ends in a choice between the two, or in something else', () => {
    const compared = talk('llama 3.1 8b in our app?', 'and phi-4?', 'which one is less hassle?')[2];
    expect(compared!.kind).toBe('comparison');
    expect(talk('hunyuan a13b for our saas in munich?', 'what would work instead?')[1]!.kind).toBe('shortlist');
  });
});
