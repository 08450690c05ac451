import type { Decoder } from './transfer.ts';

/** A line that is longer is decoded before it ends. */
const MAX_LINE = 65_536;

/**
 * Undoes quoted-printable. Blanks at a line's end were added on the way; a mark that stands for nothing is left as it is.
 *
 * @see RFC 2045 §6.7
 */
export function quotedPrintableDecoder(): Decoder {
  let rest = '';
  return {
    write(text) {
      const all = rest + text;
      const end = all.lastIndexOf('\n') + 1;
      const safe = end > 0 || all.length < MAX_LINE ? end : all.length - UNSAFE;
      rest = all.slice(safe);
      return decode(all.slice(0, safe));
    },
    end() {
      const last = rest.replace(/=[ \t]*$/, '');
      rest = '';
      return decode(last);
    },
  };
}

/** Characters at the end that may be a mark's beginning. */
const UNSAFE = 3;

function decode(text: string): Buffer {
  if (!text.includes('=')) return Buffer.from(text, 'latin1');
  const joined = text.replace(/=[ \t]*\r*\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9a-f]{2})/gi, (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
