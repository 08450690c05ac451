import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import type { Correspondent } from '../support/correspondent.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead, admin], teams: [web], timezone: Europe/Madrid }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: es }
  - { handle: bo, name: Bo Berg, addresses: [bo@acme.example], roles: [engineer], level: L2, teams: [web] }
  - { handle: ana, name: Ana Diaz, addresses: [ana@acme.example], roles: [engineer], level: L2, teams: [db], language: es }
`;

/** A lost sign of new mail costs one poll, and only `settles` lets that pass. */
async function hears(world: World, who: Correspondent, text: RegExp) {
  await world.desk.settles();
  return who.receives('[HD-1001]', text);
}

test('a lead sorts a ticket by one mail from the phone, sees a slip of the hand told apart, and takes it all back', async () => {
  const fields = '  fields: { serial: text, floor: number, due: date, colour: [red, blue] }';
  await using world = await helpdesk({ desk: fields });
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies(
    '!severity high; priority urgent\n!type change request\n!tag printer fire\n!floor=3; due=fri 17:00; colour=blue',
  );
  const receipt = await hears(world, maria, /none → urgent/);
  expect(receipt.text).toMatch(/\+printer, \+fire/);
  expect(await desk.ticket(1001)).toMatchObject({
    ...{ severity: 'high', priority: 'urgent', type: 'change-request', tags: ['printer', 'fire'] },
    fields: { floor: '3', due: '2026-03-06 17:00', colour: 'blue' },
  });
  await maria.replies('!status');
  const status = await hears(world, maria, /Type: change-request/);
  expect(status.text).toMatch(/Priority: urgent[\s\S]*Tags: printer, fire[\s\S]*floor: 3[\s\S]*colour: blue/);
  await maria.replies('!complexity low; colour=bleu');
  const error = await hears(world, maria, /does not fit “colour”/);
  expect(error.text).toMatch(/\^{4}/);
  expect(error.text).toContain('set colour blue');
  expect(await desk.ticket(1001)).toMatchObject({ complexity: null });
  await maria.replies('!undo');
  await hears(world, maria, /is taken back/);
  expect(await desk.ticket(1001)).toMatchObject({ severity: null, priority: null, type: null, tags: [], fields: {} });
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
});

test('a colleague’s newer severity is not overwritten by an answer to an older mail, unless it is meant', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await withTicket(world);
  const old = ravi.inbox()[0];
  desk.passes('1m');
  await maria.replies('!severity high');
  await hears(world, maria, /none → high/);
  await desk.settles();
  desk.passes('4m');
  await ravi.replies('!gravedad baja', { to: old });
  const refused = await hears(world, ravi, /Maria puso severity en high hace/);
  expect(refused.text).toMatch(/hace \S+ minutos?/);
  expect(refused.text).toContain('severity! low');
  expect(await desk.ticket(1001)).toMatchObject({ severity: 'high' });
  await ravi.replies('!severity! low', { to: old });
  await hears(world, ravi, /alta → baja/);
  await later(world);
});

test('an escalation goes to whoever of the level is free, with the reason; the customer hears nothing of it', async () => {
  await using world = await helpdesk({ files: { 'people.yaml': people } });
  const { maria, jane, desk, sink } = world;
  await withTicket(world);
  await maria.replies('!escalate\nThe log shows a driver fault.\nPlease look at the spooler.');
  await hears(world, maria, /level: none → L2; assignee: nobody → bo/);
  await desk.settles();
  const told = sink.mails.findLast(({ recipients }) => recipients.includes('bo@acme.example'));
  expect(told?.text).toMatch(/Maria Lopez gave you HD-1001[\s\S]*Maria Lopez says\n> The log shows a driver fault.\n> Please/);
  expect(await desk.ticket(1001)).toMatchObject({ level: 'L2', assignee: 'bo' });
  await maria.replies('!assign db');
  await hears(world, maria, /bo, web → team db/);
  await desk.settles();
  const team = sink.mails.findLast(({ recipients }) => recipients.includes('ana@acme.example'));
  expect(team?.text).toMatch(/Maria Lopez ha asignado HD-1001 al equipo db/);
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note' });
});

test('somebody in copy gets the answer that this mail gives and later ones, and nothing of what was before', async () => {
  await using world = await helpdesk();
  const { maria, jane, john, desk } = world;
  await withTicket(world);
  await maria.replies('First words.');
  await later(world);
  await jane.receives('[HD-1001]', /First words/);
  await maria.replies(`!cc ${john.address}\nSecond words.`);
  await hears(world, maria, new RegExp(`\\+${john.address}`));
  await later(world);
  const mail = await john.receives('[HD-1001]', /Second words/);
  expect(mail.text).not.toMatch(/First words|Tray 2/);
  expect(john.inbox()).toHaveLength(1);
  await jane.receives('[HD-1001]', /Second words/);
  await maria.replies(`!uncc ${john.address}\nThird words.`);
  await hears(world, maria, new RegExp(`−${john.address}`));
  await later(world);
  await jane.receives('[HD-1001]', /Third words/);
  expect(john.inbox()).toHaveLength(1);
  expect(await desk.participants(1001)).toMatchObject([{ address: jane.address, role: 'requester' }]);
});

test('a ticket is put on another requester, paused, taken up again, its hours noted and undone', async () => {
  await using world = await helpdesk();
  const { maria, jane, john, desk } = world;
  const hours = () => desk.house.store.read((at) => at.time(ticketNo(1001)));
  await withTicket(world);
  await maria.replies(`!contact ${john.address} "John Doe"`);
  await hears(world, maria, new RegExp(`${jane.address} → ${john.address}; ${jane.address} stays in copy`));
  expect(await desk.ticket(1001)).toMatchObject({ requester: john.address });
  await maria.replies('!hold until fri 17:00 "waiting for parts"');
  await hears(world, maria, /raised → paused until 2026-03-06 17:00/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'paused', waitsFor: 'nobody' });
  await maria.replies('!resume; time 1h30 analysis @60 EUR');
  await hears(world, maria, /paused → raised[\s\S]*\+1h30m analysis at 60.00 EUR an hour/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff', pausedUntil: null });
  expect(await hours()).toMatchObject([{ minutes: 90, kind: 'analysis', rate: { amount: 6000, currency: 'EUR' } }]);
  await maria.replies('!undo');
  await hears(world, maria, /is taken back/);
  expect(await hours()).toEqual([]);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'paused' });
  await later(world);
});

test('a watcher hears of what the customer writes, though the ticket is another’s', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane } = world;
  await withTicket(world);
  await maria.replies('!take');
  await hears(world, maria, /nobody → maria/);
  await ravi.replies('!seguir');
  await hears(world, ravi, /\+ravi/);
  await world.desk.settles();
  await jane.replies('Now tray 3 smokes too.');
  await hears(world, ravi, /tray 3 smokes/);
  await hears(world, maria, /tray 3 smokes/);
  await ravi.replies('!unwatch');
  await hears(world, ravi, /−ravi/);
  await world.desk.settles();
  await jane.replies('And tray 4.');
  await hears(world, maria, /tray 4/);
  await later(world);
  ravi.hasNothingUnread();
});

test('a stranger’s ticket makes a customer of its own, which is known from then on', async () => {
  await using world = await helpdesk();
  const { maria, stranger, desk } = world;
  await stranger.writes('A question', 'What does it cost?');
  await maria.receives('[HD-1001]');
  await maria.replies('!account "Initech Ltd"');
  await hears(world, maria, /Initech Ltd \(initech-ltd\)/);
  expect(await desk.ticket(1001)).toMatchObject({ customer: 'initech-ltd' });
  await maria.replies('!customer globex');
  await hears(world, maria, /initech-ltd → globex/);
  await maria.replies('!customer Initech Ltd');
  await hears(world, maria, /globex → initech-ltd/);
  await desk.settles();
  await maria.writes('[account bob@umbrella.example "Umbrella"]', '');
  await world.desk.settles();
  await maria.receives('', /Umbrella \(umbrella\) with bob@umbrella.example/);
  await stranger.writes('Another question', 'And by the dozen?');
  await maria.receives('[HD-1002]');
  expect(await desk.ticket(1002)).toMatchObject({ customer: 'initech-ltd' });
  await later(world);
});
