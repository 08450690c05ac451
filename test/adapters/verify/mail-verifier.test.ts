import { describe, expect, test } from 'vitest';
import { mailVerifier } from '../../../src/adapters/email/verify/mail-verifier.ts';
import { ownProof } from '../../../src/domain/authenticate/own-proof.ts';
import type { Handing } from '../../../src/domain/authenticate/verification.ts';
import { day, now } from '../../domain/parts.ts';
import { parseRaw } from '../mime/parse.ts';
import { acmeZone, aKey, offlineDns, plainMail, sealed, signed, type Zone } from './signed-mail.ts';

const unknown: Handing = { clientIp: null, helo: '', mailFrom: 'maria@acme.example', at: now };
const check = (mail: string, zone: Zone = acmeZone(), handing: Partial<Handing> = {}, deadline = 5_000) =>
  mailVerifier(offlineDns(zone), deadline)(Buffer.from(mail), { ...unknown, ...handing });

describe('our own verification of a mail', () => {
  test('a mail signed by its domain passes; the key and every answer of DNS are kept (6376-3)', async () => {
    const found = await check(await signed(plainMail()));
    expect(found).toMatchObject({
      from: ['maria@acme.example'],
      dmarc: { result: 'pass', policy: 'reject', record: 'v=DMARC1; p=reject' },
      signatures: [
        {
          domain: 'acme.example',
          selector: 's1',
          result: 'pass',
          aligned: true,
          limited: false,
          keyBits: 2048,
          signedAt: now,
          signed: ['date', 'from', 'message-id', 'subject', 'to'],
        },
      ],
      spf: { result: 'not evaluated' },
      arc: 'none',
    });
    const record = aKey(2048).record;
    expect(found.signatures[0]?.key.replace(/\s/g, '')).toBe(record.replace(/\s/g, ''));
    expect(found.answers).toContainEqual({ name: 's1._domainkey.acme.example', type: 'TXT', answer: [record], error: '' });
  });

  test('6376-3: a later verification with another key fails, what was kept says why it once passed', async () => {
    const mail = await signed(plainMail());
    const rotated = { ...acmeZone(), 's1._domainkey.acme.example': { TXT: [[aKey(2048, 'second').record]] } };
    expect((await check(mail, rotated)).signatures[0]).toMatchObject({ result: 'fail', why: 'bad signature' });
  });

  test.each<[string, (mail: string) => string]>([
    ['a letter of the body', (mail) => mail.replace('!close', '!c1ose')],
    ['a word below', (mail) => `${mail}!reopen\r\n`],
    ['From', (mail) => mail.replace('maria@', 'ravi@')],
    ['Subject', (mail) => mail.replace('Printer', 'Scanner')],
    ['Message-ID', (mail) => mail.replace('<1@', '<2@')],
  ])('a signed mail with another %s passes nothing', async (_, change) => {
    const found = await check(change(await signed(plainMail())));
    expect(found.signatures.map(({ result }) => result)).toEqual(['fail']);
    expect(found.dmarc.result).toBe('fail');
  });

  test('6376-2: rsa-sha1 fails', async () => {
    const found = await check(await signed(plainMail(), { algorithm: 'rsa-sha1' }));
    expect(found.signatures[0]).toMatchObject({ result: 'fail', why: 'weak algorithm' });
  });

  test('6376-2: a key of 512 bits fails, one of 1024 does not', async () => {
    const zoneOf = (bits: 512 | 1024) => ({ ...acmeZone(), 's1._domainkey.acme.example': { TXT: [[aKey(bits).record]] } });
    const short = await check(await signed(plainMail(), { key: aKey(512) }), zoneOf(512));
    expect(short.signatures[0]).toMatchObject({ result: 'fail', why: 'weak-key' });
    const enough = await check(await signed(plainMail(), { key: aKey(1024) }), zoneOf(1024));
    expect(enough.signatures[0]).toMatchObject({ result: 'pass', keyBits: 1024 });
  });

  test('an ed25519 key has no bits to count', async () => {
    const key = aKey('ed25519');
    const zone = { ...acmeZone(), 's1._domainkey.acme.example': { TXT: [[key.record]] } };
    const found = await check(await signed(plainMail(), { key, algorithm: 'ed25519-sha256' }), zone);
    expect(found.signatures[0]).toMatchObject({ result: 'pass', keyBits: null });
  });

  test('6376-1: what a signature leaves out is told: fields, the end of the body', async () => {
    const found = await check(await signed(plainMail(), { fields: 'From:Date', maxBodyLength: 3 }));
    expect(found.signatures[0]).toMatchObject({ signed: ['date', 'from'], limited: true });
  });

  test('x= is measured by the hour the mail came, not by the hour it is looked at', async () => {
    const mail = await signed(plainMail(), { expires: now + day });
    expect((await check(mail)).signatures[0]?.result).toBe('pass');
    expect((await check(mail, acmeZone(), { at: now + 2 * day })).signatures[0]).toMatchObject({
      result: 'fail',
      why: 'expired',
    });
  });

  test('9989-1: a domain without a DMARC record has no result', async () => {
    const { '_dmarc.acme.example': _, ...zone } = acmeZone();
    expect((await check(await signed(plainMail()), zone)).dmarc).toMatchObject({ result: 'none' });
  });

  test('9989-1, 5322-2: two mailboxes in From, or two fields, have no result', async () => {
    const two = await check(await signed(plainMail({ From: 'maria@acme.example, evil@evil.example' })));
    expect(two).toMatchObject({ dmarc: { result: 'none' }, from: ['maria@acme.example', 'evil@evil.example'] });
    const fields = await check(`From: evil@evil.example\r\n${await signed(plainMail())}`);
    expect(fields.dmarc).toMatchObject({ result: 'none', why: 'multiple from fields' });
  });

  test('9989-3: p=none and t=y change nothing of alignment', async () => {
    const lax = { ...acmeZone(), '_dmarc.acme.example': { TXT: [['v=DMARC1; p=none; t=y']] } };
    expect((await check(await signed(plainMail()), lax)).dmarc.result).toBe('pass');
    const foreign = { ...lax, 's1._domainkey.evil.example': { TXT: [[aKey(2048).record]] } };
    const found = await check(await signed(plainMail(), { domain: 'evil.example' }), foreign);
    expect(found).toMatchObject({ dmarc: { result: 'fail' }, signatures: [{ result: 'pass', aligned: false }] });
  });

  test('a sub-domain signs for its organisation, unless the record says strictly', async () => {
    const zone = { ...acmeZone(), 's1._domainkey.mail.acme.example': { TXT: [[aKey(2048).record]] } };
    const mail = await signed(plainMail(), { domain: 'mail.acme.example' });
    expect(await check(mail, zone)).toMatchObject({ dmarc: { result: 'pass' }, signatures: [{ aligned: true }] });
    const strict = { ...zone, '_dmarc.acme.example': { TXT: [['v=DMARC1; p=reject; adkim=s']] } };
    expect(await check(mail, strict)).toMatchObject({ dmarc: { result: 'fail' }, signatures: [{ aligned: false }] });
  });

  test('7208-1: SPF is asked with the border’s client, and only then', async () => {
    const zone = { ...acmeZone(), 'acme.example': { TXT: [['v=spf1 ip4:192.0.2.1 -all']] } };
    expect((await check(plainMail(), zone)).spf).toEqual({ result: 'not evaluated', domain: '', clientIp: '' });
    const ours = await check(plainMail(), zone, { clientIp: '192.0.2.1', helo: 'mail.acme.example' });
    expect(ours).toMatchObject({ spf: { result: 'pass', domain: 'acme.example', clientIp: '192.0.2.1' } });
    const other = await check(plainMail(), zone, { clientIp: '198.51.100.7', helo: 'mail.evil.example' });
    expect(other).toMatchObject({ spf: { result: 'fail' }, dmarc: { result: 'fail' } });
  });

  test.each(['SERVFAIL', 'silent'] as const)('F-43, 9989-2: DNS that answers %s is a temporary error, in time', async (how) => {
    const mail = await signed(plainMail());
    const zone = acmeZone();
    const noKey = await check(mail, { ...zone, 's1._domainkey.acme.example': { TXT: how } }, {}, 300);
    expect(noKey.signatures[0]?.result).toBe('temperror');
    const noPolicy = await check(mail, { ...zone, '_dmarc.acme.example': { TXT: how } }, {}, 300);
    expect(noPolicy.dmarc.result).toBe('temperror');
    expect(noPolicy.answers.filter(({ error }) => error !== '').map(({ error }) => error)).toContain(
      how === 'silent' ? 'ETIMEOUT' : 'ESERVFAIL',
    );
  });

  test('each question is asked once, whatever a mail repeats', async () => {
    const dns = offlineDns(acmeZone());
    const twice = await signed(await signed(plainMail()));
    await mailVerifier(dns, 5_000)(Buffer.from(twice), unknown);
    expect(dns.asked).toEqual([...new Set(dns.asked)]);
  });

  test('a mail in small pieces is the same mail; no bytes are no mail and no throw', async () => {
    const mail = Buffer.from(await signed(plainMail()));
    const verifier = mailVerifier(offlineDns(acmeZone()), 5_000);
    async function* pieces() {
      for (let at = 0; at < mail.length; at += 7) yield mail.subarray(at, at + 7);
    }
    expect((await verifier(pieces(), unknown)).dmarc.result).toBe('pass');
    expect(await verifier(Buffer.alloc(0), unknown)).toMatchObject({ from: [], signatures: [], dmarc: { result: 'none' } });
    expect(await verifier(Buffer.from('no head at all'), unknown)).toMatchObject({ signatures: [], dmarc: { result: 'none' } });
  });
});

describe('8617-1: a mail that a list changed and sealed', () => {
  const zone = (): Zone => ({ ...acmeZone(), 'arc._domainkey.list.example': { TXT: [[aKey(2048).record]] } });
  const passed = 'dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example';
  const proofOf = async (mail: string, sealers: readonly string[]) => {
    const parsed = await parseRaw(Buffer.from(mail));
    if (parsed.kind !== 'mail') throw new Error(parsed.why);
    const found = await check(mail, zone());
    return { arc: found.arc, ...ownProof(parsed.mail, 'maria@acme.example', found, now, sealers) };
  };

  test('its seal holds, and counts only where we list its sealer', async () => {
    const mail = await sealed(await signed(plainMail()), passed);
    expect(await proofOf(mail, ['list.example'])).toMatchObject({
      arc: 'pass',
      result: 'pass',
      by: expect.stringContaining('(ARC)'),
    });
    expect(await proofOf(mail, [])).toMatchObject({ arc: 'pass', result: 'none' });
  });

  test('changed after it was sealed, or sealed by one who saw a failure, it proves nothing', async () => {
    const mail = await sealed(await signed(plainMail()), passed);
    expect(await proofOf(mail.replace('!close', '!c1ose'), ['list.example'])).toMatchObject({ arc: 'fail', result: 'none' });
    const failed = await sealed(await signed(plainMail()), passed.replace('dmarc=pass', 'dmarc=fail'));
    expect(await proofOf(failed, ['list.example'])).toMatchObject({ arc: 'pass', result: 'none' });
  });
});

describe('A13: mails that are meant to keep the verifier busy', () => {
  const chunks = async function* (mail: Buffer) {
    for (let at = 0; at < mail.length; at += 65_536) yield mail.subarray(at, at + 65_536);
  };
  test.each([
    ['a head that never ends', `X: ${'a'.repeat(20_000_000)}`],
    ['100,000 fields', `${'X: a\r\n'.repeat(100_000)}\r\n`],
    ['fields of no end and no name', 'a:\n'.repeat(1_000_000)],
    [
      'a signature of 60,000 names',
      `DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s; bh=x; b=x; h=${'zz:'.repeat(60_000)}from\r\nFrom: a@a.example\r\n\r\nx`,
    ],
    ['very many tags', `DKIM-Signature: ${'t=1;'.repeat(40_000)}\r\nFrom: a@a.example\r\n\r\nx`],
    ['a From of 50,000 addresses', `From: ${'a@b.example,'.repeat(20_000)}\r\n\r\nx`],
    ['a From of brackets within brackets', `From: ${'('.repeat(100_000)}a@b.example\r\n\r\nx`],
    ['a body of 20 MB in one line', `From: a@b.example\r\n\r\n${'a '.repeat(10_000_000)}`],
  ])('%s: under two seconds, and nothing is thrown', async (_, text) => {
    const mail = Buffer.from(text);
    for (const content of [mail, chunks(mail)]) {
      const start = performance.now();
      await mailVerifier(offlineDns(acmeZone()), 1_000)(content, unknown);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});
