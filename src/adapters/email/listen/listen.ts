import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { ArrivalId } from '../../../domain/ids.ts';
import { isLoopback } from '../../../domain/loopback.ts';
import type { Clock, Intake, Log } from '../../../domain/ports.ts';
import type { ListenerSettings } from '../../../domain/settings.ts';
import { clientList } from './client-list.ts';
import { conversation } from './conversation.ts';
import type { Login } from './login.ts';
import { closer } from './under-way.ts';

export type ListenOptions = {
  kind: 'smtp' | 'lmtp';
  settings: ListenerSettings;
  /** Asked with the address in lower case. */
  isOurs(address: string): boolean;
  login: Login;
  maxMailMb: number;
  intake: Pick<Intake, 'receive'>;
  /** After the client was told that its mail was taken. */
  onReceived(ids: readonly ArrivalId[]): void;
  clock: Clock;
  log: Log;
};

export type Listening = { kind: 'listening'; port: number; close(): Promise<void> } | { kind: 'refused'; text: string };

/** How long mails on their way in may finish once we close, in milliseconds. */
const closeTimeout = 5_000;
/** Idle clients are kept 5 minutes. @see RFC 5321 §4.5.3.2.7 */
const socketTimeout = 5 * 60_000;

/**
 * Takes mail by SMTP or LMTP. A client hears 250 only once its mail is durable here.
 *
 * What it sent is kept byte for byte: no Received field is added, the envelope is kept beside the mail.
 */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { settings, kind } = options;
  try {
    const tls = await tlsOf(settings);
    const offersLogin = tls !== null || isLoopback(settings.host);
    if (settings.requireAuth && !offersLogin) return { kind: 'refused', text: needsTls(kind, settings) };
    const { underWay, close } = closer();
    const handlers = conversation({ ...options, offersLogin, mayCome: clientList(settings.from), underWay });
    const server = new SMTPServer({ ...handlers, ...serverOptions(options, offersLogin), ...tls });
    const port = await bound(server, settings);
    server.on('error', (error) => options.log.warn({ listener: kind }, error.message));
    return { kind: 'listening', port, close: () => close(server) };
  } catch (error) {
    return { kind: 'refused', text: refusal(error, kind, settings) };
  }
}

function serverOptions({ kind, maxMailMb, settings }: ListenOptions, offersLogin: boolean): SMTPServerOptions {
  return {
    lmtp: kind === 'lmtp',
    size: Math.floor(maxMailMb * 1024 * 1024),
    rejectOversized: true,
    authOptional: true,
    authMethods: ['PLAIN', 'LOGIN'],
    allowInsecureAuth: isLoopback(settings.host),
    // Without a certificate of the admin's, STARTTLS would show the library's own, expired one.
    disabledCommands: [
      ...['XCLIENT', 'XFORWARD', 'HELP', 'VRFY', 'WIZ', 'SHELL', 'KILL'],
      ...(settings.tls === null ? ['STARTTLS'] : []),
      ...(offersLogin ? [] : ['AUTH']),
    ],
    hideENHANCEDSTATUSCODES: false,
    disableReverseLookup: true,
    maxClients: 200,
    maxRecipients: 1_000,
    socketTimeout,
    closeTimeout,
    logger: false,
  };
}

type Tls = Pick<SMTPServerOptions, 'key' | 'cert' | 'secure' | 'minVersion'>;

/** Implicit TLS on port 465 (RFC 8314 §3.3), STARTTLS elsewhere. */
async function tlsOf({ tls, port }: ListenerSettings): Promise<Tls | null> {
  if (tls === null) return null;
  return { key: await pem(tls.key), cert: await pem(tls.cert), secure: port === 465, minVersion: 'TLSv1.2' };
}

const pem = async (value: string): Promise<string> => (value.includes('-----BEGIN') ? value : readFile(value, 'utf8'));

function bound(server: SMTPServer, { host, port }: ListenerSettings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.server.address();
      resolve(address !== null && typeof address === 'object' ? address.port : port);
    });
  });
}

const needsTls = (kind: string, { host, port }: ListenerSettings): string =>
  `listen.${kind} on ${host}:${port} asks for a login, and passwords may not cross a wire in clear: set tls: { key, cert }, or listen on 127.0.0.1.`;

function refusal(error: unknown, kind: string, { host, port }: ListenerSettings): string {
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  const todo = remedies[code];
  if (todo === undefined) throw error;
  return `listen.${kind} cannot use ${host}:${port} (${error.message}): ${todo}.`;
}

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program has this port; stop it, or choose another port',
  EACCES: 'ports below 1024 and protected files need rights this user lacks; choose a port from 1024, or grant the right',
  EADDRNOTAVAIL: 'this machine has no such address; use 127.0.0.1 or one of its own',
  ENOTFOUND: 'this name does not exist; use an address',
  ENOENT: 'a file named under tls is missing; check its path',
  RangeError: 'correct the entry under from',
  ERR_OSSL_PEM_NO_START_LINE: 'tls.key or tls.cert is no PEM file',
  ERR_OSSL_X509_KEY_VALUES_MISMATCH: 'tls.key does not belong to tls.cert',
};
