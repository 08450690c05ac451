import type { LookupFunction } from 'node:net';
import type { ImapFlowOptions, Logger } from 'imapflow';
import { isLoopback } from '../../../domain/loopback.ts';
import type { ImapAccount } from '../../../domain/settings.ts';
import type { Limits } from './limits.ts';

/** Longest line, literal and answer taken from a server; mails come in pieces, so these only stop a broken or hostile one. */
const longest = { maxLineLength: 32 * 2 ** 20, maxLiteralSize: 256 * 2 ** 20, maxResponseSize: 300 * 2 ** 20 };

/**
 * What an account asks of the connection.
 *
 * Beyond this machine nothing goes in the clear: without `secure` STARTTLS is demanded, so a server or a man in the
 * middle that leaves it out is refused (F-21). Extensions that change the meaning of answers stay off.
 */
export function connectOptions(
  account: ImapAccount,
  accessToken: string | null,
  limits: Limits,
  logger: Logger,
  lookup: LookupFunction | undefined,
): ImapFlowOptions {
  const { host, port, secure, user, auth, rejectUnauthorized } = account;
  return {
    host,
    port,
    secure,
    ...(secure ? {} : { doSTARTTLS: !isLoopback(host) }),
    auth: auth.kind === 'password' ? { user, pass: auth.password } : { user, accessToken: accessToken ?? '' },
    tls: { rejectUnauthorized, minVersion: 'TLSv1.2', ...(lookup && { lookup }) },
    clientInfo: { name: 'Maildesk', version: false, vendor: false, 'support-url': false },
    logger,
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    maxIdleTime: limits.idle,
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableCompression: true,
    ...longest,
  };
}
