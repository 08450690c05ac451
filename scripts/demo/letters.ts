import { createTransport } from 'nodemailer';
import type { Received } from './mailbox.ts';
import { type Player, password } from './people.ts';

/** A mail as its writer's client hands it over. */
export type Letter = {
  sender: Player;
  recipient: string;
  subject: string;
  /** What the person typed. */
  text: string;
  /** What their client puts below. */
  quoted: string;
  inReplyTo?: string;
  references?: string[];
};

export const newMail = (sender: Player, subject: string, text: string): Letter => ({
  sender,
  recipient: 'support@acme.example',
  subject,
  text,
  quoted: '',
});

/** As mail clients answer: to Reply-To, with the thread's ids, the text quoted below. */
export function answerTo(read: Received, sender: Player, subject: string, text: string): Letter {
  const quoted = read.text.trimEnd().replace(/^/gm, '> ');
  const references = [...read.references, read.messageId];
  return {
    ...{ sender, recipient: read.replyTo, subject, text, inReplyTo: read.messageId, references },
    quoted: `\n\nOn ${read.date.toDateString()}, ${read.from} wrote:\n${quoted}`,
  };
}

/** By SMTP to the desk's own port; associates log in, which proves them. */
export async function send(port: number, { handle }: Player, letter: Letter): Promise<void> {
  const { sender, recipient, subject, text, quoted, inReplyTo, references } = letter;
  const auth = handle === undefined ? {} : { auth: { user: handle, pass: password } };
  const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, ...auth });
  await transport.sendMail({
    from: { name: sender.name, address: sender.address },
    to: recipient,
    subject,
    text: `${text}${quoted}\n`,
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references }),
  });
  transport.close();
}
