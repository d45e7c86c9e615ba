import type { Card } from '../advice/card/card.ts';
import { STATE_WORDS } from '../advice/card/card.ts';
import type { ArtefactStatus } from '../knowledge/vocabulary.ts';
import {
  COLOURS,
  line,
  paragraph,
  picture,
  rect,
  SIGN_OF_MEETS,
  SIGN_OF_STATE,
  SIGN_OF_VERDICT,
  type Sign,
  sign,
  text,
} from './drawing-kit.ts';

export const CHART = { side: 32, label: 210, head: 18 };
/** The more models, the narrower a column. */
export const columnWidth = (models: number): number => (models <= 2 ? 300 : models === 3 ? 250 : 225);

const SIGN_OF_STATUS: Record<ArtefactStatus, Sign> = {
  released: 'good',
  partial: 'caution',
  described: 'caution',
  withheld: 'bad',
  unknown: 'open',
};

type Cell = { sign: Sign | null; word: string };
type Row = { label: string; cells: Cell[] };
type Group = { title: string; rows: Row[] };

/** Two to four models side by side. @throws RangeError with fewer or more */
export const drawComparison = (cards: Card[]): string => {
  const [first] = cards;
  if (!first || cards.length < 2 || cards.length > 4) throw new RangeError('two to four models are drawn side by side');
  const column = columnWidth(cards.length);
  const width = 2 * CHART.side + CHART.label + cards.length * column;
  const names = cards.map((card, at) =>
    paragraph(columnAt(at, column), 22, card.name, { size: 20, bold: true, colour: COLOURS.onBand }, column - 16, 3),
  );
  const band = 22 + Math.max(...names.map((name) => name.height)) + 18;
  const content = [rect(0, 0, width, band, COLOURS.band), ...names.map((name) => name.svg)];
  let y = band + 6;
  for (const group of groupsOf(cards)) {
    content.push(text(CHART.side, y + 28, group.title, { size: 17, bold: true, colour: COLOURS.band }));
    y += 40;
    for (const row of group.rows) {
      const drawn = drawRow(row, y, column);
      content.push(drawn.svg, line(CHART.side, y + drawn.height, width - 2 * CHART.side));
      y += drawn.height + 1;
    }
  }
  const caveat = paragraph(
    CHART.side,
    y + 14,
    first.caveat,
    { size: 13, colour: COLOURS.quiet },
    width - 2 * CHART.side,
    4,
  );
  content.push(caveat.svg);
  const title = `Comparison: ${cards.map((card) => card.name).join(', ')}`;
  return picture(width, y + 14 + caveat.height + 18, title, content);
};

const columnAt = (at: number, column: number): number => CHART.side + CHART.label + at * column;

const groupsOf = (cards: Card[]): Group[] => {
  const [first] = cards as [Card, ...Card[]];
  const rows = <T>(items: (card: Card) => (T & { label: string })[], cell: (item: T) => Cell): Row[] =>
    items(first).map((item, at) => ({ label: item.label, cells: cards.map((card) => cell(items(card)[at]!)) }));
  const plain = (label: string, word: (card: Card) => string): Row => ({
    label,
    cells: cards.map((card) => ({ sign: null, word: word(card) })),
  });
  return [
    {
      title: 'Terms',
      rows: [
        plain('By', (card) => card.by),
        plain('Licence', (card) => card.licences.join('; ') || 'no licence held'),
        plain('Class', (card) => card.class),
      ],
    },
    {
      title: 'What may be done with it',
      rows: rows(
        (card) => card.verdicts,
        (item) => ({ sign: SIGN_OF_VERDICT[item.verdict], word: item.word }),
      ),
    },
    {
      title: 'What is out',
      rows: rows(
        (card) => card.parts,
        (item) => ({ sign: SIGN_OF_STATUS[item.status], word: item.word }),
      ),
    },
    {
      title: 'The four freedoms',
      rows: [
        ...rows(
          (card) => card.freedoms,
          (item) => ({ sign: SIGN_OF_STATE[item.state], word: STATE_WORDS[item.state] }),
        ),
        {
          label: 'Open source (OSI definition)',
          cells: cards.map((card) => ({
            sign: SIGN_OF_MEETS[card.meets],
            word: card.meets === 'unknown' ? 'not established' : card.meets,
          })),
        },
      ],
    },
  ];
};

const drawRow = (row: Row, top: number, column: number) => {
  const label = paragraph(CHART.side, top + 8, row.label, { size: 15 }, CHART.label - 14, 2);
  const cells = row.cells.map((cell, at) => {
    const x = columnAt(at, column);
    const indent = cell.sign ? 28 : 0;
    const words = paragraph(x + indent, top + 8, cell.word, { size: cell.sign ? 15 : 14 }, column - 16 - indent, 4);
    return { height: words.height, svg: `${cell.sign ? sign(x + 10, top + 18, cell.sign) : ''}${words.svg}` };
  });
  return {
    height: Math.max(label.height, ...cells.map((cell) => cell.height)) + 16,
    svg: [label.svg, ...cells.map((cell) => cell.svg)].join(''),
  };
};
