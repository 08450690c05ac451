import { expect, test } from 'vitest';
import { readIcs } from '../../../src/adapters/config/holidays/read-ics.ts';
import { smallest, verdictOn } from './folder.ts';

const calendar = (holidays: string) =>
  `calendars:\n  office:\n    timezone: Europe/Berlin\n    hours: { mon-fri: ["09:00-17:00"] }\n    holidays:\n      - ${holidays}\n`;
const ics = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\n${events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT\r\n`).join('')}END:VCALENDAR\r\n`;

async function holidaysIn(holidays: string, files: Record<string, string> = {}) {
  const { settings, complaints } = await verdictOn({ 'helpdesk.yaml': smallest, 'sla.yaml': calendar(holidays), ...files });
  return { days: settings?.sla.calendars['office']?.holidays ?? [], complaints };
}

test('dates, a calendar file and a state of a country are one list of days', async () => {
  const { days, complaints } = await holidaysIn('2026-12-24\n      - { file: own.ics }\n      - { country: de, state: by }', {
    'own.ics': ics('DTSTART;VALUE=DATE:20260619\r\nSUMMARY:Company outing'),
  });
  expect(complaints).toEqual([]);
  expect(days.filter((day) => day.startsWith('2026'))).toEqual([
    ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14'],
    ...['2026-05-25', '2026-06-04', '2026-06-19', '2026-10-03', '2026-11-01', '2026-12-24', '2026-12-25'],
    '2026-12-26',
  ]);
});

test.each([
  [
    '{ file: none.ics }',
    'sla.yaml:6:17: calendars.office.holidays[0].file: there is no file none.ics; expected a calendar file (.ics) with the days off',
  ],
  ['{ file: bad.ics }', 'bad.ics:3:1: expected a day such as 20261225, found "Christmas"'],
  ['{ file: empty.ics }', 'empty.ics:1:1: expected a calendar file, which begins with BEGIN:VCALENDAR'],
  ['{ country: XX }', 'no country "XX" whose holidays are known'],
  [
    '{ country: Germany }',
    'sla.yaml:6:20: calendars.office.holidays[0].country: no country "GERMANY" whose holidays are known, did you mean `DE`?',
  ],
  ['{ country: DE, state: BAY }', 'no state "BAY" whose holidays are known, did you mean `BY`?'],
  ['{ country: DE, state: BE, region: A }', 'no region "A" whose holidays are known (it has none)'],
  ['soon', 'calendars.office.holidays[0]: expected a date such as 2026-12-31, got "soon"'],
])('%s is refused', async (holiday, expected) => {
  const files = { 'bad.ics': ics('DTSTART;VALUE=DATE:Christmas'), 'empty.ics': 'nothing' };
  const { complaints } = await holidaysIn(holiday, files);
  expect(complaints.join('\n')).toContain(expected);
});

const daysIn = (...events: string[]) => readIcs(ics(...events)).days;

test.each<[string, string, string[]]>([
  ['a day', 'DTSTART;VALUE=DATE:20261225', ['2026-12-25']],
  ['a day that ends with itself', 'DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226', ['2026-12-25']],
  ['several days', 'DTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270102', ['2026-12-30', '2026-12-31', '2027-01-01']],
  ['a length', 'DTSTART;VALUE=DATE:20261230\r\nDURATION:P2D', ['2026-12-30', '2026-12-31']],
  ['a folded line', 'DTSTART;VALUE=DA\r\n TE:20261225\r\nSUMMARY:A\r\n  b', ['2026-12-25']],
  ['an hour at noon is no holiday', 'DTSTART:20261225T120000Z', []],
  ['one that was called off', 'STATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20261225', []],
  ['each year, so often', 'DTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY;COUNT=2', ['2026-12-25', '2027-12-25']],
  ['each year until', 'DTSTART;VALUE=DATE:20240106\r\nRRULE:FREQ=YEARLY;UNTIL=20250110', ['2024-01-06', '2025-01-06']],
  ['every leap day', 'DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;UNTIL=20290101', ['2024-02-29', '2028-02-29']],
  [
    'an alarm inside',
    'DTSTART;VALUE=DATE:20261225\r\nBEGIN:VALARM\r\nDTSTART;VALUE=DATE:20200101\r\nDURATION:P9D\r\nEND:VALARM',
    ['2026-12-25'],
  ],
])('a calendar file has %s', (_name, event, expected) => {
  expect(daysIn(event)).toEqual(expected);
});

test('what comes again in another way is told with its line, and the rest is read', () => {
  expect(readIcs(ics('DTSTART;VALUE=DATE:20261225', 'DTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=MONTHLY'))).toEqual({
    days: ['2026-12-25'],
    faults: [{ line: 7, message: 'it comes again in a way that is not understood; expected FREQ=YEARLY' }],
  });
});
