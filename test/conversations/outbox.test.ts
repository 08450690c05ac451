import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { withTicket } from '../support/first-ticket.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

const rows = (world: World, template: string) =>
  world.desk.house.store.read(async (at) => (await at.outbox({})).filter((row) => row.template === template));

test('F-23: a mail that is refused for good is failed; those who work on the ticket are told, once', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, sink, desk } = world;
  await withTicket(world);
  sink.refuse('RCPT', 550, '5.1.1 No such user', Number.POSITIVE_INFINITY, 'jane@globex.example');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('4m');
  await maria.receives('[HD-1001]', /5\.1\.1 No such user/);
  await ravi.receives('[HD-1001]', /We come at noon/);
  await desk.settles();
  desk.passes('6h');
  await desk.settles();
  maria.hasNothingUnread();
  expect(jane.inbox()).toHaveLength(1);
  expect(await rows(world, 'reply')).toMatchObject([
    { state: 'failed', attempts: 1, error: expect.stringContaining('No such user') },
  ]);
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.map(({ event }) => event)).toContain('not-delivered');
});

test('F-22, 5321-2: a mail that is put off is tried again, later and later, and is the same mail each time', async () => {
  await using world = await helpdesk();
  const { maria, jane, sink, desk } = world;
  await withTicket(world);
  sink.refuse('RCPT', 450, '4.2.0 Greylisted', 3, 'jane@globex.example');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('3m');
  const waits: number[] = [];
  const ids = new Set<string>();
  for (let attempt = 1; attempt <= 3; attempt++) {
    const row = await until(
      async () => (await rows(world, 'reply')).find((one) => one.attempts === attempt && one.state === 'waiting'),
      {
        what: `attempt ${attempt}`,
      },
    );
    const wait = (row.next ?? 0) - world.clock.now();
    waits.push(wait);
    ids.add(row.messageId);
    world.clock.passes(wait);
  }
  const sent = await jane.receives('[HD-1001]', /at noon/);
  expect([...ids]).toEqual([sent.messageId]);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  await desk.settles();
  expect(jane.inbox()).toHaveLength(2);
});

test('F-24, 5321-1: the answer to a mail is lost: it goes again with the same Message-ID, and no more', async () => {
  await using world = await helpdesk();
  const { stranger, sink, desk } = world;
  sink.cutBefore250(1);
  await stranger.writes('Hello', 'Is anybody there?');
  await until(() => sink.mails.length > 0, { what: 'the first copy' });
  await until(
    async () =>
      (await desk.house.store.read((at) => at.outbox({}))).some(({ attempts, state }) => attempts === 1 && state === 'waiting'),
    {
      what: 'a row that waits again',
    },
  );
  desk.passes('1h');
  await desk.settles();
  const byId = Map.groupBy(sink.mails, ({ messageId }) => messageId);
  expect([...byId.values()].map((copies) => copies.length).toSorted()).toEqual([1, 1, 2]);
});

test('F-41: a template that cannot be filled blocks its own mails only; the admin hears of it', async () => {
  const broken = '---\nsubject: "{{subject}}"\n---\n{{noSuchThing.at.all}} {{title}}\n=== html ===\n<p>{{title}}</p>\n';
  await using world = await helpdesk({ files: { 'templates/en/acknowledge.hbs': broken } });
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await maria.receives('[HD-1001] Printer on fire');
  await stranger.writes('Hello', 'Is anybody there?', { proved: false });
  await stranger.receives('[HD-1002]');
  await desk.settles();
  expect(await rows(world, 'acknowledge')).toMatchObject([{ state: 'blocked' }]);
  expect(jane.inbox()).toEqual([]);
  await maria.receives('', /acknowledge/);
});

test('5322-3: a thread of sixty mails is cited by its first and its last ids', async () => {
  await using world = await helpdesk();
  const { jane, maria } = world;
  const references = Array.from({ length: 60 }, (_, at) => `<old.${at}@globex.example>`);
  const first = await jane.writes('Printer on fire', 'Tray 2 smokes.', { references, inReplyTo: references.at(-1) ?? '' });
  const heard = await jane.receives('[HD-1001]');
  const cited = (heard.headers.get('references') ?? '').split(/\s+/);
  expect(cited).toHaveLength(40);
  expect([cited[0], cited.at(-1)]).toEqual(['<old.0@globex.example>', first]);
  await maria.receives('[HD-1001]');
});
