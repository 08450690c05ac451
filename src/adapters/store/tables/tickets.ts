import { type TicketNo, ticketNo } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { Ticket, TicketChange } from '../../../domain/ticket.ts';
import type { TicketFilter } from '../../../domain/ticket-filter.ts';
import { insertRow, prepared } from '../prepared.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';
import { breachedTickets } from './clocks.ts';
import { addressRow, ensureCustomer, shownContact } from './contacts.ts';
import { associateRow } from './people.ts';
import { beginPhase, followPhase } from './phases.ts';

/** Tickets, one and many. */
export function ticketReads(at: At): Pick<Reading, 'nextTicketNo' | 'ticket' | 'tickets' | 'ticketCount'> {
  return {
    async nextTicketNo(first) {
      const [row] = (await highest(at, {})).rows;
      return ticketNo(Math.max(first, (row?.number ?? 0) + 1));
    },
    async ticket(number) {
      const [row] = (await byNumber(at, { number })).rows;
      return row ? ticketFrom(row) : null;
    },
    async tickets(filter) {
      const found = searched(at, filter, filtered(at, filter));
      return found === null ? [] : (await found.execute()).map(ticketFrom);
    },
    async ticketCount({ limit: _all, ...filter }) {
      const found = searched(at, filter, filtered(at, filter));
      if (found === null) return 0;
      const counted = found
        .clearSelect()
        .clearOrderBy()
        .select(({ fn }) => fn.countAll<number>().as('count'));
      return Number((await counted.executeTakeFirst())?.count ?? 0);
    },
  };
}

/** Narrowed to tickets with every word; null where what was typed holds no word that could be found. */
function searched(at: At, { search }: TicketFilter, query: ReturnType<typeof filtered>): ReturnType<typeof filtered> | null {
  const words = search === undefined ? [] : at.search.ticketsWith(search);
  if (search !== undefined && search.trim() !== '' && words.length === 0) return null;
  return words.reduce((narrowed, set) => narrowed.where('t.number', 'in', set), query);
}

/** Writes a new ticket. A mail may say that it came later than it can have. */
export async function openTicket(at: At, ticket: Ticket, now: number): Promise<void> {
  const { waitsFor, assignee, requester, mergedInto, master, tags, fields, pausedUntil, workflowVersion, trail, ...same } =
    ticket;
  await ensureCustomer(at, ticket.customer, ticket.opened);
  await insertRow(at, 'tickets', {
    ...same,
    waits_for: waitsFor,
    assignee: assignee === null ? null : await associateRow(at, assignee, ticket.opened),
    requester: (await addressRow(at, requester, '', ticket.opened)).id,
    merged_into: mergedInto ?? null,
    master: master ?? null,
    tags: JSON.stringify(tags),
    fields: JSON.stringify(fields),
    trail: JSON.stringify(trail),
    workflow_version: workflowVersion,
    paused_until: pausedUntil,
  });
  await beginPhase(at, ticket.number, { ...ticket, at: Math.min(ticket.opened, now) });
}

/** Writes what changed of a ticket, and when. */
export async function changeTicket(at: At, number: TicketNo, change: TicketChange, now: number): Promise<void> {
  const { waitsFor, assignee, requester, tags, fields, pausedUntil, workflowVersion, trail, ...same } = change;
  if (change.customer !== undefined) await ensureCustomer(at, change.customer, now);
  await at.tx
    .updateTable('tickets')
    .set({ ...same, updated: now })
    .$if(waitsFor !== undefined, (query) => query.set({ waits_for: waitsFor }))
    .$if(tags !== undefined, (query) => query.set({ tags: JSON.stringify(tags) }))
    .$if(fields !== undefined, (query) => query.set({ fields: JSON.stringify(fields) }))
    .$if(trail !== undefined, (query) => query.set({ trail: JSON.stringify(trail) }))
    .$if(workflowVersion !== undefined, (query) => query.set({ workflow_version: workflowVersion }))
    .$if(pausedUntil !== undefined, (query) => query.set({ paused_until: pausedUntil }))
    .$if(assignee === null, (query) => query.set({ assignee: null }))
    .where('number', '=', number)
    .execute();
  await changePeople(at, number, assignee, requester, now);
  await followPhase(at, number, change, now);
}

/** People stand in the row as ids, which must be looked up first. */
async function changePeople(
  at: At,
  number: TicketNo,
  assignee: string | null | undefined,
  requester: string | undefined,
  now: number,
): Promise<void> {
  const row = at.tx.updateTable('tickets').where('number', '=', number);
  if (typeof assignee === 'string') await row.set({ assignee: await associateRow(at, assignee, now) }).execute();
  if (requester !== undefined) await row.set({ requester: (await addressRow(at, requester, '', now)).id }).execute();
}

const whole = (tx: Tx) =>
  tx
    .selectFrom('tickets as t')
    .innerJoin('contact_addresses as a', 'a.id', 't.requester')
    .leftJoin('associates as s', 's.id', 't.assignee')
    .selectAll('t')
    .select(['a.address', 'a.contact', 's.handle']);

const byNumber = prepared((tx, { number }: { number: TicketNo }) => whole(tx).where('t.number', '=', number));
const highest = prepared((tx, _none: object) =>
  tx.selectFrom('tickets').select(({ fn }) => fn.max<number | null>('number').as('number')),
);

const valueNames = ['customer', 'severity', 'priority', 'type', 'team'] as const;

/** The latest touched first, unless it says otherwise. */
const filtered = (at: At, { state, mine, limit, waitsFor, teams, oldest, ...rest }: TicketFilter) =>
  narrowed(at, rest)
    .$if(waitsFor !== undefined, (query) => query.where('t.waits_for', 'in', waitsFor ?? []))
    .$if(teams !== undefined, (query) =>
      query.where(({ or, eb }) => or([eb('t.team', 'is', null), eb('t.team', 'in', teams ?? [])])),
    )
    .$if(state !== undefined, (query) => query.where('t.state', '=', state ?? ''))
    .$if(mine !== undefined, (query) => query.where('s.handle', '=', mine ?? ''))
    .orderBy('t.updated', oldest === true ? 'asc' : 'desc')
    .orderBy('t.number', oldest === true ? 'asc' : 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0));

const narrowed = ({ tx, now }: At, { open, unassigned, held, breached, ...values }: TicketFilter) =>
  whole(tx)
    .where('t.deleted', 'is', null)
    .$if(open === true, (query) => query.where('t.closed', 'is', null).where('t.merged_into', 'is', null))
    .$if(unassigned === true, (query) => query.where('t.assignee', 'is', null))
    .$if(held === true, (query) =>
      query.where('t.number', 'in', ({ selectFrom }) =>
        selectFrom('messages as m').select('m.ticket').where('m.status', '=', 'held'),
      ),
    )
    .$if(breached === true, (query) => query.where('t.number', 'in', breachedTickets(tx, now())))
    .$call((query) =>
      valueNames.reduce((fewer, name) => {
        const value = values[name];
        return value === undefined ? fewer : fewer.where(`t.${name}`, '=', value);
      }, query),
    );

type Row = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>;

function ticketFrom(row: Row): Ticket {
  const {
    waits_for,
    merged_into,
    master,
    paused_until,
    tags,
    fields,
    trail,
    workflow_version,
    assignee: _id,
    requester: _row,
    purged: _emptied,
    address,
    contact,
    handle,
    ...same
  } = row;
  const ticket = {
    ...same,
    waitsFor: waits_for,
    assignee: handle,
    requester: shownContact(contact, address),
    tags: fromJson<string[]>(tags),
    fields: fromJson<Record<string, string>>(fields),
    trail: fromJson<string[]>(trail),
    workflowVersion: workflow_version,
    pausedUntil: paused_until,
  };
  return {
    ...ticket,
    ...(merged_into === null ? {} : { mergedInto: merged_into }),
    ...(master === null ? {} : { master }),
  };
}
