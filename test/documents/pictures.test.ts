import { describe, expect, it } from 'vitest';
import { type Card, composeCard, wordsOf } from '../../src/advice/card/card.ts';
import { CARD, COLUMNS, drawCard } from '../../src/documents/draw-card.ts';
import { columnWidth, drawComparison } from '../../src/documents/draw-comparison.ts';
import { CLASS_COLOURS, COLOURS, wrap } from '../../src/documents/drawing-kit.ts';
import { openDrawing } from '../../src/documents/open-drawing.ts';
import { pngOf, widthOf } from '../../src/documents/png.ts';
import { readPng } from '../support/png.ts';
import { advisor, catalogue, TODAY } from '../support/shipped.ts';

const cardOf = (id: string, facts = {}): Card => {
  const release = catalogue.releases.get(id)!;
  return composeCard(catalogue, { release, label: release.name, alike: [] }, facts);
};
const LLAMA = cardOf('llama-3.1-70b');
const OLMO = cardOf('olmo-2-7b');

/** Every text of a drawing with where it begins and ends, measured as it is drawn. */
const textsIn = (svg: string) =>
  [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-family="Roboto" font-size="(\d+)" font-weight="(\d+)" fill="[^"]+" text-anchor="(\w+)">([^<]*)<\/text>/g,
    ),
  ].map(([, x, y, size, weight, anchor, raw]) => {
    const words = raw!
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const width = widthOf(words, Number(size), weight === '500');
    const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
    return { words, y: Number(y), size: Number(size), left, right: left + width };
  });
const sizeOf = (svg: string) => {
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
};
/** Texts that leave the picture or run into each other. */
const cutIn = (svg: string): string[] => {
  const { width, height } = sizeOf(svg);
  const texts = textsIn(svg);
  expect(texts.length).toBeGreaterThan(20);
  return texts.flatMap((one, at) => [
    ...(one.left < 0 || one.right > width - 8 || one.y > height - 4 || one.y - one.size < 0
      ? [`outside: ${one.words}`]
      : []),
    ...texts
      .slice(at + 1)
      .filter(
        (other) =>
          Math.abs(other.y - one.y) < Math.max(one.size, other.size) * 0.8 &&
          other.left < one.right + 2 &&
          one.left < other.right + 2,
      )
      .map((other) => `"${one.words}" meets "${other.words}"`),
  ]);
};

describe('an openness card', () => {
  it('has the verdicts that questions come to', () => {
    expect(LLAMA.verdicts[0]).toMatchObject({
      label: 'Commercial use',
      verdict: advisor.ask({ question: 'may we use Llama 3.1 70B commercially?' }, TODAY).verdict,
    });
    expect(cardOf('llama-3.1-70b', { monthly_active_users: 9e8 }).verdicts[0]).toMatchObject({ verdict: 'no' });
  });

  it('is drawn: known places have the expected colours', () => {
    for (const card of [LLAMA, OLMO, cardOf('mistral-7b-v0.1'), cardOf('deepseek-r1-distill-llama-70b')]) {
      const png = readPng(pngOf(drawCard(card)));
      expect(png.width).toBe(CARD.width * 2);
      let band = 0;
      while (png.at(4, band) === COLOURS.band) band += 1;
      expect(band).toBeGreaterThan(200);
      // the pill of the class, left of its words
      expect(png.at((CARD.side + 8) * 2, band - 22 * 2 - 32), card.name).toBe(CLASS_COLOURS[card.category!]);
      for (const [at, part] of card.parts.entries()) {
        const y = band + (34 + 30 + at * CARD.row) * 2;
        const seen = Object.values(COLUMNS).map((x) => png.at(x * 2 - 8, y));
        const blank = [COLOURS.paper, COLOURS.paper, COLOURS.paper] as string[];
        const expected: Record<typeof part.status, string[]> = {
          released: [COLOURS.good, COLOURS.paper, COLOURS.paper],
          partial: [COLOURS.good, COLOURS.paper, COLOURS.paper],
          described: [COLOURS.paper, COLOURS.caution, COLOURS.paper],
          withheld: [COLOURS.paper, COLOURS.paper, COLOURS.bad],
          unknown: blank,
        };
        if (part.status === 'unknown')
          expect([seen[0], seen[2]], `${card.name}: ${part.label}`).toEqual([COLOURS.paper, COLOURS.paper]);
        else expect(seen, `${card.name}: ${part.label}`).toEqual(expected[part.status]);
      }
      for (const [at, freedom] of card.freedoms.entries()) {
        const colour = { met: COLOURS.good, 'not met': COLOURS.bad, unknown: COLOURS.open }[freedom.state];
        expect(png.at((590 + 2) * 2, band + (34 + 30 + at * CARD.row) * 2), `${card.name}: ${freedom.label}`).toBe(
          colour,
        );
      }
    }
  });

  it('cuts no text and lets none run into another, for every family that we hold', () => {
    const problems = [...catalogue.families.values()].flatMap((family) => {
      const svg = drawCard(cardOf(family.releases[0]!.id));
      return cutIn(svg).map((problem) => `${family.id}: ${problem}`);
    });
    expect(problems).toEqual([]);
  });

  it('says all of it in words too, within what Slack takes for a picture', () => {
    expect(wordsOf([LLAMA])[0]).toContain('not released: training code, training data');
    for (const release of catalogue.releases.values())
      expect(wordsOf([cardOf(release.id)]).join(' ').length).toBeLessThan(1000);
  });
});

describe('a comparison', () => {
  const wide = cardOf('deepseek-r1-distill-llama-70b');
  it('is drawn of two to four models, whose columns have the expected colours', async () => {
    const cards = [LLAMA, OLMO];
    const png = readPng(await openDrawing().png(cards));
    expect(png.width).toBe((64 + 210 + 2 * columnWidth(2)) * 2);
    const signs = (column: number) => {
      const x = (32 + 210 + column * columnWidth(2) + 2) * 2;
      const found: string[] = [];
      for (let y = 0; y < png.height; y += 1) {
        const colour = png.at(x, y);
        if (
          colour !== png.at(x, y - 1 < 0 ? 0 : y - 1) &&
          [COLOURS.good, COLOURS.caution, COLOURS.bad, COLOURS.open].includes(colour as never)
        )
          found.push(colour);
      }
      return found;
    };
    const colourOf = (card: Card) => [
      ...card.verdicts.map(
        (item) =>
          ({
            yes: COLOURS.good,
            yes_with_conditions: COLOURS.caution,
            depends: COLOURS.open,
            unknown: COLOURS.open,
            no: COLOURS.bad,
          })[item.verdict],
      ),
      ...card.parts.map(
        (item) =>
          ({
            released: COLOURS.good,
            partial: COLOURS.caution,
            described: COLOURS.caution,
            withheld: COLOURS.bad,
            unknown: COLOURS.open,
          })[item.status],
      ),
      ...card.freedoms.map(
        (item) => ({ met: COLOURS.good, 'not met': COLOURS.bad, unknown: COLOURS.open })[item.state],
      ),
      { yes: COLOURS.good, no: COLOURS.bad, unknown: COLOURS.open }[card.meets],
    ];
    expect(signs(0)).toEqual(colourOf(LLAMA));
    expect(signs(1)).toEqual(colourOf(OLMO));
    expect(() => drawComparison([LLAMA])).toThrow(RangeError);
  });

  it('cuts no text, also of long names', () => {
    for (const cards of [
      [LLAMA, OLMO],
      [LLAMA, wide, OLMO],
      [
        wide,
        { ...wide, name: 'an-unbelievably-long-name-of-a-model-that-nobody-would-choose-70B-instruct-v2' },
        LLAMA,
        OLMO,
      ],
    ])
      expect(cutIn(drawComparison(cards))).toEqual([]);
  });
});

describe('a text that is broken into lines', () => {
  const style = { size: 20, bold: true };
  it('loses nothing, breaks behind hyphens, and ends with an ellipsis only where lines run out', () => {
    expect(wrap('DeepSeek-R1-Distill-Llama-70B', style, 200, 3)).toEqual(['DeepSeek-R1-Distill-', 'Llama-70B']);
    expect(wrap('a b c', style, 1000, 1)).toEqual(['a b c']);
    const lines = wrap('one two three four five six seven eight nine ten', style, 100, 2);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(widthOf(line, 20, true)).toBeLessThanOrEqual(100);
  });
});
