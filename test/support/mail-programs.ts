import { Buffer } from 'node:buffer';
import type { SinkMail } from './smtp-mail.ts';

/** How a program writes an answer: the raw mail, without the border's verdict. */
type Answer = { from: string; to: SinkMail; text: string; date: number; messageId: string; subject?: string };
export type MailProgram = (answer: Answer) => string;

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
const quoted = (text: string) => text.replace(/^/gm, '> ');

function head({ from, to, date, messageId, subject }: Answer, type: string): string[] {
  return [
    'Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example',
    `From: ${from}`,
    `To: ${to.headers.get('reply-to') ?? to.headers.get('from') ?? ''}`,
    `Subject: ${subject ?? to.headers.get('subject')}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    `In-Reply-To: ${to.messageId}`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
  ];
}

const written = (answer: Answer, type: string, body: string) =>
  [...head(answer, type), Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n'), ''].join('\r\n');
const plain = (answer: Answer, body: string) => written(answer, 'text/plain', body);
const page = (answer: Answer, body: string) => written(answer, 'text/html', `<html><body>${body}</body></html>`);

const copiedHead = ({ to }: Answer) => [
  'From: Acme Support <support@acme.example>',
  'Sent: Monday, 2 March 2026 10:00',
  `To: ${to.headers.get('to')}`,
  `Subject: ${to.headers.get('subject')}`,
];

/** The ways in which programs show the mail that is answered. */
export const mailPrograms: Readonly<Record<string, MailProgram>> = {
  'plain text, quoted below': (a) =>
    plain(a, `${a.text}\n\nOn Mon, Mar 2, 2026 at 10:00 AM Acme Support <support@acme.example> wrote:\n\n${quoted(a.to.text)}\n`),
  'plain text, quoted above': (a) =>
    plain(a, `On Mon, Mar 2, 2026 at 10:00 AM Acme Support <support@acme.example> wrote:\n${quoted(a.to.text)}\n\n${a.text}\n`),
  'plain text, with a signature': (a) =>
    plain(a, `${a.text}\n\n-- \nMaria Lopez\nINTERNAL-EXTENSION 4711\n\n${quoted(a.to.text)}\n`),
  'Outlook, plain': (a) =>
    plain(a, `${a.text}\n\n________________________________\n${copiedHead(a).join('\n')}\n\n${a.to.text}\n`),
  'Outlook of old, plain': (a) =>
    plain(a, `${a.text}\n\n-----Original Message-----\n${copiedHead(a).join('\n')}\n\n${a.to.text}\n`),
  'Outlook, HTML': (a) =>
    page(
      a,
      `<div class="elementToProof">${html(a.text)}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Acme Support<br><b>Sent:</b> Monday<br><b>To:</b> Maria<br><b>Subject:</b> x</div><div>${html(a.to.text)}</div>`,
    ),
  'Word as editor, HTML': (a) =>
    page(
      a,
      `<p class=MsoNormal>${html(a.text)}</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> Acme Support<br><b>Sent:</b> Monday<br><b>To:</b> Maria<br><b>Subject:</b> x</p></div><p>${html(a.to.text)}</p>`,
    ),
  'Gmail, HTML': (a) =>
    page(
      a,
      `<div dir="ltr">${html(a.text)}</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Mar 2, 2026 Acme Support wrote:<br></div><blockquote class="gmail_quote">${html(a.to.text)}</blockquote></div>`,
    ),
  'Apple Mail, HTML': (a) =>
    page(
      a,
      `${html(a.text)}<br><div><blockquote type="cite"><div>On 2 Mar 2026, at 10:00, Acme Support wrote:</div>${html(a.to.text)}</blockquote></div>`,
    ),
};
