import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('where calls are confirmed: no number until the caller answers, and then their words beside the note', async () => {
  await using world = await helpdesk({ desk: '  phone_confirmation: true' });
  const { maria, jane, stranger, desk } = world;
  await maria.writes('[phone jane@globex.example] Printer on fire', 'INTERNAL-8 sounded angry');
  const receipt = await maria.receives('Printer on fire', /is asked to confirm/);
  expect(receipt.text).not.toContain('HD-');
  const question = await jane.receives('Please confirm that you called us');
  expect(`${question.subject} ${question.text}`).not.toMatch(/HD-|Printer/);
  await stranger.replies('Yes!', { to: question });
  await stranger.receives('HD-1001');
  expect(await desk.ticket(1001)).toMatchObject({ channel: 'email', requester: stranger.address });
  await jane.replies('Yes, and it smells.', { to: question });
  await jane.receives('[HD-1002]', /Printer on fire/);
  await maria.receives('[HD-1002]', /it smells/);
  expect(await desk.ticket(1002)).toMatchObject({ channel: 'phone', requester: jane.address, subject: 'Printer on fire' });
  const entries = await desk.messages(1002);
  expect(entries.map(({ direction }) => direction).sort()).toEqual(['in', 'note']);
  await jane.replies('One more thing.', { to: question });
  await maria.receives('[HD-1002]', /One more thing/);
  await desk.settles();
});

test('a clear no opens nothing; whoever noted the call hears of it once, and anything else they say is a ticket', async () => {
  await using world = await helpdesk({ desk: '  phone_confirmation: true' });
  const { maria, jane, desk } = world;
  await maria.writes('[phone jane@globex.example] Printer on fire', 'INTERNAL-9 sounded angry');
  await maria.receives('Printer on fire', /is asked to confirm/);
  const question = await jane.receives('Please confirm that you called us');
  await jane.replies('No, it wasn’t me.\n\nRegards\nJane', { to: question });
  await maria.receives('', /did not call; no ticket is opened for “Printer on fire”/);
  await jane.replies('Nein', { to: question });
  await desk.settles();
  maria.hasNothingUnread();
  expect(await desk.ledger()).toMatchObject({ created: 0 });
  await jane.replies('No, but now that you ask: it does burn.', { to: question });
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]', /it does burn/);
});
