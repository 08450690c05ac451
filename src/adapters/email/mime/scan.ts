import type { Header } from '../../../domain/mail.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { readHead } from './head.ts';
import { readStructured } from './structured.ts';

/** A13. What lies deeper, or comes later, stays one file. */
const MAX_DEPTH = 32;
const MAX_PARTS = 900;
/** RFC 2046 §5.1.1 allows 70 characters; programs write more. */
const MAX_DELIMITER = 512;
const MAX_PART_HEAD = 65_536;
const MAX_PART_LINES = 400;

/** What is met in the body of a multipart, in its order. */
export type Piece =
  /** A delimiter: the multiparts deeper than `level` are over, and with `closes` that one as well; else a part begins. */
  | { kind: 'delimiter'; level: number; closes: boolean }
  /** The part that begins is a multipart: one level deeper. */
  | { kind: 'branch'; type: string }
  | { kind: 'leaf'; fields: readonly Header[] }
  /** Of the part that is open, or of what stands before and between parts. */
  | { kind: 'bytes'; bytes: Buffer };

/**
 * Takes the body of a multipart apart as it streams by, however its structure is damaged: blanks behind delimiters, inner
 * multiparts that never end, parts without a blank line, types that a digest leaves out.
 *
 * The line end before a delimiter comes with the bytes, though it belongs to the delimiter.
 *
 * @see RFC 2046 §5.1
 */
export async function* scanStream(root: Root, body: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const state = begin(root);
  for await (const chunk of body) {
    state.pending = state.pending.length === 0 ? asBuffer(chunk) : Buffer.concat([state.pending, chunk]);
    yield* work(state, false);
  }
  yield* work(state, true);
}

/** The same of a body that stands in memory; the bytes are parts of it, not copies. */
export function* scanWhole(root: Root, body: Uint8Array): Generator<Piece> {
  const state = begin(root);
  state.pending = asBuffer(body);
  yield* work(state, true);
}

export type Root = { type: string; boundary: string };

type Open = { delimiter: string; closing: string; isDigest: boolean };
type State = { open: Open[]; pending: Buffer; lineStart: boolean; head: boolean; parts: number };

const begin = (root: Root): State => ({
  open: [openOf(root)],
  pending: Buffer.alloc(0),
  lineStart: true,
  head: false,
  parts: 0,
});

const openOf = ({ type, boundary }: Root): Open => ({
  delimiter: `--${boundary}`.trimEnd(),
  closing: `--${boundary}--`,
  isDigest: type === 'multipart/digest',
});

/** Whether parts stand within a part of this type. */
export const isMultipart = (type: string): boolean => type.startsWith('multipart/');

const asBuffer = (bytes: Bytes & Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Gives on what is sure; what may be the beginning of a delimiter or of a part's head waits for more. */
function* work(state: State, isLast: boolean): Generator<Piece> {
  for (;;) {
    const pieces = state.head ? takeHead(state, isLast) : takeBody(state, isLast);
    if (pieces === null) return;
    yield* pieces;
  }
}

/** Up to the next delimiter, or that delimiter. */
function takeBody(state: State, isLast: boolean): Piece[] | null {
  const { pending } = state;
  if (pending.length === 0) return null;
  const at = state.lineStart && pending[0] === DASH ? 0 : nextCandidate(pending);
  if (at > 0) return bytesOf(take(state, at, true));
  if (at === -1) return takeAllBut(state, isLast);
  const end = pending.indexOf(LF);
  if (end === -1 && !isLast && pending.length <= MAX_DELIMITER) return null;
  const line = pending.subarray(0, end === -1 ? pending.length : end + 1);
  const found = delimiterIn(state, line);
  if (!found) return bytesOf(take(state, line.length, end !== -1));
  take(state, line.length, true);
  return delimit(state, found);
}

const LF = 10;
const DASH = 45;
const lineAndDashes = Buffer.from('\n--');

const bytesOf = (bytes: Buffer): Piece[] => (bytes.length === 0 ? [] : [{ kind: 'bytes', bytes }]);

const nextCandidate = (bytes: Buffer): number => {
  const at = bytes.indexOf(lineAndDashes);
  return at === -1 ? -1 : at + 1;
};

/** A line end and a dash at the end may be the beginning of `\n--`. */
function takeAllBut(state: State, isLast: boolean): Piece[] | null {
  const { pending } = state;
  const [before, last] = [pending[pending.length - 2], pending[pending.length - 1]];
  const kept = isLast ? 0 : last === LF ? 1 : before === LF && last === DASH ? 2 : 0;
  return pending.length === kept ? null : bytesOf(take(state, pending.length - kept, false));
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
    const { delimiter, closing } = state.open[level] as Open;
    if (text === delimiter) return { level, closes: false };
    if (text === closing || text === `${delimiter}--`) return { level, closes: true };
  }
  return null;
}

function delimit(state: State, { level, closes }: Found): Piece[] {
  state.open.splice(closes ? level : level + 1);
  state.head = !closes;
  state.parts++;
  return [{ kind: 'delimiter', level, closes }];
}

/** A part's head, up to its blank line or to a delimiter that comes instead. */
function takeHead(state: State, isLast: boolean): Piece[] | null {
  const { pending } = state;
  const limit = Math.min(pending.length, MAX_PART_HEAD);
  for (let at = 0; at < limit; ) {
    const found = pending.indexOf(LF, at);
    const end = found === -1 && isLast ? pending.length - 1 : found;
    if (end === -1 || end >= MAX_PART_HEAD) break;
    const line = pending.subarray(at, end + 1);
    if (line.length <= 3 && line.toString('latin1').trim() === '') return headOf(state, end + 1);
    if (line[0] === DASH && delimiterIn(state, line)) return headOf(state, at);
    at = end + 1;
  }
  if (!isLast && pending.length < MAX_PART_HEAD) return null;
  return limit === 0 ? null : headOf(state, limit);
}

function headOf(state: State, length: number): Piece[] {
  state.head = false;
  const raw = take(state, length, true);
  const { fields, strayBody } = readHead(raw, MAX_PART_LINES);
  // No field at all: the blank line was forgotten, or the head.
  const stray = fields.length === 0 ? raw : Buffer.from(strayBody === '' ? '' : `${strayBody}\n`, 'latin1');
  return [...openParts(state, fields), ...(stray.toString('latin1').trim() === '' ? [] : bytesOf(stray))];
}

/** The delimiter between a multipart and its first part was lost where one head names two types. */
function openParts(state: State, fields: readonly Header[]): Piece[] {
  const outer = openPart(state, fields);
  const [, second] = fields.keys().filter((at) => fields[at]?.name === 'content-type');
  return outer.kind !== 'branch' || second === undefined ? [outer] : [outer, ...openParts(state, fields.slice(second))];
}

function openPart(state: State, fields: readonly Header[]): Piece {
  const value = fields.find(({ name }) => name === 'content-type')?.value;
  if (value === undefined) return { kind: 'leaf', fields: state.open.at(-1)?.isDigest ? [...fields, mailType] : fields };
  const { value: type, params } = readStructured(value);
  if (!isMultipart(type)) return { kind: 'leaf', fields };
  const boundary = params.get('boundary');
  if (!boundary) return { kind: 'leaf', fields: [contentType('text/plain')] };
  if (state.open.length >= MAX_DEPTH) return { kind: 'leaf', fields: [contentType('application/octet-stream')] };
  state.open.push(openOf({ type, boundary }));
  return { kind: 'branch', type };
}

const contentType = (value: string): Header => ({ name: 'content-type', value });
const mailType = contentType('message/rfc822');
