import { z } from 'zod';
import { readShift, readWeekdays } from '../../../domain/calendar/hours.ts';
import { parseServiceTime, type ServiceTime } from '../../../domain/calendar/service-time.ts';
import type { Target } from '../../../domain/sla/plan.ts';
import { list, named, optional, section } from './shapes.ts';
import { cronLine, date, text, timezone, word } from './words.ts';

const hourRange = word('hours such as "09:00-17:30"', (range) => (readShift(range) ? range : null), ['09:00-17:30']);
const weekdays = text.refine((days) => readWeekdays(days) !== null, { error: 'expected days such as mon, mon-fri or mon,wed' });

const letters = word(
  'letters of ISO 3166 such as DE or BY',
  (given) => (/^[A-Za-z0-9-]{1,10}$/.test(given) ? given.toUpperCase() : null),
  ['DE', 'BY'],
);

const holiday = z.union(
  [
    date,
    z.strictObject({ file: text.describe('A calendar file (.ics), relative to the folder of this file') }),
    z.strictObject({
      country: letters.describe('Its public holidays: ISO 3166-1, such as DE'),
      state: letters.optional().describe('And those of this part of it: ISO 3166-2 without the country, such as BY'),
      region: letters.optional().describe('And those of a part of that'),
    }),
  ],
  { error: 'expected a date such as 2026-12-25, { file: holidays.ics } or { country: DE, state: BY }' },
);

const calendar = z.strictObject({
  timezone: timezone.describe('The zone the hours are meant in'),
  hours: named(weekdays, list(hourRange))
    .refine((week) => Object.values(week).some((ranges) => ranges.length > 0), {
      error: 'expected working hours, such as { mon-fri: ["09:00-17:30"] }',
    })
    .describe('Working hours: { mon-fri: ["09:00-17:30"] }'),
  holidays: list(holiday).describe('Days without work: dates, { file: holidays.ics }, { country: DE, state: BY }'),
});

/** What `d` means is for the calendar to say. */
const span = word(
  'a duration such as 30m, 4h or 3d',
  (given) => {
    const time = parseServiceTime(given);
    return time === null ? null : { ...time, text: given.trim() };
  },
  ['30m', '4h', '3d'],
);

const target = z
  .union(
    [
      span,
      z.strictObject({
        remind: span.optional().describe('When we are warned'),
        breach: span.describe('When the target is missed'),
      }),
    ],
    { error: 'expected a duration such as 4h, or { remind: 1d, breach: 3d }' },
  )
  .transform((given): Target => {
    const { remind = null, breach } = 'breach' in given ? given : { breach: given };
    return { remind: remind === null ? null : timeIn(remind), breach: timeIn(breach), text: breach.text };
  });

const timeIn = ({ days, time }: ServiceTime): ServiceTime => ({ days, time });

const targets = z
  .object({
    first_response: target.optional().describe('Until a person has answered'),
    resolution: target.optional().describe('Until the solution is there'),
  })
  .catchall(target);

const bySeverity = section({
  severe: targets.optional().describe('All users, breaking in several cases'),
  high: targets.optional().describe('A majority of users, or breaking in most cases'),
  medium: targets.optional().describe('A minority of users, or breaking in isolated cases'),
  low: targets.optional().describe('Few users, nothing breaks'),
  enhancement: targets.optional().describe('Nobody is affected'),
  default: targets.optional().describe('Where no severity is set, and for clocks that a severity has no time for'),
});

const plan = z.strictObject({
  calendar: optional(text).describe('The hours that count: a calendar above; none: day and night'),
  targets: bySeverity.describe('Times by severity'),
});

/** `config/sla.yaml`. */
export const sla = z.strictObject({
  calendars: named(text, calendar).describe('Working hours and holidays, by name'),
  plans: named(text, plan).describe('Service plans, by name'),
  jobs: named(text, cronLine).describe('When timed jobs run, as cron lines'),
});

export type HolidayInput = z.output<typeof holiday>;
export type SlaInput = z.output<typeof sla>;
