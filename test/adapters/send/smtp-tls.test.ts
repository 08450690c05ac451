import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { smtpSender } from '../../../src/adapters/email/send/smtp.ts';
import { rfcPatience, smtpOptions } from '../../../src/adapters/email/send/smtp-options.ts';
import type { Delivery } from '../../../src/domain/sender.ts';
import type { SmtpAccount } from '../../../src/domain/settings.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';

let tls: { key: string; cert: string };
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'smtp-tls-'));
  const files = await makeCertificate(folder);
  tls = { key: await readFile(files.key, 'utf8'), cert: await readFile(files.cert, 'utf8') };
  await rm(folder, { recursive: true });
});

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Heard = { secure: boolean; user: unknown };

async function relay(options: SMTPServerOptions): Promise<{ port: number; heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = new SMTPServer({
    ...{ ...tls, authOptional: true, disableReverseLookup: true, logger: false, closeTimeout: 100 },
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onData(stream, { secure, user }, done) {
      heard.push({ secure, user });
      stream.resume().on('end', () => done());
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  ends.push(() => new Promise((done) => server.close(done)));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  return { port: address.port, heard };
}

const login = { kind: 'password', user: 'desk', password: 'canary-7Q' } as const;

async function sendBy(account: Partial<SmtpAccount>): Promise<Delivery> {
  const whole = { host: '127.0.0.1', port: 25, secure: false, rejectUnauthorized: true, auth: null, connections: 1, ...account };
  const log = { info() {}, warn() {}, error() {} };
  const sender = smtpSender(whole, { attachments: blobsOf({}), dkim: null, accessToken: null, log });
  ends.push(sender.close);
  return sender.send(anOutboundMail());
}

/** Reaches this machine, but is no name of loopback: to us it is any other host. */
const elsewhere = '0.0.0.0';

test('A22: a self-signed certificate is not trusted, no mail and no password leave, and the reply says what to do', async () => {
  const { port, heard } = await relay({ secure: true });
  const delivery = await sendBy({ port, secure: true, auth: login });

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/self-signed.*reject_unauthorized/) });
  expect(heard).toEqual([]);
});

test('A22: the admin may trust it for this account', async () => {
  const { port, heard } = await relay({ secure: true });
  expect(await sendBy({ port, secure: true, rejectUnauthorized: false, auth: login })).toMatchObject({ kind: 'accepted' });
  expect(heard).toEqual([{ secure: true, user: 'desk' }]);
});

test('A22: STARTTLS that was stripped off on the way keeps the mail here', async () => {
  const { port, heard } = await relay({ disabledCommands: ['STARTTLS'] });
  const delivery = await sendBy({ host: elsewhere, port, rejectUnauthorized: false, auth: login });

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/500/) });
  expect(heard).toEqual([]);
});

test('A22: STARTTLS with a certificate in another name is not trusted', async () => {
  const { port, heard } = await relay({});
  expect(await sendBy({ host: elsewhere, port, auth: login })).toMatchObject({
    kind: 'deferred',
    reply: expect.stringMatching(/certificate/),
  });
  expect(heard).toEqual([]);
});

test('A22: below TLS 1.2 there is no conversation', async () => {
  const { port } = await relay({ secure: true, maxVersion: 'TLSv1.1', minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
  expect(await sendBy({ port, secure: true, rejectUnauthorized: false })).toMatchObject({ kind: 'deferred' });
});

test('a local relay with a certificate in no name of ours gets mail in clear, on loopback alone', async () => {
  const { port, heard } = await relay({});
  expect(await sendBy({ port })).toMatchObject({ kind: 'accepted' });
  expect(heard).toEqual([{ secure: false, user: undefined }]);
});

const accounts: [string, Partial<SmtpAccount>, { requireTLS: boolean; ignoreTLS: boolean; secure: boolean }][] = [
  ['submission to a provider', { host: 'smtp.example', port: 587 }, { requireTLS: true, ignoreTLS: false, secure: false }],
  [
    'TLS from the first byte',
    { host: 'smtp.example', port: 465, secure: true },
    { requireTLS: false, ignoreTLS: false, secure: true },
  ],
  ['a relay on loopback', { host: 'localhost' }, { requireTLS: false, ignoreTLS: true, secure: false }],
  ['a login on loopback', { host: '::1', auth: login }, { requireTLS: false, ignoreTLS: false, secure: false }],
  ['a host that only sounds local', { host: '127.0.0.1.example' }, { requireTLS: true, ignoreTLS: false, secure: false }],
  ['another that does', { host: 'localhost.example' }, { requireTLS: true, ignoreTLS: false, secure: false }],
];

test.each(accounts)('%s', (_what, account, expected) => {
  const whole = { host: 'h', port: 25, secure: false, rejectUnauthorized: true, auth: null, connections: 1, ...account };
  expect(smtpOptions(whole, rfcPatience)).toMatchObject({
    ...expected,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
  });
});
