import { google, m365 } from '../../domain/authenticate/sources.ts';
import type {
  ImapAccount,
  ListenerSettings,
  OAuth2Settings,
  OutgoingSettings,
  SmtpAccount,
  TrustedSource,
} from '../../domain/settings.ts';
import type { ImapInput, OAuth2Input, SmtpInput } from './schema/accounts.ts';
import type { HelpdeskInput, ListenerInput, TrustedInput } from './schema/helpdesk.ts';

/** An IMAP account with its ports settled: 993 speaks TLS at once, 143 does not. */
export function imapOf({ host, port, secure, user, password, oauth2, reject_unauthorized }: ImapInput): ImapAccount {
  const isSecure = secure ?? port !== 143;
  return {
    host,
    port: port ?? (isSecure ? 993 : 143),
    secure: isSecure,
    user,
    rejectUnauthorized: reject_unauthorized,
    auth: oauth2 ? { kind: 'oauth2', oauth2: oauth2Of(oauth2) } : { kind: 'password', password: password ?? '' },
  };
}

/** Where mail goes: a server, or a folder for a desk without one. */
export function outgoingOf({ smtp, maildir, envelope, dkim, limits, attach_up_to }: HelpdeskInput['outgoing']): OutgoingSettings {
  return {
    transport: smtp ? { kind: 'smtp', smtp: smtpOf(smtp) } : { kind: 'maildir', dir: maildir ?? '' },
    envelope: envelope ?? 'null',
    attachUpToMb: attach_up_to,
    dkim: dkim === undefined ? null : { domain: dkim.domain, selector: dkim.selector, key: dkim.key ?? '' },
    limits: { perRecipient: limits.per_recipient, perDomain: limits.per_domain, perAssociate: limits.per_associate },
  };
}

function smtpOf({ host, port, secure, connections, reject_unauthorized, ...login }: SmtpInput): SmtpAccount {
  const isSecure = secure ?? port === 465;
  return {
    host,
    port: port ?? (isSecure ? 465 : 587),
    secure: isSecure,
    rejectUnauthorized: reject_unauthorized,
    auth: smtpAuthOf(login),
    connections,
  };
}

function smtpAuthOf({ user, password, oauth2 }: Pick<SmtpInput, 'user' | 'password' | 'oauth2'>): SmtpAccount['auth'] {
  if (user === undefined) return null;
  return oauth2 ? { kind: 'oauth2', user, oauth2: oauth2Of(oauth2) } : { kind: 'password', user, password: password ?? '' };
}

function oauth2Of({ issuer, token_endpoint, client_id, client_secret, refresh_token, scope }: OAuth2Input): OAuth2Settings {
  return {
    issuer,
    tokenEndpoint: token_endpoint,
    clientId: client_id,
    clientSecret: client_secret ?? null,
    refreshToken: refresh_token ?? null,
    scope,
  };
}

/** A listener; its key and certificate as PEM text. */
export function listenerOf(listener: ListenerInput | undefined): ListenerSettings | null {
  if (listener === undefined) return null;
  const { host, port, from, border, require_auth, tls } = listener;
  return { host, port, from, requireAuth: require_auth, border, tls: tls && { key: tls.key ?? '', cert: tls.cert ?? '' } };
}

/**
 * The borders a line of `trusted:` stands for. The preset `m365` is no name: it says of the mailboxes at Microsoft 365 that
 * they lie there (8601-3).
 */
export function trustedOf(trusted: TrustedInput): TrustedSource[] {
  if (trusted === 'm365') return [];
  if (trusted === 'google') return [google];
  if (typeof trusted === 'string') return [{ id: trusted, border: [trusted], instances: 1 }];
  const { id, also, border, instances, mode } = trusted;
  if (id === undefined || mode === 'm365') return [{ ...m365, instances, ...(border.length > 0 ? { border } : {}) }];
  return [{ id, border: border.length > 0 ? border : [id, ...also], instances, ...(also.length > 0 ? { also } : {}) }];
}

/** Whether a mailbox is one of Exchange Online by the name of its server. */
export const isAtMicrosoft = (host: string): boolean => /(?:^|\.)(?:office365|outlook)\.com$/i.test(host);
