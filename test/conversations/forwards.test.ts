import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

const copied = (address: string) =>
  [
    'Can somebody look at this?',
    '',
    '---------- Forwarded message ---------',
    `From: Jane Roe ${address}`,
    'Date: Mon, Mar 2, 2026 at 8:05 AM',
    'Subject: Printer on fire',
    'To: <maria@acme.example>',
    '',
    'Tray 2 smokes.',
  ].join('\n');

test('an associate’s forward is the ticket of the customer who wrote it', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;

  await maria.writes('Fwd: Printer on fire', copied('<jane@globex.example>'));
  const heard = await jane.receives('[HD-1001]');
  expect(heard.subject + heard.text).not.toMatch(/fire|smokes|look at this/);
  await ravi.receives('[HD-1001] Printer on fire', /Tray 2 smokes/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({
    requester: 'jane@globex.example',
    customer: 'globex',
    subject: 'Printer on fire',
  });
  const [first, comment] = await desk.messages(1001);
  expect(first).toMatchObject({ direction: 'in', from: { address: 'jane@globex.example' }, visibleText: 'Tray 2 smokes.' });
  expect(comment).toMatchObject({ direction: 'note', visibleText: 'Can somebody look at this?' });

  await jane.replies('It is out now.');
  await ravi.receives('[HD-1001] Printer on fire', /out now/);
  await maria.receives('[HD-1001] Printer on fire', /out now/);
});

test('where a forward does not show its writer, the associate is asked', async () => {
  await using world = await helpdesk();
  await world.maria.writes('Fwd: Printer on fire', copied(''));
  await world.maria.receives('held', /does not show whose it is/);
  await world.desk.settles();
  world.jane.hasNothingUnread();
  expect((await world.desk.ledger()).held).toBe(1);
});

test('what an associate forwards to a ticket stays inside', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.writes('Fwd: [HD-1001] Printer on fire', copied('<sam@elsewhere.example>'));
  await desk.settles();
  desk.passes('1h');
  await desk.settles();
  jane.hasNothingUnread();
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'note' });
});

test('a customer’s forward keeps the forwarded part', async () => {
  await using world = await helpdesk();
  await world.jane.writes('Fwd: Error report', copied('<vendor@elsewhere.example>'));
  await world.maria.receives('[HD-1001]', /Tray 2 smokes/);
  await world.desk.settles();
  expect(await world.desk.ticket(1001)).toMatchObject({ requester: 'jane@globex.example' });
});
