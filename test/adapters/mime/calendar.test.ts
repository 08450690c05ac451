import { describe, expect, test } from 'vitest';
import type { Invitation } from '../../../src/domain/mail.ts';
import { mailOf } from './parse.ts';

const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', 'UID:1@globex.example', ...lines, 'END:VEVENT'];
const calendar = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\n');
const invitationIn = async (ics: string, type = 'text/calendar; charset=utf-8'): Promise<Invitation | null> => {
  const mail = await mailOf(
    `From: a@b.example\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\nPlease come\n--x\nContent-Type: ${type}\n\n${ics}\n--x--\n`,
  );
  expect(mail.text).toBe('Please come');
  return mail.calendar;
};

const utc = 'DTSTART:20260302T100000Z';
const at10 = Date.UTC(2026, 2, 2, 10);

describe('invitations', () => {
  const cases: readonly (readonly [string, string, Partial<Invitation>])[] = [
    [
      'a request',
      calendar('METHOD:REQUEST', ...event(utc, 'SUMMARY:Site visit\\, floor 2')),
      { method: 'request', answer: null, summary: 'Site visit, floor 2', start: at10, uid: '1@globex.example' },
    ],
    ['cancelled', calendar('METHOD:CANCEL', ...event(utc)), { method: 'cancel', answer: null, summary: '' }],
    ['published', calendar('METHOD:PUBLISH', ...event(utc)), { method: 'other' }],
    ['another time proposed', calendar('METHOD:COUNTER', ...event(utc)), { method: 'counter', answer: null, start: at10 }],
    [
      'a line that is none',
      calendar('METHOD:REQUEST', ...event('X-BAD', utc, '', 'SUMMARY:Visit')),
      { method: 'request', summary: 'Visit', start: at10 },
    ],
    ['no method', calendar(...event(utc)), { method: 'other', start: at10 }],
    [
      'accepted',
      calendar('METHOD:REPLY', ...event(utc, 'ATTENDEE;PARTSTAT=ACCEPTED;CN=Jane:mailto:jane@globex.example')),
      { method: 'reply', answer: 'accepted' },
    ],
    [
      'declined',
      calendar('METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=DECLINED:mailto:j@x.example')),
      { answer: 'declined', start: null },
    ],
    ['tentative', calendar('METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=tentative:mailto:j@x.example')), { answer: 'tentative' }],
    ['not answered', calendar('METHOD:REPLY', ...event('ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:j@x.example')), { answer: null }],
    ['a whole day', calendar(...event('DTSTART;VALUE=DATE:20260302')), { start: Date.UTC(2026, 2, 2) }],
    ['a zone that is not defined', calendar(...event('DTSTART;TZID=Europe/Berlin:20260302T110000')), { start: at10 }],
    ['a zone that nobody knows', calendar(...event('DTSTART;TZID=Mars:20260302T110000')), { start: null }],
    ['no zone', calendar(...event('DTSTART:20260302T110000')), { start: null }],
    [
      'a zone of its own',
      calendar(
        ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
        ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
        ...event('DTSTART;TZID=W. Europe Standard Time:20260302T110000'),
      ),
      { start: at10 },
    ],
  ];
  test.each(cases)('%s', async (_, ics, expected) => {
    expect(await invitationIn(ics)).toMatchObject(expected);
  });

  test('the method of the type, where the calendar names none; a file with the ending of calendars', async () => {
    expect(await invitationIn(calendar(...event(utc)), 'text/calendar; method=CANCEL')).toMatchObject({ method: 'cancel' });
    expect(await invitationIn(calendar(...event(utc)), 'application/octet-stream; name=invite.ics')).toMatchObject({
      start: at10,
    });
  });

  test.each([
    ['nothing', ''],
    ['no calendar', 'BEGIN:VCARD\nEND:VCARD'],
    ['no event', calendar('METHOD:REQUEST')],
    ['broken off', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART'],
    ['a day that does not exist', calendar(...event('DTSTART:20269999T999999Z')).replace('UID', 'X')],
    ['endless', `BEGIN:VCALENDAR\n${'BEGIN:VEVENT\n'.repeat(20_000)}`],
  ])('%s is none, or one without a time', async (_, ics) => {
    const found = await invitationIn(ics);
    expect(found === null || found.start === null || Number.isFinite(found.start)).toBe(true);
  });
});
