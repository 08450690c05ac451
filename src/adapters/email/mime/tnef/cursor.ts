/** Reads little-endian fields one after the other. @throws {RangeError} beyond the end: what follows cannot be understood */
export type Cursor = {
  left(): number;
  u8(): number;
  u16(): number;
  u32(): number;
  bytes(length: number): Buffer;
};

/** Reads from the beginning on. */
export function cursorOf(bytes: Buffer): Cursor {
  let at = 0;
  const step = (length: number): number => {
    if (length > bytes.length - at) throw new RangeError('cut off');
    at += length;
    return at - length;
  };
  return {
    left: () => bytes.length - at,
    u8: () => bytes.readUInt8(step(1)),
    u16: () => bytes.readUInt16LE(step(2)),
    u32: () => bytes.readUInt32LE(step(4)),
    bytes: (length) => {
      const from = step(length);
      return bytes.subarray(from, from + length);
    },
  };
}
