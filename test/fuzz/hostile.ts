import type { Dice } from './dice.ts';

/** Mails that nobody writes but who wants to hurt: each kind grows what some reader's time or memory may grow with. */
type Kind = (size: number, dice: Dice) => string;

const head = 'From: a@b.example\r\nSubject: Hi\r\n';
const asText = (text: string): string => `${head}\r\n${text}`;
const asHtml = (html: string): string => `${head}Content-Type: text/html\r\n\r\n${html}`;
const asFile = (type: string, bytes: Buffer): string =>
  `${head}Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`;
/** A piece again and again, up to so many characters. */
const filled = (size: number, piece: string): string => piece.repeat(Math.ceil(size / Math.max(1, piece.length)));

const kinds: readonly Kind[] = [
  (size) => `${head}To: ${filled(size, '(')}`,
  (size) => `${head}To: ${filled(size, '"\\"<')}`,
  (size) => `${head}To: ${filled(size, 'g: a@b, ')}`,
  (size) => `From: ${filled(size, '<')}a@b\r\n\r\nHi`,
  (size) => `Subject: ${filled(size, '=?utf-8?Q?=')}\r\n\r\nHi`,
  (size) => `Subject: ${filled(size, '=?utf-8?B?4pw=?= ')}\r\n\r\nHi`,
  (size) => `References: ${filled(size, '<a@b> ')}\r\n\r\nHi`,
  (size) => `Date: ${filled(size, '1 ')}\r\n\r\nHi`,
  (size) => `${filled(size, 'X-A: b\r\n ')}\r\n\r\nHi`,
  (size) => filled(size, 'X-A\r\n'),
  (size) => `Content-Type: text/plain${filled(size, '; a*1*="')}\r\n\r\nHi`,
  (size) => `Content-Type: text/plain${filled(size, '; name*0*=%C3')}\r\n\r\nHi`,
  (size) => `Content-Type: multipart/mixed; boundary=x\r\n\r\n${filled(size, '--x\r\n')}`,
  (size) => `Content-Type: multipart/mixed; boundary=x\r\n\r\n${filled(size, '--x\r\n\r\n--')}`,
  (size) => `Content-Type: multipart/mixed; boundary=x\r\n\r\n${filled(size, '--x\r\nContent-Type: message/rfc822\r\n\r\n')}`,
  (size) => nested(size, 'Content-Type: multipart/mixed; boundary='),
  (size) => nested(size, 'Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/digest; boundary='),
  (size) => `Content-Type: multipart/mixed; boundary=${filled(size, '-')}\r\n\r\n${filled(size, '-')}`,
  (size) => `Content-Transfer-Encoding: base64\r\n\r\n${filled(size, 'A=')}`,
  (size) => `Content-Transfer-Encoding: base64\r\n\r\n${filled(size, 'AAAA=\r\n')}`,
  (size) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${filled(size, '= ')}`,
  (size) => `Content-Transfer-Encoding: quoted-printable\r\n\r\n${filled(size, '=\t')}=\r\n`,
  (size) => asText(filled(size, '>')),
  (size) => asText(filled(size, '> ')),
  (size) => asText(filled(size, 'On 1 ')),
  (size) => asText(filled(size, 'On Mon, 2 Mar 2026 10:00 A <a@b> wrote:\n')),
  (size) => asText(filled(size, 'On Mon, 2 Mar 2026\n10:00\n<\n')),
  (size) => asText(filled(size, 'From: \nDate: \n')),
  (size) => asText(filled(size, '-- \n')),
  (size) => asText(filled(size, '- ')),
  (size) => asText(filled(size, '_')),
  (size) => asText(filled(size, 'a@')),
  (size) => asText(filled(size, '+1 (2) ')),
  (size) => asText(filled(size, 'http://')),
  (size) => asText(filled(size, 'thanks ')),
  (size) => asText(filled(size, ' \t')),
  (size) => asText(`${filled(size, '\r')}x`),
  (size) => asText(filled(size, '\u00e9\u3042')),
  (size) => asText(filled(size, 'begin 644 a\n#86)C\n')),
  (size) => asText(filled(size, '-----BEGIN PGP SIGNED MESSAGE-----\n')),
  (size) => `Content-Type: text/plain; format=flowed\r\n\r\n${filled(size, '> \n')}`,
  (size) => `Content-Type: text/plain; charset=utf-7\r\n\r\n${filled(size, '+A')}`,
  (size) => `Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${filled(size, '\x1b$B')}`,
  (size) => asHtml(filled(size, '<div>')),
  (size) => asHtml(filled(size, '<a href="')),
  (size) => asHtml(filled(size, '<')),
  (size) => asHtml(filled(size, '&#')),
  (size) => asHtml(filled(size, '<!--')),
  (size) => asHtml(filled(size, '<blockquote><p>')),
  (size) => asHtml(filled(size, '<ul><li>a<ol>')),
  (size) => asHtml(`<div ${filled(size, 'a=1 ')}>`),
  (size) => asHtml(`<div style="${filled(size, 'border:')}">`),
  (size) => asHtml(filled(size, '<table><tr><td>a')),
  (size) => asHtml(filled(size, '<pre>\n')),
  (size) => asHtml(filled(size, 'a ')),
  (size) => asHtml(filled(size, '<b>a</b> ')),
  (size) => asHtml(filled(size, '<a href="https://x.example/">a</a> ')),
  (size) => asHtml(filled(size, '<a href="https://x.example/">a')),
  (size) => asHtml(filled(size, '<td>a')),
  (size) => `Content-Type: multipart/alternative; boundary=x\r\n\r\n${filled(size, '--x\r\n\r\na\r\n')}`,
  (size) =>
    `${head}Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n${filled(size, 'Final-Recipient: rfc822;a@b\r\nStatus: 5.1.1\r\n\r\n')}`,
  (size) => `From: MAILER-DAEMON\r\nSubject: Undelivered\r\n\r\n${filled(size, '<a@b>: 550 ')}`,
  (size, dice) =>
    asFile('application/ms-tnef', Buffer.concat([Buffer.from('789f3e22', 'hex'), dice.bytes(Math.min(size, 20_000))])),
  (size) => asFile('application/ms-tnef', Buffer.from(`789f3e220100${filled(size, '01039006000400000000000000')}`, 'hex')),
  (size) => asFile('application/pkcs7-mime', Buffer.from(filled(size, '3080'), 'hex')),
  (size) => asFile('application/pkcs7-mime', Buffer.from(`308006092a864886f70d010702a080${filled(size, '2480')}`, 'hex')),
  (size) => `${head}Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n${filled(size, 'BEGIN:VEVENT\r\n')}`,
  (size) => `${head}Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE${filled(size, ';A="')}`,
  (size) =>
    `${head}Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:${filled(size, '9')}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
  (size, dice) => dice.bytes(Math.min(size, 50_000)).toString('latin1'),
];

function nested(size: number, field: string): string {
  const levels = Math.ceil(size / (field.length + 12));
  return Array.from({ length: levels }, (_, at) => `${field}b${at}\r\n\r\n--b${at}\r\n`).join('');
}

/** Characters of the growing piece. */
const sizes = [100, 1_000, 10_000, 50_000, 100_000] as const;

/** One of them. */
export function hostile(dice: Dice): Buffer {
  return Buffer.from(dice.pick(kinds)(dice.pick(sizes), dice), 'latin1');
}
