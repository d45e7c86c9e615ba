import type { ElementState } from '../knowledge/classify.ts';
import type { Category, Verdict } from '../knowledge/vocabulary.ts';
import { inOurLetters } from './fonts.ts';
import { widthOf } from './png.ts';

export const COLOURS = {
  paper: '#ffffff',
  ink: '#1b2430',
  quiet: '#55616f',
  rule: '#dfe5e8',
  faint: '#c3ccd4',
  band: '#1d3b36',
  onBand: '#ffffff',
  quietOnBand: '#c9dcd6',
  good: '#1a7f4b',
  caution: '#b26a00',
  bad: '#c0312b',
  open: '#5b6b7f',
} as const;

/** A class has a colour of its own beside its name, from closed to open. */
export const CLASS_COLOURS: Record<Category | 'none', string> = {
  'api-only': '#7a2e2a',
  'open-weight-custom': '#8a5200',
  'open-weight-permissive': '#1f5f8b',
  'more-fully-open': '#17663d',
  none: COLOURS.open,
};

/** Told apart by shape as well as by colour. */
export type Sign = 'good' | 'caution' | 'bad' | 'open';
export const SIGN_OF_VERDICT: Record<Verdict, Sign> = {
  yes: 'good',
  yes_with_conditions: 'caution',
  depends: 'open',
  unknown: 'open',
  no: 'bad',
};
export const SIGN_OF_STATE: Record<ElementState, Sign> = { met: 'good', 'not met': 'bad', unknown: 'open' };
export const SIGN_OF_MEETS: Record<'yes' | 'no' | 'unknown', Sign> = { yes: 'good', no: 'bad', unknown: 'open' };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export type TextStyle = { size: number; bold?: boolean; colour?: string; anchor?: 'start' | 'middle' | 'end' };

/** @param y the line the letters stand on */
export const text = (x: number, y: number, words: string, style: TextStyle): string =>
  `<text x="${x}" y="${y}" font-family="Roboto" font-size="${style.size}" font-weight="${style.bold ? 500 : 400}" fill="${style.colour ?? COLOURS.ink}" text-anchor="${style.anchor ?? 'start'}">${escaped(words)}</text>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string, radius = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;

export const line = (x: number, y: number, width: number): string => rect(x, y, width, 1, COLOURS.rule);

const SHAPES: Record<Sign, string> = {
  good: '<path d="M-4.6 0.4 L-1.4 3.6 L4.8 -3.4" fill="none" stroke="#fff" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>',
  caution:
    '<path d="M0 -5.2 L0 1.2" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><circle cx="0" cy="4.8" r="1.5" fill="#fff"/>',
  bad: '<path d="M-3.6 -3.6 L3.6 3.6 M3.6 -3.6 L-3.6 3.6" stroke="#fff" stroke-width="2.2" stroke-linecap="round"/>',
  open: '<path d="M-2.8 -2.6 A2.9 2.9 0 1 1 0.9 0.2 Q0 0.7 0 2" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/><circle cx="0" cy="5" r="1.3" fill="#fff"/>',
};

/** A disc of 20 units with its sign, drawn and not taken from a font. */
export const sign = (cx: number, cy: number, kind: Sign): string =>
  `<g transform="translate(${cx} ${cy})"><circle r="10" fill="${COLOURS[kind]}"/>${SHAPES[kind]}</g>`;

/**
 * Breaks words into lines that are no wider than `width`; what does not fit into `most` lines ends with an ellipsis.
 * @returns the lines, measured as they are drawn
 */
export const wrap = (words: string, style: TextStyle, width: number, most: number): string[] => {
  const fits = (candidate: string) => widthOf(candidate, style.size, style.bold ?? false) <= width;
  const lines: string[] = [];
  let rest = inOurLetters(words).trim();
  while (rest !== '') {
    const last = lines.length === most - 1;
    if (fits(rest)) {
      lines.push(rest);
      break;
    }
    const end = longest(rest, (piece) => fits(last ? `${piece}…` : piece));
    // behind a hyphen or a slash where there is no space: names of models are long words
    const hyphen = Math.max(rest.lastIndexOf('-', end - 1), rest.lastIndexOf('/', end - 1)) + 1;
    const space = rest.lastIndexOf(' ', end);
    const at = space > 0 ? space : hyphen > 1 ? hyphen : Math.max(1, end);
    const piece = rest.slice(0, at).trimEnd();
    lines.push(last ? `${piece}…` : piece);
    if (last) break;
    rest = rest.slice(at).trimStart();
  }
  return lines;
};

/** @returns how many letters fit */
const longest = (words: string, fits: (piece: string) => boolean): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(words.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** A block of lines. @returns its drawing, and the height it takes */
export const paragraph = (
  x: number,
  top: number,
  words: string,
  style: TextStyle,
  width: number,
  most: number,
): { svg: string; height: number; lines: string[] } => {
  const step = Math.round(style.size * 1.32);
  const lines = wrap(words, style, width, most);
  return {
    lines,
    svg: lines.map((one, at) => text(x, top + style.size + at * step, one, style)).join(''),
    height: lines.length * step,
  };
};

/** @param title what it shows, for programs that read drawings */
export const picture = (width: number, height: number, title: string, content: string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    rect(0, 0, width, height, COLOURS.paper),
    ...content,
    '</svg>',
  ].join('\n');
