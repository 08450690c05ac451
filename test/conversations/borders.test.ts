import { expect, test } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { border } from '../support/border.ts';
import { returned } from '../support/delivery-report.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

const trusts = ({ desk }: World) => desk.house.store.read((at) => at.trusts());
const alerts = ({ maria }: World) =>
  maria.inbox().filter(({ headers, subject }) => headers.has('auto-submitted') && subject.includes('mx.acme.example'));

const evidenceOf = ({ desk }: World, id: string) =>
  desk.house.store.read(async (at) => {
    const arrivals = await at.arrivalsOf({ messageId: messageId(id) });
    return (await Promise.all(arrivals.map((arrival) => at.evidence(arrival.id)))).flat();
  });

/** Newsletters, which nobody answers: twenty of them, and the border wrote on none. */
async function twentyWithout({ jane, desk }: World): Promise<void> {
  const automatic = { proved: false, headers: ['Auto-Submitted: auto-generated'] };
  for (let at = 0; at < 20; at++) await jane.writes(`News ${at}`, `All is as it was, ${at}.`, automatic);
  await desk.settles();
}

test('8601-4: a border that keeps forged lines out is believed; its test mail makes no ticket, gets no answer and is counted', async () => {
  await using world = await helpdesk({ probe: 'daily' });
  const { maria, desk, sink } = world;
  const notice = await withTicket(world);
  const mx = border(world, 'strips');
  const probe = await mx.carriesTheNextProbe();
  expect(probe.headers.get('authentication-results')).toContain('mx.acme.example; dkim=pass header.d=acme.example');
  expect(await trusts(world)).toMatchObject([
    { source: 'mx.acme.example', forged: null, silent: null, probe: { number: 1, found: 'clean' } },
  ]);
  expect(await desk.ledger()).toMatchObject({ created: 1, ignored: 1, held: 0 });
  expect(sink.mails.filter(({ headers }) => headers.get('in-reply-to') === probe.messageId)).toEqual([]);
  await maria.replies('!take', { to: notice });
  await maria.receives('[HD-1001]', /nobody → maria/);
  mx.plays('renames');
  await desk.restarts();
  await mx.carriesTheNextProbe();
  expect(await trusts(world)).toMatchObject([{ forged: null, probe: { number: 2, found: 'clean' } }]);
  expect(alerts(world)).toEqual([]);
  expect(mx.probes()).toHaveLength(2);
});

test('8601-4: a border lets a forged line through: it proves nobody until a test mail comes back clean; admins hear of both, once', async () => {
  await using world = await helpdesk({ probe: 'daily' });
  const { maria, jane, desk } = world;
  const notice = await withTicket(world);
  const mx = border(world, 'passes');
  await mx.carriesTheNextProbe();
  const told = await maria.receives('mx.acme.example lets forged proofs through');
  expect(told.text).toContain('Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example');
  expect(told.text).toContain('maildesk doctor');

  const id = await maria.replies('!take\nWe come at noon.', { to: notice });
  await maria.receives('confirm', /take/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  expect(jane.inbox()).toHaveLength(1);
  expect(await evidenceOf(world, id)).toMatchObject([
    {
      level: 'E1',
      by: expect.stringContaining('not believed: a test mail with a forged line came through on 2026-03-02'),
      believed: [],
    },
  ]);

  await desk.restarts();
  expect(await trusts(world)).toMatchObject([{ forged: expect.any(Number) }]);
  await mx.carriesTheNextProbe();
  expect(alerts(world)).toHaveLength(1);

  mx.plays('strips');
  await mx.carriesTheNextProbe();
  await maria.receives('mx.acme.example is believed again');
  await maria.replies('!take', { to: notice });
  await maria.receives('[HD-1001]', /nobody → maria/);
  expect(alerts(world)).toHaveLength(2);
});

test('8601-4: the border stops writing: commands are confirmed instead, whoever writes its line; it is mended, and they count again', async () => {
  await using world = await helpdesk({ probe: 'daily' });
  const { maria, desk } = world;
  const notice = await withTicket(world);
  const mx = border(world, 'strips');
  await mx.carriesTheNextProbe();
  await maria.replies('!take', { to: notice });
  await maria.receives('[HD-1001]', /nobody → maria/);

  mx.plays('strips, writes none');
  await twentyWithout(world);
  const told = await maria.receives('mx.acme.example has stopped saying who is proved', /last 20 mails/);
  expect(told.text).toContain('`maildesk doctor` does so at once');
  await mx.carriesTheNextProbe();
  await maria.replies('!severity high', { to: notice });
  await maria.receives('confirm', /severity high/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ severity: null });

  mx.plays('strips');
  await mx.carriesTheNextProbe();
  await maria.receives('mx.acme.example is believed again');
  await maria.replies('!severity high', { to: notice });
  await maria.receives('[HD-1001]', /severity/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ severity: 'high' });
  expect(alerts(world)).toHaveLength(2);
});

test('8601-4: a forged test mail is nobody’s: without our signature it is held, and changes nothing', async () => {
  await using world = await helpdesk({ probe: 'daily' });
  const { stranger, desk, sink } = world;
  const mx = border(world, 'strips');
  const probe = await mx.carriesTheNextProbe();
  const raw = probe.raw
    .toString('latin1')
    .replace(/^(X-Maildesk-Probe: )(.)/m, (_, field: string, letter: string) => field + (letter === 'a' ? 'b' : 'a'));
  await stranger.sendsRaw(
    raw
      .replace(/^X-Maildesk-Loop:.*\r\n/m, '')
      .replace(/^Message-ID: .*$/m, 'Message-ID: <1@evil.example>')
      .replace(/test mail/g, 'a test mail'),
  );
  await until(async () => (await desk.ledger()).held === 1, { what: 'the held mail' });
  await desk.settles();
  expect(await trusts(world)).toMatchObject([{ forged: null, probe: { found: 'clean' } }]);
  await stranger.sendsRaw(`Received: again\r\n${probe.raw.toString('latin1')}`);
  await desk.settles();
  expect(await trusts(world)).toMatchObject([{ forged: null, probe: { found: 'clean' } }]);
  expect(sink.mails.filter(({ subject }) => subject.includes('lets forged'))).toEqual([]);
});

test('8601-4: with `probe: never` the desk sends none; a silence ends once its line is back on ten mails in a row', async () => {
  await using world = await helpdesk();
  const { maria, desk, sink } = world;
  const notice = await withTicket(world);
  await twentyWithout(world);
  await maria.receives('mx.acme.example has stopped saying who is proved');
  await maria.replies('!take', { to: notice });
  await maria.receives('confirm', /take/);
  for (let at = 0; at < 9; at++)
    await maria.writes(`News ${at}`, `Since then, ${at}.`, { headers: ['Auto-Submitted: auto-generated'] });
  await maria.receives('mx.acme.example is believed again');
  await later(world, '49h');
  await desk.settles();
  expect(sink.mails.filter(({ headers }) => headers.has('x-maildesk-probe'))).toEqual([]);
});

test('8601-4: a test mail that the server refuses, or that bounces, is noted and mailed about to nobody', async () => {
  await using world = await helpdesk({ probe: 'daily' });
  const { desk, sink, dovecot } = world;
  sink.refuse('RCPT', 550, '5.1.1 No such user', 1, 'support@acme.example');
  const mails = () => desk.house.store.read((at) => at.outbox({}));
  const passing = async (wanted: 'failed' | 'sent') => {
    const states = (await mails()).filter(({ template }) => template === 'probe').map(({ state }) => state);
    if (states.every((state) => state === 'failed')) desk.passes('2m');
    return states.includes(wanted);
  };
  await until(() => passing('failed'), { what: 'the refused test mail', within: 20_000 });
  await desk.restarts();
  await until(() => passing('sent'), { what: 'a test mail that is taken', within: 20_000 });
  const [sent] = await sink.waitFor(({ headers }) => headers.has('x-maildesk-probe'));
  if (sent === undefined) throw new Error('no test mail');
  await dovecot.deliver('support', returned(sent, 'support@acme.example', 'failed', '5.1.1', 'smtp; 550 5.1.1 No such user'));
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ bounced: 1, created: 0, held: 0 });
  expect((await mails()).map(({ template }) => template)).not.toContain('notify-failed');
});

test('an admin reads of a border in their own language, but for the line that came and the commands to type', async () => {
  await using world = await helpdesk({ probe: 'daily', files: { 'people.yaml': germanAdmin } });
  await border(world, 'passes').carriesTheNextProbe();
  const told = await world.maria.receives(
    'mx.acme.example lässt gefälschte Nachweise durch',
    /Bemerkt: 02\.03\.2026, \d\d:\d\d\./,
  );
  expect(told.text).toContain('Was zu tun ist: Der Server, der eure Mails annimmt');
  expect(told.text).toContain('Authentication-Results: mx.acme.example; dkim=pass header.d=acme.example');
  expect(told.text).not.toMatch(/\b(The|You|Until|Then|What to do|and)\b/);
});

const germanAdmin = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, admin], teams: [web], language: de, timezone: Europe/Berlin }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: es }
`;
