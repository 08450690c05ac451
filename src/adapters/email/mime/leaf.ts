import type { EmbeddedMail, Header } from '../../../domain/mail.ts';
import { headerValue } from '../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../domain/ports.ts';
import { inTwo } from './in-two.ts';
import { type KeptFile, keepFile } from './keep-file.ts';
import { readUpTo } from './read-up-to.ts';
import { readStructured, type Structured } from './structured.ts';
import { keepsLineEnds, type Transfer, transferOf, undoneAlready, undoTransfer, undoTransferOf } from './transfer.ts';
import { decodeLine } from './words.ts';

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
  /** Bytes of a body that are read into memory at once; a larger one passes by in pieces. */
  wholeBytes: number;
  /** What may still be taken out of parts that have something inside (A13, A18): so many, and so deep. */
  packed: { left: number; depth: number };
  /** Understands a mail within, null where it is none; null where nobody asks for them. */
  embed: ((raw: AsyncIterable<Uint8Array>) => Promise<EmbeddedMail | null>) | null;
};

/** Bytes of a file that are looked into: delivery reports and returned mails, more of what has something inside. */
const lookedInto = ({ type, disposition }: About): number => {
  const name = fileName({ type, disposition });
  if (/tnef$|pkcs7-mime$/.test(type.value) || /^winmail\d*\.dat$|\.p7m$/i.test(name)) return 16 * 1024 * 1024;
  return type.value === 'text/calendar' ? 256 * 1024 : 65_536;
};

/** Reads one leaf: texts into memory up to `textBytes`, everything else through `keep`. */
export async function readLeaf(headers: readonly Header[], content: Bytes, reading: Reading): Promise<Leaf> {
  const about = aboutLeaf(headers);
  const transfer = transferOf(headerValue({ headers }, 'content-transfer-encoding'));
  const isShown = isText(about);
  // A text that has a name is shown and also listed: its sender sent a file.
  if (!isShown || fileName(about) !== '') {
    const bytes = content instanceof Uint8Array ? once(undoTransfer(content, transfer)) : undoTransferOf(content, transfer);
    return keepStream(about, bytes, transfer, isShown ? reading.textBytes : lookedInto(about), reading);
  }
  const seen =
    content instanceof Uint8Array && content.length <= reading.textBytes
      ? ({ kind: 'whole', bytes: undoTransfer(content, transfer) } as const)
      : await readUpTo(undoTransferOf(content instanceof Uint8Array ? once(content) : content, transfer), reading.textBytes);
  if (seen.kind === 'more') return keepStream(about, seen.stream, transfer, reading.textBytes, reading);
  return { ...about, ...textOnly(seen.bytes) };
}

/** A leaf that is neither a file nor a mail of its own. */
export const textOnly = (head: Uint8Array): Pick<Leaf, 'head' | 'file' | 'embedded'> => ({ head, file: null, embedded: null });

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

/** Keeps a file that was taken out of another part. */
export const keepLeaf = (about: About, bytes: Uint8Array, reading: Reading): Promise<Leaf> =>
  keepStream(about, once(bytes), undoneAlready, lookedInto(about), reading);

async function keepStream(
  about: About,
  content: AsyncIterable<Uint8Array>,
  transfer: Transfer,
  looked: number,
  { keep, embed }: Reading,
): Promise<Leaf> {
  const file = (bytes: AsyncIterable<Uint8Array>) => keepFile(bytes, keep, keepsLineEnds(transfer), looked);
  if (embed === null || !isMail(about)) return { ...about, ...(await file(content)), embedded: null };
  const [kept, embedded] = await inTwo(content, file, embed);
  return { ...about, ...kept, embedded };
}

/** What its own fields say of a leaf. */
export type About = Omit<Leaf, 'head' | 'file' | 'embedded'>;

/** Reads a leaf's own fields. */
export function aboutLeaf(headers: readonly Header[]): About {
  const field = (name: string): string => headerValue({ headers }, name);
  return {
    kind: 'leaf',
    type: typeOf(field('content-type')),
    disposition: readStructured(field('content-disposition')),
    cid: field('content-id').replace(/[<>\s]/g, '') || null,
    description: decodeLine(field('content-description')),
  };
}

/** RFC 2045 §5.2: what is no type at all counts as text, unless it has a file's name. */
function typeOf(field: string): Structured {
  const type = readStructured(field);
  const isNone = !/^(?:text$|[^/\s]+\/[^/\s]+)/.test(type.value) && !type.params.has('name');
  return isNone ? { ...type, value: 'text/plain' } : type;
}

/** The name a leaf bears, as it was written: RFC 2183's, unless a program put `?` there for what its charset could not say. */
export function fileName({ type, disposition }: Pick<Leaf, 'type' | 'disposition'>): string {
  const filename = disposition.params.get('filename') ?? '';
  const name = type.params.get('name') ?? '';
  return filename === '' || (filename.includes('?') && name !== '' && !name.includes('?')) ? name : filename;
}

/** Whether a leaf is shown as text: an attached text file is not. */
export function isText({ type, disposition }: Pick<Leaf, 'type' | 'disposition'>): boolean {
  if (disposition.value === 'attachment') return false;
  return /^(?:text\/(?:plain|html|enriched|richtext|(?:x-)?markdown)|text|)$/.test(type.value);
}

/** A text packed into its signature, or encrypted; gateways forget its type. */
export const isPkcs7 = (leaf: Pick<Leaf, 'type' | 'disposition'>): boolean =>
  /^application\/(?:x-)?pkcs7-mime$/.test(leaf.type.value) ||
  (leaf.type.value === 'application/octet-stream' && /\.p7m$/i.test(fileName(leaf)));

/** A mail that the sender attached whole: by its type, or by the ending that mail programs give. */
const isMail = (leaf: Pick<Leaf, 'type' | 'disposition'>): boolean =>
  /^message\/(?:rfc822|global|news)$/.test(leaf.type.value) || /\.eml$/i.test(fileName(leaf).trim());
