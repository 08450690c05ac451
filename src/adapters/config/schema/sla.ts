import { z } from 'zod';
import { readShift, readWeekdays } from '../../../domain/calendar/hours.ts';
import type { ContractMarks } from '../../../domain/contract/marks.ts';
import type { Unassigned } from '../../../domain/due/unassigned.ts';
import { cadences, type ReviewTimes } from '../../../domain/review/cadence.ts';
import type { AlarmSettings } from '../../../domain/sla/sla-settings.ts';
import { plan, span } from './plan.ts';
import { list, named, optional, secretFile, secretValue, section } from './shapes.ts';
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

const team = z.strictObject({
  calendar: optional(text).describe('When its people work who have no calendar of their own: a calendar above'),
});

const aDay = { error: 'expected a whole number of days, 0 or more' };
const aShare = { error: 'expected a percentage from 1 to 100' };

const contracts = section({
  remind_days: z
    .array(z.int(aDay).min(0, aDay), { error: 'expected a list' })
    .default([60, 30, 7, 0])
    .describe('Days before its last day on which those who buy and those who sell hear of it; 0: on that day; []: never'),
  tell_used: z
    .array(z.int(aShare).min(1, aShare).max(100, aShare), { error: 'expected a list' })
    .default([80, 100])
    .describe('Percent of the included hours or tickets at which they hear that so much is used; []: never'),
}).transform(
  ({ remind_days, tell_used }): ContractMarks => ({
    remindDays: [...new Set(remind_days)].toSorted((a, b) => b - a),
    tellUsed: [...new Set(tell_used)].toSorted((a, b) => a - b),
  }),
);

const cadence = z.enum([...cadences, 'off']).transform((given) => (given === 'off' ? null : given));

const reviews = z
  .strictObject({
    every: cadence.optional().describe('Of every customer of whom nothing else is said here'),
    plans: named(text, cadence).describe('Of customers with a plan, by its name above'),
    customers: named(text, cadence).describe('Of a customer, by its id; goes before its plan'),
  })
  .transform(({ every, plans, customers }): ReviewTimes => ({ every: every ?? null, plans, customers }));

const webUrl = word(
  'an address such as https://alarms.acme.example/desk',
  (given) => (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol) ? given : null),
  ['https://alarms.acme.example/desk'],
);

const alarms = section({
  severities: list(text).describe('Severities that are told at any hour; default: severe'),
  on_call: list(text).describe('Handles of those who are told beside whoever has the ticket'),
  webhook: optional(
    z.strictObject({
      url: webUrl.describe('Gets a POST with JSON for each alarm'),
      secret: secretValue('The key its signature is made with'),
      secret_file: secretFile('The key its signature is made with'),
    }),
  ).describe('What is told beside mail'),
}).transform(
  ({ severities, on_call, webhook }): AlarmSettings => ({
    severities: severities.length === 0 ? ['severe'] : severities,
    onCall: on_call,
    webhook: webhook === null ? null : { url: webhook.url, secret: webhook.secret || null },
  }),
);

const unassigned = z
  .strictObject({
    team: span.optional().describe('Until those who could take it hear of it again: a duration in the hours of the plan'),
    lead: span.optional().describe('Until the leads hear of it'),
  })
  .transform(({ team, lead }): Unassigned => ({ team: team ?? null, lead: lead ?? null }));

const away = z
  .strictObject({
    hand_over: z
      .enum(['waiting', 'all', 'offer'])
      .describe(
        'waiting: what waits for us goes to their stand-in or the team; all: whatever they have; offer: the leads are shown it',
      ),
  })
  .transform(({ hand_over }) => ({ handOver: hand_over }));

/** `config/sla.yaml`. */
export const sla = z.strictObject({
  calendars: named(text, calendar).describe('Working hours and holidays, by name'),
  teams: named(text, team).describe('What goes for the people of a team, by its name in people.yaml'),
  plans: named(text, plan).describe('Service plans, by name'),
  contracts: contracts.describe('When customers and Sales hear of contracts that end or are used up'),
  reviews: reviews
    .optional()
    .describe('How often whoever looks after a customer gets its service review as a draft: month, quarter or off; none: never'),
  alarms: alarms.describe('Whom severe tickets wake, at any hour'),
  unassigned: unassigned.optional().describe('How long a ticket may wait for somebody to take it; none: nobody minds'),
  away: away.optional().describe('What becomes of the tickets of those who are away; none: they keep them'),
  jobs: named(text, cronLine).describe('When timed jobs run, as cron lines; off: not at all'),
});

export type HolidayInput = z.output<typeof holiday>;
export type SlaInput = z.output<typeof sla>;
