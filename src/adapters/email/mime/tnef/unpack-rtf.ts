/** Bytes that an unpacked text may have (A18): it is packed by at most one to nine. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What every dictionary begins with. */
const START =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

const PACKED = 0x75465a4c;
const HEAD = 16;
const WINDOW = 4096;

/** Unpacks compressed RTF as far as it goes. @see MS-OXRTFCP 2.2 */
export function unpackRtf(bytes: Buffer): Buffer {
  if (bytes.length < HEAD) return Buffer.alloc(0);
  if (bytes.readUInt32LE(8) !== PACKED) return bytes.subarray(HEAD);
  const out = Buffer.alloc(Math.min(bytes.readUInt32LE(4), MAX_BYTES, (bytes.length - HEAD) * 9));
  const window = Buffer.alloc(WINDOW);
  window.write(START, 'latin1');
  let write = START.length;
  let length = 0;
  const put = (byte: number): void => {
    out[length++] = byte;
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = HEAD; at < bytes.length && length < out.length; ) {
    const flags = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length && length < out.length; bit++) {
      if ((flags & (1 << bit)) === 0) put(bytes[at++] ?? 0);
      else {
        const reference = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
        at += 2;
        const from = reference >> 4;
        if (from === write) return out.subarray(0, length); // the end mark
        for (let step = 0; step < (reference & 15) + 2 && length < out.length; step++) put(window[(from + step) % WINDOW] ?? 0);
      }
    }
  }
  return out.subarray(0, length);
}
