/** When those who are written to read mail, told apart from the desk's own reckoning: by their wall clock, as the files have it. */
type Hours = { zone: string; days: readonly string[]; from: readonly [string, string][]; off: readonly string[] };

const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'];
const germany = ['2026-04-03', '2026-04-06', '2026-12-25'];
const officeIn = (zone: string): Hours => ({
  zone,
  days: week,
  from: [
    ['09:00', '12:00'],
    ['13:00', '17:30'],
  ],
  off: germany,
});
const early: Hours = { zone: 'America/New_York', days: [...week, 'Sat'], from: [['06:00', '10:00']], off: [] };
const india: Hours = { zone: 'Asia/Kolkata', days: week, from: [['10:00', '19:00']], off: [] };

const byAddress: ReadonlyMap<string, Hours> = new Map([
  ['adam@acme.example', early],
  ['ines@acme.example', india],
]);
const byDomain: ReadonlyMap<string, Hours> = new Map([
  ['globex.example', officeIn('Asia/Tokyo')],
  ['initech.example', officeIn('America/New_York')],
  ['umbrella.example', officeIn('Europe/London')],
  ['stark.example', officeIn('Australia/Sydney')],
  ['wayne.example', officeIn('Asia/Kolkata')],
]);

/** Whether somebody is at work at an instant. */
export function isReading(address: string, at: number): boolean {
  const domain = address.slice(address.indexOf('@') + 1);
  const { zone, days, from, off } = byAddress.get(address) ?? byDomain.get(domain) ?? officeIn('Europe/Berlin');
  const shown = Object.fromEntries(
    clockIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${shown['year']}-${shown['month']}-${shown['day']}`;
  const time = `${shown['hour']}:${shown['minute']}`;
  return days.includes(shown['weekday'] ?? '') && !off.includes(day) && from.some(([begin, end]) => begin <= time && time < end);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const two = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', weekday: 'short', hourCycle: 'h23', ...two });
  clocks.set(timeZone, made);
  return made;
}
