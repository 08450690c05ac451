import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

test('who held a ticket learns that a colleague freed it, and sees that nobody holds it now', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await takenByRavi(world);
  await maria.replies('!unassign');
  await maria.receives('[HD-1001]', /ravi → nobody/);
  const told = await ravi.receives('[HD-1001]', /Maria Lopez ha liberado HD-1001, que era tuyo: ya no lo lleva nadie/);
  expect(told.text).toMatch(/Le toca al equipo\./);
  expect(told.text).toMatch(/!take/);
  expect(told.text).toContain('Tray 2 smokes.');
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
});

test('who frees their own ticket is not told so; their team is', async () => {
  await using world = await helpdesk();
  const { maria, ravi } = world;
  await takenByRavi(world);
  await ravi.replies('!assign nobody');
  await ravi.receives('[HD-1001]', /ravi → nadie/);
  await maria.receives('[HD-1001]', /Ravi Kumar freed HD-1001: whoever has time may take it: Printer on fire/);
  await later(world);
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
});

test('a ticket that is taken over or handed on: who had it learns where it went', async () => {
  await using world = await helpdesk({ files: { 'people.yaml': three } });
  const { maria, ravi } = world;
  await takenByRavi(world);
  await maria.replies('!take!');
  await maria.receives('[HD-1001]', /ravi → maria/);
  await ravi.receives('[HD-1001]', /Maria Lopez se ha quedado con HD-1001, que era tuyo/);
  await ravi.replies('!assign! eva');
  await ravi.receives('[HD-1001]', /maria → eva/);
  await maria.receives('[HD-1001]', /Ravi Kumar gave HD-1001, which was yours, to Eva Stein/);
  await maria.replies('!assign! web');
  await maria.receives('[HD-1001]', /eva/);
  await later(world);
  const toEva = world.sink.mails.filter(({ recipients }) => recipients.includes('eva@acme.example')).map(({ text }) => text);
  expect(toEva.filter((text) => /Maria Lopez/.test(text))).toEqual([
    expect.stringContaining('Maria Lopez took HD-1001 off your hands: nobody holds it now'),
  ]);
});

const three = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead, admin], teams: [web], language: en, timezone: Europe/Madrid }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [associate], teams: [web], language: es }
  - { handle: eva, name: Eva Stein, addresses: [eva@acme.example], roles: [associate], teams: [web] }
`;

async function takenByRavi(world: World): Promise<void> {
  await withTicket(world);
  await world.ravi.replies('!take');
  await world.ravi.receives('[HD-1001]', /nadie → ravi/);
  await world.desk.settles();
  world.desk.passes('1h');
}
