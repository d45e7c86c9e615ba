import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Answer } from '../advice/answer.ts';
import { tableText } from '../advice/write-text.ts';
import { drawTable } from './draw-table.ts';

type Output = { isTTY?: boolean; columns?: number };
type Style = Parameters<typeof styleText>[0];

const COLOURS: Record<NonNullable<Answer['verdict']>, Style> = {
  yes: 'green',
  yes_with_conditions: 'yellow',
  depends: 'cyan',
  unknown: 'magenta',
  no: 'red',
};
const WIDEST = 100;
/** Stands where the table is drawn; no answer holds it. */
const TABLE = '\u0000table';

/** @returns the answer's text wrapped to the terminal, its table in columns; colours only where the output is one */
export const render = (answer: Answer, output: Output): string => {
  const paint = (style: Style, text: string) =>
    output.isTTY ? styleText(style, text, { validateStream: false }) : text;
  const width = output.isTTY ? Math.max(20, Math.min(WIDEST, output.columns || 80)) : WIDEST;
  const table = answer.table ? drawTable(answer.table, width) : null;
  const text = table ? answer.text.replace(tableText(answer), () => TABLE) : answer.text;
  const lines = text.split('\n').flatMap((line) => {
    if (line === TABLE && table) return table;
    const indent = /^\s*- /.test(line) ? '  ' : '';
    const wrapped = wrapAnsi(line, width - indent.length, { hard: false, trim: true }).replaceAll('\n', `\n${indent}`);
    if (line === answer.headline)
      return paint(['bold', answer.verdict ? COLOURS[answer.verdict] : 'blue'].flat() as Style, wrapped);
    if (/^[A-Z][^-]{0,40}:$/.test(line)) return paint('bold', wrapped);
    if (line.startsWith(answer.caveat.slice(0, 30))) return paint('dim', wrapped);
    return wrapped;
  });
  return `${lines.join('\n')}\n`;
};
