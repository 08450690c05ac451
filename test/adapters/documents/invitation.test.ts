import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { invitation } from '../../../src/adapters/documents/invitation/invitation.ts';
import { readInvitation } from '../../../src/adapters/email/mime/invitation.ts';
import { answerTo, type Meeting, type MeetingAnswer } from '../../../src/domain/calendar/meeting.ts';
import { offeredTimes, zoneName } from '../../../src/domain/calendar/proposed-times.ts';

const at = Date.UTC(2026, 2, 1, 12);
const start = Date.UTC(2026, 2, 2, 10);
const hour = 3_600_000;
const meeting: Meeting = {
  uid: 'hd-1042-1@initech.example',
  sequence: 1,
  ...{ start, end: start + hour },
  summary: 'Visit, floor 2; printer',
  description: 'Bring:\n- roller kit\n- 200 sheets',
  place: 'Ringstraße 5, Berlin',
  organizer: { name: 'Initech Support', address: 'support+hd-1042@initech.example' },
  attendees: [{ name: 'Doe, Jane "JD"', address: 'jane@globex.example' }],
};

describe('an invitation', () => {
  const lines = invitation(meeting, 'request', at).replaceAll('\r\n ', '').split('\r\n');

  test('says all that RFC 5546 wants of a request', () => {
    for (const line of [
      'VERSION:2.0',
      'METHOD:REQUEST',
      'UID:hd-1042-1@initech.example',
      'SEQUENCE:1',
      'DTSTAMP:20260301T120000Z',
      'DTSTART:20260302T100000Z',
      'DTEND:20260302T110000Z',
      'SUMMARY:Visit\\, floor 2\\; printer',
      'DESCRIPTION:Bring:\\n- roller kit\\n- 200 sheets',
      'LOCATION:Ringstraße 5\\, Berlin',
      'STATUS:CONFIRMED',
      'ORGANIZER;CN=Initech Support:mailto:support+hd-1042@initech.example',
      'ATTENDEE;CN="Doe, Jane ’JD’";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:jane@globex.example',
    ])
      expect(lines).toContain(line);
  });

  test('called off says so, of the same event', () => {
    const off = invitation({ ...meeting, sequence: 2 }, 'cancel', at);
    for (const line of ['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:2', 'UID:hd-1042-1@initech.example'])
      expect(off).toContain(`${line}\r\n`);
    expect(off).not.toContain('RSVP');
    expect(readInvitation(off, '')).toMatchObject({ method: 'cancel', uid: meeting.uid, sequence: 2, start });
  });

  const words = fc.string({ unit: 'grapheme', maxLength: 300 });
  const any = fc.record({ summary: words, description: words, place: words, name: words, uid: fc.uuid() });

  test('whatever words it is given: read again it is the same, and no line is longer than 75 octets', () => {
    fc.assert(
      fc.property(any, ({ summary, description, place, name, uid }) => {
        const given: Meeting = { ...meeting, uid, summary, description, place, attendees: [{ name, address: 'j+1@x.example' }] };
        const ics = invitation(given, 'request', at);
        expect(ics.endsWith('\r\n')).toBe(true);
        for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(readInvitation(ics, '')).toMatchObject({
          ...{ method: 'request', uid, start, end: start + hour, sequence: 1 },
          summary: summary.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim(),
        });
      }),
    );
  });

  test('A11: no field adds a line of its own', () => {
    const evil = 'x\r\nATTENDEE:mailto:mallory@evil.example\r\nEND:VEVENT\u2028BEGIN:VALARM';
    const address = 'a@x.example\r\nATTENDEE:mailto:mallory@evil.example';
    const ics = invitation(
      {
        ...meeting,
        uid: evil,
        summary: evil,
        place: evil,
        description: evil,
        organizer: { name: evil, address },
        attendees: [{ name: evil, address }],
      },
      'request',
      at,
    );
    const starts = ics
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => line.split(/[:;]/)[0]);
    expect(starts.filter((one) => one === 'ATTENDEE')).toHaveLength(1);
    expect(starts.filter((one) => one === 'END')).toHaveLength(2);
    expect(starts).not.toContain('BEGIN:VALARM');
  });
});

const reply = (method: string, prodid: string, ...event: string[]): string =>
  [
    'BEGIN:VCALENDAR',
    `PRODID:${prodid}`,
    'VERSION:2.0',
    `METHOD:${method}`,
    ...zoneIn(event),
    'BEGIN:VEVENT',
    ...event,
    'END:VEVENT',
  ]
    .concat('END:VCALENDAR', '')
    .join('\r\n');

const zoneIn = (event: readonly string[]): string[] =>
  event.some((line) => line.includes('W. Europe Standard Time'))
    ? [
        ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200'],
        ...['TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
        ...['DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
        ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
      ]
    : [];

const uid = `UID:${meeting.uid}`;
const jane = 'jane@globex.example';
const google = '-//Google Inc//Google Calendar 70.9054//EN';
const exchange = 'Microsoft Exchange Server 2010';
const apple = '-//Apple Inc.//macOS 14.4//EN';
const berlin = 'DTSTART;TZID=W. Europe Standard Time:20260302T110000';

const answers: readonly (readonly [string, string, MeetingAnswer])[] = [
  [
    'Google: yes',
    reply(
      'REPLY',
      google,
      'DTSTART:20260302T100000Z',
      'DTEND:20260302T110000Z',
      uid,
      'SEQUENCE:1',
      'ORGANIZER;CN=Initech Support:mailto:support+hd-1042@initech.example',
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Jane',
      ' Doe;X-NUM-GUESTS=0:mailto:jane@globex.example',
    ),
    { kind: 'answered', by: jane, answer: 'accepted', comment: '' },
  ],
  [
    'Google: no, with a note',
    reply(
      'REPLY',
      google,
      uid,
      'SEQUENCE:1',
      'DTSTART:20260302T100000Z',
      'COMMENT:On leave\\, sorry',
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=${jane};X-NUM-GUESTS=0:mailto:${jane}`,
    ),
    { kind: 'answered', by: jane, answer: 'declined', comment: 'On leave, sorry' },
  ],
  [
    'Google: another time',
    reply(
      'COUNTER',
      google,
      uid,
      'SEQUENCE:1',
      'DTSTART:20260303T130000Z',
      'DTEND:20260303T143000Z',
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;CN=Jane:mailto:${jane}`,
      'COMMENT:Tuesday?',
    ),
    { kind: 'proposed', by: jane, start: Date.UTC(2026, 2, 3, 13), end: Date.UTC(2026, 2, 3, 14, 30), comment: 'Tuesday?' },
  ],
  [
    'Outlook: perhaps',
    reply(
      'REPLY',
      exchange,
      `ATTENDEE;PARTSTAT=TENTATIVE;CN=Jane Doe:MAILTO:${jane}`,
      'COMMENT;LANGUAGE=de-DE:\\n',
      uid,
      'SUMMARY;LANGUAGE=de-DE:Mit Vorbehalt: Visit',
      berlin,
      'SEQUENCE:1',
      'X-MICROSOFT-CDO-APPT-SEQUENCE:1',
    ),
    { kind: 'answered', by: jane, answer: 'tentative', comment: '' },
  ],
  [
    'Outlook: another time, in its own zone',
    reply(
      'COUNTER',
      exchange,
      `ATTENDEE;PARTSTAT=TENTATIVE;CN=Jane Doe:MAILTO:${jane}`,
      uid,
      'SEQUENCE:1',
      'DTSTART;TZID=W. Europe Standard Time:20260703T150000',
      'DTEND;TZID=W. Europe Standard Time:20260703T160000',
      'X-MS-OLK-ORIGINALSTART;TZID=W. Europe Standard Time:20260302T110000',
    ),
    { kind: 'proposed', by: jane, start: Date.UTC(2026, 6, 3, 13), end: Date.UTC(2026, 6, 3, 14), comment: '' },
  ],
  [
    'Apple: yes, the address in a parameter',
    reply(
      'REPLY',
      apple,
      'CREATED:20260301T121500Z',
      uid,
      'SEQUENCE:1',
      'DTSTART:20260302T100000Z',
      `ATTENDEE;CN="Doe, Jane";CUTYPE=INDIVIDUAL;EMAIL="${jane}";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:/1234567/principal/`,
    ),
    { kind: 'answered', by: jane, answer: 'accepted', comment: '' },
  ],
  [
    'Thunderbird lists all who were asked',
    reply(
      'REPLY',
      '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN',
      uid,
      'SEQUENCE:1',
      'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:other@globex.example',
      `ATTENDEE;PARTSTAT=DECLINED:mailto:${jane.toUpperCase()}`,
    ),
    { kind: 'answered', by: jane, answer: 'declined', comment: '' },
  ],
  [
    'an earlier time',
    reply('REPLY', google, uid, 'SEQUENCE:0', `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${jane}`),
    { kind: 'outdated', by: jane },
  ],
  [
    'no version said: the first',
    reply('REPLY', google, uid, `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${jane}`),
    { kind: 'outdated', by: jane },
  ],
  [
    'somebody else',
    reply('REPLY', google, uid, 'SEQUENCE:1', 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@else.example'),
    { kind: 'uninvited', by: 'bob@else.example', answer: 'accepted' },
  ],
  [
    'not yet',
    reply('REPLY', google, uid, 'SEQUENCE:1', `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${jane}`),
    { kind: 'none', why: 'not decided yet' },
  ],
  [
    'another meeting',
    reply('REPLY', google, 'UID:else', 'SEQUENCE:1', `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${jane}`),
    { kind: 'none', why: 'another meeting' },
  ],
  ['our own invitation', invitation(meeting, 'request', at), { kind: 'none', why: 'no answer' }],
];

describe('an answer', () => {
  test.each(answers)('%s', (_, ics, expected) => {
    const said = readInvitation(ics, '');
    expect(said && answerTo(meeting, said)).toEqual(expected);
  });

  test('to another time without an end takes as long as ours', () => {
    const said = readInvitation(
      reply('COUNTER', google, uid, 'SEQUENCE:1', 'DTSTART:20260303T130000Z', `ATTENDEE:mailto:${jane}`),
      '',
    );
    expect(said && answerTo(meeting, said)).toMatchObject({ kind: 'proposed', end: Date.UTC(2026, 2, 3, 14) });
  });
});

test.each([
  ['en', 'Europe/Berlin', /1.*Monday, March 2, 2026.*11:00 AM – 12:00 PM, Central European Time \(Europe\/Berlin\)$/],
  ['de', 'Europe/Berlin', /Montag, 2\. März 2026.*11:00–12:00 Uhr, Mitteleuropäische Zeit \(Europe\/Berlin\)$/],
  ['es', 'Asia/Kolkata', /lunes, 2 de marzo de 2026.*15:30–16:30, hora .*India.* \(Asia\/Kolkata\)$/],
])('several times in %s are numbered and in the zone of their reader', (language, timezone, expected) => {
  const [first, second] = offeredTimes(
    [
      { start, end: start + hour },
      { start: start + 24 * hour, end: start + 25 * hour },
    ],
    { language, timezone },
  );
  expect(`${first?.number} ${first?.text}, ${zoneName({ language, timezone }, start)}`).toMatch(expected);
  expect(second?.number).toBe(2);
});
