import type { Delivery } from '../../../domain/sender.ts';
import type { SmtpAccount } from '../../../domain/settings.ts';
import { UnsafeHeader } from './unsafe-header.ts';

/** Characters of a server's reply we keep. */
const maxReply = 300;

/**
 * What a failed attempt means for the mail.
 *
 * A verdict on this mail (5xx at RCPT or DATA, or an address no server can take) is final. A verdict on us, on
 * the way or on the moment leaves it waiting: connection, TLS, AUTH, MAIL FROM, 4xx, and silence after the final
 * dot, after which it may arrive twice but never vanish: its Message-ID stays the same.
 *
 * @throws what is no failure of the way: a bug
 * @see RFC 5321 §4.2.1 (first digit), RFC 1047 (duplicates)
 */
export function failureOf(error: unknown, account: SmtpAccount): Delivery {
  if (error instanceof UnsafeHeader) return { kind: 'refused', reply: error.message };
  if (!isSmtpError(error)) throw error;
  return { kind: isFinal(error) ? 'refused' : 'deferred', reply: replyOf(error, account) };
}

/** One line without controls or secrets, cut to what a person reads. */
export function shownReply(text: string, account: SmtpAccount): string {
  return secretsOf(account)
    .reduce((shown, secret) => shown.replaceAll(secret, '***'), text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, maxReply);
}

type SmtpError = Error & { code: string; command?: string; responseCode?: number; response?: string };

const isSmtpError = (error: unknown): error is SmtpError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

function isFinal({ code, command, responseCode = 0 }: SmtpError): boolean {
  if (command === 'API') return code === 'EENVELOPE';
  return (command === 'RCPT TO' || command === 'DATA') && responseCode >= 500 && !aboutUs.has(responseCode);
}

/** Session out of step, or a login wanted: true of every mail, so none may die of it. */
const aboutUs = new Set([503, 530, 534, 535, 538]);

function replyOf(error: SmtpError, account: SmtpAccount): string {
  if (error.response !== undefined) return shownReply(error.response, account);
  const hint = hints.find(([code]) => code.test(`${error.code} ${error.message}`))?.[1] ?? 'it is tried again';
  return shownReply(`${account.host}:${account.port}: ${error.message} (${error.code}): ${hint}`, account);
}

const hints: readonly (readonly [RegExp, string])[] = [
  [
    /certificate|self-signed|altname/i,
    'its certificate does not verify; mend it, or set reject_unauthorized: false for this account',
  ],
  [/STARTTLS|ETLS/, 'encryption failed; mend it on the server, or set secure: true with its TLS port'],
  [/EAUTH|ENOAUTH|EOAUTH2/, 'check the user and password of outgoing.smtp'],
  [/ECONNREFUSED|EDNS|ENOTFOUND|EHOSTUNREACH/, 'check outgoing.smtp host and port, and that the server runs'],
  [/ETIMEDOUT|EABORT/, 'the server was silent for too long; it is tried again'],
];

function secretsOf({ auth }: SmtpAccount): string[] {
  return wordsOf(auth).filter((secret) => secret.length >= shortestSecret);
}

/** Characters below which blanking would only garble the reply. */
const shortestSecret = 4;

function wordsOf(auth: SmtpAccount['auth']): string[] {
  if (auth === null) return [];
  if (auth.kind === 'oauth2') return [auth.oauth2.clientSecret ?? '', auth.oauth2.refreshToken ?? ''];
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  return [auth.password, base64(`\0${auth.user}\0${auth.password}`), base64(auth.password)];
}
