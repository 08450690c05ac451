import { writeMail } from '../support/write-mail.ts';
import type { Chance } from './chance.ts';
import type { Received, SinkPost } from './sink-post.ts';

/** What a mail must become; `anything`: one of the four places of the promise, whichever. */
export type Expected = 'created' | 'appended' | 'commanded' | 'ignored' | 'bounced' | 'anything';
export type Way = 'support' | 'billing' | 'smtp';

export type Kind = 'new' | 'attachment' | 'reply' | 'command' | 'answer' | 'automatic' | 'bounce' | 'garbage';

/** A mail that nobody has sent before. */
export type Letter = {
  kind: Kind;
  raw: Buffer;
  from: string;
  /** Handle of the associate who logs in where it goes by SMTP. */
  login: string | null;
  messageId: string;
  /** A word that stands in no other mail, to find its effects by. */
  marker: string;
  /** The ticket it must join. */
  ticket: number | null;
  expects: Expected;
  ways: readonly Way[];
};

export type Writing = { chance: Chance; post: SinkPost; customers: number; serial: number };

/** So many new tickets may one customer open: below the limit of acknowledgements in a day. */
export const newPerCustomer = 8;

/** Every kind of mail: null where nothing is there yet to answer. */
export const letters: Readonly<Record<Kind, (writing: Writing) => Letter | null>> = {
  new: (writing) => sometimesNameless(writing, newTicket(writing, 'new', `Tray ${writing.serial} jams.`)),
  attachment: withAttachment,
  reply,
  command: (writing) => fromAssociate(writing, 'command', `!note\n${markerOf(writing)} is what the customer said.`),
  answer: (writing) => fromAssociate(writing, 'answer', `${markerOf(writing)} Please unplug it.`),
  automatic,
  bounce,
  garbage,
};

const everyWay: readonly Way[] = ['support', 'billing', 'smtp'];
const byMailbox: readonly Way[] = ['support', 'billing'];
const desk = 'support@acme.example';
const now = (): number => Date.now();
const markerOf = ({ serial }: Writing): string => `mark${serial}x`;
const idOf = ({ serial }: Writing): string => `<torture.${serial}@mail.example>`;
const raw = (draft: Parameters<typeof writeMail>[0]): Buffer => Buffer.from(`${writeMail(draft)}\r\n`);
const common = (writing: Writing, kind: Kind) => ({ kind, messageId: idOf(writing), marker: markerOf(writing), login: null });

function newTicket(writing: Writing, kind: Kind, text: string, headers: readonly string[] = []): Letter {
  const from = `c${writing.serial % writing.customers}@globex.example`;
  const mail = {
    from: `Customer ${writing.serial} <${from}>`,
    to: desk,
    subject: `Printer ${markerOf(writing)}`,
    text: `Hello,\n\n${text} ${markerOf(writing)}\n`,
    date: now(),
    messageId: idOf(writing),
    headers,
  };
  return { ...common(writing, kind), raw: raw(mail), from, ticket: null, expects: 'created', ways: everyWay };
}

/** One in four has no Message-ID (F-38): only its content tells it from its doubles. */
function sometimesNameless({ chance }: Writing, letter: Letter): Letter {
  if (chance.whole(1, 4) > 1) return letter;
  return {
    ...letter,
    messageId: '',
    raw: Buffer.from(letter.raw.toString('latin1').replace(/Message-ID: .*\r\n/, ''), 'latin1'),
  };
}

function withAttachment(writing: Writing): Letter {
  const plain = newTicket(writing, 'attachment', 'See the picture.');
  const boundary = `b${writing.serial}`;
  const file = writing.chance.bytes(writing.chance.whole(100, 20_000)).toString('base64').replace(/.{76}/g, '$&\r\n');
  const [head = '', body = ''] = plain.raw.toString('latin1').split('\r\n\r\nHello');
  const lines = [
    head.replace(/Content-Type:.*\r\n.*8bit/, `Content-Type: multipart/mixed; boundary=${boundary}`),
    '',
    `--${boundary}`,
    'Content-Type: text/plain',
    '',
    `Hello${body}`,
    `--${boundary}`,
    'Content-Type: image/png; name=picture.png',
    'Content-Disposition: attachment; filename=picture.png',
    'Content-Transfer-Encoding: base64',
    '',
    file,
    `--${boundary}--`,
    '',
  ];
  return { ...plain, raw: Buffer.from(lines.join('\r\n'), 'latin1') };
}

function answerTo(writing: Writing, { replyTo, messageId, subject, to }: Received, name: string, text: string): Buffer {
  return raw({
    from: `${name} <${to}>`,
    to: replyTo,
    subject: `Re: ${subject.replace(/^Re: /, '')}`,
    text: `${text}\n\nOn Mon, 2 Mar 2026 at 10:00, Acme Support wrote:\n\n> earlier words\n`,
    date: now(),
    messageId: idOf(writing),
    inReplyTo: messageId,
    references: [messageId],
  });
}

function reply(writing: Writing): Letter | null {
  const { chance, post } = writing;
  if (post.acknowledgements.length === 0) return null;
  const answered = chance.pick(post.acknowledgements);
  const text = `It still jams, ${markerOf(writing)}.`;
  return {
    ...common(writing, 'reply'),
    raw: answerTo(writing, answered, 'Customer', text),
    from: answered.to,
    ticket: answered.ticket,
    expects: 'appended',
    ways: everyWay,
  };
}

/** Words to a customer come from one of us only: what a colleague says beside would be held until asked. */
function fromAssociate(writing: Writing, kind: 'command' | 'answer', text: string): Letter | null {
  const { chance, post } = writing;
  const [first] = post.notices;
  const may = kind === 'answer' ? post.notices.filter(({ to }) => to === first?.to) : post.notices;
  if (may.length === 0) return null;
  const answered = chance.pick(may);
  const [handle = ''] = answered.to.split('@');
  return {
    ...common(writing, kind),
    raw: answerTo(writing, answered, handle, text),
    from: answered.to,
    login: handle,
    ticket: answered.ticket,
    expects: kind === 'command' ? 'commanded' : 'appended',
    ways: everyWay,
  };
}

function automatic(writing: Writing): Letter {
  const letter = newTicket(writing, 'automatic', 'I am away.', ['Auto-Submitted: auto-replied']);
  return { ...letter, expects: 'ignored', ways: byMailbox };
}

/** Half of them return a mail of ours. */
function bounce(writing: Writing): Letter {
  const { chance, post, serial } = writing;
  const ours = post.acknowledgements.length > 0 && chance.whole(0, 1) === 1 ? chance.pick(post.acknowledgements) : null;
  const returned = ours?.messageId ?? `<elsewhere.${serial}@other.example>`;
  const to = ours?.to ?? `nobody${serial}@other.example`;
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.other.example',
    `To: ${desk}`,
    `Subject: Undelivered Mail Returned to Sender ${markerOf(writing)}`,
    `Date: ${new Date(now()).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${idOf(writing)}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=dsn',
    '',
    ...['--dsn', 'Content-Type: text/plain', '', `Your mail could not be delivered. ${markerOf(writing)}`, ''],
    ...['--dsn', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.other.example', ''],
    ...[`Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 unknown', ''],
    ...['--dsn', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${returned}`, 'Subject: returned', ''],
    ...['--dsn--', ''],
  ];
  const bytes = Buffer.from(lines.join('\r\n'));
  const from = 'mailer-daemon@mx.other.example';
  return { ...common(writing, 'bounce'), raw: bytes, from, ticket: null, expects: 'bounced', ways: byMailbox };
}

/** Bytes that are no mail. NUL cannot be stored in a mailbox, so there is none. */
function garbage(writing: Writing): Letter {
  const { chance } = writing;
  const bytes = chance.bytes(chance.whole(1, 3_000)).map((byte) => (byte === 0 || byte === 13 ? 1 : byte));
  const head = chance.whole(0, 1) === 1 ? `Subject: ${markerOf(writing)}\r\nContent-Type: multipart/mixed\r\n\r\n` : '';
  const all = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`${markerOf(writing)}\r\n`)]);
  return { ...common(writing, 'garbage'), raw: all, from: '', ticket: null, expects: 'anything', ways: byMailbox };
}
