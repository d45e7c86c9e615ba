import pdfmake from 'pdfmake';
import type { Content, ContentTable, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, Document, Line, Section, Span, Tone } from '../advice/brief/document.ts';
import { inOurLetters, ROBOTO } from './fonts.ts';

const INK = '#1b2430';
const QUIET = '#5a6675';
const RULE = '#d5dbe1';
const ACCENT = '#1d3b36';
const LINK = '#0b57a4';
/** Dark enough on white for small print (contrast above 4.5), and told apart by the word beside it. */
const TONES: Record<Tone, string> = { good: '#1a6b3c', caution: '#8a5a00', bad: '#b3261e', open: '#46566b' };
/** Points; the page is A4. */
const MARGIN = { side: 54, top: 56, bottom: 64 };
const PAGE_WIDTH = 595.28 - 2 * MARGIN.side;
/** space between the columns of a table, taken from their widths */
const GUTTER = 8;

pdfmake.addFonts({ Roboto: ROBOTO });
// a document holds text and links only: nothing is read or fetched for it but the fonts
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(ROBOTO).includes(path));

/** @returns the document as a PDF: A4, with links, an outline, page numbers and the caveat on every page */
export const briefPdf = async (document: Document): Promise<Buffer> =>
  pdfmake.createPdf(definitionOf(document)).getBuffer() as unknown as Promise<Buffer>;

const definitionOf = (document: Document): TDocumentDefinitions => ({
  pageSize: 'A4',
  pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.bottom],
  language: 'en',
  info: {
    title: inOurLetters(document.title),
    subject: inOurLetters(document.subtitle),
    creator: 'Openness Advisor',
    // the same brief gives the same bytes on the same day
    creationDate: new Date(`${document.composed}T00:00:00Z`),
  },
  defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.22, color: INK },
  footer: (page, pages) => ({
    margin: [MARGIN.side, 14, MARGIN.side, 0],
    columns: [
      { text: inOurLetters(document.caveat), fontSize: 7, color: QUIET, width: '*' },
      { text: `${page} / ${pages}`, fontSize: 8, color: QUIET, alignment: 'right', width: 40 },
    ],
  }),
  // a heading does not stand alone at the foot of a page
  pageBreakBefore: (node, nodes) =>
    node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().filter((other) => other.text).length < 3,
  content: [
    {
      text: inOurLetters(document.title),
      fontSize: 20,
      bold: true,
      color: ACCENT,
      margin: [0, 0, 0, 4],
      outline: true,
    },
    { text: inOurLetters(document.subtitle), color: QUIET, fontSize: 9, margin: [0, 0, 0, 10] },
    factsTable(document),
    ...document.sections.flatMap(sectionContent),
  ],
});

const sectionContent = (section: Section): Content[] => {
  const heading: Content = {
    text: inOurLetters(section.title),
    fontSize: 13,
    bold: true,
    color: ACCENT,
    margin: [0, 14, 0, 5],
    headlineLevel: 1,
    outline: true,
  };
  const [first, ...rest] = section.blocks;
  return first?.kind === 'paragraph' || first?.kind === 'form'
    ? [{ stack: [heading, blockContent(first)], unbreakable: true }, ...rest.map(blockContent)]
    : [heading, ...section.blocks.map(blockContent)];
};

const factsTable = (document: Document): ContentTable => ({
  table: {
    widths: [110, '*'],
    body: document.facts.map((fact) => [
      { text: inOurLetters(fact.label), bold: true, color: QUIET },
      { text: spans(fact.line) },
    ]),
  },
  layout: {
    fillColor: () => '#f2f5f4',
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 8,
    paddingRight: () => 8,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  margin: [0, 0, 0, 2],
});

const blockContent = (block: Block): Content => {
  switch (block.kind) {
    case 'paragraph':
      return { text: spans(block.line), margin: [0, 2, 0, 4] };
    case 'list':
      return { ul: block.items.map(item), margin: [0, 1, 0, 5] };
    case 'checks':
      return { stack: block.items.map(checkItem), margin: [0, 1, 0, 5] };
    case 'table':
      return tableContent(block);
    case 'form':
      return {
        table: {
          widths: [170, '*'],
          heights: 20,
          body: block.fields.map((field) => [{ text: inOurLetters(field), margin: [0, 6, 0, 0] }, '']),
        },
        layout: {
          hLineWidth: (at) => (at === 0 ? 0 : 0.6),
          vLineWidth: () => 0,
          hLineColor: () => QUIET,
          paddingLeft: () => 0,
        },
        margin: [0, 0, 0, 6],
        unbreakable: true,
      } as Content;
    default:
      return block satisfies never;
  }
};

const item = (line: Line): ContentText => ({ text: spans(line), margin: [0, 0, 0, 3] });

/** A drawn box: no letter of the font looks like one. */
const checkItem = (line: Line): Content => ({
  columns: [
    {
      canvas: [{ type: 'rect', x: 0, y: 2, w: 7.5, h: 7.5, r: 1, lineWidth: 0.8, lineColor: QUIET }],
      width: 16,
    },
    { text: spans(line), width: '*' },
  ],
  margin: [0, 0, 0, 4],
  unbreakable: true,
});

const tableContent = (block: Extract<Block, { kind: 'table' }>): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    keepWithHeaderRows: 1,
    widths: block.widths.map((share) => share * PAGE_WIDTH - GUTTER),
    body: [
      block.head.map((text) => ({ text: inOurLetters(text), bold: true, fontSize: 8.5, color: QUIET })),
      ...block.rows.map((cells) => cells.map((cell) => ({ text: spans(cell) }))),
    ],
  },
  layout: {
    hLineWidth: (at) => (at === 0 ? 0 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => RULE,
    paddingLeft: (at) => (at === 0 ? 0 : GUTTER / 2),
    paddingRight: () => GUTTER / 2,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
  margin: [0, 0, 0, 6],
});

const spans = (line: Line): ContentText[] => line.map(span);

const span = ({ text, url, strong, tone }: Span): ContentText => ({
  text: inOurLetters(text),
  ...(strong ? { bold: true } : {}),
  ...(tone ? { color: TONES[tone] } : {}),
  ...(url ? { link: url, color: LINK } : {}),
});
