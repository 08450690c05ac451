import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startDovecot } from '../support/dovecot.ts';
import { freePort } from '../support/free-port.ts';
import { until } from '../support/until.ts';
import { peakIn, startDesk } from './desk-process.ts';
import type { Figure, Share } from './figure.ts';
import { deskAddress, writerOf } from './mails.ts';
import { type Office, office } from './office.ts';
import { launcherPreload, main, peakReport } from './paths.ts';
import { startSink } from './sink.ts';

const size = 50 * 2 ** 20;
const most = 200;

/** (f): one mail of 50 MB by each way in; the most memory the process ever had. */
export async function memoryFigures(share: Share): Promise<Figure[]> {
  const mail = largeMail(share.mails(size));
  return [
    figureOf('by `maildesk deliver`', await byPipe(mail)),
    figureOf('by the SMTP listener', await bySmtp(mail)),
    figureOf('by IMAP', await byImap(mail)),
  ];
}

/** A short text and an attachment that does not compress. */
function largeMail(bytes: number): Buffer {
  const { name, address, domain } = writerOf(0);
  const head = [
    `Authentication-Results: mx.acme.example; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`,
    `From: ${name} <${address}>`,
    `To: ${deskAddress}`,
    'Subject: The whole log',
    'Message-ID: <large@company0.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=_large"',
    '',
    '--=_large',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The log is attached.',
    '--=_large',
    'Content-Type: application/octet-stream; name="log.bin"',
    'Content-Disposition: attachment; filename="log.bin"',
    'Content-Transfer-Encoding: base64',
    '',
    '',
  ].join('\r\n');
  const encoded = randomBytes(Math.floor((bytes / 78) * 57)).toString('base64');
  const lines = encoded.match(/.{1,76}/g) ?? [];
  return Buffer.from(`${head}${lines.join('\r\n')}\r\n--=_large--\r\n`);
}

async function byPipe(mail: Buffer): Promise<number> {
  await using place = await office({}, 'small');
  const file = join(place.dir, 'large.eml');
  const report = join(place.dir, 'peak');
  await writeFile(file, mail);
  const args = [
    '--import',
    launcherPreload,
    '--import',
    peakReport,
    main,
    'deliver',
    '--config',
    place.config,
    '--data',
    place.data,
    file,
  ];
  const env = { ...process.env, MAILDESK_PEAK_FILE: report };
  const [code] = await once(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env }), 'exit');
  if (code !== 0) throw new Error(`maildesk deliver ended with ${code}`);
  return peakIn(report);
}

async function bySmtp(mail: Buffer): Promise<number> {
  await using sink = await startSink();
  const listen = await freePort();
  await using place = await office({ listen, smtp: sink.port }, 'small');
  await using desk = await startDesk(place, { prepared: true });
  const relay = createTransport({ host: '127.0.0.1', port: listen, secure: false, ignoreTLS: true });
  await relay.sendMail({ envelope: { from: writerOf(0).address, to: deskAddress }, raw: mail });
  relay.close();
  await told(sink);
  return desk.stop();
}

async function byImap(mail: Buffer): Promise<number> {
  await using dovecot = await startDovecot();
  await using sink = await startSink();
  await using place: Office = await office({ imap: dovecot.port, smtp: sink.port }, 'small');
  await dovecot.deliver('support', mail);
  await using desk = await startDesk(place, { prepared: true });
  await told(sink);
  await until(async () => (await dovecot.mailsIn('support')).length === 0, { what: 'the mail to be filed' });
  return desk.stop();
}

/** The associate hears of every ticket, however it came; the customer only where the way in proves them. */
const told = (sink: Awaited<ReturnType<typeof startSink>>): Promise<unknown> =>
  until(() => sink.mails.length > 0, { within: 60_000, what: 'the mail to be told of' });

const figureOf = (way: string, peak: number): Figure => ({
  row: 'f',
  what: `peak memory for a mail of 50 MB, ${way}`,
  figure: `${Math.round(peak)} MB`,
  bare: null,
  ratio: null,
  target: `${most} MB or less`,
  met: peak <= most,
});
