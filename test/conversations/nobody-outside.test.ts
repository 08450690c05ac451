import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('an answer that nobody but its author would get is kept, and the author is told so', async () => {
  await using world = await helpdesk();
  const { maria, desk, sink } = world;
  await maria.writes('Order new toner', 'We are out of black.');
  await maria.receives('[HD-1001] Order new toner');
  await maria.replies('Ordered two.');
  await maria.receives('[HD-1001]', /sent to nobody/);
  await desk.settles();
  desk.passes('1h');
  await desk.settles();
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ visibleText: 'Ordered two.' });
  expect(sink.mails.filter(({ text }) => text.includes('Ordered two'))).toEqual([]);
});
