import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { returned } from '../support/delivery-report.ts';
import { until } from '../support/until.ts';
import { helpdesk } from '../support/world.ts';

test.each([
  ['3834-1: an out-of-office note', ['Auto-Submitted: auto-replied (vacation); owner-email="sam@elsewhere.example"']],
  ['3834-1: a notification', ['Auto-Submitted: AUTO-Generated']],
  ['2369-1: a mailing list', ['List-Id: <news.elsewhere.example>', 'Precedence: list']],
  ['2369-1: bulk mail', ['Precedence: bulk']],
  ['a vacation program', ['X-Autoreply: yes']],
])('%s opens no ticket and is never answered', async (_, headers) => {
  await using world = await helpdesk();
  const { stranger, desk } = world;
  await stranger.writes('Away until Monday', 'I am away.', { headers });
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 0, ignored: 1 });
  expect(world.sink.mails).toEqual([]);
});

test.each([
  ['xars-2: one who wants no automatic answers is a person all the same', ['X-Auto-Response-Suppress: OOF, AutoReply']],
  ['3834-2: one whose return path is empty', ['Return-Path: <>']],
])('%s: a ticket, no acknowledgement', async (_, headers) => {
  await using world = await helpdesk();
  await world.stranger.writes('A question', 'Is it broken?', { headers });
  await world.maria.receives('[HD-1001]');
  await world.desk.settles();
  world.stranger.hasNothingUnread();
});

test('A16: our own mail that comes back is known as ours and ends there', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await jane.receives('[HD-1001]');
  const notified = await maria.receives('[HD-1001]');
  await desk.settles();
  const sent = sink.mails.length;
  await jane.sendsRaw(acknowledged.raw);
  await jane.sendsRaw(notified.raw);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ created: 1, ignored: 2 });
  expect(sink.mails).toHaveLength(sent);
});

test('a customer’s out-of-office on a ticket is filed there, quietly; it starts and answers nothing', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('3m');
  await jane.receives('[HD-1001]', /at noon/);
  await desk.settles();
  const sent = sink.mails.length;
  await jane.replies('I am on holiday. !close', { headers: ['Auto-Submitted: auto-replied'] });
  await desk.settles();
  expect(sink.mails).toHaveLength(sent);
  expect(await desk.ticket(1001)).toMatchObject({ waitsFor: 'customer', state: 'raised' });
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'in', status: 'filed' });
});

test('R1: an associate’s automatic mail commands nothing and its words go nowhere', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await desk.settles();
  const sent = sink.mails.length;
  await maria.replies('!close\nINTERNAL-AWAY I am away.', { headers: ['Auto-Submitted: auto-replied'] });
  await desk.settles();
  desk.passes('5m');
  await desk.settles();
  expect(sink.mails).toHaveLength(sent);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('F-25, 3464-1, 3464-2: our reply comes back: the associates hear it, the ticket remembers, nobody is answered', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('3m');
  const reply = await jane.receives('[HD-1001]', /at noon/);
  await desk.settles();
  desk.passes('72h'); // reports may come days later

  await jane.sendsRaw(returned(reply, 'jane@globex.example', 'failed', '5.1.1', 'smtp; 550 5.1.1 No such user INTERNAL-X'));
  await desk.settles();
  await maria.receives('[HD-1001]', /5\.1\.1/);
  await ravi.receives('[HD-1001]', /jane@globex\.example/);
  await desk.settles();
  jane.hasNothingUnread();
  expect(await desk.ledger()).toMatchObject({ created: 1, bounced: 1 });
  const rows = await desk.house.store.read((at) => at.outbox({ failed: true }));
  expect(rows).toMatchObject([{ template: 'reply', state: 'failed' }]);
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.map(({ event }) => event)).toContain('bounced');
});

test('3464-1: a report of a mail that was delayed or delivered changes nothing', async () => {
  await using world = await helpdesk();
  const { jane, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await jane.receives('[HD-1001]');
  await desk.settles();
  const sent = sink.mails.length;
  await jane.sendsRaw(returned(heard, 'jane@globex.example', 'delayed', '4.4.1', 'smtp; 451 4.4.1 Try later'));
  await jane.sendsRaw(returned(heard, 'jane@globex.example', 'delivered', '2.0.0', 'smtp; 250 2.0.0 OK'));
  await until(async () => (await desk.ledger()).bounced === 2, { what: 'two reports' });
  await desk.settles();
  expect(sink.mails).toHaveLength(sent);
});

test('3461-1: a report that returns no mail of ours is kept, and changes nothing', async () => {
  await using world = await helpdesk();
  const { jane, desk, sink } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await jane.receives('[HD-1001]');
  await desk.settles();
  const sent = sink.mails.length;
  const forged = { ...heard, messageId: heard.messageId.replace(/^<./, (two) => (two === '<a' ? '<b' : '<a')) };
  await jane.sendsRaw(returned(forged, 'jane@globex.example', 'failed', '5.1.1', 'smtp; 550 no'));
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ bounced: 1 });
  expect(sink.mails).toHaveLength(sent);
});
