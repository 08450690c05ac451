import { describe, expect, test } from 'vitest';
import { believedResults } from '../../src/domain/authenticate/authentication-results.ts';
import { dmarcOf } from '../../src/domain/authenticate/dmarc.ts';
import { aMail, header } from './parts.ts';

const source = { id: 'mx.acme.example', border: ['mx.acme.example'], instances: 1 };
const passing = 'dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example';

function judged(results: string, more: readonly (readonly [string, string])[] = []) {
  const headers = [
    header('Authentication-Results', `mx.acme.example; ${results}`),
    header('From', 'Maria <maria@acme.example>'),
    ...['To', 'Subject', 'Date', 'Message-ID'].map((name) => header(name, 'x')),
    ...more.map(([name, value]) => header(name, value)),
  ];
  const believed = believedResults(headers, [source]);
  if (believed === null) throw new Error('nothing believed');
  return dmarcOf(aMail({ headers }), 'acme.example', believed);
}

const whole = 'v=1; a=rsa-sha256; d=acme.example; s=s1; h=From:To:Subject:Date:Message-ID; bh=x; b=y';

describe('DMARC by a border', () => {
  test('9989-1: dmarc=pass for that very domain and an aligned dkim=pass prove it', () => {
    expect(judged(passing)).toEqual({ result: 'pass', alignedDomain: 'acme.example' });
    expect(judged('dkim=pass header.i=@acme.example; dmarc=pass')).toEqual({ result: 'pass', alignedDomain: 'acme.example' });
    expect(judged('dkim=pass header.d=mail.acme.example; dmarc=pass').result).toBe('pass');
  });

  test.each([
    ['9989-1', 'no result is no pass', 'dkim=pass header.d=acme.example'],
    ['9989-1', 'a pass for another domain', 'dkim=pass header.d=acme.example; dmarc=pass header.from=evil.example'],
    ['A20', 'SPF alone', 'spf=pass smtp.mailfrom=maria@acme.example; dmarc=pass header.from=acme.example'],
    ['A20', 'a key of another house', 'dkim=pass header.d=sender.example; dmarc=pass header.from=acme.example'],
    ['A19', 'a key of a domain that only ends like ours', 'dkim=pass header.d=evilacme.example; dmarc=pass'],
    ['A19', 'our domain as a local part of theirs', 'dkim=pass header.i="acme.example"@evil.example; dmarc=pass'],
    ['A19', 'an identity without a domain', 'dkim=pass header.i=acme.example; dmarc=pass'],
    ['9989-2', 'a temporary error', 'dkim=pass header.d=acme.example; dmarc=temperror'],
    ['9989-1', 'a guess', 'dkim=pass header.d=acme.example; dmarc=bestguesspass'],
    ['6376-1', 'a signature that did not verify', 'dkim=neutral header.d=acme.example; dmarc=pass'],
    ['8601-2', 'one instance of two', `${passing}; dmarc=none`],
  ])('%s: %s: none', (_id, _what, results) => {
    expect(judged(results)).toEqual({ result: 'none', alignedDomain: null });
  });

  test('8601-2: the worst verdict counts, of lower headers too', () => {
    const lower = (result: string) => [['Authentication-Results', `mx.acme.example; dmarc=${result}`]] as const;
    expect(judged(passing, lower('fail')).result).toBe('fail');
    expect(judged(passing, lower('none')).result).toBe('none');
    expect(judged('dkim=pass header.d=acme.example', lower('pass')).result).toBe('none');
    expect(judged(`${passing}; dmarc=fail`).result).toBe('fail');
  });

  test.each([
    ['it covers all that commands rest on', whole, 'pass'],
    ['it covers more', whole.replace('h=From', 'h=Cc : From'), 'pass'],
    ['it leaves the end of the body open', `${whole}; l=100`, 'none'],
    ['it leaves the subject out', whole.replace('Subject:', ''), 'none'],
    ['it leaves To out', whole.replace(':To', ''), 'none'],
    ['it leaves the Message-ID out', whole.replace(':Message-ID', ''), 'none'],
    [
      'it is of a house that only carries the mail',
      whole.replace('d=acme.example', 'd=sender.example').replace('Subject:', ''),
      'pass',
    ],
  ])('A19: where the aligned signature is still there: %s', (_, signature, result) => {
    expect(judged(passing, [['DKIM-Signature', signature]]).result).toBe(result);
  });

  test('A19: a good-looking signature beside a weak one mends nothing: nobody says which was verified', () => {
    const both = [
      ['DKIM-Signature', `${whole}; l=0`],
      ['DKIM-Signature', whole],
    ] as const;
    expect(judged(passing, both).result).toBe('none');
  });

  test.each(['Subject', 'To', 'Date', 'Message-ID'])('A19: a second %s above the signed one proves nothing', (name) => {
    expect(judged(passing, [[name, 'forged']]).result).toBe('none');
  });
});
