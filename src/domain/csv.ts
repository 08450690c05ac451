/** Rows as a file that spreadsheets open: RFC 4180, with the mark by which Excel knows UTF-8. */
export const csvOf = (rows: readonly (readonly (string | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A text that begins like a formula would be run as one where the file is opened; a number below zero is none. */
function cell(value: string | null): string {
  const text = value ?? '';
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-\d+(?:\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
