import { likely } from '../../../domain/likely.ts';
import { firstYear, lastYear } from './span.ts';

/** As `sla.yaml` names it: ISO 3166 letters, such as DE, DE and BY, or ES, CT and BC. */
export type Land = { country: string; state?: string | undefined; region?: string | undefined };

/** Its public holidays as ISO dates; or which part of its name is not known, and what is. */
export type LandDays =
  | { kind: 'days'; days: readonly string[] }
  | { kind: 'unknown'; part: 'country' | 'state' | 'region'; message: string };

/** The days on which a country, or a part of it, does not work by law. The rules of all countries take a while to load. */
export async function holidaysOf({ country, state, region }: Land): Promise<LandDays> {
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays();
  const states = state === undefined ? {} : (all.getStates(country) ?? {});
  const regions = state === undefined || region === undefined ? {} : (all.getRegions(country, state) ?? {});
  const lacks =
    unknown('country', country, all.getCountries('en')) ??
    (state === undefined ? null : unknown('state', state, states)) ??
    (region === undefined ? null : unknown('region', region, regions));
  if (lacks !== null) return lacks;
  const rules = new Holidays({ country, ...(state === undefined ? {} : { state }), ...(region === undefined ? {} : { region }) });
  const days = years.flatMap((year) =>
    rules
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(datesOf),
  );
  return { kind: 'days', days: [...new Set(days)].sort() };
}

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, after) => firstYear + after);
const day = 86_400_000;

/** From its first day on its own clocks to the last that it touches. */
function datesOf({ date, start, end }: { date: string; start: Date; end: Date }): string[] {
  const first = Date.parse(date.slice(0, 10));
  const length = Math.max(Math.round((end.getTime() - start.getTime()) / day), 1);
  return Array.from({ length }, (_, after) => new Date(first + after * day).toISOString().slice(0, 10));
}

function unknown(part: 'country' | 'state' | 'region', name: string, known: Readonly<Record<string, string>>): LandDays | null {
  if (Object.hasOwn(known, name)) return null;
  const meant =
    likely(name, Object.keys(known)) ?? Object.keys(known).find((key) => known[key]?.toLowerCase() === name.toLowerCase());
  const some = Object.keys(known).slice(0, 20).join(', ');
  const more = Object.keys(known).length > 20 ? ', …' : '';
  const listed = some === '' ? 'it has none' : `known: ${some}${more}`;
  const hint = meant == null ? ` (${listed})` : `, did you mean \`${meant}\`?`;
  return { kind: 'unknown', part, message: `no ${part} ${JSON.stringify(name)} whose holidays are known${hint}` };
}
