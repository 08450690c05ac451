import { type Cursor, cursorOf } from './cursor.ts';

/** MAPI properties by their id; those with a name of their own are passed over. Of several values the first. */
export type Properties = ReadonlyMap<number, { type: number; value: Buffer }>;

/** Of which a value's length stands before it: strings, wide strings, binary, objects. */
const variable = new Set([0x1e, 0x1f, 0x102, 0x0d]);
const sizes: Readonly<Record<number, number>> = {
  1: 4,
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const MULTIPLE = 0x1000;
const FIRST_NAMED = 0x8000;

/** Reads a list of MAPI properties as far as it can be read. @see MS-OXTNEF 2.1.3.4 */
export function readProperties(bytes: Buffer): Properties {
  const found = new Map<number, { type: number; value: Buffer }>();
  const cursor = cursorOf(bytes);
  try {
    for (let left = cursor.u32(); left > 0; left--) {
      const type = cursor.u16();
      const id = cursor.u16();
      if (id >= FIRST_NAMED) skipName(cursor);
      const value = readValue(cursor, type);
      if (value && !found.has(id)) found.set(id, { type: type & ~MULTIPLE, value });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function skipName(cursor: Cursor): void {
  cursor.bytes(16);
  if (cursor.u32() === 0) cursor.u32();
  else padded(cursor, cursor.u32());
}

function readValue(cursor: Cursor, type: number): Buffer | null {
  const single = type & ~MULTIPLE;
  const isVariable = variable.has(single);
  const size = sizes[single];
  if (!isVariable && size === undefined) throw new RangeError(`unknown type ${type}`);
  let first: Buffer | null = null;
  for (let left = isVariable || type & MULTIPLE ? cursor.u32() : 1; left > 0; left--) {
    const value = isVariable ? padded(cursor, cursor.u32()) : cursor.bytes(size ?? 0);
    first ??= value;
  }
  return first;
}

/** Values stand on multiples of four bytes. */
function padded(cursor: Cursor, length: number): Buffer {
  const value = cursor.bytes(length);
  cursor.bytes(Math.min((4 - (length % 4)) % 4, cursor.left()));
  return value;
}
