import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { ImapFlow } from 'imapflow';
import { expect, test } from 'vitest';
import { type Dovecot, startDovecot } from './dovecot.ts';
import { until } from './until.ts';

const mail = 'From: asha@globex.example\nTo: support@acme.example\nSubject: Printer jams\n\nTray 2 again.\n';
const crlf = (text: string) => text.replaceAll('\n', '\r\n');

async function login({ port }: Dovecot, user: string, more = {}): Promise<ImapFlow> {
  const client = new ImapFlow({ host: '127.0.0.1', port, secure: false, auth: { user, pass: 'secret' }, logger: false, ...more });
  client.on('error', () => {});
  await client.connect();
  return client;
}

test('a private Dovecot serves what was delivered, byte for byte', async () => {
  const start = performance.now();
  await using dovecot = await startDovecot();
  const took = performance.now() - start;
  await dovecot.deliver('support', mail);
  await dovecot.deliverMany('support', [`${mail}1`, `${mail}2`], 'Processed');

  const client = await login(dovecot, 'support');
  const names = (await client.list()).map(({ path }) => path);
  expect(names).toEqual(expect.arrayContaining(['INBOX', 'Processed', 'Quarantine']));

  await client.mailboxOpen('INBOX');
  const fetched = await client.fetchOne('1', { source: true });
  expect((fetched || undefined)?.source?.toString()).toBe(crlf(mail));
  await client.messageFlagsAdd('1', ['\\Seen', '$HDClaim-1']);
  await client.logout();

  const [stored] = await dovecot.mailsIn('support');
  expect(stored?.flags).toEqual(['$HDClaim-1', '\\Seen']);
  expect(stored?.raw.toString()).toBe(crlf(mail));
  expect((await dovecot.mailsIn('support', 'Processed')).map(({ raw }) => raw.toString().at(-1))).toEqual(['1', '2']);
  expect(took).toBeLessThan(10_000);
});

test('a mail that comes in while a client idles is announced', async () => {
  await using dovecot = await startDovecot();
  const client = await login(dovecot, 'support');
  await client.mailboxOpen('INBOX');
  let announced = 0;
  client.on('exists', ({ count }) => {
    announced = count;
  });
  const idle = client.idle();
  await dovecot.deliver('support', mail);
  await until(() => announced === 1, { what: 'EXISTS' });
  client.close();
  await idle.catch(() => {});
});

test('a kicked client loses its connection', async () => {
  await using dovecot = await startDovecot();
  const client = await login(dovecot, 'support');
  await client.mailboxOpen('INBOX');
  await dovecot.kick('support');
  await until(() => !client.usable, { what: 'the connection to go' });
});

test('a folder whose UIDs were forgotten keeps its mails under a new UIDVALIDITY', async () => {
  await using dovecot = await startDovecot();
  await dovecot.deliver('support', mail);
  const validity = async () => {
    const client = await login(dovecot, 'support');
    const { uidValidity, exists } = await client.mailboxOpen('INBOX');
    await client.logout();
    return { uidValidity, exists };
  };
  const before = await validity();
  await dovecot.resetUidValidity('support');
  const after = await validity();
  expect(after.exists).toBe(1);
  expect(after.uidValidity).not.toBe(before.uidValidity);
});

test('STARTTLS is offered where asked for, with a certificate that names this host', async () => {
  await using dovecot = await startDovecot({ tls: true });
  const ca = await readFile(dovecot.certificate?.cert ?? '');
  const client = await login(dovecot, 'support', { doSTARTTLS: true, tls: { ca } });
  expect(client.secureConnection).toBe(true);
  await client.logout();
  await expect(login(dovecot, 'support', { doSTARTTLS: true })).rejects.toThrow();
});

test('several run side by side and leave nothing behind', async () => {
  const other = await startDovecot({ password: 'other', folders: [] });
  const all = [other, ...(await Promise.all([startDovecot(), startDovecot()]))];
  expect(new Set(all.map(({ port }) => port)).size).toBe(3);
  await expect(login(other, 'support')).rejects.toThrow();
  await Promise.all(all.map((dovecot) => dovecot.stop()));
  expect(all.map(({ folder }) => existsSync(folder))).toEqual([false, false, false]);
});

test.each([
  ['tokeninfo', (url: string) => ({ tokeninfoUrl: `${url}/tokeninfo?access_token=` })],
  ['introspection', (url: string) => ({ introspectionUrl: `${url}/introspect`, activeAttribute: 'active' })],
])('an access token that the identity provider knows logs in, by %s', async (_, asking) => {
  const provider = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? request.url?.split('access_token=')[1];
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ email: 'support', active: token === 'good', ...(token !== 'good' && { error: 'invalid_token' }) }),
    );
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  const address = provider.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  await using dovecot = await startDovecot({ oauth2: asking(url) });
  const withToken = (accessToken: string) => login(dovecot, 'support', { auth: { user: 'support', accessToken } });

  const client = await withToken('good');
  expect(client.authenticated).toBe(true);
  await client.logout();
  await expect(withToken('bad')).rejects.toMatchObject({ authenticationFailed: true });
  await (await login(dovecot, 'support')).logout(); // by password as before
  provider.close();
});
