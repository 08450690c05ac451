import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { returned } from '../support/delivery-report.ts';
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
  await maria.receives('[HD-1001]', /Away until: Mar 12, 2026/);
});

test('a requester who does not read what we write is said to be so in the first lines of what the house is told', async () => {
  await using world = await helpdesk();
  const { jane, stranger, maria, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.', { cc: 'sam@elsewhere.example' });
  const acknowledged = await jane.receives('[HD-1001]');
  const first = await maria.receives('[HD-1001]');
  expect(first.text).not.toMatch(/away|fails/);
  await jane.replies('I am away until 12 March.', { headers: ['Auto-Submitted: auto-replied'] });
  await desk.settles();
  await stranger.replies('It is worse today.', { to: acknowledged });
  const away = await maria.receives('[HD-1001]', /worse today/);
  expect(away.text.split('\n').slice(0, 4)).toContain('The requester is away until Mar 12, 2026, says their absence note.');
  expect(away.html).toMatch(/The requester is away until <bdi>Mar 12, 2026/);
  expect(away.text).not.toMatch(/fails/);

  await jane.sendsRaw(returned(acknowledged, 'jane@globex.example', 'failed', '5.1.1', 'smtp; 550 5.1.1 No such user'));
  await desk.settles();
  await stranger.replies('And now it is quiet.', { to: acknowledged });
  const failing = await maria.receives('[HD-1001]', /it is quiet/);
  expect(failing.text).toMatch(/Mail to the requester does not arrive: .*No such user/);

  await jane.writes('Re: [HD-1001] Printer on fire', 'I read it on my phone.');
  expect((await maria.receives('[HD-1001]', /on my phone/)).text).not.toMatch(/fails/);
});
