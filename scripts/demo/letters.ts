import { createTransport } from 'nodemailer';
import { answerHtml, plainHtml } from './composer.ts';
import type { Received } from './mailbox.ts';
import { type Player, password } from './people.ts';

/** A mail as its writer's client hands it over. */
export type Letter = {
  sender: Player;
  recipient: string;
  subject: string;
  /** What the person typed. */
  text: string;
  /** The whole of it as HTML, with what the client puts below. */
  html: string;
  /** What their client puts below. */
  quoted: string;
  inReplyTo?: string;
  references?: string[];
};

/** What a person types; `html` where they format it. */
export type Typed = { subject: string; text: string; html?: string };

export const newMail = (sender: Player, { subject, text, html }: Typed): Letter => ({
  ...{ sender, recipient: 'support@acme.example', subject, text, quoted: '' },
  html: answerHtml(html ?? plainHtml(text)),
});

/** As mail clients answer: to Reply-To, with the thread's ids, the mail quoted below. */
export function answerTo(read: Received, sender: Player, { subject, text, html }: Typed): Letter {
  const quoted = read.text.trimEnd().replace(/^/gm, '> ');
  const references = [...read.references, read.messageId];
  const saying = `On ${read.date.toDateString()}, ${read.from} wrote:`;
  return {
    ...{ sender, recipient: read.replyTo, subject, text, inReplyTo: read.messageId, references },
    html: answerHtml(html ?? plainHtml(text), { saying, html: read.html }),
    quoted: `\n\n${saying}\n${quoted}`,
  };
}

/**
 * By SMTP to the desk's own port; associates log in, which proves them.
 *
 * @returns its Message-ID
 */
export async function send(port: number, letter: Letter, date: Date, handle?: string): Promise<string> {
  const { sender, recipient, subject, text, html, quoted, inReplyTo, references } = letter;
  const auth = handle === undefined ? {} : { auth: { user: handle, pass: password } };
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, ...auth });
  const sent = await transport.sendMail({
    from: { name: sender.name, address: sender.address },
    ...{ to: recipient, subject, date, text: `${text}${quoted}\n`, html },
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references }),
  });
  transport.close();
  return sent.messageId;
}
