import { dayOf } from '../../domain/digest/days.ts';
import { overviewMail, type Some } from '../../domain/digest/overview-mail.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Party } from '../../domain/ticket.ts';
import type { TicketFilter } from '../../domain/ticket-filter.ts';
import type { Writing } from './writers.ts';

/** Of each list; the whole of it is a link away. */
const shown = 6;

/** Where a ticket waits for one of us. */
const us: readonly Party[] = ['staff', 'lead', 'engineer', 'manager', 'sales'];

/** How the team of one lead stands. */
export async function writeOverview(at: Reading, { settings, person, now, newId }: Writing): Promise<Effect[]> {
  const { teams } = person;
  const open: TicketFilter = { open: true, ...(teams.length === 0 ? {} : { teams }) };
  const some = async (filter: TicketFilter): Promise<Some> => ({
    tickets: await at.tickets({ ...filter, oldest: true, limit: shown }),
    all: await at.ticketCount(filter),
  });
  const breached = await some({ ...open, breached: true });
  const unassigned = await some({ ...open, unassigned: true });
  const known = new Set([...breached.tickets, ...unassigned.tickets].map(({ number }) => number));
  const waiting = { ...open, waitsFor: us };
  const others = (await at.tickets({ ...waiting, oldest: true, limit: 3 * shown })).filter(({ number }) => !known.has(number));
  const longest: Some = { tickets: others.slice(0, shown), all: await at.ticketCount(waiting) };
  const listed = [breached, unassigned, longest].flatMap(({ tickets }) => tickets.map(({ number }) => number));
  return overviewMail({
    ...{ settings, now, newId, person, teams, breached, unassigned, longest },
    open: await at.ticketCount(open),
    clocks: await at.clocksOn([...new Set(listed)]),
    colleagues: await at.colleagues(),
    late: await at.lateByHolder(),
    date: dayOf(now, person.timezone ?? settings.desk.timezone).date,
  });
}
