import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('a customer writes, an associate answers, the customer replies, it is closed and opens again', async () => {
  await using world = await helpdesk();
  const { jane, maria, ravi, desk } = world;

  const first = await jane.writes('Printer on fire', 'Tray 2 smokes.');
  const acknowledgement = await jane.receives('[HD-1001] Printer on fire', /HD-1001/);
  expect(acknowledgement.headers.get('auto-submitted')).toBe('auto-replied');
  expect(acknowledgement.headers.get('in-reply-to')).toBe(first);
  expect(acknowledgement.headers.get('reply-to')).toMatch(/^support\+[a-z2-7]{37}@acme\.example$/);
  await maria.receives('[HD-1001] Printer on fire', /Tray 2 smokes/);
  await ravi.receives('[HD-1001] Printer on fire', /Tray 2 smokes/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff', customer: 'globex', assignee: null });

  await maria.replies('Please unplug it. We come at noon.', { subject: 'Re: [HD-1001] Printer on fire [take]' });
  await maria.receives('[HD-1001] Printer on fire', /take/);
  await desk.settles();
  jane.hasNothingUnread();
  desk.passes('3m');
  const answer = await jane.receives('[HD-1001] Printer on fire', /Please unplug it/);
  expect(answer.text).toMatch(
    /^Please unplug it\. We come at noon\.\s+Maria Lopez\s+On .+ Jane Roe wrote:\s+> Tray 2 smokes\.\s+-- $/m,
  );
  expect(await desk.ticket(1001)).toMatchObject({ assignee: 'maria', waitsFor: 'customer' });

  await jane.replies('Unplugged. It still smells.');
  await maria.receives('[HD-1001] Printer on fire', /still smells/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ waitsFor: 'staff' });

  await maria.replies('!close\nA new one is on your desk.');
  await maria.receives('[HD-1001]', /close/);
  desk.passes('3m');
  await jane.receives('[HD-1001] Printer on fire', /A new one is on your desk/);
  expect(await desk.ticket(1001)).toMatchObject({ state: 'closed', waitsFor: 'nobody' });

  await jane.replies('The new one smokes too.');
  await jane.receives('[HD-1001] Printer on fire', /open again/i);
  await maria.receives('[HD-1001] Printer on fire', /smokes too/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'raised', waitsFor: 'staff' });
  jane.hasNothingUnread();
  ravi.hasNothingUnread();
});
