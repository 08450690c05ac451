import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

test('a command in brackets, in place of the title, and at the top of the text', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await withTicket(world);
  await maria.replies('', { subject: 'Re: [HD-1001] Printer on fire [take]' });
  await maria.receives('[HD-1001]', /nobody → maria/);
  await maria.replies('', { subject: 'Re: [HD-1001] assign ravi' });
  await maria.receives('[HD-1001]', /maria → ravi/);
  await world.ravi.receives('[HD-1001]', /assigned|asignad/i);
  await maria.replies('!assign me\n!close');
  await maria.receives('[HD-1001]', /ravi → maria[\s\S]*raised → closed/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria', state: 'closed' });
  await maria.replies('', { subject: 'Re: [HD-1001] reabrir' });
  await maria.receives('[HD-1001]', /closed → raised/);
  await later(world);
  maria.hasNothingUnread();
});

test('a typo: one mail that says what was meant, nothing applied, the text kept as a draft', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!take\n!clsoe\nWe come at noon.');
  const told = await maria.receives('[HD-1001]', /clsoe/);
  expect(told.text).toMatch(/✓ take/);
  expect(told.text).toMatch(/\^{5}/);
  expect(told.text).toContain('[close]');
  expect(told.text).toContain('We come at noon.');
  await later(world);
  maria.hasNothingUnread();
  expect(jane.inbox()).toHaveLength(1);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null, state: 'raised' });
  expect((await desk.messages(1001)).at(-1)).toMatchObject({
    status: 'held',
    direction: 'note',
    visibleText: 'We come at noon.',
  });
});

test('a command that would undo a colleague’s is refused; ! says that one knows', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await withTicket(world);
  await maria.replies('!take');
  await maria.receives('[HD-1001]', /nobody → maria/);
  await ravi.replies('!take');
  await ravi.receives('[HD-1001]', /take!/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria' });
  await ravi.replies('!take!');
  await ravi.receives('[HD-1001]', /maria → ravi/);
  await later(world);
});

test('what a customer puts in brackets is text, and commands nobody’s ticket through an associate’s answer', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world, 'Printer [close] [[HD-7]assign ravi]');
  await jane.replies('!close\nPlease.', { subject: 'Re: [HD-1001] x [take; close]' });
  await maria.receives('[HD-1001]', /Please/);
  await maria.replies('We come at noon.');
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  maria.hasNothingUnread();
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null, state: 'raised' });
});

test('a mail gateway’s mark in the subject is text', async () => {
  await using world = await helpdesk();
  const { maria, jane } = world;
  await withTicket(world);
  await maria.replies('We come at noon.', { subject: '[EXTERNAL] Re: [HD-1001] [EXT] [ABC-12] Printer on fire' });
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  maria.hasNothingUnread();
});

test('an encoded and folded subject is read like any other', async () => {
  await using world = await helpdesk();
  const { maria } = world;
  await withTicket(world, 'Drucker in Flammen äöü');
  await maria.replies('', { subject: 'AW: WG: [HD-1001] Drucker in Flammen äöü [nehmen]' });
  await maria.receives('[HD-1001]', /nobody → maria/);
  await later(world);
});

test('help comes without a ticket, and to a proved associate only', async () => {
  await using world = await helpdesk();
  const { maria, stranger, desk } = world;
  await maria.writes('[help]', '');
  await maria.receives('', /assign/);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ commanded: 1, created: 0 });
  await stranger.writes('[help]', 'Please.');
  await stranger.receives('[HD-1001]');
  await later(world);
});

test('nobody is ever asked to read more than one mail back for a mail of theirs', async () => {
  await using world = await helpdesk();
  const { maria, sink } = world;
  await withTicket(world);
  const before = sink.mails.length;
  await maria.replies('!take\n!status\n!assign me');
  await later(world);
  expect(sink.mails.slice(before).map(({ recipients }) => recipients.join())).toEqual(['maria@acme.example']);
});
