import { decodeBytes } from './charset.ts';

/** `before`: bytes of the words joined so far; `coded`: still encoded, for base64 is sometimes cut where no byte ends. */
type Word = { charset: string; encoding: 'b' | 'q'; before: Buffer; coded: string; end: number };

/**
 * A header's text as a person reads it: encoded words (RFC 2047) decoded, also where senders break the rules
 * (blanks inside, split inside a character, no end mark).
 */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return value;
  let out = '';
  let at = 0;
  let pending: Word | null = null;
  for (let start = value.indexOf('=?'); start !== -1; start = value.indexOf('=?', at)) {
    const word = wordAt(value, start);
    const between = value.slice(at, start);
    if (word === null) {
      out += `${flush(pending) + between}=?`;
      pending = null;
      at = start + 2;
      continue;
    }
    // Blanks between two encoded words are folding; one charset is joined first, for characters cut in two.
    if (pending && between.trim() === '') pending = join(pending, word, (text) => (out += text));
    else {
      out += flush(pending) + between;
      pending = word;
    }
    at = word.end;
  }
  return out + flush(pending) + value.slice(at);
}

const flush = (word: Word | null): string => (word ? decodeBytes(bytesOf(word), word.charset) : '');

const bytesOf = ({ before, encoding, coded }: Word): Buffer =>
  Buffer.concat([before, encoding === 'b' ? Buffer.from(coded, 'base64') : decodeQ(coded)]);

function join(left: Word, right: Word, emit: (text: string) => void): Word {
  // Words of a charset with shifts start and end unshifted (RFC 2047 §3), so each stands alone.
  if (left.charset !== right.charset || /^(?:iso-2022|utf-?7|hz)/.test(left.charset)) {
    emit(flush(left));
    return right;
  }
  const isCut = left.encoding === 'b' && right.encoding === 'b' && !left.coded.endsWith('=') && left.coded.length % 4 !== 0;
  return isCut ? { ...right, before: left.before, coded: left.coded + right.coded } : { ...right, before: bytesOf(left) };
}

const opening = /=\?([^?\s=]{0,60})\?([bq])\?/iy;

function wordAt(value: string, start: number): Word | null {
  opening.lastIndex = start;
  const found = opening.exec(value);
  if (!found) return null;
  const from = opening.lastIndex;
  const stop = value.indexOf('?=', from);
  const text = stop === -1 ? value.slice(from) : value.slice(from, stop);
  // RFC 2231 §5: `charset*language`.
  const charset = (found[1] ?? '').toLowerCase().split('*')[0] ?? '';
  return {
    charset,
    encoding: found[2]?.toLowerCase() === 'b' ? 'b' : 'q',
    before: nothing,
    coded: text.trim(),
    end: stop === -1 ? value.length : stop + 2,
  };
}

const nothing = Buffer.alloc(0);

function decodeQ(text: string): Buffer {
  if (/[^\0-\xff]/.test(text)) return Buffer.from(text.replaceAll('_', ' '));
  const bytes = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
