import { expect, test } from 'vitest';
import { helpdesk, type World } from '../support/world.ts';

async function withTickets(world: World, count: number) {
  for (let at = 1; at <= count; at++) {
    await world.jane.writes(`Matter ${at}`, `Please look at ${at}.`);
    await world.jane.receives(`[HD-${1000 + at}]`);
    await world.maria.receives(`[HD-${1000 + at}]`);
    await world.ravi.receives(`[HD-${1000 + at}]`);
  }
  await world.desk.settles();
}

test('a line a ticket: each all or none, one receipt for all, undone one by one', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  await withTickets(world, 3);
  await maria.writes('[list open]', '');
  await maria.receives('Open tickets (3)');
  await maria.replies(
    '!HD-1001 assign ravi; severity high\n!hd-1002 take; colour blue\n!HD-1003\n!HD-1003: take\n!HD-7 take\n\nINTERNAL-9 see you',
  );
  const receipt = await maria.receives('Open tickets', /Tickets changed: 2; not changed: 2/);
  expect(receipt.text).toMatch(
    /HD-1001: Matter 1\n {2}✓ assign ravi · assignee: nobody → ravi\n {2}✓ severity high · severity: /,
  );
  expect(receipt.text).toMatch(/HD-1002: Matter 2: nothing was applied\n {2}– take\n {2}✗ colour blue/);
  expect(receipt.text).toMatch(/HD-1003: Matter 3\n {2}✓ take · assignee: nobody → maria/);
  expect(receipt.text).toMatch(/there is no HD-7/);
  expect(receipt.text).toMatch(/belongs to no ticket and was not used[\s\S]*INTERNAL-9/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'ravi', severity: 'high' });
  expect(await desk.ticket(1002)).toMatchObject({ assignee: null });
  expect(await desk.ticket(1003)).toMatchObject({ assignee: 'maria' });
  await ravi.receives('[HD-1001]', /asign/i);
  await maria.writes('Re: [HD-1001] Matter 1 [undo]', '');
  await maria.receives('[HD-1001]', /taken back/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null, severity: null });
  await desk.settles();
  desk.passes('10m');
  await desk.settles();
  expect(jane.inbox()).toHaveLength(3);
  maria.hasNothingUnread();
});

test('more than five tickets at once, or a hard command, wait for a word from the registered address', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await withTickets(world, 6);
  await maria.writes('Triage', [1, 2, 3, 4, 5, 6].map((at) => `!HD-100${at} take`).join('\n'));
  await maria.receives('', /confirm/i);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  await maria.writes('Triage', '!HD-1001 close');
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
});

test('reading and whatever needs its own mail is refused line by line; commands without a ticket are told', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await withTickets(world, 1);
  await maria.writes('Triage', '!take\n!HD-1001 history');
  const receipt = await maria.receives('Triage', /Nothing was applied on any ticket/);
  expect(receipt.text).toMatch(/“history” needs a mail of its own/);
  expect(receipt.text).toMatch(/name no ticket[\s\S]*\n {4}take/);
  await desk.settles();
});
