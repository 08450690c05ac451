import { expect, test } from 'vitest';
import { later, withTicket } from '../support/first-ticket.ts';
import { processDesk } from '../support/process-desk.ts';
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

const sla = `calendars:
  office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:00"] } }
plans:
  standard: { calendar: office }
reviews: { every: quarter, customers: { initech: off } }
`;

test('when a quarter is over whoever looks after a customer gets its review as a draft, once, in the morning, and sends it', async () => {
  await using here = await processDesk('simple', {
    ...{ opens: '2026-03-30T08:00:00Z', contracts: 'relationship: sana', firms: { initech: '' }, files: { 'sla.yaml': sla } },
  });
  const { jane, sana, desk } = here;
  await jane.writes('Printer on fire', 'Help!');
  await jane.receives('[HD-1001]');
  await desk.lives('1d');
  await desk.settles();
  sana.hasNothingUnread();
  await desk.lives('1d');
  const draft = await sana.receives('your service review', /This is a draft; nobody outside has it/);
  expect(draft.text.replace(/\s+/g, ' ')).toMatch(
    /go to Jane Roe.*Between Jan 1, 2026 and Mar 31, 2026.*asked us 1 times.*1 were open at the end/,
  );
  await desk.restarts();
  await desk.lives('40d');
  sana.hasNothingUnread();

  await sana.writes('', '!review globex 2026-q1 send\nDear Jane, a quiet quarter.');
  await later(here);
  await jane.receives('your service review', /a quiet quarter[\s\S]*Between Jan 1, 2026 and Mar 31, 2026/);
});
