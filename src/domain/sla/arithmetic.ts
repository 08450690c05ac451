import type { ServiceTime } from '../calendar/service-time.ts';
import { workingBetween } from '../calendar/working-time.ts';
import { formatDuration } from '../duration.ts';
import type { ServicePlan } from './plan.ts';
import type { Clock, Stretch } from './read-clocks.ts';

/** How a clock came to stand as it does: a line for what was promised, one for each stretch, one for what is left. UTC. */
export function arithmetic(clock: Clock, { calendar, calendarName }: ServicePlan, now: number): string[] {
  const hours = calendarName === null ? 'day and night' : `in the hours of ${calendarName}`;
  const due = clock.due === null ? '' : `, ${ends[clock.state]} ${shown(clock.due)}`;
  return [
    `${clock.name}: ${clock.target.text} ${hours}: ${clock.state}${due}`,
    ...clock.stretches.map((stretch) => `  ${lineOf(stretch, calendar, now)}`),
    ...(clock.state === 'breached' ? [] : [`  left: ${timeOf(clock.left)}`]),
  ];
}

const ends = { running: 'runs out', paused: 'would run out, went it on now,', met: '', breached: 'ran out' } as const;

function lineOf({ from, to, state, waitsFor, counts }: Stretch, calendar: ServicePlan['calendar'], now: number): string {
  const span = `${shown(from)} to ${to === null ? 'now' : shown(to)}  ${state}, waits for ${waitsFor}`;
  if (!counts) return `${span}: does not count`;
  const worked = Math.round(workingBetween(calendar, from, to ?? now) / minute) * minute;
  return `${span}: ${formatDuration(worked)}, ${rounded(workingBetween(calendar, from, to ?? now, 'days'))} d`;
}

function timeOf({ days, time }: ServiceTime): string {
  const parts = [
    ...(days > 0 ? [`${rounded(days)} d`] : []),
    ...(time > 0 ? [formatDuration(Math.round(time / minute) * minute)] : []),
  ];
  return parts.join(' and ') || 'nothing';
}

const minute = 60_000;
const rounded = (days: number): number => Math.round(days * 100) / 100;
const shown = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
