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
  const marks = { opening: searchOf(value, '=?'), end: searchOf(value, '?=') };
  for (let start = value.indexOf('=?'); start !== -1; start = value.indexOf('=?', at)) {
    const word = wordAt(value, start, marks);
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

/** The same for a field that is one line: no controls, single blanks. */
export const decodeLine = (value: string): string => decodeWords(value).replace(controls, '').replace(/\s+/g, ' ').trim();

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is what it is for
const controls = /[\0-\x08\x0e-\x1f\x7f]/g;

const flush = (word: Word | null): string => (word ? decodeBytes(bytesOf(word), word.charset) : '');

const bytesOf = ({ before, encoding, coded }: Word): Buffer =>
  Buffer.concat([before, encoding === 'b' ? decodeB(coded) : decodeQ(coded)]);

/** Padding in the middle ends a piece that was packed on its own. */
const decodeB = (text: string): Buffer =>
  /=[^=]/.test(text) ? Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64'))) : Buffer.from(text, 'base64');

function join(left: Word, right: Word, emit: (text: string) => void): Word {
  if (left.charset !== right.charset || (hasShifts.test(left.charset) && !isShifted(bytesOf(left)))) {
    emit(flush(left));
    return right;
  }
  const isCut = left.encoding === 'b' && right.encoding === 'b' && !left.coded.endsWith('=') && left.coded.length % 4 !== 0;
  return isCut ? { ...right, before: left.before, coded: left.coded + right.coded } : { ...right, before: bytesOf(left) };
}

/** Words of a charset with shifts start and end unshifted (RFC 2047 §3), so each stands alone, unless it was cut before that. */
const hasShifts = /^(?:iso-2022|utf-?7|hz)/;
const isShifted = (bytes: Buffer): boolean => bytes[bytes.lastIndexOf(ESC) + 1] === DOLLAR && bytes.includes(ESC);
const ESC = 27;
const DOLLAR = 36;

const opening = /=\?([^?\s=]{0,60})\?([bq])\?/iy;

type Search = (from: number) => number;
type Marks = { opening: Search; end: Search };

/** Looks for a mark from places that only go up: what was found is not looked for again. */
function searchOf(value: string, mark: string): Search {
  let found = 0;
  let isFresh = true;
  return (from) => {
    if (isFresh || (found !== -1 && found < from)) found = value.indexOf(mark, from);
    isFresh = false;
    return found;
  };
}

function wordAt(value: string, start: number, marks: Marks): Word | null {
  opening.lastIndex = start;
  const found = opening.exec(value);
  if (!found) return null;
  const from = opening.lastIndex;
  const { stop, end } = endOf(value, from, marks);
  // RFC 2231 §5: `charset*language`.
  const charset = (found[1] ?? '').toLowerCase().split('*')[0] ?? '';
  return {
    charset,
    encoding: found[2]?.toLowerCase() === 'b' ? 'b' : 'q',
    before: nothing,
    coded: value.slice(from, stop).trim(),
    end,
  };
}

/** Where a word's text stops, and where what follows begins: its end mark may be missing, or half of it. */
function endOf(value: string, from: number, marks: Marks): { stop: number; end: number } {
  const stop = marks.end(from);
  const next = marks.opening(from);
  if (next !== -1 && (stop === -1 || next < stop - 1) && startsAt(value, next)) return { stop: next, end: next };
  if (stop !== -1) return { stop, end: stop + 2 };
  return { stop: value.endsWith('?') ? Math.max(from, value.length - 1) : value.length, end: value.length };
}

function startsAt(value: string, at: number): boolean {
  opening.lastIndex = at;
  return opening.test(value);
}

const nothing = Buffer.alloc(0);

function decodeQ(text: string): Buffer {
  if (/[^\0-\xff]/.test(text)) return Buffer.from(text.replaceAll('_', ' '));
  const bytes = text
    .replaceAll('_', ' ')
    // A soft line break has no place here, but some programs cut their words so.
    .replace(/=(?:\s+|$)/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
