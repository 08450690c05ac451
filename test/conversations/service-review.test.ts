import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { helpdesk } from '../support/world.ts';

const customers = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    language: en
    relationship: maria
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example], spoc: true }
      - { name: John Doe, addresses: [john@globex.example] }
`;

test('a service review: a draft to its author first, then to the point of contact, with what matters to them on record', async () => {
  await using world = await helpdesk({ desk: '  workflow: simple', files: { 'customers.yaml': customers } });
  const { jane, john, maria, desk } = world;
  await withTicket(world);
  await john.writes('Scanner is silent', 'No beep.');
  const second = await maria.receives('[HD-1002]');
  await maria.replies('!close\nIt beeps again.', { to: second });
  await maria.receives('[HD-1002]');
  await later(world);
  await maria.writes('[review globex priorities]', '- Invoices leave on the first\n- No outage on Fridays');
  await maria.receives('', /Globex: 2 priorities on record/);

  await maria.writes('[review globex month]', '');
  const draft = await maria.receives('your service review', /This is a draft; nobody outside has it/);
  expect(draft.text.replace(/\s+/g, ' ')).toMatch(
    /go to Jane Roe <jane@globex\.example>.*asked us 2 times.*solved 1, and 1 are open.*Solved.*HD-1002 Scanner is silent.*Open.*HD-1001 Printer on fire.*Invoices leave on the first.*No outage on Fridays/,
  );
  await later(world);
  expect(jane.inbox().filter(({ subject }) => /review/.test(subject))).toEqual([]);

  await maria.writes('', '!review globex month send\nDear Jane, a quiet month.');
  await maria.receives('your service review', /a quiet month/);
  await later(world);
  const sent = await jane.receives('your service review', /a quiet month[\s\S]*asked us 2 times/);
  expect(sent.text).not.toMatch(/draft|!review/);
  expect(john.inbox().filter(({ subject }) => /review/.test(subject))).toEqual([]);

  await maria.writes('[review globix]', '');
  await maria.receives('', /no customer is called “globix”/);
  await maria.writes('[review globex fortnight]', '');
  await maria.receives('', /no customer is called “globex fortnight”/);
  expect(await desk.ledger()).toMatchObject({ created: 2 });
});
