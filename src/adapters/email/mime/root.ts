import { type Header, headerValue } from '../../../domain/mail.ts';
import type { Bytes } from '../../../domain/ports.ts';
import { type About, aboutLeaf, isText, type Leaf, type Reading, readUpTo, type Seen } from './leaf.ts';
import { mendParts, type Preamble, rootBoundary } from './mend.ts';
import { type Part, walkParts } from './parts.ts';
import type { Structured } from './structured.ts';
import { undoTransfer } from './transfer.ts';

/** Reads a mail's body into its parts: a single text directly, everything else through mailparser. */
export async function readRoot(headers: readonly Header[], body: Bytes, reading: Reading): Promise<Part> {
  const { textBytes } = reading;
  const field = (name: string): string => headerValue({ headers }, name);
  const about = rootAbout(field);
  const boundary = about.type.params.get('boundary') ?? '';
  if (about.type.value.startsWith('multipart/')) {
    const preamble: Preamble = { isAll: true, bytes: [], left: textBytes };
    const parts = await walkParts(multipartHeader(about), mendParts(about.type.value, boundary, body, preamble), reading);
    return preamble.isAll ? { ...about, type: plain, ...textOnly(Buffer.concat(preamble.bytes)) } : parts;
  }
  const seen = isText(about) ? await readBody(body, textBytes) : null;
  if (seen?.kind === 'whole') return { ...about, ...textOnly(undoTransfer(seen.bytes, field('content-transfer-encoding'))) };
  return walkParts(leafHeader(field), seen?.stream ?? streamOf(body), reading);
}

async function readBody(body: Bytes, textBytes: number): Promise<Seen> {
  if (!(body instanceof Uint8Array)) return readUpTo(body, textBytes);
  return body.length <= textBytes ? { kind: 'whole', bytes: body } : { kind: 'more', stream: streamOf(body) };
}

const streamOf = (body: Bytes): AsyncIterable<Uint8Array> => (body instanceof Uint8Array ? once(body) : body);

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const plain: Structured = { value: 'text/plain', params: new Map() };

const textOnly = (head: Uint8Array): Pick<Leaf, 'head' | 'file' | 'embedded'> => ({ head, file: null, embedded: null });

/** A multipart that names no boundary cannot be taken apart: it is shown as it stands. */
function rootAbout(field: (name: string) => string): About {
  const about = aboutLeaf(field);
  const isBroken = about.type.value.startsWith('multipart/') && !about.type.params.get('boundary');
  return isBroken ? { ...about, type: plain } : about;
}

/** The root is read by us; mailparser is told what it needs, so that odd syntax is read once. */
const multipartHeader = ({ type }: About): Uint8Array =>
  Buffer.from(`Content-Type: ${type.value.replace(/[^\w./+-]/g, '')}; boundary="${rootBoundary}"\r\n\r\n`);

const contentFields = ['content-type', 'content-disposition', 'content-transfer-encoding', 'content-id', 'content-description'];

function leafHeader(field: (name: string) => string): Uint8Array {
  const lines = contentFields
    .filter((name) => field(name) !== '')
    .map((name) => `${name}: ${field(name).replace(/[\r\n\0]/g, ' ')}\r\n`);
  return Buffer.from(`${lines.join('')}\r\n`);
}
