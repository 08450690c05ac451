/** Undoes a text's transfer encoding in memory; damage is passed over, not thrown. */
export function undoTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  const name = encoding
    .replace(/\([^()]*\)/g, '')
    .trim()
    .toLowerCase();
  if (name === 'base64') return Buffer.from(latin1(bytes), 'base64');
  if (name === 'quoted-printable') return undoQuotedPrintable(bytes);
  return bytes;
}

/** RFC 2045 §6.7. Blanks at a line's end were added on the way. */
function undoQuotedPrintable(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(EQUALS)) return bytes;
  const text = latin1(bytes)
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=[ \t]*$/, '');
  return Buffer.from(
    text.replace(/=([0-9a-f]{2})/gi, (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

const EQUALS = 61;

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
