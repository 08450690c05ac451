import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { readLedger } from './smtp-ledger.ts';
import { startSink } from './smtp-sink.ts';
import { until } from './until.ts';

const mail = {
  from: 'Acme Support <support@acme.example>',
  to: 'asha@globex.example',
  subject: 'Grüße',
  text: 'Tray 2.',
  html: '<p>Tray 2.</p>',
  messageId: '<1@acme.example>',
};
const relay = (port: number, more = {}) => createTransport({ host: '127.0.0.1', port, ignoreTLS: true, ...more });

test('a sink keeps what it takes, raw and parsed', async () => {
  await using sink = await startSink();
  await relay(sink.port, { auth: { user: 'desk', pass: 'any' } }).sendMail(mail);
  const [taken] = await sink.waitFor(1);
  expect(taken).toMatchObject({
    envelopeFrom: 'support@acme.example',
    recipients: ['asha@globex.example'],
    messageId: '<1@acme.example>',
    user: 'desk',
    subject: 'Grüße',
    text: 'Tray 2.',
    html: '<p>Tray 2.</p>',
    from: ['support@acme.example'],
    to: ['asha@globex.example'],
  });
  expect(taken?.headers.get('message-id')).toBe('<1@acme.example>');
  expect(sink.records).toHaveLength(1);
});

test.each(['EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'DOT'] as const)(
  'a sink refuses at %s as often as told, then takes',
  async (stage) => {
    await using sink = await startSink();
    sink.refuse(stage, 451, 'later, please', 2);
    const transport = relay(sink.port, { auth: { user: 'desk', pass: 'any' } });
    for (const _ of [1, 2]) await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    expect(sink.records).toEqual([]);
    await transport.sendMail(mail);
    expect(sink.records).toHaveLength(1);
  },
);

test('a sink refuses one recipient and takes the others', async () => {
  await using sink = await startSink();
  sink.refuse('RCPT', 550, 'no such user', 1, 'nobody@globex.example');
  const { rejected } = await relay(sink.port).sendMail({ ...mail, to: ['asha@globex.example', 'nobody@globex.example'] });
  expect(rejected).toEqual(['nobody@globex.example']);
  expect(sink.records[0]?.recipients).toEqual(['asha@globex.example']);
});

test('a stall after the dot takes nothing and answers nothing', async () => {
  await using sink = await startSink();
  sink.stallAfterDot();
  await expect(relay(sink.port, { socketTimeout: 200 }).sendMail(mail)).rejects.toThrow();
  expect(sink.records).toEqual([]);
});

test('a cut before the 250 loses the answer, not the mail', async () => {
  await using sink = await startSink();
  sink.cutBefore250();
  await expect(relay(sink.port).sendMail(mail)).rejects.toThrow();
  expect(sink.records).toHaveLength(1);
});

test('a cut after the 250 loses neither', async () => {
  await using sink = await startSink();
  sink.cutAfter250();
  await relay(sink.port).sendMail(mail);
  expect(sink.records).toHaveLength(1);
});

test('who is not let in is told 535', async () => {
  await using sink = await startSink({ mayLogIn: ({ accessToken }) => accessToken === 'good' });
  const auth = (accessToken: string) => ({ auth: { type: 'OAuth2', user: 'support', accessToken } });
  await expect(relay(sink.port, auth('bad')).sendMail(mail)).rejects.toMatchObject({ responseCode: 535 });
  await relay(sink.port, auth('good')).sendMail(mail);
  expect(sink.records).toHaveLength(1);
});

test('a wait that is in vain says what the sink has', async () => {
  await using sink = await startSink();
  await relay(sink.port).sendMail(mail);
  await expect(sink.waitFor(2, 50)).rejects.toThrow(/2 mails.*\n {2}to asha@globex.example: Grüße/);
  await expect(sink.waitFor(({ subject }) => subject === 'x', 50)).rejects.toThrow(/Grüße/);
});

test('the ledger of a sink that is killed holds every mail that got its 250', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sink-'));
  const ledger = join(folder, 'ledger.jsonl');
  const program = new URL('smtp-sink-process.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, ledger], { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  const port = Number(await until(() => /ready (\d+)/.exec(said)?.[1], { what: 'the sink' }));
  const transport = relay(port, { pool: true, maxConnections: 4 });
  await Promise.all(Array.from({ length: 20 }, (_, i) => transport.sendMail({ ...mail, messageId: `<${i}@acme.example>` })));
  child.kill('SIGKILL');
  const ids = readLedger(ledger).map(({ messageId }) => messageId);
  expect(new Set(ids).size).toBe(20);
  expect(readLedger(ledger)[0]?.raw.toString()).toContain('Tray 2.');
  await rm(folder, { recursive: true });
});
