import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('thanks leaves a closed ticket closed and disturbs nobody; on an open one its people hear of it', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;
  await jane.writes('Printer on fire', 'Tray 2 smokes.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await ravi.receives('[HD-1001]');
  await maria.replies('Is Tuesday good?', { subject: 'Re: [HD-1001] Printer on fire [take]' });
  await maria.receives('[HD-1001]', /take/);
  desk.passes('3m');
  await jane.receives('[HD-1001]', /Is Tuesday good/);
  await jane.replies('Yes, thanks!');
  await maria.receives('[HD-1001]', /Yes, thanks/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'customer' });

  await maria.replies('!close');
  await maria.receives('[HD-1001]', /close/);
  desk.passes('3m');
  await jane.receives('[HD-1001]');
  await jane.replies('Thank you, works now.');
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', waitsFor: 'nobody' });
  expect((await desk.messages(1001)).at(-1)).toMatchObject({ direction: 'in', visibleText: 'Thank you, works now.' });
  maria.hasNothingUnread();
  jane.hasNothingUnread();
});
