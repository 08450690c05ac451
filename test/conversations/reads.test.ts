import { expect, test } from 'vitest';
import { withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

test('history: what happened, in the reader’s words and on their clock', async () => {
  await using world = await helpdesk();
  const { maria, ravi, desk } = world;
  await withTicket(world);
  await maria.replies('!assign ravi\n!note\nINTERNAL-1 the fuser again');
  await maria.receives('[HD-1001]', /nobody → ravi/);
  await ravi.receives('[HD-1001]', /asign/i);
  await maria.replies('!history');
  const english = await maria.receives('[HD-1001]', /What happened on HD-1001/);
  expect(english.text).toMatch(/2 Mar 2026, 10:00|Mar 2, 2026, 10:00 AM {2}jane@globex\.example: opened the ticket/);
  expect(english.text).toMatch(/maria: assigned it: – → ravi/);
  expect(english.text).toMatch(/maria: wrote a note/);
  expect(english.text).not.toContain('INTERNAL-1');
  await ravi.replies('!historial');
  await ravi.receives('[HD-1001]', /maria: lo asignó: – → ravi/);
  await desk.settles();
});

test('why: how the last mail was taken; only its own words of proof, no text of it', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await jane.replies('It is worse now.');
  await maria.receives('[HD-1001]', /worse/);
  await maria.replies('!why');
  const told = await maria.receives('[HD-1001]', /How the last mail was taken/);
  expect(told.text).toMatch(/Mail from: Jane Roe/);
  expect(told.text).toMatch(/Matched by: token/);
  expect(told.text).toMatch(/Proof: E3/);
  expect(told.text).toMatch(/Rule: C1 needs E1, has E3: do/);
  expect(told.text).not.toContain('worse');
  await world.ravi.receives('[HD-1001]');
  await desk.settles();
});

test('list and find: by mail on no ticket, to the registered address alone, with a file', async () => {
  await using world = await helpdesk();
  const { maria, jane, stranger, desk } = world;
  await withTicket(world);
  await stranger.writes('=HYPERLINK("x") invoice', 'Wrong, "again".');
  await maria.receives('[HD-1002]');
  await maria.writes('[list unassigned]', '', { headers: ['Reply-To: maria@elsewhere.example'] });
  const list = await maria.receives('Open tickets that nobody has (2)');
  expect(list.text).toMatch(/^HD-1001 · the team’s turn · raised · \d+ (?:min|h) · Printer on fire \(Globex\)$/m);
  const links = list.html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&');
  expect(links).toContain('&body=%21HD-1002%20%0D%0A%21HD-1001');
  expect(links).toContain('subject=Re%3A%20%5BHD-1001%5D%20Printer%20on%20fire%20%5Btake%5D');
  await maria.writes('[find smokes customer=globex]', '');
  const found = await maria.receives('Found: smokes customer=globex (1)');
  expect(found.text).not.toContain('HD-1002');
  await maria.writes('[find invoice]', '');
  const [file] = (await maria.receives('Found: invoice (1)')).parsed.attachments;
  expect(file).toMatchObject({ filename: 'tickets.csv', contentType: 'text/csv' });
  expect(file?.content.toString('utf8')).toMatch(/\r\nHD-1002,"'=HYPERLINK\(""x""\) invoice",raised,staff,/);
  await maria.writes('[list smokes colour=red]', '');
  await maria.receives('list smokes', /cannot be looked for by “colour”/);
  await maria.writes('[list breached]', '');
  await maria.receives('Open tickets whose time has run out (0)');
  expect(jane.inbox()).toHaveLength(1);
  await desk.settles();
});

test('a list asked for on a ticket starts a thread of its own: an answer to it reaches no customer', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await withTicket(world);
  await maria.replies('!list open');
  const list = await maria.receives('Open tickets (1)');
  expect(list.headers.get('references')).toBeUndefined();
  expect(list.headers.get('reply-to') ?? list.headers.get('from')).not.toContain('+');
  await desk.settles();
});

test('what is read comes in a mail of its own: beside a change it would take the receipt’s place, and the undo link with it', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await withTicket(world);
  await maria.replies('!close\n!history\nAll done.');
  const refused = await maria.receives('[HD-1001]', /cannot stand beside “close” in one mail/);
  expect(refused.text).toMatch(/Nothing was applied on HD-1001/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised' });
  expect(jane.inbox()).toHaveLength(1);
});
