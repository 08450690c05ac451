import { sql } from 'kysely';
import type { Flow, ReportFacts, ReportReads, Standing } from '../../../domain/report/facts.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';

/**
 * What a report is made from. A ticket is open from a phase that is not `closed` until one that is, or until it was deleted;
 * only tickets that were open at some time of the stretch are looked at, however many there are.
 */
export const reportReads = ({ tx }: At): ReportReads => ({
  async reportFacts(from, to) {
    return {
      flows: await flowsIn(tx, from, to),
      before: (await standingAt(tx, from)).reduce((sum, { count }) => sum + count, 0),
      after: await standingAt(tx, to),
      answered: await answeredIn(tx, from, to),
      clocks: await clocksIn(tx, from, to),
      hours: await hoursIn(tx, from, to),
      quotes: await quotesIn(tx, from, to),
      ratings: await ratingsIn(tx, from, to),
    };
  },
});

const noSpam = sql<boolean>`t.tags not like '%"spam"%'`;

async function flowsIn(tx: Tx, from: number, to: number): Promise<Flow[]> {
  const { rows } = await sql<Omit<Flow, 'deleted'> & { deleted: number }>`
    with alive as (
      select t.number, t.customer, t.opened, t.deleted, s.handle as assignee
      from tickets t left join associates s on s.id = t.assignee
      where (t.closed is null or t.closed >= ${from}) and (t.deleted is null or t.deleted >= ${from})
        and ${noSpam}),
    stood as (
      select p.ticket, p.at, p.state = 'closed' as shut,
        lag(p.state = 'closed', 1, 1) over (partition by p.ticket order by p.at, p.id) as was_shut,
        lead(p.at) over (partition by p.ticket order by p.at, p.id) as next
      from phases p join alive a on a.number = p.ticket
      where p.at < ${to} and (a.deleted is null or p.at < a.deleted))
    select s.at, case when s.shut then 'out' else 'in' end as way, a.customer, a.assignee, a.opened, 0 as deleted
    from stood s join alive a on a.number = s.ticket
    where s.shut <> s.was_shut and s.at >= ${from}
    union all
    select a.deleted, 'out', a.customer, a.assignee, a.opened, 1
    from stood s join alive a on a.number = s.ticket
    where a.deleted is not null and a.deleted < ${to} and s.next is null and not s.shut
    order by 1`.execute(tx);
  return rows.map((row) => ({ ...row, deleted: row.deleted === 1 }));
}

const day = 86_400_000;

async function standingAt(tx: Tx, at: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select process, state, customer, assignee, age, count(*) as count from (
      select t.workflow as process, t.customer, s.handle as assignee,
        (select p.state from phases p where p.ticket = t.number and p.at < ${at} order by p.at desc, p.id desc limit 1) as state,
        case when ${at} - t.opened < ${day} then 'day' when ${at} - t.opened < ${3 * day} then 'days'
          when ${at} - t.opened < ${7 * day} then 'week' when ${at} - t.opened < ${30 * day} then 'month' else 'longer' end as age
      from tickets t left join associates s on s.id = t.assignee
      where (t.closed is null or t.closed >= ${at}) and (t.deleted is null or t.deleted >= ${at})
        and ${noSpam})
    where state is not null and state <> 'closed'
    group by process, state, customer, assignee, age`.execute(tx);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

async function answeredIn(tx: Tx, from: number, to: number): Promise<ReportFacts['answered']> {
  const { rows } = await sql<ReportFacts['answered'][number]>`
    select opened, at, customer from (
      select t.opened, t.customer,
        (select min(m.at) from messages m where m.ticket = t.number and m.direction = 'out' and m.status = 'filed') as at
      from tickets t
      where t.opened < ${to} and (t.closed is null or t.closed >= ${from}) and t.deleted is null and ${noSpam})
    where at >= ${from} and at < ${to}`.execute(tx);
  return rows;
}

async function clocksIn(tx: Tx, from: number, to: number): Promise<ReportFacts['clocks']> {
  const { rows } = await sql<ReportFacts['clocks'][number]>`
    select name, sum(kept) as kept, sum(missed) as missed from (
      select c.name, 1 as kept, 0 as missed from clocks c where c.ended >= ${from} and c.ended < ${to} and c.state = 'met'
      union all
      select c.name, 0, 1 from clocks c where c.due >= ${from} and c.due < ${to} and c.state in ('running', 'breached'))
    group by name order by name`.execute(tx);
  return rows.map(({ name, kept, missed }) => ({ name, kept: Number(kept), missed: Number(missed) }));
}

const hoursIn = (tx: Tx, from: number, to: number): Promise<ReportFacts['hours'][number][]> =>
  tx
    .selectFrom('hours as h')
    .innerJoin('tickets as t', 't.number', 'h.ticket')
    .innerJoin('associates as s', 's.id', 'h.associate')
    .select(({ fn }) => ['h.kind', 't.customer', 's.handle', fn.sum<number>('h.minutes').as('minutes')])
    .where('h.at', '>=', from)
    .where('h.at', '<', to)
    .groupBy(['h.kind', 't.customer', 's.handle'])
    .execute();

async function quotesIn(tx: Tx, from: number, to: number): Promise<ReportFacts['quotes']> {
  const rows = await tx
    .selectFrom('quotes')
    .select((row) => ['status', 'made', 'settled', row.ref('offer').$notNull().as('offer')])
    .where('offer', 'is not', null)
    .where('status', '<>', 'superseded')
    .where(({ or, and, eb }) =>
      or([and([eb('made', '>=', from), eb('made', '<', to)]), and([eb('settled', '>=', from), eb('settled', '<', to)])]),
    )
    .execute();
  return rows.map(({ offer, ...same }) => ({ ...same, offer: fromJson<ReportFacts['quotes'][number]['offer']>(offer) }));
}

async function ratingsIn(tx: Tx, from: number, to: number): Promise<ReportFacts['ratings']> {
  const rows = await tx
    .selectFrom('ask_answers')
    .select(({ fn }) => ['value', fn.countAll<number>().as('count')])
    .where('answer', '=', 'rate')
    .where('state', '=', 'counted')
    .where('at', '>=', from)
    .where('at', '<', to)
    .groupBy('value')
    .execute();
  return rows.map(({ value, count }) => ({ figure: Number(value), count: Number(count) }));
}
