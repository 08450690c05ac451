import { expect } from 'vitest';
import type { Dovecot } from './dovecot.ts';
import type { HandClock } from './hand-clock.ts';
import type { SinkMail } from './smtp-mail.ts';
import type { SmtpSink } from './smtp-sink.ts';
import { until } from './until.ts';
import { type Draft, writeMail } from './write-mail.ts';

type Post = { dovecot: Dovecot; sink: SmtpSink; clock: HandClock };

/** How a mail is written when it is not the ordinary way. */
export type Manner = Partial<Omit<Draft, 'from' | 'text'>> & {
  /** Whether the border proved the sender's domain: yes unless told. */
  proved?: boolean;
};

/** Somebody with a mailbox and a mail client. */
export type Correspondent = {
  address: string;
  /** A new mail to the desk. @returns its Message-ID */
  writes(subject: string, text: string, manner?: Manner): Promise<string>;
  /** Answers the mail they read last (or `to`), as mail clients do: In-Reply-To, References, Reply-To, text quoted below. */
  replies(text: string, manner?: Omit<Manner, 'to'> & { to?: SinkMail | undefined }): Promise<string>;
  /** Puts these bytes into the desk's mailbox. */
  sendsRaw(raw: string | Buffer): Promise<void>;
  /** Waits for an unread mail whose subject holds `subject` and whose text fits, and reads it. */
  receives(subject: string, text?: RegExp): Promise<SinkMail>;
  /** All they were sent. */
  inbox(): SinkMail[];
  /** Nothing unread is left. */
  hasNothingUnread(): void;
};

let serial = 0;

/** @param patience how long a mail may take, in milliseconds */
export function correspondent({ dovecot, sink, clock }: Post, name: string, address: string, patience = 20_000): Correspondent {
  const read = new Set<SinkMail>();
  let last: SinkMail | undefined;
  const inbox = () => sink.mails.filter(({ recipients }) => recipients.some((one) => one.toLowerCase() === address));
  const send = async (draft: Omit<Draft, 'from' | 'date' | 'messageId'>, { proved = true, ...manner }: Manner) => {
    const messageId = manner.messageId ?? `<${++serial}.${address}>`;
    const mail = { from: `${name} <${address}>`, date: clock.now(), proved, ...draft, ...manner, messageId };
    await dovecot.deliver('support', writeMail(mail));
    return messageId;
  };
  return {
    address,
    inbox,
    writes: (subject, text, manner = {}) => send({ to: 'support@acme.example', subject, text }, manner),
    replies: (text, { to = last, ...manner } = {}) => {
      if (to === undefined) throw new Error(`${name} has read no mail to answer`);
      return send(answerTo(to, text), manner);
    },
    sendsRaw: (raw) => dovecot.deliver('support', raw),
    async receives(subject, text = /(?:)/) {
      const isIt = (mail: SinkMail) => !read.has(mail) && mail.subject.includes(subject) && text.test(mail.text);
      const shown = () =>
        inbox()
          .map((mail) => `${mail.subject}${read.has(mail) ? ' (read)' : ''}: ${mail.text.slice(0, 300)}`)
          .join('\n');
      const stop = polling(clock);
      const mail = await until(() => inbox().find(isIt), { what: `${name}'s mail “${subject}” ${text}`, within: patience })
        .catch((error: Error) => {
          throw new Error(`${error.message}\n${name} has:\n${shown() || 'nothing'}`);
        })
        .finally(stop);
      read.add(mail);
      last = mail;
      return mail;
    },
    hasNothingUnread: () =>
      expect(
        inbox()
          .filter((mail) => !read.has(mail))
          .map(({ subject, text }) => `${subject}\n${text}`),
      ).toEqual([]),
  };
}

/**
 * A sign of new mail that got lost costs one poll (2177-1), and polls happen when this clock says so: twice at most, which is
 * less than what an associate's words wait.
 */
function polling(clock: HandClock): () => void {
  const timers = [4_000, 9_000].map((wait) => setTimeout(() => clock.passes(60_000), wait));
  return () => timers.forEach(clearTimeout);
}

function answerTo(mail: SinkMail, text: string): Omit<Draft, 'from' | 'date' | 'messageId'> {
  const quoted = mail.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  return {
    to: mail.headers.get('reply-to') ?? mail.headers.get('from') ?? '',
    subject,
    text: `${text}\n\nOn Mon, 2 Mar 2026 at 10:00, Acme Support wrote:\n\n${quoted}\n`,
    inReplyTo: mail.messageId,
    references: [...(mail.headers.get('references') ?? '').split(/\s+/).filter((id) => id !== ''), mail.messageId],
  };
}
