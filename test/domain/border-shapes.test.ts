import { describe, expect, test } from 'vitest';
import { clientOf } from '../../src/domain/authenticate/border.ts';
import { google, m365 } from '../../src/domain/authenticate/sources.ts';
import { authenticate } from '../../src/domain/authenticate/verdict.ts';
import type { MailboxSettings, TrustedSource } from '../../src/domain/settings.ts';
import type { Source } from '../../src/domain/ticket.ts';
import { type Shape, shapes } from './border-shapes.ts';
import { aMail, aPerson, aSigner, desk, header, now } from './parts.ts';

const unfolded = (line: string) =>
  header(
    line.slice(0, line.indexOf(':')),
    line
      .slice(line.indexOf(':') + 1)
      .replace(/\r\n(?=[ \t])/g, '')
      .trim(),
  );
const own = [
  'From: Maria Lopez <maria@acme.example>',
  'To: support@acme.example',
  'Subject: Hello',
  'Message-ID: <1@acme.example>',
];
const aMailbox = (mode?: 'm365') => ({ name: 'support', ...(mode === undefined ? {} : { mode }) }) as MailboxSettings;

function verdictOn(
  lines: readonly string[],
  trusted: readonly TrustedSource[],
  mode?: 'm365',
  kind: 'imap' | 'pipe' | 'smtp' = 'imap',
) {
  const headers = [...lines, ...own].map(unfolded);
  const source: Source =
    kind === 'imap' ? { kind, mailbox: 'support', folder: 'INBOX', uidValidity: '1', uid: 1 } : { kind, mailbox: null };
  return authenticate({
    mail: aMail({ headers, from: { name: 'Maria Lopez', address: 'maria@acme.example' } }),
    arrival: { source, authUser: null, envelope: null, receivedAt: now },
    settings: {
      desk,
      people: [aPerson('maria')],
      authentication: { trusted, verify: false },
      listen: { smtp: null, lmtp: null },
      mailboxes: [aMailbox(mode)],
    },
    signer: aSigner(),
    now,
    verification: null,
    doubted: new Map(),
  });
}

const all: [string, Shape][] = Object.entries(shapes);
const forged = 'Authentication-Results: ID; dkim=pass header.d=acme.example; dmarc=pass header.from=acme.example';
/** The id as its border writes it, or none. */
const forgedFor = ({ id, mode }: TrustedSource) => (mode === 'm365' ? forged.replace('ID; ', '') : forged.replace('ID', id));
const isResult = (line: string) => /^authentication-results:/i.test(line);

describe('8601-1, 8601-3: headers as real borders write them', () => {
  test.each(all)('%s: a pass proves the sender', (_, { source, lines }) => {
    expect(verdictOn(lines, [source])).toMatchObject({ level: 'E2', dmarc: 'pass', alignedDomain: 'acme.example' });
  });

  test.each(all)('%s: which headers were believed is told, and which are claims', (_, { source, lines }) => {
    const { evidence } = verdictOn(lines, [source]);
    const found = lines.filter(isResult).length;
    expect(evidence.believed.length + evidence.claimed.length).toBe(found);
    expect(evidence.believed.length).toBeGreaterThan(0);
  });

  test.each(all)('%s: a failure takes everything', (_, { source, lines }) => {
    const failed = lines.map((line) => line.replace(/dmarc=pass/, 'dmarc=fail'));
    expect(verdictOn(failed, [source])).toMatchObject({ level: 'E0', dmarc: 'fail' });
  });

  test.each(all)('%s: SPF alone proves nobody (A20)', (_, { source, lines }) => {
    const unsigned = lines.map((line) => (isResult(line) ? line.replace(/dkim=pass/, 'dkim=none') : line));
    expect(verdictOn(unsigned, [source]).level).toBe('E0');
  });

  test.each(all)('%s: without the border’s header a forged one below proves nothing', (_, { source, lines }) => {
    const without = [...lines.filter((line) => !isResult(line)), forgedFor(source)];
    expect(verdictOn(without, [source]).level).toBe('E0');
  });

  test.each(all)('%s: a forged one below cannot mend a failure', (_, { source, lines }) => {
    const failed = [...lines.map((line) => line.replace(/dmarc=pass/, 'dmarc=fail')), forgedFor(source)];
    expect(verdictOn(failed, [source]).level).toBe('E0');
  });

  test.each(all)('%s: nobody believes it who was not told to', (_, { lines }) => {
    const { level, evidence } = verdictOn(lines, []);
    expect([level, evidence.believed]).toEqual(['E0', []]);
  });

  test.each(all)('7208-1: %s: the client that spoke to the border', (_, { source, lines, client }) => {
    expect(clientOf({ headers: lines.map(unfolded) }, [source])?.ip ?? null).toBe(client);
  });
});

describe('presets', () => {
  const [gmail, exchange] = [all[0]?.[1], all[1]?.[1]];

  test('google', () => {
    expect(verdictOn(gmail?.lines ?? [], [google]).level).toBe('E2');
  });

  test('8601-3: m365 is believed in a mailbox that lies there, and in no other', () => {
    const lines = exchange?.lines ?? [];
    expect(verdictOn(lines, [], 'm365').level).toBe('E2');
    expect(verdictOn(lines, []).level).toBe('E0');
    expect(verdictOn(lines, [], 'm365', 'pipe').level).toBe('E2');
    expect(verdictOn(lines, [], undefined, 'pipe').level).toBe('E0');
    expect(verdictOn(lines, [m365], 'm365', 'smtp').level).toBe('E0');
  });

  const inside = (value: string) => [
    `Received: from A.eurprd04.prod.outlook.com (2603:10a6::1) by B.eurprd04.prod.outlook.com (2603:10a6::2) with Microsoft SMTP Server; Mon, 2 Mar 2026 09:00:00 +0000`,
    'Authentication-Results: dkim=none (message not signed) header.d=none;dmarc=none action=none header.from=acme.example;',
    `X-MS-Exchange-Organization-AuthAs: ${value}`,
  ];

  test('ms-3: AuthAs Internal proves a sender of our own domains, only under mode m365', () => {
    expect(verdictOn(inside('Internal'), [], 'm365')).toMatchObject({ level: 'E2', by: expect.stringContaining('AuthAs') });
    expect(verdictOn(inside('Internal'), []).level).toBe('E0');
    expect(verdictOn(inside('Anonymous'), [], 'm365').level).toBe('E0');
    expect(verdictOn([...inside('Internal'), 'X-MS-Exchange-Organization-AuthAs: Anonymous'], [], 'm365').level).toBe('E0');
  });

  test('ms-3: not a sender of another domain', () => {
    const headers = [...inside('Internal'), 'From: jane@globex.example'].map(unfolded);
    const mail = aMail({ headers, from: { name: '', address: 'jane@globex.example' } });
    const settings = {
      desk,
      people: [],
      authentication: { trusted: [m365], verify: false },
      listen: { smtp: null, lmtp: null },
      mailboxes: [],
    };
    const arrival = { source: { kind: 'pipe', mailbox: null }, authUser: null, envelope: null, receivedAt: now } as const;
    expect(authenticate({ mail, arrival, settings, signer: aSigner(), now, verification: null, doubted: new Map() }).level).toBe(
      'E0',
    );
  });

  test('8601-2: a fail of what lies within our own border counts, whatever the topmost says', () => {
    const lines = exchange?.lines ?? [];
    const at = lines.findIndex(isResult);
    const twice = [
      ...lines.slice(0, at + 1),
      'Authentication-Results: dmarc=fail header.from=acme.example',
      ...lines.slice(at + 1),
    ];
    expect(verdictOn(twice, [m365]).level).toBe('E0');
  });
});
