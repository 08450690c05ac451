import type { Bytes } from '../../../domain/ports.ts';
import { readStructured } from './structured.ts';

/** A13. What lies deeper, or comes later, stays one file. */
const MAX_DEPTH = 32;
const MAX_PARTS = 900;
/** RFC 2046 §5.1.1 allows 70 characters; programs write more. */
const MAX_DELIMITER = 512;
const MAX_PART_HEAD = 65_536;

/** An open multipart: its delimiter in the mail, and the boundary that mailparser is told, free of odd characters. */
type Open = { delimiter: string; name: string; isDigest: boolean };

/** The boundary of the root in what `mendParts` gives. */
export const rootBoundary = '=_part_0';

/**
 * Mends the structure of a multipart body as it streams by, so that mailparser sees every part: blanks behind delimiters,
 * inner multiparts that never end, parts without a blank line, types that a digest leaves out.
 *
 * @see RFC 2046 §5.1
 */
export function mendParts(
  type: string,
  boundary: string,
  body: Bytes,
  preamble: Preamble,
): Iterable<Buffer> | AsyncIterable<Buffer> {
  const open = [{ delimiter: `--${boundary}`.trimEnd(), name: rootBoundary, isDigest: type === 'multipart/digest' }];
  const state: State = { open, pending: Buffer.alloc(0), lineStart: true, head: false, parts: 0 };
  return body instanceof Uint8Array ? mendWhole(state, body, preamble) : mendStream(state, body, preamble);
}

function* mendWhole(state: State, body: Uint8Array, preamble: Preamble): Generator<Buffer> {
  state.pending = asBuffer(body);
  yield* watched(work(state, true), state, preamble);
}

async function* mendStream(state: State, body: AsyncIterable<Uint8Array>, preamble: Preamble): AsyncGenerator<Buffer> {
  for await (const chunk of body) {
    state.pending = state.pending.length === 0 ? asBuffer(chunk) : Buffer.concat([state.pending, chunk]);
    yield* watched(work(state, false), state, preamble);
  }
  yield* watched(work(state, true), state, preamble);
}

/** What stands before the first part: the whole text of a mail that has none. */
export type Preamble = { isAll: boolean; bytes: Buffer[]; left: number };

function* watched(out: Iterable<Buffer>, state: State, preamble: Preamble): Generator<Buffer> {
  for (const piece of out) {
    preamble.isAll = state.parts === 0;
    if (preamble.isAll && preamble.left > 0) preamble.bytes.push(piece.subarray(0, preamble.left));
    preamble.left -= piece.length;
    yield piece;
  }
}

type State = { open: Open[]; pending: Buffer; lineStart: boolean; head: boolean; parts: number };

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Gives on what is sure; what may be the beginning of a delimiter or of a part's head waits for more. */
function* work(state: State, isLast: boolean): Generator<Buffer> {
  for (;;) {
    const out = state.head ? takeHead(state, isLast) : takeBody(state, isLast);
    if (out === null) return;
    if (out.length > 0) yield out;
  }
}

/** Up to the next delimiter, or that delimiter. */
function takeBody(state: State, isLast: boolean): Buffer | null {
  const { pending } = state;
  if (pending.length === 0) return null;
  const at = state.lineStart && pending[0] === DASH ? 0 : nextCandidate(pending);
  if (at > 0) return take(state, at, true);
  if (at === -1) return takeAllBut(state, isLast);
  const end = pending.indexOf(LF);
  if (end === -1 && !isLast && pending.length < MAX_DELIMITER) return null;
  const line = pending.subarray(0, end === -1 ? pending.length : end + 1);
  const found = delimiterIn(state, line);
  if (!found) return take(state, line.length, end !== -1);
  take(state, line.length, true);
  return delimit(state, found);
}

const LF = 10;
const DASH = 45;
const lineAndDashes = Buffer.from('\n--');

const nextCandidate = (bytes: Buffer): number => {
  const at = bytes.indexOf(lineAndDashes);
  return at === -1 ? -1 : at + 1;
};

/** A line end and a dash at the end may be the beginning of `\n--`. */
function takeAllBut(state: State, isLast: boolean): Buffer | null {
  const { pending } = state;
  const kept = isLast
    ? 0
    : pending[pending.length - 1] === LF
      ? 1
      : pending[pending.length - 2] === LF && pending[pending.length - 1] === DASH
        ? 2
        : 0;
  if (pending.length === kept) return null;
  return take(state, pending.length - kept, false);
}

function take(state: State, length: number, lineStart: boolean): Buffer {
  const out = state.pending.subarray(0, length);
  state.pending = state.pending.subarray(length);
  state.lineStart = lineStart;
  return out;
}

type Found = { level: number; closes: boolean };

function delimiterIn(state: State, line: Buffer): Found | null {
  if (line.length > MAX_DELIMITER || state.parts >= MAX_PARTS) return null;
  const text = line.toString('utf8').trimEnd();
  for (let level = state.open.length - 1; level >= 0; level--) {
    const { delimiter } = state.open[level] as Open;
    if (text === delimiter) return { level, closes: false };
    if (text === `${delimiter}--`) return { level, closes: true };
  }
  return null;
}

/** Closes what lies deeper first: mailparser looks for the innermost delimiter only. */
function delimit(state: State, { level, closes }: Found): Buffer {
  const inner = state.open.splice(level + 1).reverse();
  const { name } = state.open[level] as Open;
  if (closes) state.open.pop();
  state.head = !closes;
  state.parts++;
  return Buffer.from(`${inner.map((one) => `--${one.name}--\r\n`).join('')}--${name}${closes ? '--' : ''}\r\n`);
}

/** A part's head, up to its blank line or to a delimiter that comes instead. */
function takeHead(state: State, isLast: boolean): Buffer | null {
  const { pending } = state;
  let at = 0;
  while (at < pending.length) {
    const end = pending.indexOf(LF, at);
    if (end === -1) break;
    const line = pending.subarray(at, end + 1);
    if (line.length <= 2 && line.toString('latin1').trim() === '') return headOf(state, end + 1, '');
    if (line[0] === DASH && delimiterIn(state, line)) return headOf(state, at, '\r\n');
    at = end + 1;
  }
  if (!isLast && pending.length < MAX_PART_HEAD) return null;
  return pending.length === 0 ? null : headOf(state, pending.length, '\r\n\r\n');
}

function headOf(state: State, length: number, end: string): Buffer {
  state.head = false;
  const parent = state.open.at(-1);
  const raw = take(state, length, true);
  const value = contentType(raw.toString('latin1'));
  if (value === null)
    return parent?.isDigest
      ? Buffer.concat([Buffer.from('Content-Type: message/rfc822\r\n'), raw, Buffer.from(end)])
      : withEnd(raw, end);
  const { value: type, params } = readStructured(value);
  const boundary = params.get('boundary');
  if (!type.startsWith('multipart/')) return withEnd(raw, end);
  if (!boundary) return Buffer.from('Content-Type: text/plain\r\n\r\n');
  if (state.open.length >= MAX_DEPTH) return Buffer.from('Content-Type: application/octet-stream\r\n\r\n');
  const name = `=_part_${state.parts}`;
  state.open.push({ delimiter: `--${boundary}`.trimEnd(), name, isDigest: type === 'multipart/digest' });
  return Buffer.from(`Content-Type: ${type.replace(/[^\w./+-]/g, '')}; boundary="${name}"\r\n\r\n`);
}

const withEnd = (raw: Buffer, end: string): Buffer => (end === '' ? raw : Buffer.concat([raw, Buffer.from(end)]));

/** Parameters on lines of their own that nobody indented belong to it. */
const contentType = (head: string): string | null =>
  /^content-type[ \t]*:([^\n]*(?:\n[ \t]+[^\n]*|(?<=;\s{0,4})\n[\w*-]+=[^\n]*)*)/im
    .exec(head)?.[1]
    ?.replace(/\r?\n[ \t]*/g, ' ')
    .trim() ?? null;
