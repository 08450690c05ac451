import type { Sha256 } from '../../../../domain/ids.ts';
import type { Parsed } from '../../../../domain/mail.ts';

/** What the house tells the thread that reads mails. */
export type ToWorker =
  /** `isWhole` false: the mail is large, and the rest comes in pieces when they are asked for. */
  | { kind: 'parse'; job: number; sha256: Sha256; size: number; raw: Uint8Array; isWhole: boolean }
  /** The next piece of the mail, null behind the last. */
  | { kind: 'more'; job: number; bytes: Uint8Array<ArrayBuffer> | null }
  /** Give the mail up: reading or keeping failed on the house's side. */
  | { kind: 'broken'; job: number }
  /** The piece of a file was taken: another may come. Behind the last piece nobody waits. */
  | { kind: 'next'; job: number; file: number }
  /** The store has a file. */
  | { kind: 'kept'; job: number };

/** What the thread tells the house. */
export type FromWorker =
  /** Everything is loaded. */
  | { kind: 'ready'; job: 0 }
  | { kind: 'pull'; job: number }
  | { kind: 'file'; job: number; file: number; bytes: Uint8Array; isLast: boolean }
  | { kind: 'parsed'; job: number; parsed: Parsed }
  /** A bug of ours: no mail may make the parser throw. */
  | { kind: 'failed'; job: number; why: string };

/** Bytes of a piece that is handed over at once. */
export const PIECE_BYTES = 65_536;

/** Bytes that may be handed over for good: a copy that nobody else holds. */
export const handedOver = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** A large piece of a stream, which is its reader's own, is handed over without a copy: 50 MB of copies wait long to be freed. */
export const passedOn = (piece: Uint8Array): Uint8Array<ArrayBuffer> =>
  piece.byteLength >= PIECE_BYTES && ownsAll(piece) ? piece : handedOver(piece);

const ownsAll = (bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
