import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/adapters/store/open-store.ts';
import type { Effect } from '../../src/domain/effect.ts';
import { ticketNo } from '../../src/domain/ids.ts';
import { asked } from '../support/asked.ts';

let dir: string;
const run = (name: string, args: readonly string[] = [], options: Record<string, unknown> = {}) =>
  asked(name, args, options, { data: join(dir, 'data'), config: join(dir, 'config') });

const helpdesk = (retention: string) => `desk: { name: Acme, address: support@acme.example, workflow: simple }
outgoing: { maildir: data/outgoing }
authentication: { probe: never }
${retention}
`;
const keep = (retention: string) => writeFile(join(dir, 'config', 'helpdesk.yaml'), helpdesk(retention));

const mailOf = (name: string, subject: string) =>
  `From: Jane <jane@globex.example>\r\nTo: support@acme.example\r\nSubject: ${subject}\r\nMessage-ID: <${name}@globex.example>\r\n\r\nMy phone is 555 0199.\r\n`;

const [opened, closed] = ['2023-01-02T09:00:00Z', Date.parse('2023-02-03T09:00:00Z')];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'retention-'));
  await mkdir(join(dir, 'config'));
  await keep('');
  await writeFile(join(dir, 'config', 'people.yaml'), 'people: []\n');
  await writeFile(join(dir, 'config', 'customers.yaml'), 'customers: []\n');
  await writeFile(join(dir, 'config', 'sla.yaml'), '{}\n');
  const subjects = { approved: 'The offer of Jane Roe', fire: 'Fire at Jane Roe', open: 'Still open' };
  for (const [name, subject] of Object.entries(subjects)) {
    await writeFile(join(dir, `${name}.eml`), mailOf(name, subject));
    expect((await run('deliver', [join(dir, `${name}.eml`)], { now: opened })).code).toBe(0);
  }
  const store = await openStore({ file: join(dir, 'data', 'maildesk.db'), now: () => closed });
  const [answer] = await store.read((at) => at.arrivalsOn(ticketNo(1001)));
  await store.write((at) => at.apply([proof, ...[1001, 1002].map(close)], closed, answer?.id ?? null));
  await store.close();
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const now = '2026-03-02T03:00:00Z';
const retention = (options: Record<string, unknown> = {}) => run('jobs', ['run', 'retention'], { now, ...options });

test('off by default: the job says why, and is listed as off', async () => {
  expect(await retention()).toMatchObject({ code: 1, err: expect.stringContaining('retention is off: helpdesk.yaml has no') });
  expect((await run('jobs')).out).toMatch(/retention +off/);
});

test('a dry run lists what would go; the run empties it, keeps number, dates, journal and evidence', async () => {
  await keep('retention: { closed_after: 1095d }');
  const { head } = JSON.parse((await run('verify-evidence', [], { json: true })).out);
  expect(await mails()).toHaveLength(3);
  const dry = await retention({ dryRun: true });
  expect(dry.out.trim().split('\n')).toEqual([
    'HD-1001, closed 2023-02-03: The offer of Jane Roe',
    'HD-1002, closed 2023-02-03: Fire at Jane Roe',
    'retention: nothing was changed',
  ]);
  expect((await retention({ dryRun: true, now: '2026-02-02T08:00:00Z' })).out).toBe('retention: nothing to do\n');
  expect(await run('jobs', ['run', 'sla'], { dryRun: true })).toMatchObject({
    code: 2,
    err: expect.stringContaining('retention'),
  });

  expect(await retention()).toMatchObject({ code: 0, err: '' });
  expect((await retention({ dryRun: true })).out).toBe('retention: nothing to do\n');
  const emptied = (await run('ticket', ['1002'], { json: true })).out;
  expect(emptied).not.toMatch(/Jane Roe|555 0199/);
  expect(JSON.parse(emptied)).toMatchObject({ subject: '[removed]', closed: new Date(closed).toISOString() });
  expect(emptied).toContain('emptied');
  expect((await run('ticket', ['1003'], { json: true })).out).toContain('555 0199');

  expect(await mails()).toHaveLength(2);
  expect(await run('verify-evidence', [], { head })).toMatchObject({ code: 0, err: '' });
  const target = join(dir, 'HD-1001');
  expect(await run('export', ['ticket', '1001', target])).toMatchObject({ code: 0, err: '' });
  expect(await readdir(join(target, 'mails'))).toHaveLength(1);
  expect(await run('verify-evidence', [target], { head })).toMatchObject({ code: 0, err: '' });
});

test.each([
  ['retention: { closed_after: 7d }', 'helpdesk.yaml:4:28: retention.closed_after: expected at least desk.reopen_within (30d)'],
  ['retention: { closed_after: soon }', 'helpdesk.yaml:4:28: retention.closed_after: expected a duration'],
])('%s is refused', async (line, complaint) => {
  await keep(line);
  expect((await run('check')).err + (await run('check')).out).toContain(complaint);
});

const mails = async () =>
  (await readdir(join(dir, 'data', 'mails'), { recursive: true, withFileTypes: true })).filter((one) => one.isFile());

const close = (number: number): Effect => ({ act: 'change-ticket', ticket: ticketNo(number), set: { state: 'closed', closed } });

const proof: Effect = {
  act: 'keep-proof',
  proof: {
    ...{ ticket: ticketNo(1001), ask: 1 as never, name: 'offer', round: 1, answer: 'approve', decision: 'counted' },
    ...{ by: { kind: 'contact', address: 'jane@globex.example' }, rule: 'C5 needs E3', level: 'E3', about: null },
    ...{ via: 'mail', recordedBy: null, token: null },
  },
};
