import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { fixedClock } from '../../src/app/clock.ts';
import { passMinute } from '../../src/app/due/pass-minute.ts';
import { openCalendar } from '../../src/domain/calendar/work-calendar.ts';
import { dueOf } from '../../src/domain/due/due.ts';
import type { Phase } from '../../src/domain/due/phase.ts';
import { deedsOf } from '../../src/domain/sla/deeds-of.ts';
import { marksOf } from '../../src/domain/sla/marks.ts';
import type { ServicePlan, Target } from '../../src/domain/sla/plan.ts';
import { readClocks } from '../../src/domain/sla/read-clocks.ts';
import { facts } from '../domain/due/due-facts.ts';
import { type Figure, inMs, type Share } from './figure.ts';
import { openTickets } from './fill.ts';
import { median, settleDown, timed } from './measure.ts';
import { type Office, office, openOffice } from './office.ts';

const hour = 3_600_000;
const monday = Date.parse('2026-03-02T09:00Z');

/** (j), (k): what the clocks of one ticket cost, and what a minute of the desk costs with very many open ones. */
export async function clockFigures(share: Share, rows: readonly string[]): Promise<Figure[]> {
  const one = rows.includes('j') ? [oneTicket(share)] : [];
  return rows.includes('k') ? [...one, ...(await tick(share))] : one;
}

const target = (days: number): { default: Target } => ({
  default: { remind: null, breach: { days, time: 0 }, text: `${days}d` },
});
const plan: ServicePlan = {
  ...{ name: 'gold', calendarName: 'office', warn: [0.5, 0.8] },
  calendar: openCalendar({
    timezone: 'Europe/Berlin',
    hours: { 'mon-fri': ['09:00-12:30', '13:00-18:00'] },
    holidays: ['2026-04-03', '2026-04-06'],
  }),
  targets: { default: { first_response: target(1), next_response: target(1), no_update: target(2), resolution: target(20) } },
  escalate: [
    { to: 'associate', after: { days: 0, time: 0 }, text: '' },
    { to: 'lead', after: { days: 1, time: 0 }, text: '1d' },
  ],
};
const runs = (clock: string) => ({ stage: null, status: null, group: null, waitsFor: 'staff' as const, clock });
const workflow = { states: { raised: runs('first_response'), fixing: runs('resolution') }, steps: [] };

/** A month of a ticket that goes to and fro each day. */
function oneTicket({ mails }: Share): Figure {
  const phases = Array.from({ length: 48 }, (_, at): Phase => {
    const waitsFor = at % 2 === 0 ? 'staff' : 'customer';
    return { at: monday + at * 15 * hour, state: at === 0 ? 'raised' : 'fixing', waitsFor, severity: 'high', level: null };
  });
  const said = phases.map(({ at, waitsFor }) => ({ at, by: waitsFor === 'staff' ? ('them' as const) : ('us' as const) }));
  const now = monday + 48 * 15 * hour;
  const took = Array.from({ length: mails(20_000) }, () => {
    const begun = performance.now();
    const deeds = { ...deedsOf([], []), said };
    const ticket = { severity: 'high', complexity: null, closed: null };
    const clocks = readClocks({ ticket, workflow, phases, deeds, plan, now });
    const marks = clocks.flatMap((clock) => marksOf(clock, plan, now));
    dueOf(facts({ now, phases, clocks, marks, ticket: { state: 'fixing', waitsFor: 'customer' } }));
    return performance.now() - begun;
  });
  const figure = median(took);
  const what = 'what is due on one ticket, 48 changes of turn, 4 clocks';
  return { row: 'j', what, figure: `${figure.toFixed(3)} ms`, bare: null, ratio: null, target: 'under 1 ms', met: figure < 1 };
}

/** Looked at in one minute where each open ticket comes up every three or four days. */
const lookedAt = 20;

async function tick(share: Share): Promise<Figure[]> {
  const count = share.mails(100_000);
  await using place = await office();
  await promise(place);
  await openTickets(place, count);
  const house = await openOffice(place);
  const now = Date.now();
  const quiet = await passes(share, () => passMinute(partsAt(now)));
  const busy = await passes(
    share,
    () => passMinute(partsAt(now)),
    () => makeDue(join(place.data, 'maildesk.db'), now),
  );
  await house.close();
  const row = { row: 'k', bare: null, ratio: null, target: 'under 200 ms' };
  const over = `a minute over ${count.toLocaleString('en')} open tickets`;
  return [
    { ...row, what: `${over}, nothing due`, figure: inMs(quiet), met: quiet < 200 },
    { ...row, what: `${over}, ${lookedAt} to look at`, figure: inMs(busy), met: busy < 200 },
  ];

  function partsAt(instant: number) {
    return {
      ...house,
      ...{ clock: fixedClock(instant), log: house.options.log, stored: () => {}, alert: async () => {} },
      ...{ selfTest: async () => [], byHand: false },
    };
  }
}

/** The first pass warms up and does not count. */
async function passes(share: Share, run: () => Promise<void>, before: () => void = () => {}): Promise<number> {
  const took: number[] = [];
  for (let pass = 0; pass <= share.passes * 5; pass++) {
    before();
    await settleDown();
    took.push(await timed(run));
  }
  return median(took.slice(1));
}

/** Every customer has a plan, so that there are clocks to read. */
async function promise({ config }: Office): Promise<void> {
  const customers = join(config, 'customers.yaml');
  await writeFile(
    customers,
    (await readFile(customers, 'utf8')).replaceAll('    language: en', '    language: en\n    plan: gold'),
  );
  await writeFile(
    join(config, 'sla.yaml'),
    `calendars: { office: { timezone: Europe/Berlin, hours: { mon-fri: ["09:00-17:30"] } } }
plans: { gold: { calendar: office, warn: [50%, 80%], targets: { default: { first_response: 4h, no_update: 2d, resolution: 10d } } } }
`,
  );
}

function makeDue(file: string, now: number): void {
  const database = new BetterSqlite(file);
  database.prepare('update looks set at = ? where ticket in (select ticket from looks limit ?)').run(now - 1, lookedAt);
  database.close();
}
