import { describe, expect, it } from 'vitest';
import { advisor, TODAY } from '../support/shipped.ts';

const ask = (question: string, context?: string) => advisor.ask({ question, ...(context && { context }) }, TODAY);

describe('what a model learns from', () => {
  it.each([
    'we show the same thousand answers of Llama 2 70B to our small Mistral until it writes like that. fine?',
    'Llama 2 70B writes exercises, our own net repeats them until it gets them right. ok?',
    'Llama 2 70B marks our drafts. The marks steer a small writer of ours that we train at night. ok?',
  ])('may be told without the word: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'assessment', verdict: 'no' });
  });
  it('is not every repetition', () => {
    expect(ask('Llama 2 70B writes exercises, our pupils repeat them until they get them right. ok?').verdict).toBe(
      'yes_with_conditions',
    );
  });
});

describe('who is sorted by what', () => {
  it('is seen in everyday words', () => {
    const answer = ask('Our app rates flat hunters by where their parents come from, Llama 3.1 8B does it. ok?');
    expect(answer).toMatchObject({ kind: 'assessment', verdict: 'no' });
    expect(answer.headline).toContain('scoring people');
  });
  it('and flats rated by their light are not people', () => {
    expect(ask('Our app rates flats by how much light they get, Llama 3.1 8B does it. ok?').verdict).toBe(
      'yes_with_conditions',
    );
  });
});

describe('whose product it is', () => {
  it('decides: its users are not shut out, and ship nothing', () => {
    const answer = ask(
      "We're in Paris and buy a product from a US vendor that has Llama 4 Scout in it. may we use the product?",
    );
    expect(answer.verdict).toBe('yes_with_conditions');
    expect(answer.headline).not.toContain('shipping');
    expect(ask("We're in Paris and build a product that has Llama 4 Scout in it. ok?").verdict).toBe('no');
  });
});

describe('what is earned', () => {
  it('counts together', () => {
    const sd = (told: string) => ask(`${told}, SD 3.5 Large for product pictures?`).verdict;
    expect(sd('each of our four shops makes 400k a year')).toBe('no');
    expect(sd('three companies of ours, each turns over 600k dollars a year')).toBe('no');
    expect(sd('each of our two shops makes 300k a year')).toBe('yes_with_conditions');
  });
});

describe('what must be done first', () => {
  it('is missing where nobody has registered', () => {
    const answer = ask("we haven't signed up with Stability, we make 200k, SD 3.5 Large in our shop app?");
    expect(answer.verdict).toBe('no');
    expect(answer.headline).toContain('registration');
    expect(ask('we signed up with Stability, we make 200k, SD 3.5 Large in our shop app?').verdict).toBe(
      'yes_with_conditions',
    );
  });
});

describe('a name that is planned', () => {
  it('is refused without the prefix, and the rule is told to who asks for it', () => {
    expect(ask("we publish our Llama 3.1 8B tune as 'Falke-8B', badge on the page. fine?").verdict).toBe('no');
    expect(ask("we publish our Llama 3.1 8B tune as 'Llama-Falke-8B', badge on the page. fine?").verdict).toBe(
      'yes_with_conditions',
    );
    const rule = ask("we tuned Llama 3.1 8B and put it on the hub as 'Falke-8B'. Any rules about the name?");
    expect(rule.verdict).toBe('yes_with_conditions');
    expect(rule.text).toContain('at the beginning of its name');
  });
});

describe('a licence that is only believed', () => {
  it('is put right, and the model is answered for', () => {
    const answer = ask('we use Gemma 2 in a paid app, MIT as far as I know. ok?');
    expect(answer.corrections.join()).toContain('not under the MIT License');
    expect(answer.conditions.map(({ licence }) => licence)).not.toContain('mit');
    expect(answer.verdict).toBe('yes_with_conditions');
  });
});

describe("a provider's own service", () => {
  it('goes by the terms of the service, not by the licence of the weights', () => {
    const licences = ask("can we sell texts from DeepSeek's own paid API?").conditions.map(({ licence }) => licence);
    expect(licences.join()).toContain('deepseek');
    expect(licences).not.toContain('mit');
  });
  it('and what becomes of our data there is not held', () => {
    expect(ask('does Anthropic train on our prompts when we call Claude Sonnet 4.5?')).toMatchObject({
      kind: 'not_covered',
    });
  });
});

describe('a question in two sentences', () => {
  it.each([
    ["flux schnell or flux dev, which one can we use? what's the difference", 'comparison'],
    ['how open is OLMo 3? data too?', 'classification'],
    ['Llama 2 → Llama 3.1, what changed', 'comparison'],
    ['Qwen2.5 32B or the 72B, which one without strings?', 'comparison'],
    ["what does 'distribution' cover if we only give access over an API", 'article'],
    ['if the licence file and the model card of Yi-34B contradict each other, who wins?', 'article'],
    ['do we need to credit anyone?', 'clarification'],
    ['need weights for speech synthesis we can sell, who is left?', 'shortlist'],
    ['suppose we sue Meta over patents, do we keep Llama 3.1?', 'licence'],
    ['can we sue our supplier who put Llama 3.1 into our product?', 'declined'],
  ])('%s', (question, kind) => {
    expect(ask(question).kind).toBe(kind);
  });
  it('and a badge nobody outside sees', () => {
    const thread = "asker: What must we show when we ship Llama 3.3 70B in our product?\nbot: Show 'Built with Llama'.";
    const answer = ask('Is that badge also due when nobody outside sees the tool?', thread);
    expect(answer.headline).toContain('inside your organisation');
    expect(answer.obligations.map(({ kind }) => kind)).not.toContain('badge');
  });
});

describe('a service', () => {
  const kinds = (question: string) => ask(question).obligations.map(({ kind }) => kind);
  it('hands out no copies, so that the duties of copies are not asked of it', () => {
    expect(kinds('we offer Qwen3-8B as a hosted API to customers, ok?')).toEqual([]);
    expect(kinds('we ship Qwen3-8B inside our product, ok?')).toContain('licence_copy');
    expect(kinds('we offer Llama 3.1 8B as a hosted API to customers, ok?')).toContain('badge');
  });
  it('owes source for a changed version only', () => {
    const plain = ask('YOLO11 unmodified behind our API, must we publish our backend code?');
    expect(plain.headline).toContain('changed versions only');
    expect(plain.headline).not.toContain('passing on');
    expect(ask('YOLO11 behind our API, we changed it and keep the source closed. ok?').verdict).toBe('no');
  });
  it('may be a web app', () => {
    expect(ask('customers use the web app, YOLOv8 itself stays on our servers. ok?').headline).toContain('service');
  });
});

describe('several models at once', () => {
  it('are sorted by what they are', () => {
    const { headline, asks } = ask('Bielik, Apertus or SmolLM3: which is properly open source?');
    expect(headline).toBe("Open source by the OSI's definition: Apertus and SmolLM3; not Bielik 11B v3.0 Instruct.");
    expect(asks).toEqual([]);
  });
});

describe('who asks', () => {
  it('may be a public authority, which some terms shut out', () => {
    expect(
      ask('Landratsamt, could we use Pharia-1 (the open weights) to pre-sort letters from citizens?'),
    ).toMatchObject({
      kind: 'assessment',
      verdict: 'no',
    });
    expect(ask('Landratsamt, could we use Qwen3-8B to pre-sort letters from citizens?').verdict).toBe('yes');
  });
  it('may have two offices, of which neither is said to be the seat', () => {
    const vision = (where: string) => ask(`llama 3.2 11b vision for invoices. ${where}. allowed?`).verdict;
    expect(vision('we have one office in Zurich and one in Vienna')).toBe('depends');
    expect(vision('HQ in Zurich, one office in Vienna')).toBe('yes_with_conditions');
    expect(vision('our office is in Vienna')).toBe('no');
  });
  it('may belong to a group, whose figures count', () => {
    const ltx = (who: string) => ask(`LTX-2.5 for clips of our customers, agency with 900k revenue${who}. ok?`).verdict;
    expect(ltx('')).toBe('yes_with_conditions');
    expect(ltx(", we're part of a holding since January, no idea what it turns over")).toBe('depends');
    expect(ltx(', we belong to a group that makes 40 million')).toBe('no');
  });
  it('may do what the developer does', () => {
    expect(
      ask('HyperCLOVA X SEED 1.5B for a shopping search assistant, 200k users. Naver has shopping search too. ok?')
        .verdict,
    ).not.toBe('yes_with_conditions');
  });
  it('may write decimals with a comma', () => {
    expect(ask('LTX-2.5 for ad spots, 1,8 mio euro revenue, ok?').verdict).toBe('yes_with_conditions');
    expect(ask('LTX-2.5 for ad spots, 18 mio euro revenue, ok?').verdict).toBe('no');
  });
});

describe('a follow-up', () => {
  const QWEN = 'asker: Qwen2.5-7B-Instruct in a smart thermostat, ok?\nbot: Yes. Apache-2.0.';
  it('with a size means that size, whatever licence is believed', () => {
    const answer = ask("then we take the 3B instead. that's apache too, so ship it?", QWEN);
    expect(answer.verdict).toBe('no');
    expect(answer.corrections.join()).toContain('Qwen2.5-3B-Instruct is not under the Apache License');
  });
  it('may compare the thread with another', () => {
    const SEAMLESS = 'asker: can our agency use SeamlessM4T v2 for client audio?\nbot: No.';
    for (const question of ['and compared with whisper?', 'how does that one compare to Whisper large v3'])
      expect(ask(question, SEAMLESS), question).toMatchObject({ kind: 'comparison' });
  });
  it('asks again what was asked of the first', () => {
    expect(ask('and grok 2, same thing?', 'asker: is grok-1 open source?\nbot: Not quite.').kind).toBe(
      'classification',
    );
  });
  it('may swap what wrote the lessons', () => {
    const SFT =
      'asker: can we use llama 3.3 outputs as sft data for a mistral 7b fine tune?\nbot: Yes, with conditions.';
    expect(ask('and if the pile came from llama 2 70b chat instead? same mistral 7b fine tune', SFT).verdict).toBe(
      'no',
    );
  });
});

describe('two versions', () => {
  it.each([
    'deepseek v3 vs v3.1',
    'deepseek v3 (dec 24) vs V3.1, any difference?',
    'DeepSeek V3 from December 2024 vs V3.1: what changed in the licence?',
  ])('%s', (question) => {
    const answer = ask(question);
    expect(answer.kind).toBe('comparison');
    expect(answer.subjects.map(({ release }) => release)).toEqual(['deepseek-v3', 'deepseek-v3.1']);
  });
});

describe('the text itself', () => {
  it.each([
    ['what does the bigcode openrail licence actually forbid? short list for our devs pls', 'licence'],
    ['which law governs the Qwen2.5-72B licence, and where would one be sued', 'licence'],
    ['what happens if we break the Gemma licence', 'licence'],
  ])('%s', (question, kind) => {
    expect(ask(question).kind).toBe(kind);
  });
});

describe('a barred use, a duty, a figure', () => {
  it.each([
    'Llama 3.1 70B in our messenger. we already counted 910m monthly actives in june 2024. free to go?',
    'supplier here. Llama 3.3 70B would propose the engagement order for a turret crew. yes?',
    'DeepSeek-V2 reads who is behind with the rent and sends the notice to quit by itself, no human in the loop. ok?',
    'Claude gets the transcript of each agent and shows the team lead who is irritated or bored. do the terms allow that?',
    'Claude API: prompts and answers wander into the sft mix for our in-house 8B. ok with Anthropic?',
  ])('in passing: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'assessment', verdict: 'no' });
  });
});
