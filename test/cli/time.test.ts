import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asked } from '../support/asked.ts';

let dir: string;
const run = (name: string, args: readonly string[] = [], options: Record<string, unknown> = {}) =>
  asked(name, args, options, { data: join(dir, 'data'), config: join(dir, 'config') });

const files = {
  'helpdesk.yaml':
    'desk: { name: Acme, address: support@acme.example, workflow: simple }\noutgoing: { maildir: data/outgoing }\nauthentication: { trusted: [mx.acme.example], probe: never }\n',
  'people.yaml': 'people: [{ handle: maria, name: Maria, addresses: [maria@acme.example], roles: [associate, admin] }]\n',
  'customers.yaml':
    'customers: [{ id: globex, name: Globex, domains: [globex.example], plan: gold, contacts: [{ name: Jane, addresses: [jane@globex.example] }] }]\n',
  'sla.yaml':
    'calendars: { office: { timezone: UTC, hours: { mon-fri: ["09:00-17:00"] } } }\nplans:\n  gold: { calendar: office, targets: { default: { first_response: 1d } } }\n  always: { targets: { default: { first_response: 2h } } }\njobs: { sla: "*/5 * * * *" }\n',
};

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'time-'));
  await mkdir(join(dir, 'config'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, 'config', name), text);
  const mail =
    'From: Jane <jane@globex.example>\r\nTo: support@acme.example\r\nSubject: Fire\r\nMessage-ID: <1@globex.example>\r\n\r\nHelp.\r\n';
  await writeFile(join(dir, 'mail.eml'), mail);
  await run('deliver', [join(dir, 'mail.eml')], { now: '2026-03-02T13:00:00Z' });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('jobs: each with its last and next run; run does one now', async () => {
  const before = await run('jobs', [], { json: true, now: '2026-03-02T13:01:00Z' });
  expect(JSON.parse(before.out.split('\n')[0] ?? '')).toEqual({
    name: 'sla',
    schedule: '*/5 * * * *',
    lastRun: null,
    nextRun: '2026-03-02T13:05:00.000Z',
    failed: null,
  });
  expect(await run('jobs', ['run', 'sla'], { now: '2026-03-02T13:02:00Z' })).toMatchObject({
    code: 0,
    out: expect.stringContaining('sla: done'),
  });
  const after = await run('jobs', [], { json: true, now: '2026-03-02T13:03:00Z' });
  expect(JSON.parse(after.out.split('\n')[0] ?? '')).toMatchObject({
    lastRun: '2026-03-02T13:02:00.000Z',
    nextRun: '2026-03-02T13:05:00.000Z',
  });
  expect((await run('jobs')).out).toMatch(/sla +\*\/5 \* \* \* \*/);
});

test('jobs: a wrong name is told with the nearest', async () => {
  expect(await run('jobs', ['run', 'slo'])).toMatchObject({ code: 2, err: expect.stringContaining('did you mean sla?') });
  expect(await run('jobs', ['stop'])).toMatchObject({ code: 2, err: expect.stringContaining('expected nothing, or: run NAME') });
});

test('sla: the arithmetic of a clock, line by line, by its plan or another', async () => {
  const own = await run('sla', ['HD-1001'], { now: '2026-03-02T15:30:00Z' });
  expect(own.out.trim().split('\n')).toEqual([
    'HD-1001, plan gold',
    'first response: 1d in the hours of office, runs out 2026-03-03 13:00',
    '  2026-03-02 13:00 to now: raised, our turn: 2h30m, 0.31 d',
    '  left: 0.69 d',
  ]);
  const other = await run('sla', ['1001'], { now: '2026-03-02T15:30:00Z', plan: 'always' });
  expect(other.out).toContain('first response: 2h day and night, ran out 2026-03-02 15:00');
  expect(await run('sla', ['1001'], { plan: 'silver' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('known: gold, always'),
  });
  expect(await run('sla', ['1002'])).toMatchObject({ code: 1, err: expect.stringContaining('there is no HD-1002') });
  expect(await run('sla', ['what'])).toMatchObject({ code: 2 });
});

test('ticket --json shows the clocks', async () => {
  const { out } = await run('ticket', ['1001'], { json: true, now: '2026-03-02T15:30:00Z' });
  expect(JSON.parse(out)).toMatchObject({
    clocks: [{ name: 'first_response', due: '2026-03-03T13:00:00.000Z', state: 'running', target: '1d' }],
  });
});

test('tickets --breached lists what is late, as soon as its time is over', async () => {
  await run('jobs', ['run', 'sla'], { now: '2026-03-02T15:30:00Z' });
  const late = (now: string) => run('tickets', [], { breached: true, json: true, now });
  expect((await late('2026-03-03T12:59:00Z')).out).toBe('');
  expect(JSON.parse((await late('2026-03-03T13:00:00Z')).out)).toMatchObject({ ticket: 'HD-1001' });
});

test('report: the last whole week in figures, and as one page', async () => {
  const now = '2026-03-09T08:00:00Z';
  const { out } = await run('report', [], { json: true, now });
  expect(JSON.parse(out)).toMatchObject({
    ...{ kind: 'week', from: '2026-03-02T00:00:00.000Z', to: '2026-03-09T00:00:00.000Z' },
    ...{ came: 1, went: 0, backlogBefore: 0, backlog: 1, before: { came: 0 } },
    clocks: [{ name: 'first_response', kept: 0, missed: 1 }],
  });
  const page = join(dir, 'report.html');
  expect(await run('report', [page], { now })).toMatchObject({ code: 0, out: expect.stringContaining('Week of Mar 2, 2026') });
  const html = await readFile(page, 'utf8');
  expect(html).toMatch(/aria-label="In and out: Tickets in: Mon 1, Tue 0/);
  expect(html).not.toMatch(/(?:src|href)=/);
  expect((await run('report', [], { month: true, now: '2026-04-02T08:00:00Z' })).out).toContain('Month of Mar 1, 2026');
  expect(await run('report', [], { week: true, month: true })).toMatchObject({ code: 2 });
});
