import { CsvError, parse } from 'csv-parse/sync';

/** A row of a table; `line`: where it begins, from 1. */
export type TableRow = { line: number; cells: readonly string[] };
export type Table = { kind: 'table'; head: readonly string[]; rows: readonly TableRow[] };

/**
 * Reads CSV as spreadsheets write it: commas, semicolons or tabs, quotes, a byte order mark; empty lines are left out, and lines end
 * alike.
 *
 * @see RFC 4180
 */
export function readTable(text: string): Table | { kind: 'broken'; line: number; problem: string } {
  try {
    const read = parse(text.replace(/\r\n?/g, '\n'), {
      ...{ bom: true, record_delimiter: '\n', delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: true },
      ...{ trim: true, info: true },
    }) as unknown as readonly { info: { lines: number }; record: string[] }[];
    const rows = read.map(({ info, record }) => ({ line: info.lines - breaksIn(record), cells: record }));
    const [head, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { kind: 'table', head: (head?.cells ?? []).map((cell) => cell.toLowerCase()), rows: body };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return { kind: 'broken', line, problem: problems[error.code] ?? 'this cannot be read as CSV; check the quotes on this line' };
  }
}

const problems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one; double it, and put the cell in quotes',
  CSV_INVALID_CLOSING_QUOTE: 'a quote inside a quoted cell has to be doubled',
};

/** The sign that parts the cells of the first line most often. */
function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

const breaksIn = (cells: readonly string[]): number => cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
