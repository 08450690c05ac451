import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk, type World } from '../support/world.ts';

const elsewhere = 'friend@elsewhere.example';

/** Nothing was applied on Jane's ticket, no other was opened, and nothing went outside since. */
async function untouched(world: World) {
  await later(world);
  expect(await world.desk.ticket(1001)).toMatchObject({ state: 'raised', assignee: null });
  expect(await world.desk.ledger()).toMatchObject({ created: 1, commanded: 0 });
  expect(world.sink.mails.filter(({ recipients }) => !recipients.join().endsWith('@acme.example'))).toHaveLength(1);
}

test.each([
  ['[new for victim@victim.example] Hello', 'x', /new for victim@victim\.example/],
  ['[away until tomorrow]', '', /away until tomorrow/],
  ['Triage', '!HD-1001 assign ravi', /HD-1001 assign ravi/],
])(
  'a genuine mail to somebody else, handed on to us, commands nothing without a ticket either: %s',
  async (subject, text, asked) => {
    await using world = await helpdesk();
    await withTicket(world);
    await world.maria.writes(subject, text, { to: elsewhere });
    await world.maria.receives('confirm', asked);
    await untouched(world);
  },
);

test('a command without a ticket that stands in the plain text alone waits for its sender’s word', async () => {
  await using world = await helpdesk();
  await withTicket(world);
  await world.maria.writes('Hello', '!block evil.example', { html: '<div>How are you?</div>' });
  await world.maria.receives('confirm', /block evil\.example/);
  await untouched(world);
});

test('C4, E3: the address signed for one ticket closes no other by a line that names it', async () => {
  await using world = await helpdesk();
  const { maria, john, desk } = world;
  const notice = await withTicket(world);
  await john.writes('Other', 'It is cold.');
  await maria.receives('[HD-1002]');
  await maria.replies('!HD-1002 close', { to: notice });
  await maria.receives('confirm', /HD-1002 close/);
  await later(world);
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised' });
  await maria.replies('!HD-1001 close', { to: notice });
  await maria.receives('', /raised → closed/);
  await later(world);
});

test('R3: a list reply sent again with an unsigned field changed is not carried out again', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await withTicket(world);
  const again = { messageId: '<lines@acme.example>' };
  await maria.writes('Triage', '!HD-1001 assign ravi', again);
  await maria.receives('Triage', /nobody → ravi/);
  await ravi.receives('[HD-1001]');
  await ravi.writes('Re: [HD-1001] Printer on fire [unassign]', '');
  await ravi.receives('[HD-1001]', /ravi → nadie/);
  await desk.settles();
  await maria.writes('Triage', '!HD-1001 assign ravi', { ...again, cc: 'mallory@evil.example' });
  await later(world);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null });
  expect(await desk.ledger()).toMatchObject({ held: 1 });
});
