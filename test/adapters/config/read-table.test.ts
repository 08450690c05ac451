import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../../../src/adapters/config/import/read-table.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

test('whatever cells a spreadsheet writes come back, on the line they begin on (RFC 4180)', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', '\r\n', ' ', 'x', '日') })
    .map((text) => text.trim());
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), (body, sign, end, mark) => {
      const all = [['A', 'b', 'C'], ...body];
      const text = `${mark ? '\uFEFF' : ''}${all.map((row) => row.map(quoted).join(sign)).join(end)}${end}`;
      const table = readTable(text);
      if (table.kind !== 'table') throw new Error(table.problem);
      expect(table.head).toEqual(['a', 'b', 'c']);
      const filled = body.filter((row) => row.some((one) => one !== ''));
      expect(table.rows.map(({ cells }) => cells)).toEqual(filled.map((row) => row.map((one) => one.replaceAll('\r\n', '\n'))));
      const lines = text.replace('\uFEFF', '').split(/\r\n|\n/);
      for (const { line, cells } of table.rows) expect(lines[line - 1]).toContain(quoted(cells[0] ?? '').split('\n')[0]);
    }),
  );
});

test.each([
  ['a,b\n"x,y', 2, /never closed/],
  ['a,b\nx"y,z', 2, /quote/],
  ['a,b\n"x"y,z', 2, /doubled/],
])('%j is told with its line', (text, line, problem) => {
  expect(readTable(text)).toMatchObject({ kind: 'broken', line, problem: expect.stringMatching(problem) });
});

test('nothing is an empty table', () => {
  expect(readTable('')).toEqual({ kind: 'table', head: [], rows: [] });
});
