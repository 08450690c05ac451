import type { ServiceTime } from '../calendar/service-time.ts';
import { workingBetween } from '../calendar/working-time.ts';
import { formatDuration } from '../duration.ts';
import { listed, type Part, type Saying, say } from '../saying.ts';
import { stateIn } from '../workflow/process-words.ts';
import { clockWords } from './clock-words.ts';
import type { ServicePlan } from './plan.ts';
import type { Clock, Stretch } from './read-clocks.ts';

/** How a clock came to stand as it does. */
export type Reckoned = {
  /** What was promised, and what became of it. */
  promise: Saying;
  /** A line for each stretch, and one for what is left. */
  lines: readonly Saying[];
};

/** Prints an instant for whoever reads it. */
type Show = (at: number) => string;

/** Reckons a clock line by line. @param process whose states the ticket stands in */
export function arithmetic(clock: Clock, plan: ServicePlan, process: string, now: number, show: Show): Reckoned {
  const { calendarName } = plan;
  const hours = calendarName === null ? say('day and night') : say`in the hours of ${calendarName}`;
  const due = clock.due === null || clock.state === 'met' ? '' : show(clock.due);
  return {
    promise: listed([say`${clockWords(clock.name)}: ${clock.target.text} ${hours}`, outcome[clock.state](due)]),
    lines: [
      ...clock.stretches.map((stretch) => lineOf(stretch, plan.calendar, process, now, show)),
      ...(clock.state === 'breached' ? [] : [say`left: ${timeOf(clock.left)}`]),
    ],
  };
}

const outcome: Readonly<Record<Clock['state'], (due: string) => Saying>> = {
  running: (due) => say`runs out ${due}`,
  paused: (due) => say`stands still; would run out ${due}, went it on now`,
  met: () => say('met'),
  breached: (due) => say`ran out ${due}`,
};

function lineOf(
  { from, to, state, waitsFor, counts }: Stretch,
  calendar: ServicePlan['calendar'],
  process: string,
  now: number,
  show: Show,
): Saying {
  const until = to === null ? say('now') : show(to);
  const span = say`${show(from)} to ${until}: ${stateIn({ workflow: process, state }, state)}, ${turns[waitsFor]}`;
  if (!counts) return say`${span}: does not count`;
  const worked = Math.round(workingBetween(calendar, from, to ?? now) / minute) * minute;
  return say`${span}: ${formatDuration(worked)}, ${rounded(workingBetween(calendar, from, to ?? now, 'days'))} d`;
}

const turns: Readonly<Record<Stretch['waitsFor'], Part>> = {
  customer: say('the customer’s turn'),
  nobody: say('waits for nobody'),
  staff: say('our turn'),
  lead: say('the lead’s turn'),
  engineer: say('the engineer’s turn'),
  manager: say('the manager’s turn'),
  sales: say('the turn of Sales'),
  operator: say('the operator’s turn'),
  provider: say('the provider’s turn'),
};

function timeOf({ days, time }: ServiceTime): Part {
  const parts = [
    ...(days > 0 ? [say`${rounded(days)} d`] : []),
    ...(time > 0 ? [formatDuration(Math.round(time / minute) * minute)] : []),
  ];
  const [first = say('nothing'), second] = parts;
  return second === undefined ? first : say`${first} and ${second}`;
}

const minute = 60_000;
const rounded = (days: number): number => Math.round(days * 100) / 100;
