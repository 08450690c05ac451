import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Sha256 } from '../../../domain/ids.ts';
import type { EmbeddedMail } from '../../../domain/mail.ts';
import type { AttachmentSink } from '../../../domain/ports.ts';
import { decodeBytes } from './charset.ts';
import { inTwo } from './in-two.ts';
import { readStructured, type Structured } from './structured.ts';
import { uudecode } from './uudecode.ts';
import { decodeWords } from './words.ts';

/** A leaf of the MIME tree, its transfer encoding undone. */
export type Leaf = {
  kind: 'leaf';
  type: Structured;
  disposition: Structured;
  /** Content-ID without angle brackets. */
  cid: string | null;
  description: string;
  /** A text: all that is shown of it; a file: its beginning, to look into. */
  head: Uint8Array;
  /** Null where the leaf is a text that stands whole in `head`. */
  file: KeptFile | null;
  /** The mail that the file is, where it is one and was asked for. */
  embedded: EmbeddedMail | null;
};

/** How a mail is read. */
export type Reading = {
  keep: AttachmentSink;
  /** Bytes of a text that are read into memory. */
  textBytes: number;
  /** Understands a mail within, null where it is none; null where nobody asks for them. */
  embed: ((raw: AsyncIterable<Uint8Array>) => Promise<EmbeddedMail | null>) | null;
};

/** `foldedHash` is of the bytes without CR where their line ends are the transport's. */
export type KeptFile = { sha256: Sha256; size: number; foldedHash: string };

/** Bytes of a file that are looked into: delivery reports, calendar invitations, returned mails. */
const LOOKED_INTO = 65_536;

/** Reads one leaf: texts into memory up to `textBytes`, everything else through `keep`. */
export async function readLeaf(
  content: Readable,
  lines: readonly { key: string; line: string }[],
  reading: Reading,
): Promise<Leaf> {
  const { textBytes } = reading;
  const field = (name: string) => fieldIn(lines, name);
  const about = aboutLeaf(field);
  const text = isText(about);
  // A text that has a name is shown and also listed: its sender sent a file.
  const seen: Seen = text && fileName(about) === '' ? await collect(content, textBytes) : { kind: 'more', stream: content };
  if (seen.kind === 'whole') return { ...about, head: seen.bytes, file: null, embedded: null };
  const encoding = field('content-transfer-encoding').trim().toLowerCase();
  const decoded = /^(?:x-)?uu(?:e|encode)?$/.test(encoding) ? uudecode(seen.stream) : seen.stream;
  const looked = text ? textBytes : LOOKED_INTO;
  const file = (content: AsyncIterable<Uint8Array>) => keepFile(content, reading.keep, encoding === 'base64', looked);
  if (reading.embed === null || !isMail(about)) return { ...about, ...(await file(decoded)), embedded: null };
  const [kept, embedded] = await inTwo(decoded, file, reading.embed);
  return { ...about, ...kept, embedded };
}

/** What its own fields say of a leaf. */
export type About = Omit<Leaf, 'head' | 'file' | 'embedded'>;

/** Reads a leaf's own fields. */
export function aboutLeaf(field: (name: string) => string): About {
  return {
    kind: 'leaf',
    type: readStructured(field('content-type') || 'text/plain'),
    disposition: readStructured(field('content-disposition')),
    cid: field('content-id').replace(/[<>\s]/g, '') || null,
    description: decodeWords(field('content-description')),
  };
}

/** The name a leaf bears, as it was written. */
export const fileName = ({ type, disposition }: Pick<Leaf, 'type' | 'disposition'>): string =>
  disposition.params.get('filename') || type.params.get('name') || '';

/** Whether a leaf is shown as text: an attached text file is not. */
export function isText({ type, disposition }: Pick<Leaf, 'type' | 'disposition'>): boolean {
  if (disposition.value === 'attachment') return false;
  return /^(?:text\/(?:plain|html|enriched|richtext)|text|)$/.test(type.value);
}

/** A mail that the sender attached whole: by its type, or by the ending that mail programs give. */
const isMail = (leaf: Pick<Leaf, 'type' | 'disposition'>): boolean =>
  /^message\/(?:rfc822|global|news)$/.test(leaf.type.value) || /\.eml$/i.test(fileName(leaf).trim());

function fieldIn(lines: readonly { key: string; line: string }[], name: string): string {
  const line = lines.find((candidate) => candidate.key === name)?.line ?? '';
  const value = line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
  return /\P{ASCII}/u.test(value) ? decodeBytes(Buffer.from(value, 'latin1'), null) : value;
}

export type Seen = { kind: 'whole'; bytes: Uint8Array } | { kind: 'more'; stream: AsyncIterable<Uint8Array> };

/** As `readUpTo`, by events: an iterator over a stream costs more than most texts. */
function collect(content: Readable, limit: number): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const more = (): void => {
      content.off('data', take).pause();
      resolve({ kind: 'more', stream: joined(chunks, content[Symbol.asyncIterator]()) });
    };
    const take = (chunk: Buffer): void => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) more();
    };
    content.on('data', take);
    content.once('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks) }));
    content.once('error', reject);
    content.once('close', () => reject(new Error('the part was cut off')));
  });
}

/** The first bytes of a stream, and whether there were more; the stream given back starts again at the first. */
export async function readUpTo(content: AsyncIterable<Uint8Array>, limit: number): Promise<Seen> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const more = content[Symbol.asyncIterator]();
  for (let next = await more.next(); !next.done; next = await more.next()) {
    chunks.push(next.value);
    size += next.value.length;
    if (size > limit) return { kind: 'more', stream: joined(chunks, more) };
  }
  const bytes = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
  return { kind: 'whole', bytes };
}

async function* joined(first: readonly Uint8Array[], more: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* first;
  for (let next = await more.next(); !next.done; next = await more.next()) yield next.value;
}

/** As a string: the one way that is not slow. */
const withoutCr = (chunk: Uint8Array): Uint8Array =>
  chunk.includes(13) ? Buffer.from(Buffer.from(chunk).toString('latin1').replaceAll('\r', ''), 'latin1') : chunk;

async function keepFile(
  content: AsyncIterable<Uint8Array>,
  keep: AttachmentSink,
  encoded: boolean,
  headBytes: number,
): Promise<{ head: Uint8Array; file: KeptFile }> {
  const head: Uint8Array[] = [];
  let left = headBytes;
  const folded = createHash('sha256');
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      if (left > 0) head.push(Uint8Array.prototype.slice.call(chunk, 0, left));
      left -= chunk.length;
      if (!encoded) folded.update(withoutCr(chunk));
      yield chunk;
    }
  }
  const { sha256, size } = await keep(watched());
  return { head: Buffer.concat(head), file: { sha256, size, foldedHash: encoded ? sha256 : folded.digest('hex') } };
}
