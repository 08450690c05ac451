import cron from 'node-cron';
import { type CronTimes, never } from '../../../domain/jobs/cron.ts';

/** Reads a cron line of five fields, or `off`; null where it is neither, or names days by more than their numbers and names. */
export function readCron(line: string): CronTimes | null {
  if (line.trim() === never.line) return never;
  if (line.trim().split(/\s+/).length !== 5 || !cron.validate(line)) return null;
  const { minute: minutes, hour: hours, dayOfMonth, month: months, dayOfWeek } = cron.parse(line);
  const days = dayOfMonth.filter((day) => typeof day === 'number');
  const weekdays = dayOfWeek.filter((day) => typeof day === 'number');
  if (days.length < dayOfMonth.length || weekdays.length < dayOfWeek.length) return null;
  return { line: line.trim(), minutes, hours, days, months, weekdays };
}
