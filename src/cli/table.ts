import Table from 'cli-table3';
import pc from 'picocolors';
import type { Terminal } from './command.ts';

export type Cell = string | number | null;

const none = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
};
const chars = { ...none, left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '  ' };

/** Of the last column, which takes what the others leave of a line. */
const widest = 80;
const narrowest = 20;

/** Columns for people: no lines, wide letters counted right; on a terminal the last column is cut to fit. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  terminal: Pick<Terminal, 'columns' | 'colours'>,
): string {
  const plain = rows.map((row) => row.map((cell) => (cell === null || cell === '' ? '-' : String(cell).replace(/\s+/g, ' '))));
  const room = roomForLast([head, ...plain], terminal.columns);
  const sheet = new Table({ chars, style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 } });
  sheet.push(head.map((name) => name.toUpperCase()));
  for (const row of plain) sheet.push(row.map((cell, at) => short(cell, at === row.length - 1 ? room : Number.MAX_SAFE_INTEGER)));
  const [first = '', ...rest] = sheet.toString().split('\n');
  return [paint(terminal).dim(first.trimEnd()), ...rest.map((line) => line.trimEnd())].join('\n');
}

/** Cuts for a column; the whole text is in the JSON. */
export function short(text: string, length: number): string {
  const letters = text.length <= length ? [] : [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('')}…`;
}

/** `2026-03-02 09:00`, UTC: the same on every machine. */
export const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Letters for people: bold, dim, or as they are where colours are not wanted. */
export const paint = ({ colours }: Pick<Terminal, 'colours'>) => pc.createColors(colours === true);

function roomForLast(rows: readonly (readonly string[])[], columns: number | null | undefined): number {
  if (columns === null || columns === undefined) return widest;
  const [first = []] = rows;
  const taken = first.slice(0, -1).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)) + chars.middle.length);
  return Math.max(narrowest, columns - taken.reduce((sum, width) => sum + width, 0));
}
