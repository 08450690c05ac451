import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const sla = 'away: { hand_over: waiting }\n';

test('tickets that wait for somebody who is away are their stand-in’s meanwhile, and theirs again on their return', async () => {
  await using here = await helpdesk({ files: { 'sla.yaml': sla } });
  const { maria, ravi, jane, desk } = here;
  await withTicket(here);
  await maria.replies('!take');
  await maria.receives('[HD-1001]', /→ maria/);
  await maria.writes('[away until 2026-03-06 to ravi]', '');
  await maria.receives('', /away until/);
  await desk.settles();

  await desk.lives('20m');
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'ravi' });
  const handed = await ravi.receives('', /lo que nadie haya tomado hasta entonces vuelve/);
  expect(handed.subject).toBe('Acme Support: Los tickets de Maria Lopez, ausente, son tuyos mientras tanto');
  expect(handed.text).toMatch(/HD-1001/);
  await desk.lives('1d');
  ravi.hasNothingUnread();

  await desk.restarts();
  await desk.lives('6d');
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria' });
  await maria.receives('', /Others had them while you were away/);
  await desk.lives('1d');
  expect((await desk.house.store.read((at) => at.journal(ticketNo(1001)))).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['handed-while-away', 'back-after-away']),
  );
  ravi.hasNothingUnread();
  jane.hasNothingUnread();
});
