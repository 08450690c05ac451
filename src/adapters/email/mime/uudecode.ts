/** Undoes uuencode as it streams by; what stands around `begin` and `end` is dropped. */
export async function* uudecode(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = '';
  let isInside = false;
  for await (const chunk of content) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split(/\r?\n/);
    rest = lines.pop() ?? '';
    const out: Buffer[] = [];
    for (const line of lines) {
      if (!isInside) isInside = /^begin [0-7]{3,4} /.test(line);
      else if (line === 'end') isInside = false;
      else out.push(uudecodeLine(line));
    }
    if (out.length > 0) yield Buffer.concat(out);
  }
}

/** One line: its first character is the count of its bytes, then four characters stand for three. */
export function uudecodeLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let at = 0; at * 3 < length; at++) {
    const bits = [1, 2, 3, 4].map((step) => ((line.charCodeAt(at * 4 + step) || 32) - 32) & 63);
    const [a = 0, b = 0, c = 0, d = 0] = bits;
    out.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, at * 3, 3);
  }
  return out.subarray(0, length);
}
