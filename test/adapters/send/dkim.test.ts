import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { expect, test } from 'vitest';
import { dkimRecord } from '../../../src/adapters/config/dkim-key.ts';
import { signedMail } from '../../../src/adapters/email/send/signed-mail.ts';
import { sha256 } from '../../../src/domain/ids.ts';
import type { OutboundMail } from '../../../src/domain/sender.ts';
import type { DkimSettings } from '../../../src/domain/settings.ts';
import { aKey } from '../verify/signed-mail.ts';
import { anOutboundMail, blobsOf } from './an-outbound-mail.ts';

const store = blobsOf({ aa: Buffer.from('a\r\n \t b\r\n\r\n\r\n'.repeat(20_000)) });
const file = {
  filename: 'log.txt',
  contentType: 'text/plain',
  size: 200_000,
  inline: false,
  cid: null,
  sha256: sha256('aa'),
};

const settingsWith = (kind: 1024 | 2048 | 'ed25519'): DkimSettings => ({
  domain: 'desk.example',
  selector: 'desk1',
  key: aKey(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

async function signed(mail: OutboundMail, dkim: DkimSettings): Promise<Buffer> {
  const { content } = await signedMail(mail, { attachments: store, dkim });
  return Buffer.isBuffer(content) ? content : buffer(content);
}

/** As a receiver sees it, who knows of DNS only what `maildesk check` tells to publish. */
async function verdictOn(raw: Buffer, dkim: DkimSettings) {
  const { name, text } = dkimRecord(dkim);
  const resolver = async (asked: string) => {
    if (asked !== name) throw Object.assign(new Error('not found'), { code: 'ENOTFOUND' });
    return [[text]];
  };
  const { results } = await dkimVerify(raw, { resolver });
  expect(results).toHaveLength(1);
  const [result] = results;
  return { result: result?.status.result, aligned: result?.status.aligned, cut: result?.status.underSized ?? false };
}

const kinds = [1024, 2048, 'ed25519'] as const;

test.each(kinds)('6376-1: a mail signed with a key of %s verifies, with a file and without, long fields folded', async (kind) => {
  const dkim = settingsWith(kind);
  const mails = [anOutboundMail(), anOutboundMail({ attachments: [file] }), anOutboundMail({ subject: 'Ünïcödé '.repeat(40) })];
  for (const mail of mails) {
    const raw = await signed(mail, dkim);
    expect(await verdictOn(raw, dkim)).toEqual({ result: 'pass', aligned: 'desk.example', cut: false });
    const [field = ''] = raw.toString('latin1').split(/\r\n(?![ \t])/);
    expect(Math.max(...field.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  }
});

test('A19: From, To, Subject, Date and Message-ID are signed, and all of the body', async () => {
  const raw = (await signed(anOutboundMail(), settingsWith('ed25519'))).toString('latin1');
  const [field = ''] = raw.replaceAll('\r\n ', '').split('\r\n');
  const tags = new Map(
    field
      .slice('DKIM-Signature: '.length)
      .split(';')
      .map((tag) => tag.trim().split(/=(.*)/s) as [string, string]),
  );
  const names = tags.get('h')?.replaceAll(' ', '').split(':') ?? [];
  expect(names).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id', 'reply-to', 'content-type']));
  expect(names.filter((name) => name === 'from')).toHaveLength(2);
  expect([tags.get('d'), tags.get('s'), tags.get('c')]).toEqual(['desk.example', 'desk1', 'relaxed/relaxed']);
  expect(tags.has('l')).toBe(false);
});

test('a second From, another subject or another word breaks the signature', async () => {
  const dkim = settingsWith('ed25519');
  const raw = (await signed(anOutboundMail(), dkim)).toString('latin1');
  const changed = [
    raw.replace('\r\nFrom:', '\r\nFrom: eve@evil.example\r\nFrom:'),
    raw.replace('Printer jams', 'Printer jam'),
    raw.replace('your request', 'your quest'),
  ];
  for (const one of changed) {
    expect(one).not.toBe(raw);
    expect((await verdictOn(Buffer.from(one, 'latin1'), dkim)).result).not.toBe('pass');
  }
});

test('the same mail at the same moment is signed the same, and nothing but the signature is added', async () => {
  const dkim = settingsWith(2048);
  const mail = anOutboundMail({ attachments: [file] });
  const once = await signed(mail, dkim);
  const plain = await buffer((await signedMail(mail, { attachments: store, dkim: null })).content as NodeJS.ReadableStream);
  expect(
    createHash('sha256')
      .update(await signed(mail, dkim))
      .digest('hex'),
  ).toBe(createHash('sha256').update(once).digest('hex'));
  expect(once.subarray(once.length - plain.length).equals(plain)).toBe(true);
});

test('whatever a mail says, its signature verifies', async () => {
  const dkim = settingsWith('ed25519');
  const words = fc.array(fc.constantFrom('\r', '\n', '\r\n', ' ', '\t', '.', 'a', 'ä', '=', '-- ', 'x'.repeat(1_100)), {
    maxLength: 40,
  });
  const text = words.map((list) => list.join(''));
  await fc.assert(
    fc.asyncProperty(text, text, fc.string({ maxLength: 200 }), async (plain, html, subject) => {
      const safe = subject.replace(/[\r\n\0]/g, '');
      const raw = await signed(anOutboundMail({ text: plain, html, subject: safe }), dkim);
      expect((await verdictOn(raw, dkim)).result).toBe('pass');
    }),
    { numRuns: 150 },
  );
});
