import wrapAnsi from 'wrap-ansi';
import type { Table } from '../advice/answer.ts';

/** Narrower columns break words; then the table stays a list. */
const NARROWEST = 14;
const GAP = '  ';

/** @returns the table in columns of at most `width` characters in all, or null where that is too narrow */
export const drawTable = ({ head, rows }: Table, width: number): string[] | null => {
  const columns = Math.max(head.length, ...rows.map((row) => row.cells.length + 1));
  const all = [head, ...rows.map((row) => [row.label, ...row.cells])].map((cells) =>
    Array.from({ length: columns }, (_, at) => cells[at] ?? ''),
  );
  const widest = Array.from({ length: columns }, (_, at) => Math.max(...all.map((cells) => cells[at]!.length)));
  const first = Math.min(widest[0]!, 28);
  const share = Math.floor((width - first - GAP.length * (columns - 1)) / (columns - 1));
  if (share < NARROWEST) return null;
  const widths = widest.map((own, at) => (at === 0 ? first : Math.min(own, share)));
  return all.flatMap((cells, index) => {
    const wrapped = cells.map((cell, at) => wrapAnsi(cell, widths[at]!, { hard: true }).split('\n'));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines = Array.from({ length: height }, (_, line) =>
      wrapped
        .map((own, at) => (own[line] ?? '').padEnd(widths[at]!))
        .join(GAP)
        .trimEnd(),
    );
    return index === 0 ? [...lines, widths.map((own) => '-'.repeat(own)).join(GAP)] : lines;
  });
};
