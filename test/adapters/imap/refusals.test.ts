import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImapAccount, MailboxSettings } from '../../../src/domain/settings.ts';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { freePort } from '../../support/free-port.ts';
import { type ImapScript, startImapScript } from '../../support/imap-script.ts';
import { mailboxOn, realMailboxes } from '../../support/watching.ts';

let dovecot: Dovecot;
let stripped: ImapScript;
beforeAll(async () => {
  dovecot = await startDovecot({ tls: true });
  stripped = await startImapScript();
});
afterAll(() => Promise.all([dovecot.stop(), stripped.stop()]));

/** A host beyond this machine, as far as anybody can tell. */
const beyond = 'mail.acme.example';
const lookup: LookupFunction = (_, options, answer) =>
  options.all ? answer(null, [{ address: '127.0.0.1', family: 4 }]) : answer(null, '127.0.0.1', 4);
const open = (own: Partial<MailboxSettings>, account: Partial<ImapAccount>) =>
  realMailboxes({ lookup, limits: { greeting: 300 } }).open(mailboxOn(dovecot.port, own, account));

describe('F-20, F-21, A22: a mailbox that cannot be opened says why, and what to do', () => {
  test.each<[string, Partial<MailboxSettings>, () => Partial<ImapAccount>, object]>([
    [
      'a wrong password',
      {},
      () => ({ auth: { kind: 'password', password: 'not-it' } }),
      { kind: 'refused', by: 'auth', text: /refused the login of asha: .*[Aa]uthentication failed/ },
    ],
    [
      'a missing folder',
      { folder: 'Support' },
      () => ({}),
      { kind: 'refused', by: 'setup', text: /no folder Support for asha: make it there, or mend `folder`/ },
    ],
    [
      'nobody listening',
      {},
      () => ({ port: 1 }),
      { kind: 'unreachable', text: /127\.0\.0\.1:1 cannot be reached: nothing listens on that port/ },
    ],
    [
      'STARTTLS left out',
      {},
      () => ({ host: beyond, port: stripped.port }),
      { kind: 'refused', by: 'setup', text: /no STARTTLS, and a password never goes in the clear/ },
    ],
    [
      'a certificate nobody vouches for',
      {},
      () => ({ host: 'localhost.', rejectUnauthorized: true }),
      { kind: 'refused', by: 'setup', text: /self-signed and not trusted here/ },
    ],
    [
      'TLS where plain IMAP is spoken',
      {},
      () => ({ secure: true }),
      { kind: 'refused', by: 'setup', text: /does not speak TLS.*`secure: false` to 143/ },
    ],
  ])('%s', async (_, own, account, expected) => {
    const opening = await open(own, account());
    expect(opening).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([key, value]) => [key, value instanceof RegExp ? expect.stringMatching(value) : value]),
      ),
    );
    expect(JSON.stringify(opening)).not.toMatch(/not-it|"secret/);
  });

  test('STARTTLS left out: the password was not sent', () => {
    expect(stripped.asked).not.toContain('AUTHENTICATE');
    expect(stripped.asked).not.toContain('LOGIN');
  });

  test('a self-signed certificate that the admin allows is taken', async () => {
    const opening = await open({}, { host: beyond, rejectUnauthorized: false });
    if (opening.kind !== 'open') throw new Error(JSON.stringify(opening));
    await opening.folder.close();
  });
});

describe('F-21: a certificate of a trusted authority', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'certificates-'));
  });
  afterAll(() => rm(dir, { recursive: true }));

  test.each([
    ['that has expired', 'mail.acme.example', -1, /has expired/],
    ['for another host', 'www.acme.example', 2, /another name than mail\.acme\.example/],
  ])('%s is refused', async (_, name, days, words) => {
    const port = await freePort();
    const { key, cert } = await certificate(dir, name, days);
    const usual = getCACertificates('default');
    setDefaultCACertificates([...usual, cert]);
    const server = createServer({ key, cert }, (socket) => socket.on('error', () => {}).write('* OK ready\r\n')).listen(
      port,
      '127.0.0.1',
    );
    server.on('tlsClientError', () => {});
    await once(server, 'listening');
    const opening = await open({}, { host: beyond, port, secure: true });
    expect(opening).toEqual({ kind: 'refused', by: 'setup', text: expect.stringMatching(words) });
    setDefaultCACertificates(usual);
    server.close();
  });
});

/** Self-signed, for `days` from now; fewer than none: expired. */
async function certificate(dir: string, name: string, days: number): Promise<{ key: string; cert: string }> {
  const [key = '', request = '', cert = ''] = ['key', 'csr', 'pem'].map((end) => join(dir, `${name}.${end}`));
  const openssl = (...args: string[]) => promisify(execFile)('openssl', args);
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key];
  await openssl('req', ...curve, '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-out', request);
  await openssl('x509', '-req', '-in', request, '-signkey', key, '-copy_extensions', 'copyall', '-days', `${days}`, '-out', cert);
  return { key: await readFile(key, 'utf8'), cert: await readFile(cert, 'utf8') };
}
