import { expect, test } from 'vitest';
import { messageId, ticketNo } from '../../src/domain/ids.ts';
import { helpdesk } from '../support/world.ts';

test('a reply to a merged ticket joins the one it lives on in, and why says so', async () => {
  await using world = await helpdesk();
  const { jane, maria, desk } = world;
  for (const [number, subject] of [
    [1001, 'Printer on fire'],
    [1002, 'Printer smokes'],
    [1003, 'Printer gone'],
  ] as const) {
    await jane.writes(subject, 'Tray 2.');
    await maria.receives(`[HD-${number}]`);
  }
  const heard = await jane.receives('[HD-1001]');
  await desk.settles();
  await desk.house.store.write((at) =>
    at.apply(
      [
        { act: 'merge-ticket', ticket: ticketNo(1001), into: ticketNo(1002) },
        { act: 'merge-ticket', ticket: ticketNo(1002), into: ticketNo(1003) },
      ],
      world.clock.now(),
      null,
    ),
  );
  const id = await jane.replies('It is out.', { to: heard, proved: false });
  await maria.receives('[HD-1003]', /It is out/);
  await desk.settles();
  expect(await desk.messages(1001)).toHaveLength(1);
  const arrivals = await desk.house.store.read((at) => at.arrivalsOf({ messageId: messageId(id) }));
  expect(arrivals).toMatchObject([{ ticket: 1003, why: expect.stringContaining('HD-1001 was merged into it') }]);
});
