import { countTokens as count } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { GoldSchema } from '../eval/gold.ts';
import { catalogue, shippedFiles } from '../support/shipped.ts';
import { decides } from './deciding-clauses.ts';
import { chunksOf, createRetrieval } from './retrieval.ts';

const files = shippedFiles.filter(({ path }) => path.includes('llama-3.1') || path.startsWith('articles/'));
const gold = GoldSchema.parse({
  id: 'x',
  question: 'can we use Llama 3.1 70B commercially?',
  kind: ['assessment'],
  verdict: ['yes_with_conditions'],
  licences: ['llama-3.1-community'],
  conditions: ['llama-3.1-community#2'],
  subjects: ['llama-3.1-70b'],
  topic: 'use_commercially',
});
const says = catalogue.licences.get('llama-3.1-community')!.findings.find(({ topic }) => topic === 'commercial_use')!
  .says!;

describe('the plain retrieval that a packet is measured against', () => {
  const chunks = chunksOf(files, count);

  it('loses no line, and keeps chunks near their size', () => {
    for (const { path, text } of files) {
      const whole = chunks
        .filter((chunk) => chunk.path === path)
        .map((chunk) => chunk.text.slice(chunk.text.indexOf('\n') + 1));
      expect(whole.join('\n')).toBe(text);
    }
    const sizes = chunks.map((chunk) => count(chunk.text)).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeGreaterThan(200);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(310);
  });

  it('finds the chunk that the words of a question stand in', () => {
    const found = createRetrieval(chunks)('700 million monthly active users Llama 3.1');
    expect(found).toHaveLength(8);
    expect(found.some(({ text }) => text.includes(says))).toBe(true);
  });
});

describe('whether a verdict can be read off a material', () => {
  it.each([
    ['the sentence, the model and its licence', `Llama 3.1 70B | Llama 3.1 Community License Agreement: ${says}`, 1, 1],
    ['the sentence as YAML writes it', `"${says.replaceAll('"', '\\"')}"`, 1, 0],
    ['half of the sentence', `Llama 3.1 70B, llama-3.1-community: ${says.slice(0, says.length / 2)}`, 0, 0],
    ['nothing', '', 0, 0],
  ])('%s', (_, material, clauses, withModel) => {
    expect(decides(catalogue, [{ gold, material }])).toEqual({ clauses, withModel });
  });
});
