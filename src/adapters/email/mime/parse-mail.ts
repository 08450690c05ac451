import { beginsAsForward } from '../../../domain/forward/forward-subject.ts';
import type { Sha256 } from '../../../domain/ids.ts';
import { type EmbeddedMail, type Header, headerValue, headerValues, type Mail, type Parsed } from '../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../domain/ports.ts';
import { readAddresses } from './addresses.ts';
import { attachmentsOf, filesOf } from './attachments.ts';
import { type Bodies, readBodies } from './bodies.ts';
import { readCalendar } from './calendar.ts';
import { contentHash } from './content-hash.ts';
import { readDate } from './date.ts';
import { readHead } from './head.ts';
import { readMessageId, readMessageIds } from './ids.ts';
import { languageOf } from './language.ts';
import type { Reading } from './leaf.ts';
import { readReport } from './report.ts';
import { readRoot } from './root.ts';
import { splitHead } from './split-head.ts';
import type { Part } from './tree.ts';
import { decodeLine } from './words.ts';

/** How much of a mail is read into memory; everything beyond is kept in the raw mail and, of texts, as an attachment. */
export type ParseLimits = { headBytes: number; headLines: number; textBytes: number; wholeBytes: number };

/** A13; a text of a megabyte was not written by a person. */
export const parseLimits: ParseLimits = {
  headBytes: 256 * 1024,
  headLines: 2_000,
  textBytes: 1024 * 1024,
  wholeBytes: 1024 * 1024,
};

export type ParseOptions = { sha256: Sha256; size: number; keep: AttachmentSink; limits?: ParseLimits };

/**
 * Understands a mail's bytes. Whatever a sender does is an answer, not a throw.
 *
 * @throws only what `keep` throws, or reading `raw`: then it is the machine that failed
 */
export async function parseMail(raw: Bytes, { sha256, size, keep, limits = parseLimits }: ParseOptions): Promise<Parsed> {
  const outer = await readMail(raw, limits, (fields) => ({
    ...limits,
    keep,
    packed: packed(),
    embed: embedder(fields, keep, limits),
  }));
  if (outer.kind === 'unreadable') return outer;
  const { headers, root, bodies } = outer;
  const report = readReport(headers, root, bodies.text);
  const mail: Mail = {
    sha256,
    size,
    ...readFields(headers),
    text: bodies.text,
    visibleText: bodies.visibleText,
    ...(bodies.html === '' ? {} : { html: bodies.html }),
    language: languageOf(bodies.visibleText || bodies.text),
    attachments: attachmentsOf(root, bodies.raw),
    embedded: report === null ? embeddedIn(root) : [],
    calendar: await readCalendar(root),
    sealed: bodies.seal,
    twoFaced: bodies.twoFaced,
    report,
    contentHash: contentHash(headers, bodies.raw, filesOf(root)),
  };
  return { kind: 'mail', mail };
}

type Read = { kind: 'read'; headers: readonly Header[]; root: Part; bodies: Bodies } | Extract<Parsed, { kind: 'unreadable' }>;

async function readMail(raw: Bytes, limits: ParseLimits, reading: (fields: readonly Header[]) => Reading): Promise<Read> {
  const { head, body } = await splitHead(raw, limits.headBytes);
  const { fields, strayBody } = readHead(head, limits.headLines);
  if (fields.length === 0)
    return { kind: 'unreadable', why: head.length === 0 ? 'the mail is empty' : 'no header field was found' };
  const root = await readRoot(fields, strayBody === '' ? body : withStray(strayBody, body), reading(fields));
  const passesOn = beginsAsForward(decodeLine(headerValue({ headers: fields }, 'subject')));
  return { kind: 'read', headers: fields, root, bodies: await readBodies(root, passesOn) };
}

const packed = (): Reading['packed'] => ({ left: 1_000, depth: 3 });

/** Mails within a mail that are read; the others stay files. */
const MAX_EMBEDDED = 10;

/** Understands mails within this one, but not those within them; of a report none: what comes back is not what it says. */
function embedder(fields: readonly Header[], keep: AttachmentSink, limits: ParseLimits): Reading['embed'] {
  if (/^\s*multipart\/report\b/i.test(headerValue({ headers: fields }, 'content-type'))) return null;
  let left = MAX_EMBEDDED;
  return async (raw) => {
    if (left-- <= 0) return null;
    const inner = await readMail(raw, limits, () => ({ ...limits, keep, packed: packed(), embed: null }));
    if (inner.kind === 'unreadable' || !inner.headers.some(({ name }) => ofMails.has(name))) return null;
    const { from, date, subject } = readFields(inner.headers);
    return { from, date, subject, text: inner.bodies.text, attachments: attachmentsOf(inner.root, inner.bodies.raw) };
  };
}

/** One of these stands above every mail; a text file with an ending of mails has none. */
const ofMails = new Set(['from', 'subject', 'date', 'received', 'message-id']);

const embeddedIn = (part: Part): EmbeddedMail[] =>
  part.kind === 'branch' ? part.parts.flatMap(embeddedIn) : part.embedded === null ? [] : [part.embedded];

async function* withStray(text: string, body: Bytes): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${text}\n\n`, 'latin1');
  if (body instanceof Uint8Array) yield body;
  else yield* body;
}

type Fields = Pick<
  Mail,
  'headers' | 'from' | 'replyTo' | 'to' | 'cc' | 'subject' | 'date' | 'messageId' | 'inReplyTo' | 'references'
>;

function readFields(headers: readonly Header[]): Fields {
  // Of a field that stands twice, the one that says something.
  const value = (name: string): string => headerValues({ headers }, name).find((one) => one !== '') ?? '';
  const addresses = (name: string) => readAddresses(headerValues({ headers }, name));
  return {
    headers,
    from: addresses('from')[0] ?? addresses('sender')[0] ?? { name: '', address: '' },
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: decodeLine(value('subject')),
    date: readDate(value('date')),
    messageId: readMessageId(value('message-id')),
    inReplyTo: readMessageId(value('in-reply-to')),
    references: readMessageIds(headerValues({ headers }, 'references').join(' ')),
  };
}
