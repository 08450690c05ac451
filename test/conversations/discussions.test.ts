import { expect, test } from 'vitest';
import { calendarAnswers, inviteIn } from '../support/calendar.ts';
import { type ProcessDesk, processDesk } from '../support/process-desk.ts';
import { button, taps } from '../support/tap.ts';

/** HD-1001, raised by Jane, which nobody understands yet. */
async function unclear({ jane, maria, desk }: ProcessDesk): Promise<void> {
  await jane.writes('The export, again', 'It does not do what we need.');
  await jane.receives('[HD-1001]', /We have your request/);
  await maria.receives('[HD-1001]', /`discuss` proposes a talk/);
  await desk.settles();
}

test('three times, the second is chosen by a tap: an invitation for everybody, accepted by the calendar, then the outcome', async () => {
  await using world = await processDesk('quote-first');
  const { jane, maria, desk } = world;
  await unclear(world);

  await maria.replies(
    '!discuss\nWhen does it suit you?\n\n- tue 10:00\n- wed 14:00\n- thu 9:30\n\nPlace: https://meet.example/export',
  );
  await maria.receives('[HD-1001]', /proposes Tuesday, March 3, 2026, 10:00 – 10:30 AM; Wednesday/);
  const asked = await jane.receives('[HD-1001]', /Let us talk about it/);
  expect(asked.text).toContain('When does it suit you?');
  expect(asked.text).toMatch(/2\. Wednesday, March 4, 2026, 2:00 – 2:30 PM/);
  expect(asked.text).toMatch(/Central European Time \(Europe\/Berlin\)\. Where: https:\/\/meet\.example\/export/);
  expect(asked.parsed.attachments).toEqual([]);
  expect(button(asked, 'None of these suits').body).toBe('declined');

  await taps(jane, asked, '2 · Wed, Mar 4, 2:00 PM');
  const agreed = await jane.receives('[HD-1001]', /The time is agreed/);
  const invite = inviteIn(agreed);
  expect(invite.method).toBe('REQUEST');
  expect([invite.get('DTSTART'), invite.get('DTEND'), invite.get('SEQUENCE')]).toEqual([
    '20260304T130000Z',
    '20260304T133000Z',
    '0',
  ]);
  expect(invite.lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
    expect.stringContaining('mailto:jane@globex.example'),
  ]);
  expect(invite.get('ORGANIZER')).toBe('mailto:support@acme.example');
  expect(String(agreed.raw)).toMatch(
    /Content-Type: multipart\/alternative;[\s\S]*text\/calendar; charset=utf-8; method=REQUEST[\s\S]*application\/ics; name=invite\.ics/,
  );
  expect(invite.text).toMatch(/^(?:[^\r\n]{1,75}\r\n)+$/);
  expect(agreed.text).toMatch(/Wednesday, March 4, 2026, 2:00 – 2:30 PM/);
  const told = await maria.receives('[HD-1001]', /They come to the discussion/);
  expect(told.text).toMatch(/Talk: Wednesday, March 4, 2026, 2:00 – 2:30 PM, Central European Time \(Europe\/Berlin\)/);
  expect(inviteIn(told).get('UID')).toBe(invite.get('UID'));
  expect(inviteIn(told).text).not.toContain('jane@');

  await calendarAnswers(maria, inviteIn(told), {});
  await calendarAnswers(jane, invite, {
    headers: ['Auto-Submitted: auto-generated'],
    text: 'Jane Roe has accepted this invitation.',
  });
  await maria.receives('[HD-1001]', /jane@globex\.example has accepted the invitation/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'meeting', waitsFor: 'staff' });

  await maria.replies(
    '!outcome\nNotes: we looked at it together\nWhat is wrong: the month is cut off\nWhat is wanted: whole months',
  );
  await maria.receives('[HD-1001]', /In triage/);
  const understood = await jane.receives('[HD-1001]', /What we understood/);
  expect(understood.text).toContain('we looked at it together');
  jane.hasNothingUnread();
  maria.hasNothingUnread();
});

test('one time is an invitation at once; declined in the calendar, moved, moved back, and off when the ticket is closed', async () => {
  await using world = await processDesk('quote-first', { files: { 'customers.yaml': british } });
  const { jane, maria, desk } = world;
  await unclear(world);

  await maria.replies('!discuss 2026-03-30 10:00 for 1h');
  await maria.receives('[HD-1001]', /proposes Monday, March 30/);
  const first = await jane.receives('[HD-1001]', /9:00 – 10:00 AM[\s\S]*United Kingdom Time \(Europe\/London\)/);
  const invite = inviteIn(first);
  expect([invite.method, invite.get('DTSTART'), invite.get('SEQUENCE')]).toEqual(['REQUEST', '20260330T080000Z', '0']);

  await calendarAnswers(jane, invite, { partstat: 'TENTATIVE' });
  await maria.receives('[HD-1001]', /not sure yet whether they can come/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'discussing', waitsFor: 'customer' });

  await calendarAnswers(jane, invite, {
    method: 'COUNTER',
    start: '20260331T130000Z',
    end: '20260331T140000Z',
    comment: 'Tuesday?',
  });
  const other = await maria.receives('[HD-1001]', /They cannot make it/);
  expect(other.text).toContain('Propose other times with `discuss`');
  await desk.settles();

  await maria.replies('!discuss 2026-03-31 15:00 for 1h');
  await maria.receives('[HD-1001]', /proposes Tuesday, March 31/);
  const second = inviteIn(await jane.receives('[HD-1001]', /Tuesday, March 31/));
  expect([second.get('UID'), second.get('SEQUENCE'), second.get('DTSTART')]).toEqual([
    invite.get('UID'),
    '1',
    '20260331T130000Z',
  ]);

  await calendarAnswers(jane, invite, { partstat: 'ACCEPTED' });
  await calendarAnswers(jane, second, { partstat: 'ACCEPTED' });
  const told = await maria.receives('[HD-1001]', /They come to the discussion/);
  expect(inviteIn(told).get('DTSTART')).toBe('20260331T130000Z');
  await jane.receives('[HD-1001]', /The time is agreed/);
  await desk.settles();
  expect(await desk.ticket(1001)).toMatchObject({ state: 'meeting' });

  await calendarAnswers(jane, second, { partstat: 'DECLINED', comment: 'Something came up.' });
  await maria.receives('[HD-1001]', /has declined the invitation[\s\S]*Something came up/);
  await desk.settles();
  await maria.replies('!discuss\n\nTimes:\n- 2026-04-01 10:00\n- 2026-04-02 10:00');
  await maria.receives('[HD-1001]', /proposes Wednesday, April 1/);
  const off = inviteIn(await jane.receives('[HD-1001]', /1\. Wednesday, April 1/));
  expect([off.method, off.get('STATUS'), off.get('UID'), off.get('SEQUENCE')]).toEqual([
    'CANCEL',
    'CANCELLED',
    invite.get('UID'),
    '2',
  ]);
  expect(inviteIn(await maria.receives('[HD-1001]', /The talk is off/)).method).toBe('CANCEL');

  await jane.replies('thursday');
  const third = inviteIn(await jane.receives('[HD-1001]', /The time is agreed/));
  expect([third.method, third.get('DTSTART'), third.get('SEQUENCE')]).toEqual(['REQUEST', '20260402T080000Z', '3']);
  await maria.receives('[HD-1001]', /They come to the discussion/);
  await desk.settles();
  await maria.replies('!close\nWe found it without talking.');
  const closed = await jane.receives('[HD-1001]', /We found it without talking/);
  expect([inviteIn(closed).method, inviteIn(closed).get('SEQUENCE')]).toEqual(['CANCEL', '4']);
  await maria.receives('[HD-1001]', /The talk is off/);
  await desk.settles();
});

const british = `customers:
  - { id: globex, name: Globex, domains: [globex.example], timezone: Europe/London, plan: standard, contacts: [{ name: Jane Roe, addresses: [jane@globex.example], spoc: true }] }
`;

test('a consultation with the provider, then a workshop: each stakeholder says which times suit, and what suits all is fixed; strangers and forgers change nothing', async () => {
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
