import { z } from 'zod';
import { parseServiceTime, type ServiceTime } from '../../../domain/calendar/service-time.ts';
import { type ByComplexity, type Rung, rungs, type Target } from '../../../domain/sla/plan.ts';
import { list, optional, section } from './shapes.ts';
import { text, timezone, word } from './words.ts';

/** What `d` means is for the calendar to say. */
export const span = word(
  'a duration such as 30m, 4h or 3d',
  (given) => {
    const time = parseServiceTime(given);
    return time === null ? null : { ...time, text: given.trim() };
  },
  ['30m', '4h', '3d'],
);
type Span = z.output<typeof span>;

const twoFigures = z.strictObject({
  remind: span.optional().describe('When we are warned'),
  breach: span.describe('When the target is missed'),
});
const figures = z
  .union([span, twoFigures], { error: 'expected a duration such as 4h, or { remind: 1d, breach: 3d }' })
  .transform(targetOf);

const target = z
  .union(
    [
      span,
      z.strictObject({
        ...twoFigures.partial().shape,
        low: figures.optional().describe('And where it is simple'),
        medium: figures.optional().describe('And where it is neither'),
        high: figures.optional().describe('And where it is intricate'),
      }),
    ],
    {
      error: 'expected a duration such as 4h, { remind: 1d, breach: 3d }, or one for each complexity: { low: 1d, high: 3d }',
    },
  )
  .transform((given, context): ByComplexity => {
    if ('days' in given) return { default: targetOf(given) };
    const { remind, breach, ...byComplexity } = given;
    if (breach !== undefined) return { default: targetOf({ remind, breach }), ...byComplexity };
    if (remind === undefined && Object.keys(byComplexity).length > 0) return byComplexity;
    context.issues.push({ code: 'invalid_type', expected: 'string', input: undefined, path: ['breach'] });
    return z.NEVER;
  });

function targetOf(given: Span | { remind?: Span | undefined; breach: Span }): Target {
  const { remind = null, breach } = 'breach' in given ? given : { breach: given };
  return { remind: remind === null ? null : timeIn(remind), breach: timeIn(breach), text: breach.text };
}

const timeIn = ({ days, time }: ServiceTime): ServiceTime => ({ days, time });

const targets = z
  .object({
    first_response: target.optional().describe('Until a person has answered'),
    next_response: target.optional().describe('Until a later message of the customer is answered'),
    work_start: target.optional().describe('Until one of us takes it, or does something on it'),
    no_update: target.optional().describe('How long a ticket that waits for us may be without a word or deed of ours'),
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

const share = word('a share of the time such as 80%, below 100%', readShare, ['50%', '80%']);

function readShare(given: string): number | null {
  const [, percent = ''] = /^(\d{1,2}(?:\.\d+)?)\s*%$/.exec(given.trim()) ?? [];
  return Number(percent) > 0 ? Number(percent) / 100 : null;
}

const aRung = `expected one of ${rungs.join(', ')}, or { to: lead, after: 2h }`;
const rung = z
  .union(
    [
      z.enum(rungs),
      z.strictObject({
        to: z.enum(rungs).describe('Who hears of it; next-level: the ticket goes one level up'),
        after: span.optional().describe('How much later, in the hours that count'),
      }),
    ],
    { error: aRung },
  )
  .transform((given): Rung => {
    const { to, after } = typeof given === 'string' ? { to: given, after: undefined } : given;
    return { to, after: after === undefined ? { days: 0, time: 0 } : timeIn(after), text: after?.text ?? '' };
  });

const atOnce: Rung = { to: 'associate', after: { days: 0, time: 0 }, text: '' };

/** A service plan. */
export const plan = z.strictObject({
  calendar: optional(text).describe('The hours that count: a calendar above; none: day and night'),
  timezone: optional(z.union([z.literal('customer'), timezone])).describe(
    'The zone those hours are meant in: one, or customer, that of whoever is served; none: the calendar’s own',
  ),
  targets: bySeverity.describe('Times by severity'),
  warn: list(share).describe('Shares of a time after which whoever has the ticket is warned: [50%, 80%]'),
  escalate: z
    .array(rung, { error: 'expected a list' })
    .default([atOnce])
    .describe('Who hears that a time was missed, and how much later: [associate, { to: lead, after: 2h }]'),
});
