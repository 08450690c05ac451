import { expect, test } from 'vitest';
import { later } from '../support/first-ticket.ts';
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
  expect(await desk.ticket(1001)).toMatchObject({ fields: { reporter: 'maria' } });
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

const withoutMail = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    language: en
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example] }
      - { name: Paul Phone, phone: "+49 30 1234" }
      - { name: Sue Social, social: "@sue@mastodon.example" }
`;

test('who has no address calls or writes elsewhere: their ticket opens, no mail ever goes to nobody, and the answer is ours to give there', async () => {
  await using world = await helpdesk({ desk: '  workflow: simple', files: { 'customers.yaml': withoutMail } });
  const { maria, ravi, desk, sink } = world;
  await maria.writes('[phone +49 (30) 1234] No paper', 'Paul wants paper.');
  await maria.receives('[HD-1001]', /opened for Paul Phone \(\+49 \(30\) 1234\); no mail reaches them/);
  await ravi.receives('[HD-1001]', /Paul Phone, \+49 \(30\) 1234/);
  expect(await desk.ticket(1001)).toMatchObject({
    ...{ requester: '', customer: 'globex', channel: 'phone' },
    fields: { reporter: 'maria', caller: 'Paul Phone', reach: '+49 (30) 1234' },
  });
  await maria.writes('[social @sue@mastodon.example] Is it down?', 'https://mastodon.example/@sue/17');
  const receipt = await maria.receives('[HD-1002]', /opened for Sue Social \(@sue@mastodon\.example\)/);
  expect(await desk.ticket(1002)).toMatchObject({ requester: '', customer: 'globex', channel: 'social' });
  await maria.replies('It is up again.', { to: receipt });
  await maria.receives('[HD-1002]', /sent to nobody: give it to @sue@mastodon\.example yourself/);
  await maria.replies('!status', { to: receipt });
  const status = await maria.receives('[HD-1002]', /Sue Social, @sue@mastodon\.example/);
  expect(status.text).toMatch(/Reported by\W+Maria Lopez/);
  await maria.replies('!reporter ravi', { to: receipt });
  await maria.receives('[HD-1002]', /reporter: maria → ravi/);
  await maria.replies('!close\nIt is up again.', { to: receipt });
  await maria.receives('[HD-1002]');
  await maria.writes('[phone +49 30 1234 567] Another', 'x');
  await maria.receives('[HD-1003]', /opened for \+49 30 1234 567; no mail reaches them/);
  expect(await desk.ticket(1003)).toMatchObject({ requester: '', customer: null, state: 'raised' });
  await later(world);
  expect(sink.mails.flatMap(({ recipients }) => recipients).filter((to) => !to.endsWith('@acme.example'))).toEqual([]);
});
