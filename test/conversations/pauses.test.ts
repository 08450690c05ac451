import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

const journal = ({ desk }: World) => desk.house.store.read((at) => at.journal(ticketNo(1001)));

test('a pause that is over: the ticket is where it was, and those who have it hear why it slept', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!take\n!hold until 2026-03-06 15:00 "the part comes on Friday"', { to: notice });
  await later(world);
  await maria.receives('[HD-1001]', /paused/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'paused', waitsFor: 'nobody' });

  await desk.lives('2d');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'paused' });
  await desk.restarts();
  await desk.lives('2d5h');
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff', pausedUntil: null });
  const woken = await maria.receives('[HD-1001]', /awake again/);
  expect(woken.text).toMatch(/the part comes on Friday/);
  expect(woken.text).toMatch(/Tray 2 smokes/);

  await desk.restarts();
  await desk.lives('3d');
  maria.hasNothingUnread();
  ravi.hasNothingUnread();
  expect((await journal(world)).filter(({ event }) => event === 'resumed')).toMatchObject([
    { actor: 'desk', data: { by: 'time' } },
  ]);
});

test('a pause that ends at night is over at night; the mail that says so comes in the morning', async () => {
  await using world = await helpdesk();
  const { maria, desk, clock } = world;
  const notice = await withTicket(world);
  await maria.replies('!take\n!hold until 2026-03-06 23:30', { to: notice });
  await later(world);
  await maria.receives('[HD-1001]', /paused/);
  await desk.lives('4d15h');
  expect(new Date(clock.now()).toISOString()).toMatch(/^2026-03-07T00/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  maria.hasNothingUnread();
  await desk.lives('2d7h');
  await desk.lives('1h');
  await maria.receives('[HD-1001]', /awake again/);
});

test('whoever takes a ticket up again before its time is not told that it woke', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!take\n!hold until 2026-03-06 15:00', { to: notice });
  await later(world);
  const receipt = await maria.receives('[HD-1001]', /paused/);
  await maria.replies('!resume', { to: receipt });
  await later(world);
  await maria.receives('[HD-1001]', /raised/);
  await desk.lives('7d');
  maria.hasNothingUnread();
  expect((await journal(world)).filter(({ event }) => event === 'resumed')).toHaveLength(1);
});
