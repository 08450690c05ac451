import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk } from '../support/world.ts';

test('an old thread with a new subject joins; the notification says so once, and the journal proposes a split', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await jane.replies('It has the wrong VAT.', { to: heard, subject: 'Invoice 4711 is wrong' });
  const told = await maria.receives('[HD-1001]', /wrong VAT/);
  expect(told.text).toMatch(/subject is new: “Invoice 4711 is wrong”/);
  await jane.replies('And the wrong date.', { to: heard, subject: 'Re: Invoice 4711 is wrong' });
  const again = await maria.receives('[HD-1001]', /wrong date/);
  expect(again.text).not.toMatch(/subject is new/);
  await desk.settles();
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.filter(({ event }) => event === 'subject-changed')).toMatchObject([{ data: { proposes: 'split' } }]);
});
