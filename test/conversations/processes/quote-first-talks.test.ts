import { expect, test } from 'vitest';
import { calendarAnswers, inviteIn } from '../../support/calendar.ts';
import { type ProcessDesk, processDesk } from '../../support/process-desk.ts';
import { button, taps } from '../../support/tap.ts';

/** HD-1001, raised by Jane, which nobody understands yet. */
async function unclear({ jane, maria, desk }: ProcessDesk): Promise<void> {
  await jane.writes('The export, again', 'It does not do what we need.');
  await jane.receives('[HD-1001]', /We have your request/);
  await maria.receives('[HD-1001]', /`discuss` proposes a talk/);
  await desk.settles();
}

test('three times to talk, one is tapped: an invitation for everybody, accepted by the calendar, then the outcome', async () => {
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

test('one time is an invitation at once: another is wanted, it moves, is declined, chosen anew, and off with the ticket', async () => {
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
  expect(inviteIn(await maria.receives('[HD-1001]', /takes it out of your calendar/)).method).toBe('CANCEL');

  await jane.replies('thursday');
  const third = inviteIn(await jane.receives('[HD-1001]', /The time is agreed/));
  expect([third.method, third.get('DTSTART'), third.get('SEQUENCE')]).toEqual(['REQUEST', '20260402T080000Z', '3']);
  await maria.receives('[HD-1001]', /They come to the discussion/);
  await desk.settles();
  await maria.replies('!close\nWe found it without talking.');
  const closed = await jane.receives('[HD-1001]', /We found it without talking/);
  expect([inviteIn(closed).method, inviteIn(closed).get('SEQUENCE')]).toEqual(['CANCEL', '4']);
  await maria.receives('[HD-1001]', /takes it out of your calendar/);
  await desk.settles();
});

const british = `customers:
  - { id: globex, name: Globex, domains: [globex.example], timezone: Europe/London, plan: standard, contacts: [{ name: Jane Roe, addresses: [jane@globex.example], spoc: true }] }
`;
