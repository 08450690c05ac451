import { decodeBytes } from '../charset.ts';
import { cursorOf } from './cursor.ts';
import { type Properties, readProperties } from './properties.ts';
import { rtfToText } from './rtf-text.ts';
import { unpackRtf } from './unpack-rtf.ts';

/** A file inside. */
export type TnefFile = { name: string; type: string; cid: string; bytes: Buffer };

/** What Outlook hid in a winmail.dat. `html` and `text` are '' where there is none. */
export type Tnef = { text: string; html: string; files: readonly TnefFile[] };

/** A13: Files beyond stay inside. */
const MAX_FILES = 200;
const SIGNATURE = 0x223e9f78;

const attribute = {
  body: 0x800c,
  data: 0x800f,
  title: 0x8010,
  begin: 0x9002,
  message: 0x9003,
  attachment: 0x9005,
  codepage: 0x9007,
};
const property = {
  body: 0x1000,
  html: 0x1013,
  rtf: 0x1009,
  codepage: 0x3fde,
  longName: 0x3707,
  name: 0x3704,
  displayName: 0x3001,
  type: 0x370e,
  cid: 0x3712,
  data: 0x3701,
};

/**
 * Reads the Transport Neutral Encapsulation Format as far as it can be read; null where the bytes are something else.
 *
 * @see MS-OXTNEF 2.1
 */
export function readTnef(bytes: Buffer): Tnef | null {
  const cursor = cursorOf(bytes);
  if (bytes.length < 6 || cursor.u32() !== SIGNATURE) return null;
  cursor.u16();
  const found: Found = { codepage: '', body: '', message: new Map(), files: [] };
  try {
    while (cursor.left() > 0) {
      cursor.u8();
      const id = cursor.u32() & 0xffff;
      const value = cursor.bytes(cursor.u32());
      cursor.u16();
      take(found, id, value);
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { ...textsOf(found), files: found.files.flatMap((file) => fileOf(found, file)) };
}

type FoundFile = { title: string; data: Buffer | null; properties: Properties };
type Found = { codepage: string; body: string; message: Properties; files: FoundFile[] };

function take(found: Found, id: number, value: Buffer): void {
  const file = found.files.at(-1);
  if (id === attribute.codepage && value.length >= 4) found.codepage = charsetOf(value.readUInt32LE());
  else if (id === attribute.body) found.body = textOf(value, found.codepage);
  else if (id === attribute.message) found.message = readProperties(value);
  else if (id === attribute.begin && found.files.length < MAX_FILES)
    found.files.push({ title: '', data: null, properties: new Map() });
  else if (file === undefined) return;
  else if (id === attribute.title) file.title = textOf(value, found.codepage);
  else if (id === attribute.data) file.data = value;
  else if (id === attribute.attachment) file.properties = readProperties(value);
}

/** Windows code pages and the few that have other names. */
function charsetOf(codepage: number): string {
  const named: Readonly<Record<number, string>> = {
    932: 'shift_jis',
    936: 'gb18030',
    949: 'euc-kr',
    950: 'big5',
    65001: 'utf-8',
  };
  return named[codepage] ?? (codepage >= 28_591 && codepage <= 28_606 ? `iso-8859-${codepage - 28_590}` : `windows-${codepage}`);
}

const textOf = (bytes: Buffer, charset: string): string => decodeBytes(bytes, charset || null).replace(/\0.*$/s, '');

const WIDE = 0x1f;

function stringIn(properties: Properties, id: number, charset: string): string {
  const found = properties.get(id);
  if (!found) return '';
  if (found.type === WIDE) return found.value.toString('utf16le').replace(/\0.*$/s, '');
  return textOf(found.value, charset);
}

function textsOf({ message, body, codepage }: Found): { text: string; html: string } {
  const internet = message.get(property.codepage)?.value.readUInt32LE();
  const html = stringIn(message, property.html, internet === undefined ? codepage : charsetOf(internet));
  const text = stringIn(message, property.body, codepage) || body;
  if (text !== '' || html !== '') return { text, html };
  const packed = message.get(property.rtf)?.value;
  return { text: packed ? rtfToText(unpackRtf(packed).toString('latin1'), codepage) : '', html: '' };
}

const OBJECT = 0x0d;
/** Before an object stands the id of the interface that it serves. */
const GUID = 16;

function fileOf({ codepage }: Found, { title, data, properties }: FoundFile): TnefFile[] {
  const object = properties.get(property.data);
  const bytes = data ?? (object?.type === OBJECT ? object.value.subarray(GUID) : object?.value);
  if (!bytes) return [];
  const text = (id: number): string => stringIn(properties, id, codepage);
  const isObject = object?.type === OBJECT;
  const own = text(property.longName) || text(property.name) || (isObject ? '' : title);
  const name = own || text(property.displayName) || title;
  return [{ name, type: text(property.type).toLowerCase(), cid: text(property.cid).replace(/[<>\s]/g, ''), bytes }];
}
