import type { Decoder } from './transfer.ts';

/** Undoes uuencode as it comes; what stands around `begin` and `end` is dropped. */
export function uuDecoder(): Decoder {
  let rest = '';
  let isInside = false;
  const decode = (lines: readonly string[]): Buffer => {
    const out: Buffer[] = [];
    for (const line of lines) {
      if (!isInside) isInside = uuBegin.test(line);
      else if (line.trimEnd() === 'end') isInside = false;
      else out.push(uudecodeLine(line));
    }
    return Buffer.concat(out);
  };
  return {
    write(text) {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      return decode(lines);
    },
    end: () => decode([rest]),
  };
}

/** `begin 644 name`, the name captured. */
export const uuBegin = /^begin [0-7]{3,4} (.*)$/;

/** One line: its first character is the count of its bytes, then four characters stand for three. */
export function uudecodeLine(line: string): Buffer {
  const length = (line.charCodeAt(0) - 32) & 63;
  const out = Buffer.alloc(Math.ceil(length / 3) * 3);
  for (let at = 0; at * 3 < length; at++) {
    const from = at * 4 + 1;
    const bits = (digit(line, from) << 18) | (digit(line, from + 1) << 12) | (digit(line, from + 2) << 6) | digit(line, from + 3);
    out.writeUIntBE(bits, at * 3, 3);
  }
  return out.subarray(0, length);
}

const digit = (line: string, at: number): number => ((line.charCodeAt(at) || 32) - 32) & 63;
