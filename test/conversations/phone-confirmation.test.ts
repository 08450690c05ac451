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

const calling = `workflow: calling
options: { phone_confirmation: old }
entry:
  - { state: raised }
states:
  raised: { waits_for: staff }
steps:
  - { command: close, from: raised, to: closed }
`;

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    contacts: [{ name: Jane Roe, addresses: [jane@globex.example] }]
    contracts: [{ number: AMC-1, kind: amc, starts: 2026-01-01, ends: 2026-12-31, covers: [incident] }]
`;

test('where its process has only old customers confirm their calls: others get a number at once, and so does whom we vouch for', async () => {
  const files = { 'workflows/calling.yaml': calling, 'customers.yaml': customers };
  await using world = await helpdesk({ desk: '  workflow: calling', files });
  const { maria, jane, stranger, desk } = world;
  await maria.writes('[phone jane@globex.example] Printer on fire', 'She called.');
  await maria.receives('Printer on fire', /is asked to confirm/);
  await jane.receives('Please confirm that you called us');
  await maria.writes(`[phone ${stranger.address}] Scanner hums`, 'A new one called.');
  await maria.receives('[HD-1001]', /Scanner hums/);
  await maria.writes('[phone! jane@globex.example] Fire, really', 'I heard the alarm on the line.');
  await maria.receives('[HD-1002]', /Fire, really/);
  await desk.settles();
  expect(await desk.ticket(1002)).toMatchObject({ channel: 'phone', requester: jane.address, customer: 'globex' });
});
