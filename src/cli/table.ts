import Table from 'cli-table3';

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

/** Columns for people: no lines, headings in capitals, wide letters counted right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const sheet = new Table({
    head: head.map((name) => name.toUpperCase()),
    chars,
    style: { head: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) sheet.push(row.map((cell) => (cell === null ? '-' : String(cell))));
  return sheet.toString();
}

/** Cuts for a column; the whole text is in the JSON. */
export const short = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** `2026-03-02 09:00`, UTC: the same on every machine. */
export const minute = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
