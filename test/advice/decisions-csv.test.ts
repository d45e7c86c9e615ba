import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/advice/decisions/decision.ts';
import { decisionsCsv } from '../../src/advice/decisions/decisions-csv.ts';

const noted = (note: string, name = 'Mei'): Decision => ({
  release: 'phi-4',
  name: 'Phi-4',
  activity: 'use_commercially',
  outcome: 'approved',
  note,
  expires: null,
  by: { id: 'U1', name },
  at: '2026-11-25T10:00:00.000Z',
  basis: { verdict: 'yes', clauses: [], licences: [], version: '1' } as unknown as Decision['basis'],
});

/** RFC 4180, read letter by letter. */
const read = (csv: string): string[][] => {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < csv.length) {
    let value = '';
    if (csv[at] === '"') {
      for (at += 1; !(csv[at] === '"' && csv[at + 1] !== '"'); at += 1) {
        if (csv[at] === '"') at += 1;
        value += csv[at];
      }
      at += 1;
    } else for (; !',\r'.includes(csv[at]!); at += 1) value += csv[at];
    rows.at(-1)!.push(value);
    if (csv[at] === ',') at += 1;
    else {
      expect(csv.slice(at, at + 2)).toBe('\r\n');
      at += 2;
      if (at < csv.length) rows.push([]);
    }
  }
  return rows;
};

describe('decisions as CSV', () => {
  it('gives back every note as it was written, and as many cells in each line as in the head', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', "'", 'ü', ' ') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (notes) => {
        const written = notes.map((note) => `n${note}`);
        const [head, ...rows] = read(
          decisionsCsv(
            written.map((note) => noted(note)),
            '2026-11-25',
          ),
        );
        expect(rows.map((row) => row[head!.indexOf('note')])).toEqual(written);
        for (const row of rows) expect(row).toHaveLength(head!.length);
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＠x'])(
    'makes text of a cell that a spreadsheet would run: %j',
    (formula) => {
      const [head, row] = read(decisionsCsv([noted(formula, formula)], '2026-11-25'));
      expect(row![head!.indexOf('note')]).toBe(`'${formula}`);
      expect(row![head!.indexOf('decided_by_name')]).toBe(`'${formula}`);
    },
  );
});
