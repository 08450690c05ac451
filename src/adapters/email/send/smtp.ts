import { createTransport } from 'nodemailer';
import type { Log } from '../../../domain/ports.ts';
import type { Delivery, OutboundMail, Sender } from '../../../domain/sender.ts';
import type { SmtpAccount } from '../../../domain/settings.ts';
import { contentAgain, signedMail, type Writing } from './signed-mail.ts';
import { failureOf, shownReply } from './smtp-failure.ts';
import { type Patience, rfcPatience, smtpOptions } from './smtp-options.ts';

type SmtpHelp = Writing & {
  /** Asked anew for each connection; `renew` after the server refused the last one. Null where the account has a password or none. */
  accessToken: ((renew: boolean) => Promise<string>) | null;
  log: Log;
  patience?: Patience;
};

/** While closing, in milliseconds: mails under way may finish, what is left then is deferred. */
const lastWords = 5_000;

/**
 * Hands mail to a relay over connections kept open, as many mails in flight as it has connections.
 *
 * @see RFC 5321 §4.5.3.2 (how long to wait), §4.2.1 (what a reply means)
 */
export function smtpSender(account: SmtpAccount, { accessToken, log, patience = rfcPatience, ...writing }: SmtpHelp): Sender {
  const relay = createTransport(smtpOptions(account, patience));
  const underWay = new Map<AbortController, Promise<Delivery>>();
  // A connection's failure reaches us with the mail it carried; without a listener it would end the process.
  relay.on('error', (error: Error) => log.warn({ relay: account.host }, shownReply(error.message, account)));
  if (accessToken !== null) relay.set('oauth2_provision_cb', provision(accessToken));

  const handOver = async (mail: OutboundMail, { signal }: AbortController): Promise<Delivery> => {
    try {
      const { envelope, content } = await signedMail(mail, writing);
      const info = await relay.sendMail({
        envelope: addressed(envelope),
        messageId: mail.messageId,
        raw: content,
        signal,
        dsn: reportOn(mail),
      });
      return { kind: 'accepted', reply: shownReply(info.response, account), content: () => contentAgain(mail, content, writing) };
    } catch (error) {
      return failureOf(error, account);
    }
  };

  return {
    async send(mail) {
      const control = new AbortController();
      const deadline = setTimeout(() => control.abort(), patience.mail);
      const sending = handOver(mail, control);
      underWay.set(control, sending);
      try {
        return await sending;
      } finally {
        clearTimeout(deadline);
        underWay.delete(control);
      }
    },
    async close() {
      const force = setTimeout(() => [...underWay.keys()].map((control) => control.abort()), lastWords);
      await Promise.allSettled(underWay.values());
      clearTimeout(force);
      relay.close();
    },
  };
}

/** 3461-1: reports name the mail by its Message-ID, which is signed; asked for only of servers that offer it. */
const reportOn = ({ messageId }: OutboundMail) => ({
  id: messageId.slice(1, -1),
  return: 'headers' as const,
  notify: ['failure' as const, 'delay' as const],
});

/** As objects: a string would go through an address parser once more, and might come out as another address. */
const addressed = ({ from, to }: { from: string; to: string }) => ({
  from: from === '' ? (false as const) : { name: '', address: from },
  to: { name: '', address: to },
});

/** How the library asks for a token. */
type Provided = (error: Error | null, token?: string) => void;

/** Answers the library's question for a token. */
export const provision =
  (accessToken: (renew: boolean) => Promise<string>) => (_user: string, renew: boolean, done: Provided) => {
    accessToken(renew).then(
      (token) => done(null, token),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
    );
  };
