import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neededPieces } from '../../src/patterns/needed-pieces.ts';
import { patternOf } from '../../src/patterns/pattern-of.ts';
import { readGold } from '../eval/gold.ts';

/** Patterns of every make: edges, gaps, what may be left out, looks around, classes, scripts, references. */
const PATTERNS = [
  /\b(?:sell|rent|lease)\w*\b[^.?!]{0,30}\b(?:products?|apps?)\b/i,
  /\bcommercial(?:ly)?\b|\bfor[- ]profit\b|商用|販売/i,
  /(?<!\bnon[- ])commercial(?! purposes)/gi,
  /(?<=\b(?:can|may) (?:we|i) )use\b/i,
  /^(?![\s\S]*\bstudent)[\s\S]*\blicen[cs]e\b/i,
  /\b(\w+) or \1\b/i,
  /\b(?:\d+(?:[.,]\d+)?) ?(?:million|m|bn)\b/gi,
  /\b(?:an?|the|our)? ?(?:own )?(?:customers?|clients?)(?:['’]s)?\b/gi,
  /fine[- ]?tun(?:e|ed|ing)\b/gi,
  /(?:modell?|modèle)s?\b/i,
  /ß|für|über uns/i,
  /[«"](?:free|open)[»"]/i,
  /\bto\b|\bin\b/i,
  /(?:what|which)+\s+(?:is|are)\b/gi,
  /\bopen\b(?=[^.]*\bsource\b)/i,
  /(?:ship|hand)(?:ped|ed)? (?:it )?(?:over )?to/i,
  /_x_|a_b/,
  /x{0}y?/,
];
const PROPERTIES: [string, string][] = [
  ['(?<![\\p{L}\\p{N}])(?:bot|ai|llm)(?![\\p{L}\\p{N}])', 'giu'],
  ['(?<!\\p{L})\\p{L}*(?:kunden|client)\\p{L}*', 'giu'],
  ['[\\p{L}\\p{N}]+ (?:用|使)', 'gu'],
];

const both = (): [RegExp, RegExp][] => [
  ...PATTERNS.map((plain): [RegExp, RegExp] => [plain, patternOf(plain)]),
  ...PROPERTIES.map(([source, flags]): [RegExp, RegExp] => [new RegExp(source, flags), patternOf(source, flags)]),
];

/** All that can be done with a pattern, one after the other, so that what one leaves behind meets the next. */
const allOf = (pattern: RegExp, text: string): unknown[] => {
  const found: unknown[] = [];
  found.push(pattern.test(text), pattern.lastIndex);
  found.push(pattern.exec(text)?.slice(), pattern.lastIndex);
  found.push(pattern.exec(text)?.index, pattern.lastIndex);
  found.push(text.match(pattern)?.slice(), text.replace(pattern, '<$&>'), text.search(pattern), text.split(pattern));
  found.push(text.replace(pattern, (match: string) => match.toUpperCase()));
  if (pattern.global) found.push([...text.matchAll(pattern)].map((match) => [match.index, ...match]));
  pattern.lastIndex = 0;
  return found;
};

describe('a pattern that looks at the words first', () => {
  it('finds in questions what the plain one finds', () => {
    const texts = readGold().flatMap(({ question }) => [question, question.toUpperCase()]);
    let [found, passed] = [0, 0];
    for (const [plain, pattern] of both())
      for (const text of texts) {
        const expected = allOf(plain, text);
        expect(allOf(pattern, text), `${plain} ${text}`).toEqual(expected);
        if (expected[0]) found += 1;
        else passed += 1;
      }
    expect(found).toBeGreaterThan(3000);
    expect(passed).toBeGreaterThan(30_000);
  });

  it('finds in texts of scraps what the plain one finds', () => {
    const scraps =
      'sell|rented|products|app|commercial|non-|commercially|商用|販売|can we |use|student|licence|license|a or a|12 million|3.5bn|our|customers|’s|fine-tuning|finetune|modèles|für|ſell|K|"free»|to|in|what which are|open|source|shipped it to|a_b|bot|ai|Kundenbot|を使用|.|, | |\n|é|_|-|ẞ|İ'.split(
        '|',
      );
    const pairs = both();
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...scraps), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        for (const [plain, pattern] of pairs) expect(allOf(pattern, text), `${plain}`).toEqual(allOf(plain, text));
      }),
      { numRuns: 1500 },
    );
  });

  it('is found anew from every place at which a search begins', () => {
    const [plain, pattern] = [/\bbot\b/g, patternOf(/\bbot\b/g)];
    for (const start of [0, 1, 5, 40]) {
      plain.lastIndex = start;
      pattern.lastIndex = start;
      expect(pattern.exec('a bot, a bot')?.index).toBe(plain.exec('a bot, a bot')?.index);
      expect(pattern.lastIndex).toBe(plain.lastIndex);
    }
  });

  it('is no sticky one', () => {
    expect(() => patternOf(/a bot/y)).toThrow('sticky');
  });
});

describe('the pieces a pattern needs', () => {
  it.each([
    [/\bhospital\b/i, [' hospital ']],
    [/\b(?:sell|rent)s?\b/i, [' sell ', ' sells ', ' rent ', ' rents ']],
    [/(?:un)?paid/, ['paid']],
    [/商用/, ['商用']],
  ])('of %s', (pattern, pieces) => {
    expect(neededPieces(pattern.source, false)?.toSorted()).toEqual(pieces.toSorted());
  });

  it.each([/a|b/, /\w+/, /(?:hospital)?/, /[^.]*/, /\bhospital\b|x/, /(?!hospital)/])('are none of %s', (pattern) => {
    expect(neededPieces(pattern.source, false)).toBeNull();
  });
});
