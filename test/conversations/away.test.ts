import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk } from '../support/world.ts';

test('a customer’s vacation note: the day of return is kept, noted on the ticket and shown by !status', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const heard = await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  const headers = ['Auto-Submitted: auto-replied'];
  await stranger.replies('Jane is away until 30 March.', { to: heard, headers });
  await jane.replies('Ich bin bis zum 12. März nicht im Haus.', { headers });
  await desk.settles();
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.filter(({ event }) => event === 'away')).toMatchObject([{ data: { until: '2026-03-12' } }]);
  const contact = await desk.house.store.read((at) => at.contact('jane@globex.example'));
  expect(contact?.awayUntil).toBe(Date.parse('2026-03-12T00:00:00Z'));

  await maria.replies('!status');
  await maria.receives('[HD-1001]', /Away until: 2026-03-12/);
});
