import { afterEach, expect, test } from 'vitest';
import { smtpSender } from '../../../src/adapters/email/send/smtp.ts';
import { rfcPatience } from '../../../src/adapters/email/send/smtp-options.ts';
import { messageId, sha256 } from '../../../src/domain/ids.ts';
import type { Sender } from '../../../src/domain/sender.ts';
import type { SmtpAccount } from '../../../src/domain/settings.ts';
import { until } from '../../support/until.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';
import { type Act, type ScriptedSink, type Stage, scriptedSink } from './scripted-sink.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const silent = { info() {}, warn() {}, error() {} };
const password = { kind: 'password', user: 'desk', password: 'canary-7Q' } as const;

async function sinkWith(script: ScriptedSink['script'] = {}): Promise<ScriptedSink> {
  const sink = await scriptedSink(script);
  ends.push(sink.close);
  return sink;
}

function senderTo(
  port: number,
  account: Partial<SmtpAccount> = {},
  help: Partial<Parameters<typeof smtpSender>[1]> = {},
): Sender {
  const whole = { host: '127.0.0.1', port, secure: false, rejectUnauthorized: true, auth: null, connections: 2, ...account };
  const sender = smtpSender(whole, { attachments: blobsOf({}), dkim: null, accessToken: null, log: silent, ...help });
  ends.push(sender.close);
  return sender;
}

test('a mail is handed over with its envelope, and the reply is kept', async () => {
  const sink = await sinkWith();
  const delivery = await senderTo(sink.port).send(anOutboundMail({ envelope: { from: '', to: 'asha@customer.example' } }));

  expect(delivery).toMatchObject({ kind: 'accepted', reply: '250 2.0.0 taken' });
  expect(sink.heard).toContain('MAIL FROM:<>');
  expect(sink.heard).toContain('RCPT TO:<asha@customer.example>');
  expect(sink.taken).toHaveLength(1);
});

const verdicts: [string, Stage, Act, 'deferred' | 'refused', RegExp][] = [
  ['F-22 greeting', 'greeting', '421 4.3.2 later', 'deferred', /421/],
  ['F-22 EHLO', 'EHLO', '421 4.3.2 later', 'deferred', /421/],
  ['F-22 AUTH', 'AUTH', '454 4.7.0 later', 'deferred', /454/],
  ['F-22 MAIL FROM', 'MAIL', '451 4.3.0 later', 'deferred', /451/],
  ['F-22 greylisting', 'RCPT', '450 4.2.0 greylisted', 'deferred', /greylisted/],
  ['F-22 DATA', 'DATA', '451 4.3.0 later', 'deferred', /451/],
  ['F-22 dot', 'dot', '452 4.3.1 full', 'deferred', /452/],
  ['F-23 greeting', 'greeting', '554 5.3.2 no', 'deferred', /554/],
  ['F-23 AUTH: about us, not the mail', 'AUTH', '535 5.7.8 wrong', 'deferred', /535/],
  ['F-23 MAIL FROM: about us, not the mail', 'MAIL', '550 5.7.1 no', 'deferred', /550/],
  ['F-23 RCPT', 'RCPT', '550 5.1.1 nobody here', 'refused', /nobody here/],
  ['F-23 RCPT wants a login', 'RCPT', '530 5.7.0 authenticate', 'deferred', /530/],
  ['F-23 RCPT out of step', 'RCPT', '503 5.5.1 sequence', 'deferred', /503/],
  ['F-23 DATA', 'DATA', '554 5.7.1 no', 'refused', /554/],
  ['F-23 dot', 'dot', '552 5.3.4 too big', 'refused', /too big/],
  ['F-24 cut in the envelope', 'RCPT', { and: 'hang-up' }, 'deferred', /127\.0\.0\.1:\d+: .*closed/],
  ['F-24 cut after the dot', 'dot', { and: 'hang-up' }, 'deferred', /closed/],
  ['F-24 silence after the dot', 'dot', { and: 'silence' }, 'deferred', /Timeout/],
  ['silence before the greeting', 'greeting', { and: 'silence' }, 'deferred', /Greeting|Timeout/],
];

test.each(verdicts)('%s', async (_what, stage, act, kind, reply) => {
  const sink = await sinkWith({ [stage]: { act } });
  const impatient = { connect: 200, greeting: 200, silence: 200, mail: 5_000 };
  const delivery = await senderTo(sink.port, { auth: password }, { patience: impatient }).send(anOutboundMail());

  expect(delivery.kind).toBe(kind);
  expect(delivery.reply).toMatch(reply);
  expect(sink.taken.length).toBeLessThanOrEqual(1);
});

test('5321-1: a mail whose outcome is unknown goes again under the same Message-ID, with the same bytes', async () => {
  const sink = await sinkWith({ dot: { act: { and: 'hang-up' }, times: 1 } });
  const sender = senderTo(sink.port);

  expect(await sender.send(anOutboundMail())).toMatchObject({ kind: 'deferred' });
  expect(await sender.send(anOutboundMail())).toMatchObject({ kind: 'accepted' });
  expect(sink.taken[0]).toBe(sink.taken[1]);
});

test('LAW-4: a mail cut off after its dot is not sent again behind our back, on a connection that carried mail before', async () => {
  const sink = await sinkWith();
  const sender = senderTo(sink.port, { connections: 1 });
  await sender.send(anOutboundMail());
  sink.script = { dot: { act: { and: 'hang-up' } } };

  expect(await sender.send(anOutboundMail())).toMatchObject({ kind: 'deferred' });
  expect(sink.taken).toHaveLength(2);
});

test('5321-1: the final dot is given ten minutes', () => {
  expect(rfcPatience.silence).toBe(10 * 60_000);
});

test('F-18: a server that trickles bytes is left when the mail has had its time', async () => {
  const sink = await sinkWith({ dot: { act: { and: 'silence' } } });
  const patience = { connect: 1_000, greeting: 1_000, silence: 60_000, mail: 300 };
  const delivery = await senderTo(sink.port, {}, { patience }).send(anOutboundMail());

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/silent for too long/) });
});

test('F-23: mixed verdicts touch only their own mail, and the connection goes on', async () => {
  const sink = await sinkWith({ RCPT: { act: '550 5.1.1 nobody here', times: 1 } });
  const sender = senderTo(sink.port, { connections: 1 });
  const kinds = await Promise.all([1, 2, 3].map(async () => (await sender.send(anOutboundMail())).kind));

  expect(kinds).toEqual(['refused', 'accepted', 'accepted']);
  expect(sink.connections).toBe(1);
});

test('a connection the server closed while idle costs no mail', async () => {
  const sink = await sinkWith();
  const sender = senderTo(sink.port, { connections: 1 });
  await sender.send(anOutboundMail());
  sink.hangUp();
  // Sent in the same turn: the hang-up may be met before, while or after the envelope leaves.
  const delivery = await sender.send(anOutboundMail());

  expect(delivery.kind).toBe('accepted');
  expect(sink.taken).toHaveLength(2);
});

test('many mails share the connections that are kept open', async () => {
  const sink = await sinkWith();
  const sender = senderTo(sink.port, { connections: 3 });
  const mails = Array.from({ length: 100 }, (_, at) => anOutboundMail({ messageId: messageId(`<${at}@desk.example>`) }));
  const kinds = new Set(await Promise.all(mails.map(async (mail) => (await sender.send(mail)).kind)));

  expect([...kinds]).toEqual(['accepted']);
  expect(sink.connections).toBe(3);
  expect(new Set(sink.taken.map((raw) => /Message-ID: (.*)/.exec(raw)?.[1])).size).toBe(100);
});

test('nobody listens: deferred, and says what to check', async () => {
  const sink = await scriptedSink();
  await sink.close();
  const delivery = await senderTo(sink.port).send(anOutboundMail());

  expect(delivery).toMatchObject({
    kind: 'deferred',
    reply: expect.stringMatching(/ECONNREFUSED.*outgoing\.smtp host and port/),
  });
});

test('A23: a reply never shows the password, even where the server repeats it', async () => {
  const token = Buffer.from('\0desk\0canary-7Q').toString('base64');
  const sink = await sinkWith({ AUTH: { act: `535 no ${token} canary-7Q ${'long '.repeat(200)}` } });
  const { kind, reply } = await senderTo(sink.port, { auth: password }).send(anOutboundMail());

  expect(kind).toBe('deferred');
  expect(reply).not.toMatch(/canary|Y2FuYXJ/);
  expect(reply.length).toBeLessThanOrEqual(300);
});

test('a server that hides AUTH does not get the mail without a login', async () => {
  const sink = await sinkWith({ EHLO: { act: '250 sink' }, AUTH: { act: '502 5.5.1 what?' } });
  expect(await senderTo(sink.port, { auth: password }).send(anOutboundMail())).toMatchObject({ kind: 'deferred' });
  expect(sink.heard.some((line) => line.startsWith('MAIL'))).toBe(false);
});

const oauth2 = {
  issuer: null,
  tokenEndpoint: 'http://127.0.0.1/t',
  clientId: 'c',
  clientSecret: 's',
  refreshToken: 'r',
  scope: null,
};

test('an access token is fetched for each connection', async () => {
  const sink = await sinkWith();
  let fetched = 0;
  const auth = { kind: 'oauth2', user: 'desk@tenant.example', oauth2 } as const;
  const sender = senderTo(sink.port, { auth, connections: 1 }, { accessToken: async () => `token-${++fetched}` });
  await sender.send(anOutboundMail());
  await sender.send(anOutboundMail());
  sink.hangUp();
  await until(async () => (await sender.send(anOutboundMail())).kind === 'accepted');

  const tokens = sink.heard.filter((line) => line.startsWith('AUTH XOAUTH2')).map((line) => line.split(' ')[2] ?? '');
  expect(tokens.map((token) => Buffer.from(token, 'base64').toString())).toEqual([
    'user=desk@tenant.example\x01auth=Bearer token-1\x01\x01',
    'user=desk@tenant.example\x01auth=Bearer token-2\x01\x01',
  ]);
});

test('F-20: no token to be had defers the mail', async () => {
  const sink = await sinkWith();
  const auth = { kind: 'oauth2', user: 'desk@tenant.example', oauth2 } as const;
  const failing = () => Promise.reject(new Error('the identity provider says invalid_grant'));
  const delivery = await senderTo(sink.port, { auth }, { accessToken: failing }).send(anOutboundMail());

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/invalid_grant/) });
});

test('A10: what cannot be written safely is refused, and never reaches the server', async () => {
  const sink = await sinkWith();
  const delivery = await senderTo(sink.port).send(anOutboundMail({ subject: 'hi\r\nBcc: eve@evil.example' }));

  expect(delivery).toMatchObject({ kind: 'refused', reply: expect.stringMatching(/Subject/) });
  expect(sink.connections).toBe(0);
});

test('an attachment that cannot be read defers the mail and leaves no half of it', async () => {
  const sink = await sinkWith();
  const file = { filename: 'a.txt', contentType: 'text/plain', size: 3, inline: false, cid: null, sha256: sha256('gone') };
  const delivery = await senderTo(sink.port).send(anOutboundMail({ attachments: [file] }));

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/no blob gone/) });
  expect(sink.taken).toEqual([]);
});

test('F-12: closing gives the mails under way their time, then defers them', async () => {
  const sink = await sinkWith({ dot: { act: { and: 'silence' }, times: 1 } });
  const sender = senderTo(sink.port);
  const sending = sender.send(anOutboundMail());
  await until(() => sink.taken.length === 1);
  const start = performance.now();
  await sender.close();

  expect(await sending).toMatchObject({ kind: 'deferred' });
  expect(performance.now() - start).toBeLessThan(8_000);
  expect(await sender.send(anOutboundMail())).toMatchObject({ kind: 'deferred' });
});
