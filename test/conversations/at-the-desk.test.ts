import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('receipts off: commands are carried out without a word, mistakes are still told, and on brings the receipts back', async () => {
  await using world = await helpdesk();
  const { maria, jane, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  const notice = await maria.receives('[HD-1001]');
  await maria.writes('[receipts off]', '');
  const receipt = await maria.receives('receipts off', /on → off/);
  expect(receipt.text).not.toContain('HD-');
  await maria.replies('!take', { to: notice });
  await desk.settles();
  maria.hasNothingUnread();
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria' });
  await maria.replies('!clsoe', { to: notice });
  await maria.receives('[HD-1001]', /clsoe/);
  await maria.writes('[receipts maybe]', '');
  await maria.receives('receipts maybe', /neither on nor off/);
  await maria.writes('[receipts on]', '');
  await maria.receives('receipts on', /off → on/);
  await maria.replies('!assign me', { to: notice });
  await maria.receives('[HD-1001]', /already maria/);
  await desk.settles();
});

test('what only begins like a bracket is a mail like any other', async () => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await maria.writes('[Urgent] our own printer', 'It smokes too.');
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({
    subject: expect.stringContaining('our own printer'),
    requester: maria.address,
  });
});
