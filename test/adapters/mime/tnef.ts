/** Writes a winmail.dat as MS-OXTNEF 2.1 describes it. */
export function tnefWith(attributes: readonly Buffer[]): Buffer {
  return Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);
}

export const attribute = (id: number, value: Buffer): Buffer => {
  const sum = value.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([1]), u32(id), u32(value.length), value, u16(sum)]);
};

export const codepage = (page: number): Buffer => attribute(0x00069007, Buffer.concat([u32(page), u32(0)]));
export const begin = (): Buffer => attribute(0x00069002, Buffer.alloc(14));
export const title = (name: Buffer): Buffer => attribute(0x00018010, Buffer.concat([name, Buffer.from([0])]));
export const data = (bytes: Buffer): Buffer => attribute(0x0006800f, bytes);
export const message = (list: readonly Buffer[]): Buffer => attribute(0x00069003, properties(list));
export const attachment = (list: readonly Buffer[]): Buffer => attribute(0x00069005, properties(list));

const properties = (list: readonly Buffer[]): Buffer => Buffer.concat([u32(list.length), ...list]);

export const property = (type: number, id: number, value: Buffer): Buffer =>
  Buffer.concat([u16(type), u16(id), u32(1), u32(value.length), padded(value)]);
export const number = (id: number, value: number): Buffer => Buffer.concat([u16(3), u16(id), u32(value)]);
export const named = (value: string): Buffer => {
  const name = Buffer.from('x-name\0', 'utf16le');
  const bytes = Buffer.from(`${value}\0`, 'utf16le');
  const head = Buffer.concat([u16(0x1f), u16(0x8001), Buffer.alloc(16), u32(1), u32(name.length), padded(name)]);
  return Buffer.concat([head, u32(1), u32(bytes.length), padded(bytes)]);
};
export const wide = (id: number, value: string): Buffer => property(0x1f, id, Buffer.from(`${value}\0`, 'utf16le'));
export const narrow = (id: number, value: Buffer): Buffer => property(0x1e, id, Buffer.concat([value, Buffer.from([0])]));
export const binary = (id: number, value: Buffer): Buffer => property(0x102, id, value);

const padded = (value: Buffer): Buffer => Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
