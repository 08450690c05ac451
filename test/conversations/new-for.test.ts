import { expect, test } from 'vitest';
import { helpdesk } from '../support/world.ts';

test('new for: a ticket for somebody who did not write; they hear of it, but not a word of the note', async () => {
  await using world = await helpdesk();
  const { maria, ravi, jane, desk } = world;
  await maria.writes('[new for jane@globex.example] Printer on fire', 'INTERNAL-5 she called twice, be quick');
  const receipt = await maria.receives('[HD-1001] Printer on fire', /opened for jane@globex\.example/);
  expect(receipt.text).toMatch(/Jane Roe: word that it is open, at once/);
  await jane.receives('[HD-1001]', /number HD-1001/);
  await ravi.receives('[HD-1001]', /INTERNAL-5/);
  expect(await desk.ticket(1001)).toMatchObject({
    ...{ requester: jane.address, customer: 'globex', channel: 'email', state: 'raised', waitsFor: 'staff' },
    subject: 'Printer on fire',
  });
  expect(await desk.messages(1001)).toMatchObject([{ direction: 'note', visibleText: expect.stringContaining('INTERNAL-5') }]);
  await desk.settles();
  maria.hasNothingUnread();
  await jane.replies('Thank you, it still burns.');
  await maria.receives('[HD-1001]', /still burns/);
  await maria.replies('!take\nWe come at noon.');
  await maria.receives('[HD-1001]', /nobody → maria/);
  await desk.settles();
  desk.passes('5m');
  await jane.receives('[HD-1001]', /at noon/);
});

test('phone, for somebody nobody knows: the short word to them, the channel on the ticket', async () => {
  await using world = await helpdesk();
  const { maria, stranger, desk } = world;
  await maria.writes('[phone sam@elsewhere.example "Sam Stranger"] Secret title', 'INTERNAL-6');
  await maria.receives('[HD-1001]', /opened for sam@elsewhere\.example/);
  const heard = await stranger.receives('HD-1001');
  expect(`${heard.subject} ${heard.text}`).not.toContain('Secret');
  expect(heard.subject).toBe('[HD-1001] We have noted your call');
  expect(heard.text).not.toMatch(/message|write to us/);
  await maria.writes('[phone jane@globex.example] Printer on fire', 'INTERNAL-7');
  await maria.receives('[HD-1002]', /opened for jane/);
  await world.jane.receives('[HD-1002]', /We have noted your call[\s\S]*your call has the number HD-1002/);
  expect(await desk.ticket(1001)).toMatchObject({ channel: 'phone', requester: stranger.address, customer: null });
  await desk.settles();
});

test.each([
  ['[new for]', /needs to know for whom/],
  ['[new for jane] x', /“jane” is no address/],
  ['[new for support@acme.example] x', /an address of this desk/],
  ['[new for support+abc@acme.example] x', /an address of this desk/],
  ['[phone jane@globex.example; away off] x', /cannot stand beside/],
])('%s opens nothing', async (subject, problem) => {
  await using world = await helpdesk();
  const { maria, desk } = world;
  await maria.writes(subject, 'text');
  await maria.receives('', problem);
  await desk.settles();
  expect(await desk.ledger()).toMatchObject({ held: 1, created: 0 });
});
