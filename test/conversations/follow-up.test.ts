import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { helpdesk } from '../support/world.ts';

test('a reply to a ticket closed longer than desk.reopen_within opens one that follows it; more replies join that; thanks stay', async () => {
  await using world = await helpdesk({ desk: '  reopen_within: 10d' });
  const { jane, maria, ravi, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await maria.replies('!close\nMended.');
  await maria.receives('[HD-1001]', /close/);
  desk.passes('3m');
  const old = await jane.receives('[HD-1001]', /Mended/);
  desk.passes('264h');

  await jane.replies('Thank you!');
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(3);

  await jane.replies('It burns again.', { to: old });
  await jane.receives('[HD-1002] Printer on fire');
  await maria.receives('[HD-1002] Printer on fire', /follows HD-1001/);
  await jane.replies('And the tray too.', { to: old });
  await maria.receives('[HD-1002]', /the tray too/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed' });
  expect(await desk.ticket(1002)).toMatchObject({ state: 'raised', customer: 'globex', subject: 'Printer on fire' });
  expect(await desk.messages(1002)).toHaveLength(2);
  const journal = await desk.house.store.read((at) => at.journal(ticketNo(1001)));
  expect(journal.at(-1)).toMatchObject({ event: 'followed-up', data: { by: 1002 } });

  await maria.replies('Looking back, we should have replaced it.', { to: maria.inbox()[0] });
  await desk.settles();
  desk.passes('3m');
  await jane.receives('[HD-1001]', /Looking back/);
});
