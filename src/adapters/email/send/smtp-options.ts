import type { SMTPPoolOptions } from 'nodemailer/lib/smtp-pool';
import { isLoopback } from '../../../domain/loopback.ts';
import type { SmtpAccount } from '../../../domain/settings.ts';

/** RFC 5321 §4.5.3.2 gives the least a client must wait; all in milliseconds. */
export type Patience = {
  connect: number;
  greeting: number;
  /** Without a byte from the server, at any later stage: 10 minutes, which the final dot demands. */
  silence: number;
  /** For one mail in all, so that a server that sends a byte now and then cannot hold it for ever. */
  mail: number;
};

const minutes = 60_000;
export const rfcPatience: Patience = { connect: 2 * minutes, greeting: 5 * minutes, silence: 10 * minutes, mail: 30 * minutes };

/**
 * How we connect to a relay.
 *
 * Outside this machine a connection is encrypted and its certificate verified, or there is none. On loopback with
 * a login STARTTLS is used where offered; without a login it stays plain, since a local Postfix often offers a
 * certificate in no name of ours.
 */
export function smtpOptions(account: SmtpAccount, patience: Patience): SMTPPoolOptions & { pool: true } {
  const local = isLoopback(account.host);
  return {
    pool: true,
    host: account.host,
    port: account.port,
    secure: account.secure,
    requireTLS: !account.secure && !local,
    ignoreTLS: !account.secure && local && account.auth === null,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: account.rejectUnauthorized },
    ...authOf(account),
    maxConnections: account.connections,
    maxMessages: Number.POSITIVE_INFINITY,
    // Only mails of which no byte had left are taken up again by the library; the rest is the outbox's to decide.
    maxRequeues: 2,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    logger: false,
  };
}

/** `forceAuth`: a server that hides AUTH must not get our mail without it and refuse it for good as relaying. */
function authOf({ auth }: SmtpAccount): Pick<SMTPPoolOptions, 'auth' | 'forceAuth'> {
  if (auth === null) return {};
  if (auth.kind === 'password') return { forceAuth: true, auth: { user: auth.user, pass: auth.password } };
  return { forceAuth: true, auth: { type: 'OAuth2', user: auth.user } };
}
