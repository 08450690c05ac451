import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../../src/adapters/email/listen/listen.ts';
import type { Incoming } from '../../../src/domain/ports.ts';
import { makeCertificate } from '../../support/certificate.ts';
import { until } from '../../support/until.ts';
import { type AListener, aListener, type Given, settingsOf } from './a-listener.ts';
import { type SmtpClient, smtpClient } from './smtp-client.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function listener(given: Given = {}): Promise<AListener> {
  const desk = await aListener(given);
  ends.push(desk.close);
  return desk;
}

async function client(port: number, hello = 'EHLO asha.example'): Promise<SmtpClient> {
  const smtp = await smtpClient(port);
  ends.push(smtp.end);
  await smtp.reply();
  await smtp.say(hello);
  return smtp;
}

async function envelope(smtp: SmtpClient, to = 'support@desk.example'): Promise<void> {
  await smtp.say('MAIL FROM:<asha@customer.example>');
  await smtp.say(`RCPT TO:<${to}>`);
  await smtp.say('DATA');
}

const plain = (user: string, password: string) => `AUTH PLAIN ${Buffer.from(`\0${user}\0${password}`).toString('base64')}`;
const mail = 'From: asha@customer.example\r\nSubject: Printer jams\r\n\r\nTray 2.\r\n';

test('LAW-2: a mail is kept byte for byte, its envelope beside it', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  const odd = 'Subject: x\r\n\r\n..two dots\r\nbare\nlf bare\rcr \xff\xfe\0\r\n \r\n';
  await envelope(smtp, 'Support+T.abc@desk.example');
  expect(await smtp.sendRaw(`${odd.replace('..two', '...two')}.\r\n`)).toMatch(/^250 2\./);

  expect(desk.kept).toEqual([
    {
      source: { kind: 'smtp', mailbox: null },
      raw: odd,
      envelope: { from: 'asha@customer.example', to: ['Support+T.abc@desk.example'] },
      authUser: null,
      peer: '127.0.0.1',
      receivedAt: 1_772_422_200_000,
      imported: false,
    },
  ]);
  await until(() => desk.received.length === 1);
});

test('LAW-2: whatever lines and dots a mail holds, and however it is cut into packets, it arrives as it was', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  const pieces = fc.array(fc.constantFrom('\r\n', '.', '\r\n.', 'a', '\xff', '\0', '\ra', '\na', 'MAIL FROM:<x>'), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(pieces, fc.array(fc.nat(200), { maxLength: 5 }), async (lines, cuts) => {
      const content = `${lines.join('')}\r\n`;
      await envelope(smtp);
      const wire = `${content.replace(/(^|\r\n)\./g, '$1..')}.\r\n`;
      const ends = [...new Set(cuts.filter((cut) => cut < wire.length))].toSorted((a, b) => a - b);
      for (const [at, end] of ends.entries()) {
        smtp.socket.write(wire.slice(ends[at - 1] ?? 0, end), 'latin1');
        await new Promise(setImmediate);
      }
      expect(await smtp.sendRaw(wire.slice(ends.at(-1) ?? 0))).toMatch(/^250/);
      expect(desk.kept.pop()?.raw).toBe(content);
    }),
    { numRuns: 200 },
  );
});

test('the null sender is an empty envelope sender', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await smtp.say('MAIL FROM:<>');
  await smtp.say('RCPT TO:<support@desk.example>');
  await smtp.say('DATA');
  await smtp.sendRaw(`${mail}.\r\n`);
  expect(desk.kept[0]?.envelope?.from).toBe('');
});

test('LAW-7: 250 is said only after the mail is stored', async () => {
  let store = (): void => {};
  const stored = new Promise<void>((done) => {
    store = done;
  });
  const receive = async (batch: readonly Incoming[]) => {
    for (const { content } of batch) for await (const _ of content as AsyncIterable<Uint8Array>);
    await stored;
    return [];
  };
  const desk = await listener({ intake: { receive } });
  const smtp = await client(desk.port);
  await envelope(smtp);
  let said = '';
  const answer = smtp.sendRaw(`${mail}.\r\n`).then((reply) => {
    said = reply;
  });
  const other = await client(desk.port);
  await other.say('NOOP');
  expect(said).toBe('');
  store();
  await answer;
  expect(said).toMatch(/^250/);
});

test('F-26: what cannot be stored stays with the client: 451, and the next mail is taken', async () => {
  const broken = { receive: () => Promise.reject(new Error('ENOSPC: no space left')) };
  const desk = await listener({ intake: broken });
  const smtp = await client(desk.port);
  await envelope(smtp);
  expect(await smtp.sendRaw(`${mail.repeat(5_000)}.\r\n`)).toMatch(/^451 4\.3\.0 .*keep it/);
  expect(desk.received).toEqual([]);
  await envelope(smtp);
  expect(await smtp.sendRaw(`${mail}.\r\n`)).toMatch(/^451/);
  expect(desk.logged.join()).toMatch(/ENOSPC/);
});

test('A8: recipients that are not ours are refused one by one', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await smtp.say('MAIL FROM:<asha@customer.example>');
  expect(await smtp.say('RCPT TO:<eve@elsewhere.example>')).toBe(
    '550 5.1.1 Nobody here has the address <eve@elsewhere.example>, please check it',
  );
  expect(await smtp.say('RCPT TO:<SUPPORT@Desk.Example>')).toMatch(/^250/);
  await smtp.say('DATA');
  await smtp.sendRaw(`${mail}.\r\n`);
  expect(desk.kept[0]?.envelope?.to).toEqual(['SUPPORT@Desk.Example']);
});

test('the size is announced, and a larger mail refused before it is sent', async () => {
  const desk = await listener({ maxMailMb: 2 });
  const smtp = await smtpClient(desk.port);
  ends.push(smtp.end);
  await smtp.reply();
  expect(await smtp.say('EHLO asha.example')).toMatch(/SIZE 2097152/);
  expect(await smtp.say('MAIL FROM:<asha@customer.example> SIZE=2097153')).toMatch(/^552 5\.3\.4/);
});

test('a mail that grows too large is refused with 552, nothing of it is kept, and the session goes on', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await envelope(smtp);
  expect(await smtp.sendRaw(`${mail}${`${'x'.repeat(998)}\r\n`.repeat(3_000)}.\r\n`)).toMatch(/^552 5\.3\.4/);
  expect(desk.kept).toEqual([]);
  await envelope(smtp);
  expect(await smtp.sendRaw(`${mail}.\r\n`)).toMatch(/^250/);
  expect(desk.kept).toHaveLength(1);
});

test('LAW-1: half a mail of a client that went away is not kept', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await envelope(smtp);
  smtp.socket.write(mail.repeat(1_000));
  smtp.socket.end();
  await until(() => desk.logged.some((line) => line.includes('went away')));
  expect(desk.kept).toEqual([]);
  expect(desk.received).toEqual([]);
});

test('A11: only CRLF.CRLF ends a mail; what follows a bare one is text, not a second mail', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await envelope(smtp);
  const smuggled = 'MAIL FROM:<eve@evil.example>\r\nRCPT TO:<support@desk.example>\r\nDATA\r\nSubject: forged\r\n\r\nhi';
  const inner = ['\n.\n', '\n.\r\n', '\r.\r', '\r\n.\n', '\r\n.\r', '\r.\r\n']
    .map((end) => `Subject: a\r\n\r\nx${end}${smuggled}\r\n`)
    .join('');
  expect(await smtp.sendRaw(`${inner}\r\n.\r\n`)).toMatch(/^250/);
  expect(desk.kept).toHaveLength(1);
  expect(desk.kept[0]?.raw.match(/Subject: forged/g)).toHaveLength(6);
});

test('E2: a login by handle is kept with the mail', async () => {
  const desk = await listener({ settings: { requireAuth: true } });
  const smtp = await client(desk.port);
  expect(await smtp.say('MAIL FROM:<ravi@desk.example>')).toMatch(/^530 5\.7\.0 Please log in/);
  expect(await smtp.say(plain('Ravi', 'canary-7Q'))).toMatch(/^235/);
  await envelope(smtp);
  await smtp.sendRaw(`${mail}.\r\n`);
  expect(desk.kept[0]?.authUser).toBe('ravi');
});

test('AUTH LOGIN works too', async () => {
  const desk = await listener();
  const smtp = await client(desk.port);
  await smtp.say('AUTH LOGIN');
  await smtp.say(Buffer.from('ravi').toString('base64'));
  expect(await smtp.say(Buffer.from('canary-7Q').toString('base64'))).toMatch(/^235/);
});

const wrong = [
  ['ravi', 'wrong'],
  ['ravi', ''],
  ['nobody', 'canary-7Q'],
  ['', 'canary-7Q'],
  ['__proto__', 'x'],
];
test.each(wrong)('a login as "%s" with "%s" fails', async (user, password) => {
  const desk = await listener();
  const smtp = await client(desk.port);
  expect(await smtp.say(plain(user ?? '', password ?? ''))).toMatch(/^5/);
});

test('failed logins are told ever later, and after five nobody is asked for a while, the right password included', async () => {
  const waits: number[] = [];
  let now = 0;
  const clock = {
    now: () => now,
    after: (ms: number, run: () => void) => {
      waits.push(ms);
      queueMicrotask(run);
      return () => {};
    },
  };
  const desk = await listener({ clock });
  const smtp = await client(desk.port);
  for (const _ of [1, 2, 3, 4, 5]) expect(await smtp.say(plain('ravi', 'wrong'))).toMatch(/^535 5\.7\.8/);
  expect(await smtp.say(plain('ravi', 'canary-7Q'))).toMatch(/^454 4\.7\.0/);
  now += 16 * 60_000;
  expect(await smtp.say(plain('ravi', 'canary-7Q'))).toMatch(/^235/);

  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 8_000]);
  expect(desk.logged.filter((line) => line.includes('a login failed'))).toHaveLength(5);
  expect(desk.logged.join()).not.toMatch(/canary|wrong/);
});

test('clients outside `from` are taken only with a login', async () => {
  const desk = await listener({ settings: { from: ['192.0.2.0/24', '2001:db8::/32'] } });
  const smtp = await client(desk.port);
  expect(await smtp.say('MAIL FROM:<asha@customer.example>')).toMatch(/^530/);
  await smtp.say(plain('ravi', 'canary-7Q'));
  expect(await smtp.say('MAIL FROM:<asha@customer.example>')).toMatch(/^250/);
});

test('clients in `from` need none', async () => {
  const desk = await listener({ settings: { from: ['127.0.0.0/8'] } });
  const smtp = await client(desk.port);
  expect(await smtp.say('MAIL FROM:<asha@customer.example>')).toMatch(/^250/);
});

test('off loopback without TLS there is no AUTH, and strangers are turned away at once', async () => {
  const desk = await listener({ settings: { host: '0.0.0.0', from: ['192.0.2.1'] } });
  const smtp = await smtpClient(desk.port);
  ends.push(smtp.end);
  expect(await smtp.reply()).toMatch(/^554 5\.7\.1/);

  const open = await listener({ settings: { host: '0.0.0.0', from: ['127.0.0.1'] } });
  const other = await smtpClient(open.port);
  ends.push(other.end);
  await other.reply();
  expect(await other.say('EHLO x')).not.toMatch(/AUTH|STARTTLS/);
  expect(await other.say(plain('ravi', 'canary-7Q'))).toMatch(/^500/);
});

test('A22: with a certificate of our own STARTTLS is offered, and off loopback a login wants it first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'listen-'));
  ends.push(() => rm(folder, { recursive: true }));
  const desk = await listener({ settings: { host: '0.0.0.0', tls: await makeCertificate(folder), requireAuth: true } });
  const smtp = await client(desk.port);
  expect(await smtp.say(plain('ravi', 'canary-7Q'))).toMatch(/^538/);
  const secured = await smtp.startTls();
  ends.push(secured.end);
  expect(await secured.say('EHLO asha.example')).toMatch(/AUTH PLAIN LOGIN/);
  expect(await secured.say(plain('ravi', 'canary-7Q'))).toMatch(/^235/);
});

test('LMTP answers for each recipient, after one storing', async () => {
  const desk = await listener({ kind: 'lmtp' });
  const smtp = await client(desk.port, 'LHLO mx.example');
  await smtp.say('MAIL FROM:<asha@customer.example>');
  await smtp.say('RCPT TO:<support@desk.example>');
  expect(await smtp.say('RCPT TO:<eve@elsewhere.example>')).toMatch(/^550/);
  await smtp.say('RCPT TO:<sales@desk.example>');
  await smtp.say('DATA');
  expect([await smtp.sendRaw(`${mail}.\r\n`), await smtp.reply()]).toEqual([
    expect.stringMatching(/^250/),
    expect.stringMatching(/^250/),
  ]);
  expect(desk.kept).toMatchObject([
    { source: { kind: 'lmtp' }, envelope: { to: ['support@desk.example', 'sales@desk.example'] } },
  ]);
});

test('LMTP: a store that fails answers 451 for each recipient', async () => {
  const desk = await listener({ kind: 'lmtp', intake: { receive: () => Promise.reject(new Error('full')) } });
  const smtp = await client(desk.port, 'LHLO mx.example');
  await smtp.say('MAIL FROM:<asha@customer.example>');
  await smtp.say('RCPT TO:<support@desk.example>');
  await smtp.say('RCPT TO:<sales@desk.example>');
  await smtp.say('DATA');
  expect([await smtp.sendRaw(`${mail}.\r\n`), await smtp.reply()]).toEqual([
    expect.stringMatching(/^451/),
    expect.stringMatching(/^451/),
  ]);
});

test('a received mail that cannot be passed on does not end the listener', async () => {
  const desk = await listener({
    onReceived: () => {
      throw new Error('bug');
    },
  });
  const smtp = await client(desk.port);
  await envelope(smtp);
  expect(await smtp.sendRaw(`${mail}.\r\n`)).toMatch(/^250/);
  await until(() => desk.logged.some((line) => line.includes('could not be passed on')));
});

test('F-12: closing sends idle clients away at once and lets a mail under way come in', async () => {
  const desk = await aListener();
  const idle = await client(desk.port);
  const busy = await client(desk.port);
  await envelope(busy);
  busy.socket.write(mail);
  const start = performance.now();
  const closing = desk.close();
  expect(await idle.reply()).toMatch(/^421/);
  expect(await busy.sendRaw('more\r\n.\r\n')).toMatch(/^250/);
  expect(await busy.reply()).toMatch(/^421/);
  idle.end();
  busy.end();
  await closing;

  expect(desk.kept).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(4_000);
  await expect(smtpClient(desk.port)).rejects.toThrow(/ECONNREFUSED/);
});

test('closing waits five seconds at most for a client that stalls in its mail', async () => {
  const desk = await aListener();
  const stalled = await client(desk.port);
  await envelope(stalled);
  stalled.socket.write('Subject: never');
  const start = performance.now();
  await desk.close();
  stalled.end();

  expect(performance.now() - start).toBeLessThan(7_000);
  expect(desk.kept).toEqual([]);
});

const quiet = { info() {}, warn() {}, error() {} };
const optionsFor = (settings: ReturnType<typeof settingsOf>) => ({
  ...{ kind: 'smtp' as const, settings, isOurs: () => true, login: () => null, maxMailMb: 1, log: quiet },
  ...{ intake: { receive: async () => [] }, onReceived() {}, clock: { now: () => 0, after: () => () => {} } },
});

test('a port in use is refused with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  ends.push(() => other.close());
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  expect(await listen(optionsFor(settingsOf({ port })))).toEqual({
    kind: 'refused',
    text: expect.stringMatching(new RegExp(`listen\\.smtp cannot use 127\\.0\\.0\\.1:${port} .*EADDRINUSE.*choose another port`)),
  });
});

const refusals: [string, Parameters<typeof settingsOf>[0], RegExp][] = [
  ['a login without TLS off loopback', { host: '0.0.0.0', requireAuth: true }, /set tls/],
  ['an address of another machine', { host: '192.0.2.1' }, /EADDRNOTAVAIL.*one of its own/],
  ['a net that is none', { from: ['10.0.0.0/33'] }, /"10\.0\.0\.0\/33" is no address.*under from/],
  ['a name in `from`', { from: ['mx.example'] }, /"mx\.example"/],
  ['a missing key file', { tls: { key: '/nonexistent/key', cert: '/nonexistent/cert' } }, /check its path/],
  ['a key that is none', { tls: { key: '-----BEGIN x', cert: '-----BEGIN y' } }, /PEM/],
];
test.each(refusals)('%s is refused with what to do', async (_what, settings, text) => {
  expect(await listen(optionsFor(settingsOf(settings)))).toEqual({ kind: 'refused', text: expect.stringMatching(text) });
});
