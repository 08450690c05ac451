import { isAscii, isUtf8 } from 'node:buffer';
import { guessCharset } from './guess-charset.ts';

/** Names that mail programs use and the WHATWG list does not know. */
const aliases: Readonly<Record<string, string>> = {
  utf8mb4: 'utf-8',
  'utf8-sig': 'utf-8',
  cp932: 'shift_jis',
  'cp-932': 'shift_jis',
  ms932: 'shift_jis',
  cp936: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  cp950: 'big5',
  gb2312: 'gb18030',
  'gb2312-80': 'gb18030',
  gbk: 'gb18030',
  gb_1988: 'gb18030',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'iso-latin-1': 'windows-1252',
  cp1252: 'windows-1252',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp51932: 'euc-jp',
  koi8: 'koi8-r',
  mac: 'macintosh',
  macroman: 'macintosh',
  'x-mac-roman': 'macintosh',
};

/** Names that say nothing, or that programs write without looking: the bytes decide. */
const idle = new Set(
  '|8bit|7bit|unknown|unknown-8bit|x-unknown|default|default_charset|binary|none|x-user-defined|us-ascii|ascii|utf-8|utf8|unicode-1-1-utf-8'.split(
    '|',
  ),
);
/** Written as often by programs that mean something else; believed unless the text they give is no text. */
const western = /^(?:iso-?8859-1|windows-1252)$/;

/** Where 7-bit bytes are not what they look like. */
const stateful = /^(?:iso-?2022|utf-?7|hz|unicode-1-1-utf-7|utf-?16|utf-?32|csiso2022)/;

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | null>();

/**
 * Bytes as text: by their declared charset where that fits them, by what they look like where it does not.
 * Never throws; what cannot be read becomes U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null): string {
  const label = canonical(declared);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!stateful.test(label)) {
    if (isAscii(bytes)) return bytes.includes(ESC) ? decodeEscapes(buffer) : buffer.toString('latin1');
    if (isUtf8(bytes) && !isTwoByte(label)) return withoutBom(buffer.toString('utf8'));
  }
  const charset = idle.has(label) || western.test(label) ? guessCharset(bytes, label) : label;
  return decodeBy(charset, bytes) ?? decodeBy(guessCharset(bytes, ''), bytes) ?? buffer.toString('latin1');
}

const ESC = 27;

const canonical = (declared: string | null): string => {
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/_/g, (mark) => mark)
    .replace(/^x-(?=sjis|gbk|euc)/, '');
  return aliases[label] ?? label;
};

/** A short text in these may be valid UTF-8 by chance. */
const isTwoByte = (label: string): boolean => /^(?:shift|sjis|big5|euc|gb|ks_c|windows-949)/.test(label);

const decodeEscapes = (buffer: Buffer): string =>
  /[$(]/.test(String.fromCharCode(buffer[buffer.indexOf(ESC) + 1] ?? 0))
    ? (decodeBy('iso-2022-jp', buffer) ?? buffer.toString('latin1'))
    : buffer.toString('latin1');

const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function decodeBy(label: string, bytes: Uint8Array): string | null {
  if (/^(?:unicode-1-1-)?utf-?7/.test(label)) return decodeUtf7(bytes);
  const decoder = decoderOf(label);
  return decoder ? decoder.decode(bytes) : null;
}

function decoderOf(label: string): Decoder | null {
  const known = decoders.get(label);
  if (known !== undefined) return known;
  const made = makeDecoder(label);
  if (decoders.size < 200) decoders.set(label, made);
  return made;
}

function makeDecoder(label: string): Decoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null; // a name that no list knows
  }
}

/** RFC 2152: base64 of UTF-16 between `+` and `-`. */
function decodeUtf7(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_: string, packed: string) =>
    packed === '' ? '+' : utf16be(Buffer.from(packed, 'base64')),
  );
}

const utf16be = (bytes: Buffer): string =>
  bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le');
