import { expect, test } from 'vitest';
import { ticketNo } from '../../src/domain/ids.ts';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const rated = `workflow: rated
fields: { rating: number }
entry:
  - { state: raised }
asks:
  happy: { of: requester, about: satisfaction, answers: [rate], remind: [3bd] }
states:
  raised: { waits_for: staff }
  done: { waits_for: customer }
steps:
  - { command: finish, from: raised, to: done, asks: happy }
  - { answer: { happy: rate }, from: done, to: closed, collects: [rating] }
  - { silent: happy, from: done, to: closed }
  - { command: close, from: [raised, done], to: closed }
`;

test('one tap rates from 1 to 5, a comment goes with it, and no figure in a sentence counts', async () => {
  await using world = await helpdesk({ desk: '  workflow: rated', files: { 'workflows/rated.yaml': rated } });
  const { desk, jane, maria } = world;
  await withTicket(world);
  await maria.replies('!finish\n\nThe tray is new.');
  await maria.receives('[HD-1001]');
  await later(world);
  const asked = await jane.receives('[HD-1001]', /The tray is new/);
  const links = [...asked.html.matchAll(/href="(mailto:[^"]+)"/g)].map(([, href = '']) => decodeURIComponent(href));
  expect(links.map((href) => /[?&;]body(?:=|&#x3D;)([1-5])$/.exec(href)?.[1] ?? href)).toEqual(['1', '2', '3', '4', '5']);
  await jane.replies('It took 3 days, and I am happy.');
  await maria.receives('[HD-1001]', /It took 3 days/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'done' });

  await jane.replies('5\n\nVery friendly, thank you.', { to: asked });
  await maria.receives('[HD-1001]', /jane@globex\.example: 5 of 5 \(happy\): “Very friendly, thank you\.”/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', fields: { rating: '5' } });
  const { asks, journal } = await desk.house.store.read(async (at) => ({
    asks: await at.asks(ticketNo(1001)),
    journal: await at.journal(ticketNo(1001)),
  }));
  expect(asks[0]?.given).toMatchObject([{ answer: 'rate', value: '5', words: 'Very friendly, thank you.', state: 'counted' }]);
  expect(journal.find(({ event }) => event === 'ask-answered')?.data).toMatchObject({ ask: 'happy', answer: 'rate', value: '5' });
});
