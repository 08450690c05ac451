import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { maildirSender } from '../../../src/adapters/email/send/maildir.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import type { Sender } from '../../../src/domain/sender.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';

let root: string;
let dir: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'maildir-'));
  dir = join(root, 'out', 'going');
});
afterEach(() => rm(root, { recursive: true, force: true }));

function sender(into = dir): Sender {
  let count = 0;
  return maildirSender(into, {
    dkim: null,
    attachments: blobsOf({ aa: Buffer.from('bytes\r\nof a file') }),
    hostname: 'desk/one:two',
    now: () => 1_772_422_200_123,
    pid: 4711,
    nonce: () => String(++count),
  });
}

test('a mail is left in new, whole, under a name of its own, and nothing stays in tmp', async () => {
  const desk = sender();
  const deliveries = [await desk.send(anOutboundMail()), await desk.send(anOutboundMail())];
  const names = await readdir(join(dir, 'new'));

  expect(deliveries.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
  expect(names.toSorted()).toEqual([1, 2].map((n) => `1772422200.M123000P4711Q${n}.desk\\057one\\072two`));
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
  expect(await readdir(join(dir, 'cur'))).toEqual([]);
  const raw = await readFile(join(dir, 'new', names[0] ?? ''));
  expect(raw.includes('\r')).toBe(false);
  expect(await simpleParser(raw)).toMatchObject({ subject: '[HD-1042] Printer jams', messageId: '<1.abc@desk.example>' });
});

test('an attachment comes along', async () => {
  const file = { filename: 'a.txt', contentType: 'text/plain', size: 16, inline: false, cid: null, sha256: sha256('aa') };
  await sender().send(anOutboundMail({ attachments: [file] }));
  const [name = ''] = await readdir(join(dir, 'new'));
  const mail = await simpleParser(await readFile(join(dir, 'new', name)));

  expect(mail.attachments[0]?.content.toString()).toBe('bytes\r\nof a file');
});

test('a path through a file is deferred, and says what to do', async () => {
  await writeFile(join(root, 'file'), '');
  const delivery = await sender(join(root, 'file', 'going')).send(anOutboundMail());

  expect(delivery).toMatchObject({
    kind: 'deferred',
    reply: expect.stringMatching(/cannot be left in .*ENOTDIR.*outgoing\.maildir/),
  });
});

test.skipIf(process.getuid?.() === 0)('an unwritable directory is deferred, and says what to do', async () => {
  await chmod(root, 0o500);
  const delivery = await sender().send(anOutboundMail());
  await chmod(root, 0o700);

  expect(delivery).toMatchObject({ kind: 'deferred', reply: expect.stringMatching(/EACCES.*writable/) });
});

test('A10: what cannot be written safely is refused, and leaves no file', async () => {
  expect(await sender().send(anOutboundMail({ subject: 'a\nb' }))).toMatchObject({ kind: 'refused' });
  await expect(readdir(join(dir, 'new'))).rejects.toThrow(/ENOENT/);
});

test('a mail whose attachment is gone leaves no half of it behind', async () => {
  const file = { filename: 'a.txt', contentType: 'text/plain', size: 3, inline: false, cid: null, sha256: sha256('gone') };
  await expect(sender().send(anOutboundMail({ attachments: [file] }))).rejects.toThrow(/no blob gone/);
  expect(await readdir(join(dir, 'tmp'))).toEqual([]);
  expect(await readdir(join(dir, 'new'))).toEqual([]);
});
