import type { Bytes } from '../../../domain/ports.ts';
import { type BlankLine, type BlankLineSearch, searchBlankLine } from './blank-line.ts';

/** The raw header block and what follows its blank line. */
export type Split = { head: Uint8Array; body: Bytes };

type Pieces = AsyncIterator<Uint8Array>;

/**
 * Cuts a mail at its first blank line without reading further than that; of a longer head only `limit` bytes are kept.
 *
 * Blank lines before the first field are skipped: some gateways put them there.
 */
export async function splitHead(raw: Bytes, limit: number): Promise<Split> {
  return raw instanceof Uint8Array ? splitWhole(raw.subarray(lineEnds(raw)), limit) : splitPieces(fromFirstField(raw), limit);
}

function splitWhole(raw: Uint8Array, limit: number): Split {
  const search = searchBlankLine();
  const found = search.next(raw) ?? search.end();
  return { head: headOf(raw, found, limit), body: raw.subarray(found.body) };
}

async function splitPieces(pieces: Pieces, limit: number): Promise<Split> {
  const search = searchBlankLine();
  const kept: Uint8Array[] = [];
  let size = 0;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    const found = search.next(next.value);
    kept.push(next.value);
    if (found) {
      const body = rest(next.value.subarray(found.body - size), pieces);
      return { head: headOf(Buffer.concat(kept), found, limit), body };
    }
    size += next.value.length;
    if (size > limit + LINE_END)
      return { head: Buffer.concat(kept).subarray(0, limit), body: afterBlankLine(search, size, pieces) };
  }
  return { head: headOf(Buffer.concat(kept), search.end(), limit), body: new Uint8Array(0) };
}

/** Bytes at the end of what came that may yet turn out to be no part of the head. */
const LINE_END = 3;

const headOf = (raw: Uint8Array, { stop }: BlankLine, limit: number): Uint8Array => raw.subarray(0, Math.min(stop, limit));

async function* fromFirstField(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isBefore = true;
  for await (const piece of pieces) {
    const start: number = isBefore ? lineEnds(piece) : 0;
    isBefore &&= start === piece.length;
    if (!isBefore) yield piece.subarray(start);
  }
}

/** Bytes of the line ends that a piece begins with. */
function lineEnds(piece: Uint8Array): number {
  const first = piece.findIndex((byte) => byte !== LF && byte !== CR);
  return first < 0 ? piece.length : first;
}

const LF = 10;
const CR = 13;

async function* afterBlankLine(search: BlankLineSearch, before: number, pieces: Pieces): AsyncGenerator<Uint8Array> {
  let size = before;
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    const found = search.next(next.value);
    if (found) return yield* rest(next.value.subarray(found.body - size), pieces);
    size += next.value.length;
  }
}

async function* rest(first: Uint8Array, more: Pieces): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  for (let next = await more.next(); !next.done; next = await more.next()) yield next.value;
}
