import { describe, expect, test } from 'vitest';
import { isOverSigned, ownProof } from '../../src/domain/authenticate/own-proof.ts';
import type { Signature, Verification } from '../../src/domain/authenticate/verification.ts';
import type { Header } from '../../src/domain/mail.ts';
import { day, header, now } from './parts.ts';

const all = ['date', 'from', 'message-id', 'subject', 'to'];
const signature = (other: Partial<Signature> = {}): Signature => ({
  domain: 'acme.example',
  selector: 's1',
  algorithm: 'rsa-sha256',
  result: 'pass',
  why: '',
  aligned: true,
  signed: all,
  limited: false,
  signedAt: now,
  expires: null,
  keyBits: 2048,
  key: 'v=DKIM1; p=…',
  ...other,
});
const dmarc = (result: Verification['dmarc']['result']) => ({ result, why: '', policy: 'reject', record: 'v=DMARC1; p=reject' });
const found = (other: Partial<Verification> = {}): Verification => ({
  from: ['maria@acme.example'],
  signatures: [signature()],
  spf: { result: 'not evaluated', domain: '', clientIp: '' },
  dmarc: dmarc('pass'),
  arc: 'none',
  answers: [],
  ...other,
});
const fields: Header[] = [
  header('From', 'Maria <maria@acme.example>'),
  header('To', 'support@acme.example'),
  header('Subject', 'Hello'),
  header('Date', 'Mon, 2 Mar 2026 09:00:00 +0000'),
  header('Message-ID', '<1@acme.example>'),
];
const proof = (verification: Verification, headers = fields, sealers: string[] = [], date: number | null = now) =>
  ownProof({ headers, date }, 'maria@acme.example', verification, now, sealers);

describe('what our own verification is worth', () => {
  test('an aligned signature over all that commands rest on is a pass', () => {
    expect(proof(found())).toEqual({
      result: 'pass',
      alignedDomain: 'acme.example',
      by: 'dmarc pass, signed by acme.example (s1, 2048 bit)',
      retryable: false,
    });
  });

  test.each<[string, Partial<Signature>, RegExp]>([
    ...all.map((name): [string, Partial<Signature>, RegExp] => [
      `6376-1: without ${name} signed`,
      { signed: all.filter((one) => one !== name) },
      new RegExp(`does not cover ${name}`),
    ]),
    ['6376-1, A19: with l=', { limited: true }, /part of the body/],
    ['6376-1: older than 7 days', { signedAt: now - 7 * day - 1000 }, /7 days old/],
    ['from the future', { signedAt: now + 2 * day }, /future/],
    ['expired', { expires: now - 1000 }, /expired/],
    ['6376-2: with rsa-sha1', { algorithm: 'rsa-sha1' }, /rsa-sha1/],
    ['6376-2: with a key of 1023 bit', { keyBits: 1023 }, /1023 bit/],
    ['that fails', { result: 'fail', why: 'bad signature' }, /bad signature/],
  ])('a signature %s is none, though DMARC passes', (_, other, why) => {
    expect(proof(found({ signatures: [signature(other)] }))).toMatchObject({
      result: 'none',
      retryable: false,
      by: expect.stringMatching(why),
    });
  });

  test('6376-1: exactly 7 days and 1024 bit still do; without t= the signed Date counts', () => {
    expect(proof(found({ signatures: [signature({ signedAt: now - 7 * day, keyBits: 1024 })] })).result).toBe('pass');
    const undated = found({ signatures: [signature({ signedAt: null })] });
    expect(proof(undated).result).toBe('pass');
    expect(proof(undated, fields, [], now - 8 * day).result).toBe('none');
    expect(proof(undated, fields, [], null).result).toBe('none');
  });

  test('one good signature is enough beside bad ones', () => {
    const others = [signature({ limited: true }), signature({ result: 'fail', why: 'x' }), signature()];
    expect(proof(found({ signatures: others })).result).toBe('pass');
  });

  test('A20: a signature of somebody else, and SPF alone, are none', () => {
    expect(proof(found({ signatures: [signature({ domain: 'evil.example', aligned: false })] }))).toMatchObject({
      result: 'none',
      by: 'no signature of the From domain, only of evil.example',
    });
    const spf = { result: 'pass' as const, domain: 'acme.example', clientIp: '192.0.2.1' };
    expect(proof(found({ signatures: [], spf }))).toMatchObject({ result: 'none', by: 'no signature' });
  });

  test.each([[[]], [['evil@evil.example']], [['maria@acme.example', 'evil@evil.example']]])(
    'A12: a verifier that reads %j in From proves nothing',
    (from) => {
      expect(proof(found({ from }))).toMatchObject({ result: 'none', by: 'the verifier reads another From' });
    },
  );

  test.each(['From', 'To', 'Subject', 'Date', 'Message-ID'])(
    'A19: a second %s on top of the signed one proves nothing',
    (name) => {
      expect(proof(found(), [header(name, 'x'), ...fields]).result).toBe('none');
    },
  );

  test('9989-1: no DMARC record, no pass, however good the signature', () => {
    expect(proof(found({ dmarc: { ...dmarc('none'), why: 'the domain publishes no DMARC record' } }))).toMatchObject({
      result: 'none',
      by: 'dmarc none: the domain publishes no DMARC record',
    });
  });

  test('a failure is one only where SPF could be asked too (7208-1)', () => {
    const failed = { signatures: [signature({ result: 'fail', why: 'body hash' })], dmarc: dmarc('fail') };
    expect(proof(found(failed)).result).toBe('none');
    const spf = { result: 'fail' as const, domain: 'acme.example', clientIp: '192.0.2.1' };
    expect(proof(found({ ...failed, spf })).result).toBe('fail');
  });

  test.each<[string, Partial<Verification>, boolean]>([
    ['of the policy', { dmarc: dmarc('temperror') }, true],
    ['of the key', { dmarc: dmarc('fail'), signatures: [signature({ result: 'temperror' })] }, true],
    [
      'of SPF, where that alone would decide',
      { dmarc: dmarc('fail'), signatures: [], spf: { result: 'temperror', domain: '', clientIp: '1.2.3.4' } },
      true,
    ],
    ['of a stranger’s key', { dmarc: dmarc('fail'), signatures: [signature({ aligned: false, result: 'temperror' })] }, false],
  ])('F-43, 9989-2: DNS without an answer %s: to be tried again is %s', (_, other, retryable) => {
    expect(proof(found(other))).toMatchObject({ result: 'none', retryable });
  });
});

describe('8617-1: seals', () => {
  const sealedMail = (aar: string, sealers = ['list.example'], h = 'from:to:subject:date:message-id') => [
    ...sealers.toReversed().map((d, at) => header('ARC-Seal', `i=${sealers.length - at}; cv=pass; d=${d}; s=a; b=x`)),
    header('ARC-Message-Signature', `i=1; d=list.example; h=${h}; b=x`),
    header('ARC-Authentication-Results', `i=1; mx.list.example; ${aar}`),
    ...fields,
  ];
  const passed = 'dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example';
  const broken = found({ arc: 'pass', dmarc: dmarc('fail'), signatures: [signature({ result: 'fail', why: 'bad signature' })] });

  test('of a listed sealer they say what it received, and no more than a pass', () => {
    expect(proof(broken, sealedMail(passed), ['list.example'])).toMatchObject({
      result: 'pass',
      by: expect.stringContaining('sealed by list.example (ARC)'),
    });
  });

  test.each<[string, Verification, Header[], string[]]>([
    ['of one that is not listed', broken, sealedMail(passed), []],
    ['of a chain with one that is not listed', broken, sealedMail(passed, ['evil.example', 'list.example']), ['list.example']],
    ['that do not hold', { ...broken, arc: 'fail' }, sealedMail(passed), ['list.example']],
    ['of a sealer that saw a failure', broken, sealedMail(passed.replace('dmarc=pass', 'dmarc=fail')), ['list.example']],
    ['of a sealer that saw another domain', broken, sealedMail(passed.replaceAll('acme', 'evil')), ['list.example']],
    ['of a sealer that saw no signature', broken, sealedMail('dmarc=pass header.from=acme.example'), ['list.example']],
    ['that do not cover Subject', broken, sealedMail(passed, ['list.example'], 'from:to:date:message-id'), ['list.example']],
    [
      'with two first results',
      broken,
      [header('ARC-Authentication-Results', `i=1; x; ${passed}`), ...sealedMail(passed)],
      ['list.example'],
    ],
  ])('%s they prove nothing', (_, verification, headers, sealers) => {
    expect(proof(verification, headers, sealers).result).toBe('none');
  });
});

test('a mail with more signatures than anybody needs is not verified', () => {
  const many = (count: number) => Array.from({ length: count }, () => header('DKIM-Signature', 'v=1; d=acme.example'));
  expect(isOverSigned({ headers: many(10) })).toBe(false);
  expect(isOverSigned({ headers: many(11) })).toBe(true);
  const limited = (count: number) => Array.from({ length: count }, (_, at) => header('DKIM-Signature', `v=1; l=${at}`));
  expect([isOverSigned({ headers: limited(2) }), isOverSigned({ headers: limited(3) })]).toEqual([false, true]);
  expect(isOverSigned({ headers: [header('DKIM-Signature', `h=${'from:'.repeat(2_000)}`)] })).toBe(true);
});
