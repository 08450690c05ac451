import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/app/clock.ts';
import { adapters } from '../../src/app/compose.ts';
import type { Finding } from '../../src/app/doctor/finding.ts';
import type { Terminal } from '../../src/cli/command.ts';
import { doctor } from '../../src/cli/doctor.ts';
import { border } from '../support/border.ts';
import { startDovecot } from '../support/dovecot.ts';
import { withTicket } from '../support/first-ticket.ts';
import { scratch } from '../support/scratch.ts';
import { startSink } from '../support/smtp-sink.ts';
import { helpdesk } from '../support/world.ts';

const newDir = scratch();

/** No name server answers here. */
const offline = {
  ...adapters,
  dnsTexts: async () => Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEOUT' })),
};

async function asked(dir: string, options: Record<string, unknown> = {}, { json = true, now = systemClock() } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isTerminal: false,
    stdin: (async function* () {})(),
    env: {},
  };
  const common = { config: join(dir, 'config'), data: join(dir, 'data'), json };
  const code = await doctor.run({
    terminal,
    adapters: offline,
    clock: now,
    common,
    args: [],
    options: { probe: true, ...options },
  });
  const report = json && out.length > 0 ? JSON.parse(out.join('\n')) : { findings: [], borders: [], associates: [] };
  const found = (check: string): Finding | undefined => report.findings.find((one: Finding) => one.check === check);
  return { code, report, found, text: out.join('\n'), err: err.join('\n') };
}

test('8601-4: doctor sends a forged mail through the border by the running desk, and says what came of it, and how associates arrive', async () => {
  await using world = await helpdesk({ opens: new Date().toISOString() }); // mail servers go by the true time
  const { desk, maria, ravi, clock } = world;
  const lock = adapters.lockData(join(desk.dir, 'data')); // as `start` holds it
  try {
    await withTicket(world);
    await maria.replies('!take');
    await maria.receives('[HD-1001]', /nobody → maria/);
    await ravi.replies('!severity high', { proved: false, to: ravi.inbox()[0] });
    await ravi.receives('Confírmalo');
    const mx = border(world, 'strips');

    const [good] = await Promise.all([asked(desk.dir, {}, { now: clock }), mx.carriesTheNextProbe()]);
    expect(good.report.borders).toMatchObject([{ source: 'mx.acme.example', probe: 'clean', doubt: '' }]);
    expect(good.found('border mx.acme.example')).toMatchObject({ state: 'well' });
    expect(good.found('mailbox support')).toMatchObject({ state: 'well' });
    expect(good.found('outgoing')).toMatchObject({ state: 'well' });
    expect(good.found('desk')).toMatchObject({ state: 'well' });
    expect(good.found('database')).toMatchObject({ state: 'well' });
    expect(good.found('associate maria')).toMatchObject({
      state: 'well',
      found: expect.stringContaining('E3 (Authentication-Results of mx.acme.example: dmarc pass)'),
    });
    expect(good.found('associate ravi')).toMatchObject({
      state: 'look',
      found: expect.stringContaining('E1 (nothing came with the mail'),
    });
    expect(good.report.associates).toContainEqual({ handle: 'maria', mails: [expect.objectContaining({ level: 'E3' })] });
    expect([good.code, good.report.ok, good.err]).toEqual([0, true, expect.stringContaining('on its way')]);

    mx.plays('passes');
    const [bad] = await Promise.all([asked(desk.dir, {}, { now: clock }), mx.carriesTheNextProbe()]);
    expect(bad.report.borders).toMatchObject([{ probe: 'forged', doubt: expect.stringContaining('not believed') }]);
    expect([bad.code, bad.report.ok]).toEqual([1, false]);
    await maria.receives('mx.acme.example lets forged proofs through');

    const none = await asked(desk.dir, { probe: false }, { json: false, now: clock });
    expect(none.text).toMatch(/trouble +border mx\.acme\.example +not believed: a test mail with a forged line came through/);
    expect(none.text).toMatch(/1 trouble, \d to look at$/);
    expect(mx.probes()).toHaveLength(2);
  } finally {
    lock.kind === 'locked' && lock.release();
  }
});

test('doctor beside a desk that does not run sends nothing, and says so', async () => {
  await using world = await helpdesk();
  const { report, found } = await asked(world.desk.dir);
  expect(report.borders).toMatchObject([{ probe: 'not sent', why: expect.stringContaining('does not run') }]);
  expect(found('desk')).toMatchObject({ state: 'look', todo: expect.stringContaining('maildesk start') });
  expect(world.sink.mails).toEqual([]);
});

test('doctor names each account that refuses the desk, and what to do', async () => {
  await using dovecot = await startDovecot({ password: 'another' });
  await using sink = await startSink({ mayLogIn: () => false });
  const dir = await configured(`mailboxes:
  - { name: support, imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: support, password: CANARY-1 } }
  - { name: sales, folder: Elsewhere, imap: { host: 127.0.0.1, port: ${dovecot.port}, secure: false, user: sales, password: another } }
outgoing:
  smtp: { host: 127.0.0.1, port: ${sink.port}, secure: false, user: support, password: CANARY-2 }
`);
  await mkdir(join(dir, 'data'));
  const { code, found, text } = await asked(dir);
  expect(found('mailbox support')).toMatchObject({
    state: 'trouble',
    found: expect.stringContaining('refused the login of support'),
    todo: expect.stringContaining('password'),
  });
  expect(found('mailbox sales')).toMatchObject({ state: 'trouble', found: expect.stringContaining('no folder Elsewhere') });
  expect(found('outgoing')).toMatchObject({
    state: 'trouble',
    found: expect.stringContaining('Bad credentials'),
    todo: expect.stringContaining('outgoing.smtp'),
  });
  expect(text).not.toContain('CANARY');
  expect(code).toBe(1);
});

test('doctor looks at the files: the configuration, the data directory, who may read the keys, the database', async () => {
  const dir = await configured('outgoing: { maildir: data/outgoing }\n');
  expect((await asked(dir)).found('data')).toMatchObject({ state: 'trouble', todo: expect.stringContaining('start the desk') });

  await mkdir(join(dir, 'data'));
  const fresh = await asked(dir);
  expect(fresh.code).toBe(0);
  expect(fresh.found('database')).toMatchObject({ state: 'look', found: 'there is none yet' });
  expect(await readdir(join(dir, 'data'))).toEqual([]);

  const rooms = await adapters.openRooms(join(dir, 'data'), systemClock());
  if (rooms.kind === 'open') await rooms.store.close();
  const key = join(dir, 'data', 'keys');
  await chmod(key, 0o755);
  expect((await asked(dir)).found('keys')).toMatchObject({ state: 'trouble', todo: `chmod go= ${key}` });
  await chmod(key, 0o700);

  await writeFile(join(dir, 'data', 'maildesk.db'), 'x'.repeat(8192));
  expect((await asked(dir)).found('database')).toMatchObject({ state: 'trouble', todo: expect.stringContaining('backup') });

  await writeFile(join(dir, 'config', 'helpdesk.yaml'), 'desk: { name: Acme }\n');
  const broken = await asked(dir);
  expect(broken.report.findings.map(({ check, state }: Finding) => `${check} ${state}`)).toContain('configuration trouble');
  expect(broken.code).toBe(1);
  expect((await asked(dir, { wait: 'soon' })).code).toBe(2);
});

async function configured(helpdeskYaml: string): Promise<string> {
  const dir = newDir();
  await mkdir(join(dir, 'config'));
  const files = {
    helpdesk: `desk: { name: Acme Support, address: support@acme.example }\n${helpdeskYaml}`,
    people: 'people:\n  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin] }\n',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, 'config', `${name}.yaml`), text);
  return dir;
}
