import { createHash } from 'node:crypto';

/** Somebody of a customer, as customers.yaml has them. */
export type Writer = { name: string; address: string; domain: string };

export const deskAddress = 'support@acme.example';
const border = 'mx.acme.example';
const companies = 50;
const writersEach = 10;

const first = ['Jane', 'John', 'Asha', 'Luis', 'Ingrid', 'Chen', 'Amina', 'Piotr'];
const last = ['Roe', 'Doe', 'Patel', 'Moreno', 'Berg', 'Wei', 'Diallo', 'Nowak', 'Silva'];

/** The people of all customers: each is acknowledged ten times a day at most, so there must be many. */
export const writers: readonly Writer[] = Array.from({ length: companies * writersEach }, (_, at) => {
  const domain = `company${Math.floor(at / writersEach)}.example`;
  const name = `${first[at % first.length]} ${last[Math.floor(at / 7) % last.length]}`;
  return { name, address: `person${at}@${domain}`, domain };
});

export const writerOf = (serial: number): Writer => writers[serial % writers.length] as Writer;

/** A first mail of about 2 KB, as a mail client and two mail servers leave it; no two are alike. */
export function firstMail(serial: number, at: number): Buffer {
  const writer = writerOf(serial);
  const topic = topics[serial % topics.length] ?? '';
  const words = `Good morning,\n\n${sentences(serial, 4)}\n\nOrder ${serial}. ${sentences(serial + 1, 2)}\n\nKind regards\n${writer.name}`;
  return mail({ serial, at, writer, to: deskAddress, subject: `${topic} (order ${serial})`, words, more: [] });
}

const maria: Writer = { name: 'Maria Lopez', address: 'maria@acme.example', domain: 'acme.example' };

/** An associate's command on the first ticket; no two are alike. */
export const commandMail = (serial: number, at: number): Buffer =>
  mail({ serial, at, writer: maria, to: deskAddress, subject: `Re: [HD-1001] Printer [tag t${serial}]`, words: '', more: [] });

/** What an answer is made of: our acknowledgement, as its reader has it. */
export type Acknowledged = { serial: number; subject: string; messageId: string; replyTo: string };

/** An answer to an acknowledgement of ours, about as long, ours quoted below. */
export function replyMail({ serial, subject, messageId, replyTo }: Acknowledged, at: number): Buffer {
  const quoted = ['> Thank you for your mail. We have opened a ticket', '> and will come back to you.'].join('\n');
  const words = `Thanks. ${sentences(serial + 2, 3)}\n\nOn Mon, 2 Mar 2026 at 10:00, Acme Support wrote:\n\n${quoted}`;
  const more = [`In-Reply-To: ${messageId}`, `References: <${serial}.first@${writerOf(serial).domain}>\r\n ${messageId}`];
  return mail({ serial, at, writer: writerOf(serial), to: replyTo, subject: `Re: ${subject}`, words, more });
}

type Draft = {
  serial: number;
  at: number;
  writer: Writer;
  to: string;
  subject: string;
  words: string;
  more: readonly string[];
};

function mail({ serial, at, writer, to, subject, words, more }: Draft): Buffer {
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  const { name, address, domain } = writer;
  const kind = more.length === 0 ? 'first' : 'reply';
  const seal = createHash('sha512').update(`${serial}.${kind}.${at}`).digest('base64');
  const lines = [
    `Return-Path: <${address}>`,
    `Authentication-Results: ${border};\r\n dkim=pass header.d=${domain} header.s=mail;\r\n spf=pass smtp.mailfrom=${address};\r\n dmarc=pass header.from=${domain}`,
    `Received: from smtp.${domain} (smtp.${domain} [192.0.2.17])\r\n\tby ${border} with ESMTPS id ${serial}\r\n\tfor <${deskAddress}>; ${date}`,
    `Received: from [198.51.100.${serial % 250}] by smtp.${domain} with ESMTPSA id q${serial}; ${date}`,
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domain}; s=mail;\r\n h=from:to:subject:date:message-id:mime-version:in-reply-to:references;\r\n bh=${seal.slice(0, 43)}=;\r\n b=${seal}`,
    `From: ${name} <${address}>`,
    `To: Acme Support <${to}>`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${serial}.${kind}@${domain}>`,
    ...more,
    'User-Agent: Mozilla Thunderbird',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="=_${serial}"`,
    '',
    `--=_${serial}`,
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    'Content-Transfer-Encoding: 8bit',
    '',
    words,
    `--=_${serial}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `<html><body>${words.split('\n\n').map(paragraph).join('')}</body></html>`,
    `--=_${serial}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n').replace(/\r?\n/g, '\r\n'));
}

const paragraph = (text: string): string =>
  text.startsWith('> ') ? `<blockquote type="cite">${text.replaceAll('> ', '')}</blockquote>` : `<p>${text}</p>`;

const sentences = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, at) => said[(seed * 7 + at * 3) % said.length]).join(' ');

const topics = ['Printer on floor 3 jams', 'Login refused since Monday', 'Invoice shows the wrong address', 'Backup did not run'];
const said = [
  'Since this morning it does not do what it should.',
  'We have tried to switch it off and on again.',
  'The display shows the code E-42 and nothing else.',
  'Three of my colleagues have the same trouble.',
  'Could somebody please have a look at it today?',
  'It worked well until the last update.',
  'I can be reached under the number you have.',
];
