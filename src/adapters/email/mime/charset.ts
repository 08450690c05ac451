import { isAscii, isUtf8 } from 'node:buffer';
import { charsetLabel } from './charset-label.ts';
import { decodeCodePage } from './code-pages.ts';
import { guessCharset } from './guess-charset.ts';
import { decodeShifted } from './shifted.ts';

/** Names that say nothing, or that programs write without looking: the bytes decide. */
const idle = new Set(
  '|8bit|7bit|unknown|unknown-8bit|x-unknown|default|default_charset|binary|none|x-user-defined|us-ascii|ascii|utf-8|unicode-1-1-utf-8'.split(
    '|',
  ),
);
/** Written as often by programs that mean something else; believed unless the text they give is no text. */
const western = /^(?:iso-8859-1|windows-1252)$/;

/** Where 7-bit bytes are not what they look like. */
const stateful = /^(?:iso-2022|utf-7|hz$|utf-16)/;

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder | null>();

/**
 * Bytes as text: by their declared charset where that fits them, by what they look like where it does not.
 * Never throws; what cannot be read becomes U+FFFD.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const label = trueLabel(charsetLabel(declared ?? ''), buffer);
  if (!stateful.test(label)) {
    if (isAscii(bytes)) return bytes.includes(ESC) ? decodeEscapes(buffer) : buffer.toString('latin1');
    if (isUtf8(bytes) && !isTwoByte(label)) return withoutBom(buffer.toString('utf8'));
  }
  const charset = idle.has(label) || western.test(label) ? guessCharset(bytes, label) : label;
  return decodeBy(charset, bytes) ?? decodeBy(guessCharset(bytes, ''), bytes) ?? buffer.toString('latin1');
}

const ESC = 27;

/** UTF-16 says by its first bytes which one it is, else by where its zeros stand; text without any zero is none. */
function trueLabel(label: string, bytes: Buffer): string {
  if (!label.startsWith('utf-16')) return label;
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE();
  if (mark === 0xfffe || mark === 0xfeff) return mark === 0xfffe ? 'utf-16le' : 'utf-16be';
  const zero = bytes.indexOf(0);
  if (zero === -1 && isUtf8(bytes)) return 'utf-8';
  return label === 'utf-16' && zero % 2 === 0 ? 'utf-16be' : label;
}

/** A short text in these may be valid UTF-8 by chance. */
const isTwoByte = (label: string): boolean => /^(?:shift|sjis|big5|euc|gb|ks_c|windows-949)/.test(label);

const decodeEscapes = (buffer: Buffer): string =>
  /[$(]/.test(String.fromCharCode(buffer[buffer.indexOf(ESC) + 1] ?? 0))
    ? (decodeBy('iso-2022-jp', buffer) ?? buffer.toString('latin1'))
    : buffer.toString('latin1');

const withoutBom = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function decodeBy(label: string, bytes: Uint8Array): string | null {
  if (label === 'utf-7') return decodeUtf7(bytes);
  const own = decodeShifted(label, bytes) ?? decodeCodePage(label, bytes);
  if (own !== null) return own;
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
