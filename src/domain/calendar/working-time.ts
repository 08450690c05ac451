import type { WorkCalendar } from './work-calendar.ts';

/**
 * What is counted: `time` in ms; `days`, of which each working day is one however long it is: from ten o'clock on Tuesday one
 * day leads to Wednesday's hour with as much of Wednesday gone, which is ten o'clock where both days are alike.
 */
export type Measure = 'time' | 'days';

/**
 * The instant when so much has been worked since `from`; the end of a shift rather than the beginning of the next.
 *
 * @param calendar null: day and night, days of 24 hours
 */
export function addWorking(calendar: WorkCalendar | null, from: number, amount: number, measure: Measure = 'time'): number {
  if (amount <= 0) return from;
  if (calendar === null) return Math.round(from + amount * (measure === 'days' ? dayLength : 1));
  let rest = amount;
  for (let day = calendar.dayOf(from); ; day++) {
    const { shifts, length } = calendar.workOn(day);
    const perMs = measure === 'days' ? 1 / length : 1;
    for (const { start, end } of shifts) {
      const begin = Math.max(start, from);
      const size = Math.max(0, end - begin) * perMs;
      if (size > 0 && rest <= size + tiny) return Math.min(end, Math.round(begin + rest / perMs));
      rest -= size;
    }
  }
}

/** How much is worked from one instant to a later one; nothing where it is not later. */
export function workingBetween(calendar: WorkCalendar | null, from: number, to: number, measure: Measure = 'time'): number {
  if (to <= from) return 0;
  if (calendar === null) return (to - from) / (measure === 'days' ? dayLength : 1);
  const last = calendar.dayOf(to);
  let sum = 0;
  for (let day = calendar.dayOf(from); day <= last; day++) {
    const { shifts, length } = calendar.workOn(day);
    const worked = shifts.reduce((ms, { start, end }) => ms + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
    if (worked > 0) sum += measure === 'days' ? worked / length : worked;
  }
  return sum;
}

/** The first instant at work, `from` itself or later. */
export function nextWorking(calendar: WorkCalendar | null, from: number): number {
  if (calendar === null) return from;
  for (let day = calendar.dayOf(from); ; day++) {
    const shift = calendar.workOn(day).shifts.find(({ end }) => end > from);
    if (shift) return Math.max(from, shift.start);
  }
}

const dayLength = 86_400_000;
/** Fractions of days lose their last digits; a billionth of a day is less than a millisecond. */
const tiny = 1e-9;
