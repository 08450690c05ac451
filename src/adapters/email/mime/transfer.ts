import { base64Decoder } from './base64.ts';
import { quotedPrintableDecoder } from './quoted-printable.ts';
import { uuDecoder } from './uudecode.ts';

/** Undoes a transfer encoding piece by piece; damage is passed over, not thrown. Texts stand for bytes (Latin-1). */
export type Decoder = { write(text: string): Uint8Array; end(): Uint8Array };

const decoders: readonly (readonly [RegExp, () => Decoder])[] = [
  [/^base-?64/, base64Decoder],
  [/^quoted[-_ ]?printable/, quotedPrintableDecoder],
  [/^(?:x-)?uu(?:e|encode)?$/, uuDecoder],
];

/** How a part's bytes were packed for the way, and null where they stand as they are. */
export type Transfer = (() => Decoder) | null;

/** Reads a Content-Transfer-Encoding field. */
export function transferOf(field: string): Transfer {
  if (field === '') return null;
  const name = field
    .replace(/\([^()]*\)/g, '')
    .replace(/["']/g, '')
    .trim()
    .toLowerCase();
  return decoders.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Of bytes whose line ends are their own: they stood inside a file. */
export const undoneAlready: Transfer = base64Decoder;

/** Whether line ends inside are the sender's own, and not the way's. */
export const keepsLineEnds = (transfer: Transfer): boolean => transfer === base64Decoder || transfer === uuDecoder;

/** The bytes that were packed. */
export function undoTransfer(bytes: Uint8Array, transfer: Transfer): Uint8Array {
  if (transfer === null) return bytes;
  const decoder = transfer();
  const first = decoder.write(latin1(bytes));
  const rest = decoder.end();
  return rest.length === 0 ? first : Buffer.concat([first, rest]);
}

/** The same of a stream. */
export async function* undoTransferOf(content: AsyncIterable<Uint8Array>, transfer: Transfer): AsyncGenerator<Uint8Array> {
  if (transfer === null) return yield* content;
  const decoder = transfer();
  for await (const chunk of content) {
    const bytes = decoder.write(latin1(chunk));
    if (bytes.length > 0) yield bytes;
  }
  const rest = decoder.end();
  if (rest.length > 0) yield rest;
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
