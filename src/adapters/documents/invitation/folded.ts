/**
 * Folds the lines of a calendar at 75 octets, never within a letter; each ends in CRLF. ical.js does not count the space that
 * begins a line that goes on, and ends the last one by nothing.
 *
 * @see RFC 5545 §3.1
 */
export function folded(calendar: string): string {
  const lines = calendar.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  return lines
    .filter((line) => line !== '')
    .map((line) => `${foldedLine(line)}\r\n`)
    .join('');
}

function foldedLine(line: string): string {
  let octets = 0;
  let out = '';
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > 75) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}
