import { expect, test } from 'vitest';
import { calendarAnswers, inviteIn } from '../../support/calendar.ts';
import { processDesk } from '../../support/process-desk.ts';
import { taps } from '../../support/tap.ts';

test('a consultation, then a workshop: what suits all stakeholders is fixed; strangers and forged answers of calendars change nothing', async () => {
  await using world = await processDesk('severity-driven', { files: { 'customers.yaml': stakeholders } });
  const { jane, gus, maria, pablo, stranger, desk } = world;
  await jane.writes('A map of our own', 'SECRET-4711: our shops on the map.');
  await jane.receives('[HD-1001]');
  await maria.receives('[HD-1001]');
  await maria.replies('!take; type custom-request');
  await maria.receives('[HD-1001]', /Request, to be briefed/);
  await jane.receives('[HD-1001]', /This is a request/);
  await maria.replies('!brief\nBrief: The shops of the town as a layer of the map.');
  await maria.receives('[HD-1001]', /Brief with the provider/);
  await jane.receives('[HD-1001]', /The brief is with the provider/);

  await maria.replies('!discuss thu 11:00 for 45m\nShall we go through it?\n\nComplexity: high\nConsultant: pablo');
  await maria.receives('[HD-1001]', /proposes Thursday, March 5, 2026, 11:00 – 11:45 AM/);
  const asked = await jane.receives('[HD-1001]', /A consultation about your request/);
  await taps(jane, asked, 'Accept');
  await jane.receives('[HD-1001]', /Thursday, March 5/);
  await maria.receives('[HD-1001]', /Thursday, March 5/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'scoping', fields: { consultant: 'pablo' } });

  await maria.replies('!workshop\n- 2026-03-09 9:00\n- 2026-03-10 14:00\n- 2026-03-11 16:00');
  await maria.receives('[HD-1001]', /proposes Monday, March 9/);
  const [hers, his] = [
    await jane.receives('[HD-1001]', /invitation to the workshop/),
    await gus.receives('[HD-1001]', /workshop/),
  ];
  expect([hers.text, his.text].join()).toMatch(/We also ask Gus Hill[\s\S]*We also ask Jane Roe/);
  await gus.replies('1 and 3');
  await maria.receives('[HD-1001]', /gus@globex\.example: time 1, 3 \(workshop\); others have to answer too/);
  await jane.replies('2');
  await maria.receives('[HD-1001]', /no time suits everybody/);
  await jane.replies('Wed 16:00');
  const fixed = inviteIn(await jane.receives('[HD-1001]', /The time is agreed/));
  expect(fixed.get('DTSTART')).toBe('20260311T150000Z');
  expect(inviteIn(await gus.receives('[HD-1001]', /The time is agreed/)).get('UID')).toBe(fixed.get('UID'));
  await maria.receives('[HD-1001]', /Wednesday, March 11/);
  await desk.settles();

  const before = await desk.messages(1001);
  await calendarAnswers(stranger, fixed, { partstat: 'DECLINED' });
  await calendarAnswers(stranger, fixed, { partstat: 'DECLINED', attendee: 'jane@globex.example' });
  await calendarAnswers(jane, fixed, { partstat: 'DECLINED', uid: 'forged-uid@acme.example' });
  await calendarAnswers(jane, fixed, { partstat: 'DECLINED', attendee: 'gus@globex.example' });
  await calendarAnswers(jane, fixed, { partstat: 'DECLINED', proved: false, headers: [refused] });
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'scoping', waitsFor: 'provider' });
  expect((await desk.messages(1001)).filter(({ status }) => status === 'filed')).toHaveLength(before.length + 1);
  maria.hasNothingUnread();

  const bomb = ['RRULE:FREQ=SECONDLY;COUNT=999999999', `DESCRIPTION:${'x'.repeat(600_000)}`];
  await calendarAnswers(gus, fixed, { partstat: 'DECLINED', comment: 'I am away.\\r\\nBEGIN:VEVENT', more: bomb });
  await maria.receives('[HD-1001]', /gus@globex\.example has declined the invitation[\s\S]*I am away/);
  await maria.replies('!discuss off');
  await maria.receives('[HD-1001]', /the talk is called off/);
  expect(inviteIn(await jane.receives('[HD-1001]', /The talk is off/)).method).toBe('CANCEL');
  await gus.receives('[HD-1001]', /The talk is off/);
  await desk.settles();
  expect(
    pablo
      .inbox()
      .map(({ raw }) => String(raw))
      .join(),
  ).not.toMatch(/SECRET-4711|A map of our own|jane@/);
});

const refused =
  'Authentication-Results: mx.acme.example; dkim=fail header.d=globex.example; dmarc=fail header.from=globex.example';

const stakeholders = `customers:
  - id: globex
    name: Globex
    domains: [globex.example]
    plan: standard
    contacts:
      - { name: Jane Roe, addresses: [jane@globex.example], spoc: true, stakeholder: true }
      - { name: Gus Hill, addresses: [gus@globex.example], approver: { limit: 5000 EUR }, stakeholder: true }
`;
