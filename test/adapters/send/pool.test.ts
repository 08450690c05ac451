import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpSender } from '../../../src/adapters/email/send/smtp.ts';
import type { Sender } from '../../../src/domain/sender.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function senderTo(port: number): Sender {
  const account = { host: '127.0.0.1', port, secure: false, rejectUnauthorized: true, auth: null, connections: 5 };
  return smtpSender(account, {
    attachments: blobsOf({}),
    dkim: null,
    accessToken: null,
    log: { info() {}, warn() {}, error() {} },
  });
}

async function perSecond(mails: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (mails / (performance.now() - start)) * 1_000;
}

test('connections kept open carry mail at least 20 times faster than one connection a mail', async () => {
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false, closeTimeout: 100 },
    onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  ends.push(() => new Promise((done) => server.close(done)));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('expected a TCP address');
  const { port } = address;

  const pooled = senderTo(port);
  ends.push(pooled.close);
  await Promise.all(Array.from({ length: 50 }, () => pooled.send(anOutboundMail())));
  const kept = await perSecond(500, () => Promise.all(Array.from({ length: 500 }, () => pooled.send(anOutboundMail()))));
  const single = await perSecond(5, async () => {
    for (let mail = 0; mail < 5; mail++) {
      const sender = senderTo(port);
      await sender.send(anOutboundMail());
      await sender.close();
    }
  });
  expect(kept / single).toBeGreaterThan(20);
});
