import { decodeBytes } from './charset.ts';
import { decodeWords } from './words.ts';

/** `text/plain; charset=utf-8`, taken apart: both halves lower-cased but for the parameters' values. */
export type Structured = { value: string; params: ReadonlyMap<string, string> };

/** Reads Content-Type and Content-Disposition, with the continuations and charsets of RFC 2231. */
export function readStructured(field: string): Structured {
  const [first = '', ...pieces] = splitOutsideQuotes(field.slice(0, 16_384));
  // A forgotten semicolon: `multipart/mixed boundary=x`.
  const start = withoutComments(first).trim();
  const [, value = '', glued = ''] = /^[\w*-]+\s*=/.test(start) ? ['', '', start] : (/^([^\s=]*)([\s\S]*)$/.exec(start) ?? []);
  const raw = new Map<string, string>();
  for (const piece of [glued, ...pieces]) {
    const equals = piece.indexOf('=');
    if (equals === -1) continue;
    const name = withoutComments(piece.slice(0, equals)).trim().toLowerCase();
    const text = piece.slice(equals + 1);
    if (!raw.has(name)) raw.set(name, unquote(isToken.test(name) ? withoutRemark(text) : text));
  }
  return { value: value.toLowerCase(), params: joinContinuations(raw) };
}

function splitOutsideQuotes(field: string): string[] {
  const pieces: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    const char = field[at];
    if (char === '\\' && quoted) at++;
    else if (char === '"') quoted = !quoted;
    else if (char === ';' && !quoted) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  pieces.push(field.slice(from));
  return pieces;
}

/** Parameters whose values are tokens: parentheses behind them are a remark, as they are not behind a file's name. */
const isToken = /^(?:charset|boundary|format|delsp|method)$/;
const withoutRemark = (text: string): string => text.replace(/\s\([^()]*\)\s*$/, '');

const withoutComments = (text: string): string => text.replace(/\([^()]*\)/g, '');

function unquote(text: string): string {
  const value = text.trim();
  if (!value.startsWith('"')) return value;
  const end = closingQuote(value);
  // A quoted string continues the next after blanks: some senders fold long names so.
  return value.slice(1, end).replace(/\\(.)/g, '$1');
}

function closingQuote(value: string): number {
  for (let at = 1; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === '"') return at;
  }
  return value.length;
}

type Piece = { order: number; encoded: boolean; text: string };

function joinContinuations(raw: ReadonlyMap<string, string>): Map<string, string> {
  const params = new Map<string, string>();
  const continued = new Map<string, Piece[]>();
  for (const [key, text] of raw) {
    const found = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(key);
    if (!found) params.set(key, key === 'boundary' ? text : decodeWords(text));
    else {
      const [, name = '', order, star] = found;
      const piece = { order: Number(order ?? 0), encoded: order === undefined || star !== undefined, text };
      continued.set(name, [...(continued.get(name) ?? []), piece]);
    }
  }
  for (const [name, pieces] of continued) params.set(name, joinPieces(pieces));
  return params;
}

function joinPieces(pieces: readonly Piece[]): string {
  const ordered = [...pieces].sort((a, b) => a.order - b.order);
  const extended = /^([^']*)'[^']*'/.exec(ordered[0]?.encoded ? ordered[0].text : '');
  const bytes = ordered.map((piece, at) => {
    const text = at === 0 && extended ? piece.text.slice(extended[0].length) : piece.text;
    return piece.encoded ? percentDecoded(text) : Buffer.from(text);
  });
  return decodeWords(decodeBytes(Buffer.concat(bytes), extended?.[1] ?? null));
}

const percentDecoded = (text: string): Buffer =>
  Buffer.concat(
    text
      .split(/(%[0-9a-f]{2})/i)
      .map((piece) => (/^%[0-9a-f]{2}$/i.test(piece) ? Buffer.from(piece.slice(1), 'hex') : Buffer.from(piece))),
  );
