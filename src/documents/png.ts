import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { ROBOTO } from './fonts.ts';

/** Twice as many dots as units, so that small print is sharp on a phone. */
const ZOOM = 2;

/** The fonts are our own: a picture looks the same on every machine. */
const FONT: ResvgRenderOptions['font'] = {
  loadSystemFonts: false,
  fontFiles: [ROBOTO.normal, ROBOTO.bold],
  defaultFontFamily: 'Roboto',
};

/** @returns the drawing as PNG, twice as wide as its units */
export const pngOf = (svg: string): Buffer =>
  new Resvg(svg, { font: FONT, fitTo: { mode: 'zoom', value: ZOOM } }).render().asPng();

const widths = new Map<string, number>();
const MOST_WIDTHS = 5000;

/** @returns the width of a text in units, by the very program that draws it */
export const widthOf = (text: string, size: number, bold: boolean): number => {
  const key = `${size} ${bold} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const box = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><text font-family="Roboto" font-size="${size}" font-weight="${bold ? 500 : 400}">${escaped}</text></svg>`,
    { font: FONT },
  ).getBBox();
  const width = box ? box.x + box.width : 0;
  if (widths.size >= MOST_WIDTHS) widths.clear();
  widths.set(key, width);
  return width;
};
