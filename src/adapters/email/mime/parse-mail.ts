import type { Sha256 } from '../../../domain/ids.ts';
import { type Header, headerValue, headerValues, type Mail, type Parsed } from '../../../domain/mail.ts';
import type { AttachmentSink, Bytes } from '../../../domain/ports.ts';
import { readAddresses } from './addresses.ts';
import { attachmentsOf, filesOf } from './attachments.ts';
import { readBodies } from './bodies.ts';
import { contentHash } from './content-hash.ts';
import { readDate } from './date.ts';
import { readHead, splitHead } from './head.ts';
import { readMessageId, readMessageIds } from './ids.ts';
import { languageOf } from './language.ts';
import { readReport } from './report.ts';
import { readRoot } from './root.ts';
import { decodeWords } from './words.ts';

/** How much of a mail is read into memory; everything beyond is kept in the raw mail and, of texts, as an attachment. */
export type ParseLimits = { headBytes: number; headLines: number; textBytes: number };

/** A13; a text of a megabyte was not written by a person. */
export const parseLimits: ParseLimits = { headBytes: 256 * 1024, headLines: 2_000, textBytes: 1024 * 1024 };

export type ParseOptions = { sha256: Sha256; size: number; keep: AttachmentSink; limits?: ParseLimits };

/**
 * Understands a mail's bytes. Whatever a sender does is an answer, not a throw.
 *
 * @throws only what `keep` throws, or reading `raw`: then it is the machine that failed
 */
export async function parseMail(raw: Bytes, options: ParseOptions): Promise<Parsed> {
  const limits = options.limits ?? parseLimits;
  const { head, body } = await splitHead(raw, limits.headBytes);
  const { fields, strayBody } = readHead(head, limits.headLines);
  if (fields.length === 0)
    return { kind: 'unreadable', why: head.length === 0 ? 'the mail is empty' : 'no header field was found' };
  const root = await readRoot(fields, strayBody === '' ? body : withStray(strayBody, body), options.keep, limits.textBytes);
  const bodies = await readBodies(root);
  const attachments = attachmentsOf(root, bodies.raw);
  const headers: readonly Header[] = fields;
  const mail: Mail = {
    sha256: options.sha256,
    size: options.size,
    ...readFields(headers),
    text: bodies.text,
    visibleText: bodies.visibleText,
    language: languageOf(bodies.visibleText || bodies.text),
    attachments,
    report: readReport(headers, root, bodies.text),
    contentHash: contentHash(headers, bodies.raw, filesOf(root)),
  };
  return { kind: 'mail', mail };
}

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
  const value = (name: string): string => headerValue({ headers }, name);
  const addresses = (name: string) => readAddresses(headerValues({ headers }, name));
  return {
    headers,
    from: addresses('from')[0] ?? addresses('sender')[0] ?? { name: '', address: '' },
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: decodeWords(value('subject')).replace(/\s+/g, ' ').trim(),
    date: readDate(value('date')),
    messageId: readMessageId(value('message-id')),
    inReplyTo: readMessageId(value('in-reply-to')),
    references: readMessageIds(headerValues({ headers }, 'references').join(' ')),
  };
}
