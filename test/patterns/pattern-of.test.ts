import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternOf } from '../../src/patterns/pattern-of.ts';

const WRITTEN =
  'Straße, naïve Łódź Gdańsk Åland ÿ ß ſ; цена 12 ₽, Αθήνα, ユーザー数や売上, 모델을, 商用利用 3亿, العربية ١٢, हिन्दी, ไทย, x² ½ don’t "a_b" e\u0301 …';

describe('a pattern without the flag u', () => {
  it.each([
    ['(?<!\\p{L})\\p{L}+(?!\\p{L})', 'giu'],
    ['[\\p{L}\\p{N}.+-]+', 'giu'],
    ['(?<![\\p{L}\\d-])[a-zäöü]{2,}(?![\\p{L}\\d%])', 'giu'],
  ])('finds what the one with it finds in the scripts people write in: %s', (source, flags) => {
    const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([match]) => match);
    // marks that are no letters part the words of Hindi, with both
    for (const text of WRITTEN.split(', '))
      expect(found(text, patternOf(source, flags)), text).toEqual(found(text, new RegExp(source, flags)));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abzßÄé 0-9.,’_“”商用ユ모Жω%'.split('')) }), (text) => {
        expect(found(text, patternOf(source, flags))).toEqual(found(text, new RegExp(source, flags)));
      }),
    );
  });

  it.each(['\\p{Script=Latin}', '\\p{Lu}', '\\P{L}', '\\u{1F600}'])(
    'is refused for what needs the flag: %s',
    (source) => {
      expect(() => patternOf(source, 'iu')).toThrow('needs the flag u');
    },
  );
});
