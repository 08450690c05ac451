import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CalendarPlan } from '../../../domain/calendar/work-calendar.ts';
import { type Complaint, type Path, printPath } from '../complaint.ts';
import type { Part } from '../read-part.ts';
import type { HolidayInput, SlaInput } from '../schema/sla.ts';
import { holidaysOf } from './of-country.ts';
import { readIcs } from './read-ics.ts';

/** Calendars with all their days written out. `files`: those that were read beside the YAML. */
export type ReadHolidays = {
  calendars: Readonly<Record<string, CalendarPlan>>;
  complaints: readonly Complaint[];
  files: readonly string[];
};

type Days = { days: readonly string[]; complaints: readonly Complaint[]; file?: string };

/** Reads the days off of all calendars: those that are named, those of files, relative to the folder, and those of countries. */
export async function readHolidays(part: Part<SlaInput>, dir: string): Promise<ReadHolidays> {
  const entries = Object.entries(part.data?.calendars ?? {});
  const read = await Promise.all(
    entries.map(async ([name, calendar]) => {
      const all = await Promise.all(
        calendar.holidays.map((holiday, at) => daysOf(holiday, part, ['calendars', name, 'holidays', at], dir)),
      );
      const holidays = [...new Set(all.flatMap(({ days }) => days))].sort();
      return { name, plan: { ...calendar, holidays }, all };
    }),
  );
  const found = read.flatMap(({ all }) => all);
  return {
    calendars: Object.fromEntries(read.map(({ name, plan }) => [name, plan])),
    complaints: found.flatMap(({ complaints }) => complaints),
    files: [...new Set(found.flatMap(({ file }) => file ?? []))],
  };
}

function daysOf(holiday: HolidayInput, part: Part<SlaInput>, path: Path, dir: string): Days | Promise<Days> {
  if (typeof holiday === 'string') return { days: [holiday], complaints: [] };
  return 'file' in holiday
    ? inFile(resolve(dir, holiday.file), complaintAt(part, [...path, 'file']))
    : inCountry(holiday, (key, message) => complaintAt(part, [...path, key])(message));
}

const complaintAt =
  ({ world, file }: Part<SlaInput>, path: Path) =>
  (message: string): Complaint => ({
    ...{ file, path: printPath(path), message },
    ...(typeof world === 'string' ? { line: 1, column: 1 } : world.tree.positionOf(path)),
  });

async function inFile(file: string, complain: (message: string) => Complaint): Promise<Days> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => whyNot(file, error));
  if (typeof text !== 'string') return { days: [], complaints: [complain(text.why)] };
  const { days, faults } = readIcs(text);
  return { days, file, complaints: faults.map(({ line, message }) => ({ file, line, column: 1, path: '', message })) };
}

function whyNot(file: string, error: unknown): { why: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT'
    ? { why: `there is no file ${file}; expected a calendar file (.ics) with the days off` }
    : { why: `the file ${file} cannot be read (${code})` };
}

async function inCountry(
  land: Extract<HolidayInput, { country: string }>,
  complain: (key: string, message: string) => Complaint,
) {
  const found = await holidaysOf(land);
  return found.kind === 'days'
    ? { days: found.days, complaints: [] }
    : { days: [], complaints: [complain(found.part, found.message)] };
}
