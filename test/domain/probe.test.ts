import { describe, expect, test } from 'vitest';
import {
  forgedLines,
  isWrittenOn,
  probeHeader,
  probeNumber,
  probeToken,
  readProbe,
} from '../../src/domain/authenticate/probe.ts';
import { google, m365 } from '../../src/domain/authenticate/sources.ts';
import { issueToken, purposes } from '../../src/domain/authenticate/token.ts';
import { authenticate } from '../../src/domain/authenticate/verdict.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Header } from '../../src/domain/mail.ts';
import type { TrustedSource } from '../../src/domain/settings.ts';
import { aMail, aSigner, day, desk, header, now } from './parts.ts';

const mx: TrustedSource = { id: 'mx.acme.example', border: ['mx.acme.example'], instances: 1 };
const icloud: TrustedSource = { id: 'dmarc.icloud.com', also: ['dkim.icloud.com'], border: ['.icloud.com'], instances: 1 };
const signer = aSigner();

const results = (value: string): Header => header('Authentication-Results', value);
const forgeries = (source: TrustedSource): Header[] => forgedLines(source, 'acme.example').map(results);
const hop = (by: string): Header =>
  header('Received', `from desk.acme.example ([192.0.2.7]) by ${by} with ESMTP; ${new Date(now).toUTCString()}`);
const own = results('mx.acme.example; dkim=none; dmarc=fail header.from=acme.example');

describe('8601-4: what became of a forged line', () => {
  test.each<[string, readonly Header[], string]>([
    ['it came back as it was', [hop('mx.acme.example'), ...forgeries(mx)], 'forged'],
    ['the border wrote nothing, not even Received', forgeries(mx), 'forged'],
    ['it was taken off', [hop('mx.acme.example')], 'clean'],
    ['it was taken off, and another was written', [own, hop('mx.acme.example')], 'clean, written'],
    [
      'it was renamed',
      [own, hop('mx.acme.example'), header('X-Old-Authentication-Results', forgeries(mx)[0]?.value ?? '')],
      'clean, written',
    ],
    ['the true one stands above it', [own, hop('mx.acme.example'), ...forgeries(mx)], 'clean, written'],
    ['the true one stands below it', [...forgeries(mx), own, hop('mx.acme.example')], 'forged'],
    ['it stands below a hop that is not ours', [hop('relay.elsewhere.example'), ...forgeries(mx)], 'clean'],
  ])('%s', (_, headers, expected) => {
    expect(shown(readProbe(headers, mx))).toBe(expected);
  });

  test('where two instances are believed, one true and one forged are one too many', () => {
    const two = { ...mx, instances: 2 };
    expect(shown(readProbe([own, hop('mx.acme.example'), ...forgeries(mx)], two))).toBe('forged, written');
  });

  test('each name of a source is forged, and none where it writes none', () => {
    expect(forgedLines(icloud, 'acme.example').map((line) => line.split(';')[0])).toEqual([
      'dmarc.icloud.com',
      'dkim.icloud.com',
    ]);
    expect(forgedLines(m365, 'acme.example')[0]).toMatch(/^dkim=pass/);
  });

  test.each([mx, google, m365, icloud])('what is forged for $id would prove anybody, where it is believed', (source) => {
    const mail = aMail({
      from: { name: '', address: 'maria@acme.example' },
      headers: [...forgeries(source), header('From', 'maria@acme.example')],
    });
    const settings = {
      ...{ desk, people: [], listen: { smtp: null, lmtp: null }, mailboxes: [] },
      authentication: { trusted: [source], verify: false },
    };
    const arrival = { source: { kind: 'pipe', mailbox: null }, authUser: null, envelope: null, receivedAt: now } as const;
    const judged = (doubted: ReadonlyMap<string, string>) =>
      authenticate({ mail, arrival, settings, signer, now, verification: null, doubted });
    expect(judged(new Map()).level).toBe('E2');
    expect(judged(new Map([[source.id, 'not believed: so']]))).toMatchObject({
      level: 'E0',
      dmarc: 'none',
      by: `Authentication-Results of ${source.id}: not believed: so`,
      evidence: { believed: [], claimed: [expect.anything(), ...(source.also ?? []).map(() => expect.anything())] },
    });
    expect(isWrittenOn(mail.headers, source)).toBe(true);
  });
});

test('8601-4: whom a doubted border finds false is false all the same, and one that is not doubted still proves', () => {
  const settings = {
    ...{ desk, people: [], listen: { smtp: null, lmtp: null }, mailboxes: [] },
    authentication: { trusted: [mx, { id: 'in.acme.example', border: ['in.acme.example'], instances: 1 }], verify: false },
  };
  const judged = (lines: readonly string[]) =>
    authenticate({
      mail: aMail({ headers: [...lines.map(results), header('From', 'Jane Roe <jane@globex.example>')] }),
      arrival: { source: { kind: 'pipe', mailbox: null }, authUser: null, envelope: null, receivedAt: now },
      ...{ settings, signer, now, verification: null, doubted: new Map([['mx.acme.example', 'not believed: so']]) },
    });
  const pass = 'dkim=pass header.d=globex.example; dmarc=pass header.from=globex.example';
  const fail = 'dmarc=fail header.from=globex.example';
  expect(judged([`mx.acme.example; ${pass}`, `in.acme.example; ${pass}`])).toMatchObject({
    level: 'E2',
    by: 'Authentication-Results of in.acme.example: dmarc pass',
  });
  expect(judged([`mx.acme.example; ${fail}`, `in.acme.example; ${pass}`])).toMatchObject({ level: 'E0', dmarc: 'fail' });
});

describe('8601-4: nobody else can make a test mail', () => {
  const named = (...values: readonly string[]) => aMail({ headers: values.map((value) => header(probeHeader, value)) });
  const token = probeToken(signer, 12, now);

  test('ours is known by its number', () => expect(probeNumber(named(token), signer, now)).toBe(12));

  test.each<[string, string[]]>([
    ['none', []],
    ['words', ['12']],
    ['two', [token, token]],
    ['another key', [probeToken(aSigner(1, { 1: 'of another desk' }), 12, now)]],
    ['one letter changed', [token.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))]],
    ...purposes
      .filter((purpose) => purpose !== 'probe')
      .map((purpose): [string, string[]] => [
        `a signed address to ${purpose}`,
        [issueToken(signer, { purpose, ticket: ticketNo(12), principal: { kind: 'contact', id: 0 }, expires: now + day })],
      ]),
  ])('%s is not', (_, values) => expect(probeNumber(named(...values), signer, now)).toBeNull());

  test('nor one that is too late', () => expect(probeNumber(named(token), signer, now + 8 * day)).toBeNull());
});

const shown = ({ forged, wrote }: { forged: boolean; wrote: boolean }): string =>
  `${forged ? 'forged' : 'clean'}${wrote ? ', written' : ''}`;
