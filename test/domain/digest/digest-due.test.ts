import { describe, expect, test } from 'vitest';
import { openCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { digestReaders } from '../../../src/domain/digest/digest.ts';
import { digestDue } from '../../../src/domain/digest/digest-due.ts';
import { everyMinute } from '../../../src/domain/jobs/cron.ts';
import { aPerson } from '../parts.ts';

const zone = 'Europe/Madrid';
const calendar = openCalendar({ timezone: zone, hours: { 'mon-fri': ['09:00-17:00'] }, holidays: ['2026-03-05'] });
const at = (hour: number) => ({ ...everyMinute, hours: [hour], minutes: [0] });
/** By the reader's clock. */
const local = (time: string): number => Date.parse(`${time}+01:00`);
const due = (hour: number, last: string | null, now: string, byHand = false): string | null => {
  const found = digestDue({
    ...{ times: at(hour), zone, calendar, byHand },
    last: last === null ? null : local(last),
    now: local(now),
  });
  return found === null ? null : new Date(found + 3_600_000).toISOString().slice(0, 16);
};

describe('when a digest is due', () => {
  test.each([
    ['before the day begins', 8, '2026-03-02T09:00', '2026-03-03T08:30', null],
    ['when it has begun', 8, '2026-03-02T09:00', '2026-03-03T09:00', '2026-03-03T09:00'],
    ['not twice a day', 8, '2026-03-03T09:00', '2026-03-03T16:00', null],
    ['late, after the desk was down', 8, '2026-02-20T09:00', '2026-03-03T15:10', '2026-03-03T15:10'],
    ['on no weekend', 8, '2026-03-06T09:00', '2026-03-07T10:00', null],
    ['one on Monday for three mornings', 8, '2026-03-06T09:00', '2026-03-09T09:00', '2026-03-09T09:00'],
    ['on no holiday', 8, '2026-03-04T09:00', '2026-03-05T10:00', null],
    ['after its hour, where that lies in the day', 14, '2026-03-03T14:00', '2026-03-04T10:00', null],
    ['the next morning, where it lies in the evening', 20, '2026-03-03T09:00', '2026-03-04T09:00', '2026-03-04T09:00'],
    ['at once, to whoever never had one', 8, null, '2026-03-03T11:00', '2026-03-03T11:00'],
  ])('%s', (_what, hour, last, now, expected) => expect(due(hour, last, now)).toBe(expected));

  test('by hand it is written at once, and leaves when its reader is at work', () =>
    expect(due(8, null, '2026-03-07T10:00', true)).toBe('2026-03-09T09:00'));
});

test('who gets one: by role, here, and willing', () => {
  const people = [
    aPerson('lead', { roles: ['lead'] }),
    aPerson('off', { roles: ['lead'] }),
    aPerson('gone', { roles: ['lead'] }),
    aPerson('quiet', { roles: ['lead'], notify: 'none' }),
    aPerson('outside', { roles: ['operator'] }),
    aPerson('associate'),
  ];
  const rows = [
    { handle: 'off', name: 'overview', at: null, off: true },
    { handle: 'lead', name: 'worklist', at: null, off: true },
  ];
  const gone = [{ handle: 'gone', awayUntil: 2000 }];
  const of = (name: 'overview' | 'worklist', now: number) =>
    digestReaders(name, people, rows, gone, now).map(({ handle }) => handle);
  expect(of('overview', 1000)).toEqual(['lead']);
  expect(of('overview', 3000)).toEqual(['lead', 'gone']);
  expect(of('worklist', 3000)).toEqual(['off', 'gone', 'associate']);
});
