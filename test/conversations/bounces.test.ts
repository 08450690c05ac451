import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { returned } from '../support/delivery-report.ts';
import { until } from '../support/until.ts';
import { helpdesk, type World } from '../support/world.ts';

const jane = 'jane@globex.example';
const noSuchUser = ['failed', '5.1.1', 'smtp; 550 5.1.1 No such user'] as const;
const contact = ({ desk }: World) => desk.house.store.read((at) => at.contact(jane));
const journal = ({ desk }: World) => desk.house.store.read((at) => at.journal(ticketNo(1001)));
const reports = (world: World, count: number) =>
  until(async () => (await world.desk.ledger()).bounced === count, { what: `${count} reports` });

test('F-25: an answer that comes back opens its closed ticket and marks the address, once, until a mail comes from it', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await world.jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await maria.replies('!close\nWe have mended it.');
  await maria.receives('[HD-1001]', /close/);
  desk.passes('3m');
  const answer = await world.jane.receives('[HD-1001]', /mended/);
  await desk.settles();

  await world.jane.sendsRaw(returned(answer, jane, ...noSuchUser));
  await maria.receives('[HD-1001]', /5\.1\.1[\s\S]*We have mended it/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff', closed: null });
  expect(await contact(world)).toMatchObject({ bounced: { why: expect.stringContaining('No such user') } });

  await world.jane.sendsRaw(`X-Again: 1\r\n${returned(answer, jane, ...noSuchUser).replace('<dsn.', '<second.')}`);
  await reports(world, 2);
  await desk.settles();
  maria.hasNothingUnread();

  await world.jane.replies('I am here.', { to: acknowledged });
  await maria.receives('[HD-1001]', /I am here/);
  expect(await contact(world)).not.toHaveProperty('bounced');
});

test('3464-1: an acknowledgement that comes back moves nothing; what is delayed or delivered is only noted', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await world.jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('!take\n!close');
  await maria.receives('[HD-1001]', /close/);
  await desk.settles();
  await world.jane.sendsRaw(returned(acknowledged, jane, 'delayed', '4.4.1', 'smtp; 451 4.4.1 Try later'));
  await world.jane.sendsRaw(returned(acknowledged, jane, 'delivered', '2.0.0', 'smtp; 250 OK'));
  await world.jane.sendsRaw(returned(acknowledged, jane, ...noSuchUser));
  await reports(world, 3);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
  const events = (await journal(world)).map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(['delivery-delayed', 'delivery-delivered', 'bounced']));
});

test('3464-1: a report is bound by its envelope id alone', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await world.jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  const envelope = `Original-Envelope-Id: ${acknowledged.messageId.slice(1, -1)}\r\nReporting-MTA:`;
  const report = returned({ ...acknowledged, messageId: '<rewritten@relay.example>' }, jane, ...noSuchUser);
  await world.jane.sendsRaw(report.replace('Reporting-MTA:', envelope));
  await maria.receives('[HD-1001]', /5\.1\.1/);
  await desk.settles();
  expect((await journal(world)).map(({ event }) => event)).toContain('bounced');
});

test('3461-1: a report bound by nothing but an address is shown on its last ticket and changes nothing', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await world.jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledged = await world.jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await desk.settles();
  await world.jane.sendsRaw(returned({ ...acknowledged, messageId: '<forged@evil.example>' }, jane, ...noSuchUser));
  await desk.settles();
  expect((await journal(world)).at(-1)).toMatchObject({ event: 'report-unproved', data: { status: '5.1.1' } });
  expect(await contact(world)).not.toHaveProperty('bounced');
  maria.hasNothingUnread();
});
