import { describe, expect, it } from 'vitest';
import { assessRelease } from '../../src/advice/assess.ts';
import { createConsult } from '../../src/advice/consult.ts';
import { keyOf } from '../../src/advice/groups.ts';
import type { DeclaredCard } from '../../src/advice/hub/declared-card.ts';
import { declaredLicences } from '../../src/advice/hub/declared-licences.ts';
import { declaredRelease, withDeclared } from '../../src/advice/hub/declared-release.ts';
import { consultWithHub } from '../../src/advice/hub/hub-consult.ts';
import { ACTIVITIES, VERDICTS } from '../../src/knowledge/vocabulary.ts';
import { callOf } from '../support/language-model.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const card = (repo: string, given: Partial<DeclaredCard> = {}): DeclaredCard => ({
  repo,
  licences: [],
  licenceName: null,
  licenceLink: null,
  bases: [],
  gated: false,
  task: 'text-generation',
  ...given,
});
const CARDS = [
  card('acme-labs/zephyrion-9b', { licences: ['apache-2.0'] }),
  card('acme-labs/llamarine-8b', {
    licences: ['apache-2.0'],
    bases: [{ repo: 'meta-llama/Llama-3.1-8B', relation: 'fine_tune' }],
  }),
  card('acme-labs/quietwater-7b', { licences: ['other'], licenceName: 'acme-house-licence', gated: true }),
  card('acme-labs/strangebase-7b', { licences: ['mit'], bases: [{ repo: 'nobody/unheard-of-7b', relation: 'merge' }] }),
  card('acme-labs/untold-7b'),
];
const asked: string[] = [];
const consult = consultWithHub(createConsult(advisor, catalogue, null), advisor, catalogue, async (repo) => {
  asked.push(repo);
  return CARDS.find((one) => one.repo === repo) ?? null;
});
const ask = async (question: string, context?: string) =>
  (await consult({ question, context }, TODAY, callOf())).answer;

describe('a repository that we do not hold', () => {
  it('is answered by the licence we hold, labelled as the word of its uploader', async () => {
    const answer = await ask('can we use acme-labs/zephyrion-9b commercially?');
    expect(answer).toMatchObject({
      kind: 'assessment',
      verdict: 'yes',
      subjects: [{ written: 'acme-labs/zephyrion-9b', release: null, licence: 'apache-2.0', category: null }],
    });
    expect(answer.headline).toMatch(/as declared by the uploader, not reviewed/);
    expect(answer.text).toContain(
      'as declared by the uploader on Hugging Face, not reviewed by us (read 2026-11-30): licence "apache-2.0"',
    );
    expect(answer.sources[0]).toEqual({
      title: 'Card of acme-labs/zephyrion-9b on Hugging Face, as declared',
      url: 'https://huggingface.co/acme-labs/zephyrion-9b',
      checked: TODAY,
    });
  });

  it('whose tag promises more than its base allows gets the warning and the stricter answer', async () => {
    const answer = await ask('can we use acme-labs/llamarine-8b commercially?');
    expect(answer.verdict).toBe('yes_with_conditions');
    expect(answer.corrections[0]).toMatch(
      /declares the Apache License 2\.0, but it was made from Llama 3\.1 8B.*stricter decides/,
    );
    expect(answer.conditions.map((line) => line.licence)).toContain('llama-3.1-community');
    expect(answer.lineage).toEqual(['llama-3.1-8b']);
  });

  it('under a licence, or from a base, that we do not hold is not known, whatever the rest permits', async () => {
    expect(await ask('can we use acme-labs/quietwater-7b commercially?')).toMatchObject({ verdict: 'unknown' });
    const strange = await ask('can we use acme-labs/strangebase-7b commercially?');
    expect(strange.verdict).toBe('unknown');
    expect(strange.notes.join()).toContain('nobody/unheard-of-7b is not in the knowledge base');
    expect(await ask('can we use acme-labs/untold-7b commercially?')).toMatchObject({ verdict: 'unknown' });
    expect((await ask('can we use acme-labs/quietwater-7b commercially?')).notes.join()).toContain('gated');
  });

  it('is found in an address, in a thread, and beside models that we hold', async () => {
    expect(await ask('is https://huggingface.co/acme-labs/llamarine-8b open source?')).toMatchObject({
      kind: 'classification',
      verdict: 'no',
    });
    expect(await ask('may we use it commercially?', 'asker: we look at acme-labs/zephyrion-9b')).toMatchObject({
      verdict: 'yes',
    });
    expect(await ask('thanks!', 'asker: we look at acme-labs/zephyrion-9b')).toMatchObject({
      headline: expect.stringContaining('welcome'),
    });
    const both = await ask('compare acme-labs/zephyrion-9b and Llama 3.1 8B');
    expect(both.kind).toBe('comparison');
    expect(both.table!.head).toContain('acme-labs/zephyrion-9b');
  });

  it('keeps ids of its own out of the answer', async () => {
    for (const one of CARDS)
      for (const question of [
        'can we use X commercially?',
        'is X open source?',
        'what do we have to ship with X?',
        'compare X and Gemma 3 27B',
      ]) {
        const { subjects, lineage, slots, conditions, obligations, variants } = await ask(
          question.replace('X', one.repo),
        );
        expect(
          JSON.stringify({
            subjects,
            lineage,
            slots,
            conditions,
            obligations,
            licences: variants.map((variant) => variant.licence),
          }),
        ).not.toContain('declared:');
      }
  });

  it('that is not there is answered as without the hub', async () => {
    const plain = advisor.ask({ question: 'can we use nobody/nothing-1b commercially?' }, TODAY);
    expect(await ask('can we use nobody/nothing-1b commercially?')).toEqual(plain);
    expect(plain.kind).toBe('not_covered');
  });

  it('is asked for only where the name is a repository that we do not hold', async () => {
    asked.length = 0;
    for (const question of [
      'can we use meta-llama/Llama-3.1-8B commercially?',
      'can we use TheBloke/Llama-2-7B-GGUF?',
      'can we use zephyrion-9b?',
      'is and/or fine?',
      'what is open weight?',
    ])
      await ask(question);
    expect(asked).toEqual([]);
  });
});

describe('what a card declares', () => {
  it.each([
    [{ licences: ['apache-2.0'] }, ['apache-2.0'], []],
    [{ licences: ['llama3.1'] }, ['llama-3.1-community'], []],
    [{ licences: ['cc-by-nd-4.0'] }, [], ['cc-by-nd-4.0']],
    [{ licences: ['bsd-2-clause'] }, [], ['bsd-2-clause']],
    [{ licences: ['mit', 'wtfpl'] }, ['mit'], ['wtfpl']],
    [{ licences: ['other'], licenceName: 'Tongyi-Qianwen' }, ['tongyi-qianwen'], []],
    [{ licences: ['other'], licenceName: 'my-own' }, [], ['my-own']],
    [
      { licences: ['other'], licenceLink: 'https://huggingface.co/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE' },
      ['qwen-license-2024'],
      [],
    ],
    [{ licences: ['other'], licenceLink: 'https://evil.example/Qwen/Qwen2.5-72B-Instruct/blob/main/LICENSE' }, [], []],
    [{ licences: ['__proto__'] }, [], ['__proto__']],
    [{}, [], []],
  ] as [Partial<DeclaredCard>, string[], string[]][])('%j is read to %j, unread %j', (given, held, unread) => {
    const found = declaredLicences(catalogue, card('a/b', given));
    expect({ held: found.held.map((licence) => licence.id), unread: found.unread }).toEqual({ held, unread });
  });

  it('never allows more than the base that we know: every release, every activity, the most permissive tags', () => {
    const looser: string[] = [];
    const seen = new Set<string>();
    for (const base of catalogue.releases.values()) {
      const [repo] = base.repos;
      if (!repo || seen.has(keyOf(catalogue, base))) continue;
      seen.add(keyOf(catalogue, base));
      for (const tag of ['mit', 'cc0-1.0']) {
        const declared = declaredRelease(
          catalogue,
          advisor.names,
          card('acme-labs/made-of-it', { licences: [tag], bases: [{ repo, relation: 'quantisation' }] }),
          TODAY,
        );
        const known = withDeclared(catalogue, [declared]);
        for (const activity of ACTIVITIES)
          for (const facts of [{}, { monthly_active_users: 1e9, annual_revenue_usd: 1e10, territories: ['DE'] }]) {
            const own = assessRelease(catalogue, base, activity, facts).verdict;
            const made = assessRelease(known, declared.release, activity, facts).verdict;
            if (VERDICTS.indexOf(made) < VERDICTS.indexOf(own))
              looser.push(`${base.id} ${activity}: ${made}, its base ${own}`);
          }
      }
    }
    expect(looser).toEqual([]);
  });
});
