import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { later } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

const people = `people:
  - { handle: maria, name: Maria Lopez, addresses: [maria@acme.example], roles: [associate, lead], teams: [web], language: en }
  - { handle: ravi, name: Ravi Kumar, addresses: [ravi@acme.example], roles: [sales], teams: [web], language: en }
  - { handle: mona, name: Mona Stein, addresses: [mona@acme.example], roles: [manager], teams: [web], language: en }
`;
const customers = (ends: string) => `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    timezone: Europe/London
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example] }
      - { name: John Doe, addresses: [john@globex.example] }
    contracts:
      - { number: AMC-1, kind: amc, starts: 2025-03-01, ends: ${ends}, covers: [incident] }
`;
const amcDesk = (ends: string) =>
  helpdesk({ desk: '  workflow: amc-desk', files: { 'people.yaml': people, 'customers.yaml': customers(ends) } });

const covered = async ({ desk }: World, number: number) => desk.house.store.read((at) => at.coverage(ticketNo(number)));
const events = async ({ desk }: World, number: number) =>
  (await desk.house.store.read((at) => at.journal(ticketNo(number)))).map(({ event }) => event);

/** HD-1001, logged by Maria. */
async function logged(world: World) {
  await world.jane.writes('Report fails', 'It says error 7.');
  await world.maria.receives('[HD-1001]');
  await world.desk.settles();
  await world.maria.replies('!log\nConcern: The monthly report fails\n\nProduct: Reports');
  await world.maria.receives('[HD-1001]', /Received →/);
  await world.desk.settles();
}

test('an old customer whose contract ended yesterday is not covered; Sales’ renewal lets every waiting ticket go on at once', async () => {
  await using world = await amcDesk('2026-03-01');
  const { desk, john, ravi, maria } = world;
  await logged(world);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'not-covered', waitsFor: 'sales', customer: 'globex' });
  expect(await covered(world, 1001)).toMatchObject({ contract: 'expired', covered: false, number: 'AMC-1', ends: '2026-03-01' });
  await john.writes('Another one', 'Cannot print.');
  const notice = await maria.receives('[HD-1002]');
  await maria.replies('!log\nConcern: Cannot print\n\nProduct: Printing', { to: notice });
  await maria.receives('[HD-1002]', /Not covered/);

  await ravi.receives('[HD-1001]');
  await ravi.replies('!contract renew AMC-2 until 2027-03-01');
  await ravi.receives('[HD-1001]', /there is no contract “AMC-2”[\s\S]*contract renew AMC-1/);
  await ravi.replies('!contract renew AMC-1 until 2027-03-01');
  await ravi.receives('[HD-1001]', /AMC-1 of Globex: until 2026-03-01 → 2027-03-01/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'contacting', fields: { basis: 'amc' } });
  expect(await desk.ticket(1002)).toMatchObject({ state: 'contacting' });
  expect(await covered(world, 1002)).toMatchObject({ contract: 'active', covered: true, ends: '2027-03-01' });
  expect(await events(world, 1001)).toEqual(expect.arrayContaining(['coverage', 'contract-renewed', 'moved']));

  await john.writes('A third', 'Now the scanner.');
  await maria.receives('[HD-1003]');
  await ravi.replies('!contract');
  await ravi.receives('[HD-1001]', /AMC-1 \(amc\) 2025-03-01 – 2027-03-01, covers incident/);
});

test('undo takes a renewal back, and the tickets wait as they did', async () => {
  await using world = await amcDesk('2026-03-01');
  const { desk, ravi } = world;
  await logged(world);
  await ravi.receives('[HD-1001]');
  await ravi.replies('!contract renew AMC-1 until 2027-03-01');
  await ravi.receives('[HD-1001]', /2027-03-01/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'contacting' });
  await ravi.replies('!undo');
  await ravi.receives('[HD-1001]', /undo|takes? back|taken back/i);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'not-covered' });
  expect((await desk.house.store.read((at) => at.directory())).renewals).toEqual([]);
});

test('an exception: only a manager grants it, by their own mail or recorded with who and how', async () => {
  await using world = await amcDesk('2026-03-01');
  const { desk, maria } = world;
  await logged(world);
  await maria.replies('!exception approve "a good customer"');
  await maria.receives('[HD-1001]', /only a manager decides it[\s\S]*exception approve by mona via phone/);
  await maria.replies('!exception approve by mona "a good customer"');
  await maria.receives('[HD-1001]', /how did Mona Stein say so\?/);
  await maria.replies('!exception approve by mona via phone "a good customer" until 2026-03-31');
  await maria.receives('[HD-1001]', /exception approved, by mona \(phone\), for all of globex until 2026-03-31/);
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({
    state: 'contacting',
    fields: { basis: 'exception', extent: 'date', who: 'mona', how: 'phone' },
  });
  const [made] = await desk.house.store.read((at) => at.exceptions(ticketNo(1001), null));
  expect(made).toMatchObject({
    state: 'approved',
    by: 'mona',
    via: 'phone',
    recordedBy: 'maria',
    reason: 'a good customer',
    until: '2026-03-31',
  });
  expect(await covered(world, 1001)).toMatchObject({ covered: true, why: 'exception' });
});

test('a contract that runs covers at once; the journal says which', async () => {
  await using world = await amcDesk('2026-12-31');
  await logged(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'contacting', fields: { basis: 'amc' } });
  expect(await covered(world, 1001)).toMatchObject({ covered: true, number: 'AMC-1' });
  expect(await events(world, 1001)).toContain('coverage');
});

test('a customer without a contract is new until its first ticket closes; sales add a contract, associates do not', async () => {
  const none = customers('2026-12-31').replace(/ {4}contracts:\n.*\n/, '');
  await using world = await helpdesk({ desk: '  workflow: amc-desk', files: { 'people.yaml': people, 'customers.yaml': none } });
  const { jane, maria, ravi, desk } = world;
  await jane.writes('First', 'Hello.');
  await maria.receives('[HD-1001]');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'contacting' });
  await maria.replies('!customer old');
  await maria.receives('[HD-1001]', /globex is old by your word \(was new\); Logged → Received/);
  await desk.settles();
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /customer old/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'contacting' });
  expect((await desk.house.store.read((at) => at.directory())).standings.get('globex') ?? null).toBe(null);
  await maria.replies('!contract add AMC-9 amc until 2026-12-31');
  await maria.receives('[HD-1001]', /a contract is recorded by sales, manager, admin/);
  await ravi.receives('[HD-1001]');
  await ravi.replies('!contract add AMC-9 amc from 2026-01-01 until 2026-12-31 hours=40 covers=incident');
  await ravi.receives('[HD-1001]', /Globex: AMC-9 \(amc\) 2026-01-01 – 2026-12-31, covers incident, 40 h/);
  await desk.settles();
  await jane.writes('Second', 'Hello again.');
  await maria.receives('[HD-1002]');
  expect(await desk.ticket(1002)).toMatchObject({ state: 'received' });
});
