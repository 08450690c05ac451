import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import MailComposer, { type MailComposerAttachment, type MailComposerIcalEvent } from 'nodemailer/lib/mail-composer';
import type MimeNode from 'nodemailer/lib/mime-node';
import { encode, wrap } from 'nodemailer/lib/qp';
import { pictureType } from '../../../domain/brand.ts';
import type { Address, Attachment, OwnFile, OwnPicture } from '../../../domain/mail.ts';
import type { BlobStore } from '../../../domain/ports.ts';
import type { OutboundMail } from '../../../domain/sender.ts';
import { flow } from './flow.ts';
import { displayName, encodedSubject, fileName, foreignIds, headerText, mailbox, ownId } from './header-text.ts';
import { UnsafeHeader } from './unsafe-header.ts';

export type Composed = {
  envelope: { from: string; to: string };
  /** Bytes; a stream where attachments are read from the store as it goes. Only CRLF line ends. */
  content: Buffer | Readable;
};

/**
 * Writes a mail for the wire. The only writer of headers in the house.
 *
 * The same mail gives the same bytes each time, so that a copy sent twice is a twin and not a sibling.
 *
 * @throws {UnsafeHeader} where a value would break out of its field
 * @see RFC 5322 §2.1.1 (998 and 78 characters), §3.6 (one From, Date, Message-ID)
 */
export function composeRaw(mail: OutboundMail, attachments: BlobStore): Composed {
  const invitation = mail.attachments.findLast(isInvitation);
  const files = mail.attachments.filter((file) => file !== invitation);
  const message = new MailComposer({
    ...headersOf(mail),
    text: crlf(flow(mail.text)),
    html: crlf(mail.html),
    encoding: 'quoted-printable',
    ...forCalendars(invitation),
    attachments: [...mail.pictures.map(shown), ...files.map((file) => attached(file, attachments))],
    newline: 'win',
    // "=_" stands in neither quoted-printable nor base64, so no text can close a part.
    boundaryPrefix: '=_',
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 24),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  for (const node of [message, ...descendants(message)]) if (isText(node)) node.setHeader('Content-Type', flowedText);
  return {
    envelope: { from: mail.envelope.from && mailbox('MAIL FROM', mail.envelope.from), to: mailbox('RCPT TO', mail.envelope.to) },
    content:
      mail.attachments.length + mail.pictures.length === 0
        ? Buffer.from(withLineEnd(rendered(message)), 'utf8')
        : streamed(message),
  };
}

/** RFC 3676 §4 */
const flowedText = 'text/plain; charset=utf-8; format=flowed; delsp=no';

/** The mail's own text: files bear a disposition. */
const isText = (node: MimeNode): boolean =>
  String(node.getHeader('Content-Type')).startsWith('text/plain') && node.getHeader('Content-Disposition') === undefined;

function headersOf(mail: OutboundMail) {
  const references = foreignIds('References', mail.references);
  const [inReplyTo] = foreignIds('In-Reply-To', mail.inReplyTo === null ? [] : [mail.inReplyTo]);
  return {
    from: person('From', mail.from),
    to: person('To', mail.to),
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mailbox('Reply-To', mail.replyTo) } }),
    messageId: ownId('Message-ID', mail.messageId),
    date: new Date(mail.date),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references.length === 0 ? {} : { references }),
    headers: [
      { key: 'Subject', value: { prepared: true, foldLines: true, value: encodedSubject(mail.subject) } },
      ...mail.headers.map(extraHeader),
    ],
  };
}

const person = (header: string, { name, address }: Address) => ({
  name: displayName(header, name),
  address: mailbox(header, address),
});

function extraHeader({ name, value }: { name: string; value: string }) {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,76}$/.test(name)) throw new UnsafeHeader(JSON.stringify(name), 'has a name that is none');
  if (written.has(name.toLowerCase())) throw new UnsafeHeader(name, 'is written by the desk and may not be given twice');
  return { key: name, value: headerText(name, value) };
}

/** Fields this file writes itself, or that would address or restructure the mail. */
const written = new Set(
  ['from', 'sender', 'to', 'cc', 'bcc', 'reply-to', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version']
    .concat(['content-type', 'content-transfer-encoding', 'content-disposition', 'content-id', 'return-path', 'received'])
    .concat(['resent-from', 'resent-to', 'resent-cc', 'resent-bcc', 'resent-date', 'resent-message-id', 'resent-sender']),
);

const crlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n');

/**
 * An invitation stands twice in a mail: as another form of its text, which programs show with their buttons, and as a file for
 * those that do not look there. A second one is a file alone: no program reads two.
 *
 * @see RFC 6047 §2.4
 */
function forCalendars(file: OwnFile | undefined): { icalEvent?: MailComposerIcalEvent } {
  const [, method] = /^text\/calendar; method=([A-Z]+)$/.exec(file?.contentType ?? '') ?? [];
  return file === undefined || method === undefined ? {} : { icalEvent: { method, filename: file.filename, content: file.text } };
}

const isInvitation = (file: Attachment | OwnFile): file is OwnFile =>
  'text' in file && file.contentType.startsWith('text/calendar; method=');

/**
 * Message and multipart types are sent as plain files: RFC 2046 §5.2.1 forbids to encode them, and as a stream
 * nobody has shown that their lines are short and 7-bit.
 */
function attached(file: Attachment | OwnFile, store: BlobStore): MailComposerAttachment {
  if ('text' in file)
    return { filename: file.filename, contentType: file.contentType, contentTransferEncoding: 'base64', content: file.text };
  const named = /^(?!message\/|multipart\/)[a-z0-9][a-z0-9.+-]*\/[a-z0-9][a-z0-9.+-]*$/i.test(file.contentType);
  const cid = file.cid !== null && file.inline && /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(file.cid) ? file.cid : undefined;
  return {
    filename: fileName('Content-Disposition', file.filename) || 'attachment',
    contentType: named ? file.contentType : 'application/octet-stream',
    contentDisposition: cid === undefined ? 'attachment' : 'inline',
    contentTransferEncoding: 'base64',
    ...(cid === undefined ? {} : { cid }),
    content: Readable.from(store.open(file.sha256), { objectMode: false }),
  };
}

const shown = ({ cid, bytes }: OwnPicture): MailComposerAttachment => ({
  cid,
  contentType: pictureType(bytes),
  contentDisposition: 'inline',
  filename: 'logo',
  content: Buffer.from(bytes),
});

/** What `build()` of the library gives, at a quarter of its time: no streams where all is at hand. */
function rendered(node: MimeNode): string {
  const head = `${checkedHeaders(node)}\r\n\r\n`;
  if (node.childNodes.length === 0) return head + wrap(encode(typeof node.content === 'string' ? node.content : ''));
  const parts = node.childNodes.map((child) => `--${node.boundary}\r\n${rendered(child)}`).join('\r\n');
  return `${head}${parts}\r\n--${node.boundary}--\r\n`;
}

const withLineEnd = (raw: string): string => (raw.endsWith('\r\n') ? raw : `${raw}\r\n`);

function streamed(message: MimeNode): Readable {
  for (const node of [message, ...descendants(message)]) checkedHeaders(node);
  return message.createReadStream();
}

const descendants = (node: MimeNode): MimeNode[] => node.childNodes.flatMap((child) => [child, ...descendants(child)]);

/** Belt to the braces above: what the library made of our values is looked at once more before it leaves. */
function checkedHeaders(node: MimeNode): string {
  const headers = node.buildHeaders();
  if (/[^\r\n]{999}/.test(headers)) throw new UnsafeHeader('block', 'has a line of more than 998 characters');
  if (/\r(?!\n)|(?<!\r)\n|\r\n(?:[ \t]*\r\n|$)|\0/.test(headers)) throw new UnsafeHeader('block', 'is broken by an empty line');
  return headers;
}
