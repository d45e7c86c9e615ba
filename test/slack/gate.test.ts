import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, stripLive } from '../../src/slack/gate.ts';
import { LIMITS, split } from '../../src/slack/limits.ts';
import { escaped, plain } from '../../src/slack/mrkdwn.ts';
import { seal, sections } from '../../src/slack/outgoing.ts';
import { answerMessage } from '../../src/slack/views/answer-message.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const SOURCES = [{ title: 'A licence', url: 'https://example.org/licence', checked: '2026-11-25' }] as const;

describe('the gate', () => {
  it('takes out live mentions, channels and links that are not sources', () => {
    const allowed = new Set(['https://example.org/licence']);
    expect(
      stripLive(
        '<!channel> <@U123|someone> <#C1|general> <https://evil.example|click> <https://example.org/licence|ok>',
        allowed,
      ),
    ).toBe(' someone general click <https://example.org/licence|ok>');
    // what is taken out uncovers nothing
    expect(stripLive('a <!chan<x>nel> b <@U1<<y>>23>', allowed)).toBe('a  b ');
  });

  it('keeps Slack from finding addresses and names in plain words', () => {
    const [part] = partsOf(seal('x', sections('see https://evil.example, @here'), [...SOURCES], 'not legal advice'));
    expect(part!.blocks.map((block) => JSON.stringify(block).includes('"verbatim":true'))).toEqual([true, true, true]);
  });

  it('what people write cannot become markup', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const [part] = partsOf(seal('x', sections(`*${escaped(text)}*`), [...SOURCES], 'not legal advice'));
        const shown = JSON.stringify(part!.blocks[0]);
        expect(shown).not.toMatch(/<[!@#]/);
      }),
    );
    expect(plain('<@UBOT> is <https://huggingface.co/a/b|a/b> ok &amp; fine? <!here>', 'UBOT')).toBe(
      'is https://huggingface.co/a/b ok & fine?',
    );
  });

  it('splits without losing a word, within every limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 400 }),
        fc.integer({ min: 20, max: 3000 }),
        (words, most) => {
          const text = words.join(' ');
          const pieces = split(text, most);
          expect(pieces.every((piece) => piece.length <= most)).toBe(true);
          expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  it('a long message becomes several, each with its sources and the caveat', () => {
    const body: KnownBlock[] = Array.from({ length: 120 }, (_, at) => ({
      type: 'section',
      text: { type: 'mrkdwn', text: `line ${at} ${'x'.repeat(400)}` },
    }));
    const parts = partsOf(seal('long', body, [...SOURCES], 'General information, not legal advice.'));
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) {
      expect(part.blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
      expect(JSON.stringify(part.blocks.slice(-2))).toContain('not legal advice');
      expect(JSON.stringify(part.blocks.slice(-2))).toContain('https://example.org/licence');
    }
    for (let at = 0; at < 120; at += 1) expect(JSON.stringify(parts)).toContain(`line ${at} `);
  });

  it('every kind of answer about every family stays within Slack’s limits', () => {
    const names = [...catalogue.families.values()].map((family) => family.name);
    for (const name of names)
      for (const question of [
        `can we use ${name} commercially?`,
        `is ${name} open source?`,
        `what licence has ${name}?`,
      ]) {
        const parts = partsOf(answerMessage(advisor.ask({ question }, TODAY), { key: 'C1:1.2', full: true }));
        for (const part of parts) {
          expect(part.blocks.length, question).toBeLessThanOrEqual(LIMITS.blocks);
          expect(part.text.length, question).toBeLessThanOrEqual(LIMITS.messageText);
          expect(part.blocks.filter((block) => block.type === 'table').length, question).toBeLessThanOrEqual(1);
          for (const block of part.blocks)
            if (block.type === 'section') expect(block.text!.text.length, question).toBeLessThanOrEqual(3000);
        }
      }
  });
});
