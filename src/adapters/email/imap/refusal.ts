import type { ImapFlowError } from 'imapflow';
import type { Opening } from '../../../domain/mailbox.ts';
import type { MailboxSettings } from '../../../domain/settings.ts';
import { isThrottling } from './throttle.ts';
import { type Hearing, serverWords } from './vendor-log.ts';

/** What the server said to the last command it refused. */
export const failureText = (hearing: Hearing): string => serverWords(hearing.lastFailure()) ?? 'without a reason';

/** Why a folder could not be opened, in our words, with what to do. */
export function openingAfter(error: unknown, mailbox: MailboxSettings, hearing: Hearing): Opening {
  if (!(error instanceof Error)) throw error;
  const failure: ImapFlowError = error;
  const { host, port, user } = mailbox.imap;
  const where = `${host}:${port}`;
  const said = failure.reason ?? serverWords(failure) ?? serverWords(hearing.lastFailure());

  const trust = tlsTrouble(failure, host);
  if (trust) return { kind: 'refused', by: 'setup', text: `${where}: ${trust}` };
  if (failure.authenticationFailed)
    return loginRefused(failure, `${where} refused the login of ${user}: ${said ?? failure.message}`);
  if (failure.mailboxMissing && !isThrottling(said ?? ''))
    return {
      kind: 'refused',
      by: 'setup',
      text: `${where} has no folder ${mailbox.folder} for ${user}: make it there, or mend \`folder\` of mailbox ${mailbox.name}`,
    };
  if (failure.responseStatus)
    return { kind: 'unreachable', text: `${where} refused to open ${mailbox.folder}: ${said ?? failure.message}` };
  return { kind: 'unreachable', text: `${where} cannot be reached: ${said ?? lineTrouble(failure)}` };
}

/** RFC 5530: the server has no opinion on the password, only no answer now. */
const passing = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

const loginRefused = ({ serverResponseCode }: ImapFlowError, text: string): Opening =>
  passing.has(serverResponseCode?.toUpperCase() ?? '')
    ? { kind: 'unreachable', text: `${text} [${serverResponseCode}]` }
    : { kind: 'refused', by: 'auth', text };

const certificateTroubles: Readonly<Record<string, (host: string) => string>> = {
  CERT_HAS_EXPIRED: () => 'its certificate has expired; it must be renewed there',
  CERT_NOT_YET_VALID: () => 'its certificate is not valid yet; is the clock of this machine right?',
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    `its certificate is for another name than ${host}; mend \`imap.host\`, or the certificate`,
  DEPTH_ZERO_SELF_SIGNED_CERT: () =>
    'its certificate is self-signed and not trusted here (NODE_EXTRA_CA_CERTS names further authorities)',
  SELF_SIGNED_CERT_IN_CHAIN: () =>
    'its certificate comes from an authority not trusted here (NODE_EXTRA_CA_CERTS names further ones)',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => 'its certificate chain is incomplete; the server must send the intermediate certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () =>
    'its certificate comes from an authority not trusted here (NODE_EXTRA_CA_CERTS names further ones)',
};

/** Null where encryption was not the trouble. */
function tlsTrouble(failure: ImapFlowError, host: string): string | null {
  const certificate = certificateTroubles[failure.code ?? ''];
  if (certificate) return certificate(host);
  if (failure.code === 'STARTTLS_INJECTION')
    return 'something was slipped in before encryption began; somebody may be in the line';
  if (failure.tlsFailed) return 'it offers no STARTTLS, and a password never goes in the clear; use `secure: true` with port 993';
  if (/^(ERR_SSL|EPROTO)/.test(failure.code ?? ''))
    return 'it does not speak TLS 1.2 there; `secure: true` belongs to port 993, `secure: false` to 143';
  return null;
}

const lineTroubles: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no such host name; mend `imap.host`',
  EAI_AGAIN: 'the name server does not answer',
  ECONNREFUSED: 'nothing listens on that port',
  ECONNRESET: 'it cut the connection',
  EHOSTUNREACH: 'no way to that host',
  ENETUNREACH: 'no way to that network',
  ETIMEDOUT: 'no answer',
  CONNECT_TIMEOUT: 'no answer',
  GREETING_TIMEOUT: 'it took the connection but said nothing; `secure: true` belongs to port 993, `secure: false` to 143',
  NoConnection: 'it cut the connection',
  ClosedAfterConnectText: 'it cut the connection before the login',
  ClosedAfterConnectTLS: 'it cut the connection before the login',
};
const lineTrouble = (failure: ImapFlowError): string => lineTroubles[failure.code ?? ''] ?? failure.message;
