import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

test('undo takes back an assignment and calls off an answer that has not left', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!assign ravi\nWe come at noon.');
  const receipt = await maria.receives('[HD-1001]', /nobody → ravi/);
  expect(receipt.text).toContain('!undo');
  await world.ravi.receives('[HD-1001]', /assigned|asignad/i);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /“assign ravi” is taken back; the mail to Jane Roe does not go out/);
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: null, waitsFor: 'staff' });
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /nothing of yours to take back/);
  await later(world);
});

test('undo after the answer has left says so; what a colleague changed since is not overwritten', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  await withTicket(world);
  await maria.replies('We come at noon.');
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /the mail to Jane Roe had left already/);
  await maria.replies('!take');
  await maria.receives('[HD-1001]', /nobody → maria/);
  await ravi.replies('!take!');
  await ravi.receives('[HD-1001]', /maria → ravi/);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /assignee was changed again since/);
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'ravi' });
  await later(world);
});

test('a mistyped command: [send] lets the kept text go, once', async () => {
  await using world = await helpdesk();
  const { maria, jane } = world;
  await withTicket(world);
  await maria.replies('!clsoe\nWe come at noon.');
  await maria.receives('[HD-1001]', /\[send\]/);
  await maria.replies('!send');
  await maria.receives('[HD-1001]', /held text goes to the customer/);
  await later(world);
  const answer = await jane.receives('[HD-1001]', /We come at noon/);
  expect(answer.text).not.toContain('clsoe');
  await maria.replies('!send');
  await maria.receives('[HD-1001]', /no text of yours is held back/);
  await later(world);
});

test('two colleagues answer at once: the second is asked, and keeps theirs as a note', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  await withTicket(world);
  desk.passes('1m');
  await maria.replies('We come at noon.');
  await desk.settles();
  desk.passes('1m');
  await ravi.replies('Please restart it.');
  const asked = await ravi.receives('[HD-1001]', /Alguien del equipo respondió/);
  expect(asked.text).toContain('We come at noon.');
  expect(asked.text).toContain('Please restart it.');
  await ravi.replies('!note');
  await ravi.receives('[HD-1001]', /queda como nota/);
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  jane.hasNothingUnread();
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note', status: 'filed' });
});

test('[reply!] goes out though a colleague has answered', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane } = world;
  await withTicket(world);
  await maria.replies('We come at noon.');
  await world.desk.settles();
  world.desk.passes('1m');
  await ravi.replies('!reply!\nPlease restart it.');
  await ravi.receives('[HD-1001]', /el texto va al cliente/);
  await later(world);
  await jane.receives('[HD-1001]', /at noon[\s\S]*restart it/);
});

test('a line of an internal note and a command inside the text do not reach the customer unasked; [drop] discards', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!note\nThey have not paid the last three invoices.');
  await maria.receives('[HD-1001]', /text kept inside/);
  await maria.replies('We will see.\nThey have not paid the last three invoices!\n!close');
  const asked = await maria.receives('[HD-1001]', /hardly meant for the customer/);
  expect(asked.text).toMatch(/three invoices![\s\S]*internal note[\s\S]*!close[\s\S]*command/);
  await maria.replies('!drop');
  await maria.receives('[HD-1001]', /held text is discarded/);
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ status: 'dropped' });
});

test.each(['send; send', 'drop; send', 'note; send', 'send; drop'])('[%s]: a held text is dealt with once', async (commands) => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!clsoe\nINTERNAL-1');
  await maria.receives('[HD-1001]', /clsoe/);
  await maria.replies(`!${commands}`);
  await maria.receives('[HD-1001]', /no text of yours is held back/);
  await later(world);
  expect(jane.inbox()).toHaveLength(1);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ status: 'held', draft: 'maria' });
});

test('[send] of a text that was held for a mistyped command asks once what any answer would be asked', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  const notice = await withTicket(world);
  await maria.replies('!note\nThey have not paid the last three invoices.');
  await maria.receives('[HD-1001]', /text kept inside/);
  await maria.replies('!clsoe\nWe know.\nThey have not paid the last three invoices.');
  await maria.receives('[HD-1001]', /clsoe/);
  desk.passes('1m');
  await ravi.replies('We come at noon.');
  await desk.settles();
  desk.passes('10s');
  await maria.replies('!send', { to: notice });
  await maria.receives('[HD-1001]', /A colleague answered[\s\S]*We come at noon/);
  await maria.replies('!send');
  await maria.receives('[HD-1001]', /hardly meant for the customer/);
  await later(world);
  expect(
    jane
      .inbox()
      .map(({ text }) => text)
      .join(),
  ).not.toContain('invoices');
  await maria.replies('!send', { to: notice });
  await maria.receives('[HD-1001]', /held text goes to the customer/);
  await later(world);
  await jane.receives('[HD-1001]', /invoices/);
});

test('undo of [send] holds the text again; once it has left it stays said', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!clsoe\nWe come at noon.');
  await maria.receives('[HD-1001]', /clsoe/);
  await maria.replies('!send');
  await maria.receives('[HD-1001]', /goes to the customer/);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /does not go out/);
  await later(world);
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ status: 'held', direction: 'note', draft: 'maria' });
  await maria.replies('!send');
  await maria.receives('[HD-1001]', /goes to the customer/);
  await later(world);
  await jane.receives('[HD-1001]', /at noon/);
  await maria.replies('!undo');
  await maria.receives('[HD-1001]', /had left already|has left already/);
  expect((await desk.messages(1001)).filter(({ direction }) => direction === 'out')).toMatchObject([{ status: 'filed' }]);
  await later(world);
});

test('a mistyped command alone leaves nothing held: [admit] still means the customer’s mail', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await jane.writes('Re: [HD-1001] Printer on fire', 'Is it me?', { proved: false });
  const held = await maria.receives('[HD-1001]', /Is it me/);
  await maria.replies('!clsoe');
  const told = await maria.receives('[HD-1001]', /clsoe/);
  expect(told.text).not.toContain('Your text is kept');
  await maria.replies('!status');
  await maria.receives('[HD-1001]', /held, from Jane Roe\n> Is it me/);
  await maria.writes('Re: [HD-1001] Printer on fire [admit]', '', { to: held.headers.get('reply-to') ?? '' });
  await maria.receives('[HD-1001]', /jane@globex.example is taken/);
  await later(world);
  expect((await desk.messages(1001)).map(({ status }) => status)).toEqual(['filed', 'filed']);
});
