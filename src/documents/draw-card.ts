import type { Card } from '../advice/card/card.ts';
import { STATE_WORDS } from '../advice/card/card.ts';
import {
  CLASS_COLOURS,
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
import { widthOf } from './png.ts';

export const CARD = { width: 960, side: 40, row: 36 };
const INNER = CARD.width - 2 * CARD.side;
const LEFT = { x: CARD.side, width: 500 };
const RIGHT = { x: 590, width: CARD.width - CARD.side - 590 };
/** Where the dots of the three states stand. */
export const COLUMNS = { released: 290, described: 390, withheld: 490 } as const;
const DOT = 9;

/** One model: parts by released, described and withheld; freedoms; what may be done with it. */
export const drawCard = (card: Card): string => {
  const band = drawBand(card);
  const top = band.height + 34;
  const parts = drawParts(card, top);
  const freedoms = drawFreedoms(card, top);
  const below = top + Math.max(parts.height, freedoms.height) + 26;
  const uses = drawUses(card, below);
  const foot = below + uses.height + 14;
  const caveat = paragraph(CARD.side, foot + 12, card.caveat, { size: 13, colour: COLOURS.quiet }, INNER, 3);
  return picture(CARD.width, foot + 12 + caveat.height + 18, `Openness card: ${card.name}`, [
    band.svg,
    parts.svg,
    freedoms.svg,
    uses.svg,
    line(CARD.side, foot, INNER),
    caveat.svg,
  ]);
};

const drawBand = (card: Card) => {
  const name = paragraph(CARD.side, 26, card.name, { size: 34, bold: true, colour: COLOURS.onBand }, INNER, 2);
  const about = paragraph(
    CARD.side,
    26 + name.height + 2,
    `${card.by} · ${card.licences.join('; ') || 'no licence held'}`,
    { size: 17, colour: COLOURS.quietOnBand },
    INNER,
    2,
  );
  const pillTop = 26 + name.height + about.height + 14;
  const pillWidth = widthOf(card.class, 16, true) + 28;
  const height = pillTop + 32 + 22;
  return {
    height,
    svg: [
      rect(0, 0, CARD.width, height, COLOURS.band),
      name.svg,
      about.svg,
      rect(CARD.side, pillTop, pillWidth, 32, CLASS_COLOURS[card.category ?? 'none'], 16),
      text(CARD.side + 14, pillTop + 21.5, card.class, { size: 16, bold: true, colour: COLOURS.onBand }),
    ].join(''),
  };
};

const heading = (x: number, y: number, words: string): string =>
  text(x, y, words, { size: 18, bold: true, colour: COLOURS.band });

const drawParts = (card: Card, top: number) => {
  const head = (x: number, words: string) => text(x, top, words, { size: 13, colour: COLOURS.quiet, anchor: 'middle' });
  const rows = card.parts.map((part, at) => {
    const y = top + 30 + at * CARD.row;
    return [
      text(LEFT.x, y + 6, part.label, { size: 17 }),
      dots(y, part.status),
      at < card.parts.length - 1 ? line(LEFT.x, y + CARD.row / 2, LEFT.width) : '',
    ].join('');
  });
  const legend = top + 30 + card.parts.length * CARD.row;
  const partly = card.parts.some((part) => part.status === 'partial');
  return {
    height: 30 + card.parts.length * CARD.row + (partly ? 16 : -8),
    svg: [
      heading(LEFT.x, top, 'What is out'),
      head(COLUMNS.released, 'released'),
      head(COLUMNS.described, 'described'),
      head(COLUMNS.withheld, 'withheld'),
      ...rows,
      partly
        ? `${halfDot(LEFT.x + DOT, legend)}${text(LEFT.x + 26, legend + 5, 'released in part', { size: 13, colour: COLOURS.quiet })}`
        : '',
    ].join(''),
  };
};

const dots = (y: number, status: Card['parts'][number]['status']): string => {
  if (status === 'unknown')
    return text(COLUMNS.described, y + 5, 'not known', { size: 14, colour: COLOURS.quiet, anchor: 'middle' });
  const column = status === 'partial' ? 'released' : status;
  return (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[])
    .map((name) => {
      const x = COLUMNS[name];
      if (name !== column) return `<circle cx="${x}" cy="${y}" r="3" fill="${COLOURS.faint}"/>`;
      if (status === 'partial') return halfDot(x, y);
      const fill = status === 'released' ? COLOURS.good : status === 'described' ? COLOURS.caution : COLOURS.bad;
      return `<circle cx="${x}" cy="${y}" r="${DOT}" fill="${fill}"/>`;
    })
    .join('');
};

const halfDot = (x: number, y: number): string =>
  `<circle cx="${x}" cy="${y}" r="${DOT - 1}" fill="none" stroke="${COLOURS.good}" stroke-width="2"/><path d="M${x} ${y - DOT} A${DOT} ${DOT} 0 0 0 ${x} ${y + DOT} Z" fill="${COLOURS.good}"/>`;

const signedRow = (x: number, y: number, width: number, kind: Sign, label: string, word: string): string =>
  [
    sign(x + 10, y, kind),
    text(x + 32, y + 6, label, { size: 17 }),
    text(x + width, y + 6, word, { size: 15, colour: COLOURS.quiet, anchor: 'end' }),
  ].join('');

const drawFreedoms = (card: Card, top: number) => {
  const rows = card.freedoms.map((item, at) =>
    signedRow(
      RIGHT.x,
      top + 30 + at * CARD.row,
      RIGHT.width,
      SIGN_OF_STATE[item.state],
      item.label,
      STATE_WORDS[item.state],
    ),
  );
  const below = top + 30 + card.freedoms.length * CARD.row + 20;
  return {
    height: 30 + card.freedoms.length * CARD.row + 20 + 44,
    svg: [
      heading(RIGHT.x, top, 'The four freedoms'),
      ...rows,
      heading(RIGHT.x, below, 'Open source'),
      signedRow(
        RIGHT.x,
        below + 30,
        RIGHT.width,
        SIGN_OF_MEETS[card.meets],
        'By the OSI definition',
        card.meets === 'unknown' ? 'not established' : card.meets,
      ),
    ].join(''),
  };
};

const drawUses = (card: Card, top: number) => {
  const half = Math.ceil(card.verdicts.length / 2);
  const width = (INNER - 40) / 2;
  const rows = card.verdicts.map((item, at) =>
    signedRow(
      CARD.side + (at < half ? 0 : width + 40),
      top + 30 + (at % half) * CARD.row,
      width,
      SIGN_OF_VERDICT[item.verdict],
      item.label,
      item.word,
    ),
  );
  return {
    height: 30 + half * CARD.row,
    svg: [heading(CARD.side, top, 'What may be done with it'), ...rows].join(''),
  };
};
