import type { Selectable } from 'kysely';
import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId } from '../../../domain/ids.ts';
import type { Charge, ChargeReads, ProvedCharge } from '../../../domain/quote/charge.ts';
import type { ChargeTable } from '../quotes-tables.ts';
import type { At } from '../search.ts';

/** What is owed, and the hours that bags are emptied by. */
export const chargeReads = ({ tx }: At): ChargeReads => ({
  async charges({ ticket, month, customer }) {
    const rows = await tx
      .selectFrom('charges as c')
      .leftJoin('arrivals as a', 'a.id', 'c.arrival')
      .leftJoin('quotes as q', (join) =>
        join.onRef('q.ticket', '=', 'c.quote_ticket').onRef('q.number', '=', 'c.quote').onRef('q.revision', '=', 'c.revision'),
      )
      .selectAll('c')
      .select(['a.message_id', 'a.sha256', 'q.hash', 'q.po'])
      .$if(ticket !== undefined, (query) => query.where('c.ticket', '=', ticket ?? null))
      .$if(month !== undefined, (query) => query.where('c.month', '=', month ?? ''))
      .$if(customer !== undefined, (query) => query.where('c.customer', '=', customer ?? ''))
      .orderBy('c.id')
      .execute();
    return rows.map(chargeFrom);
  },
  async hoursUsed(customer, from, to) {
    return await tx
      .selectFrom('hours as h')
      .innerJoin('tickets as t', 't.number', 'h.ticket')
      .select(({ fn }) => ['h.ticket', 'h.kind', fn.sum<number>('h.minutes').as('minutes')])
      .where('t.customer', '=', customer)
      .where('h.at', '>=', from)
      .where('h.at', '<', to)
      .groupBy(['h.ticket', 'h.kind'])
      .orderBy('h.ticket')
      .orderBy('h.kind')
      .execute();
  },
});

type Row = Omit<Selectable<ChargeTable>, 'id' | 'arrival'> & {
  message_id: NonNullable<ProvedCharge['evidence']>['messageId'];
  sha256: NonNullable<ProvedCharge['evidence']>['sha256'] | null;
  hash: string | null;
  po: string | null;
};

function chargeFrom(row: Row): ProvedCharge {
  const { ticket, once, kind, customer, at, month, quote, quote_ticket, revision, voided, voided_why, sha256 } = row;
  return {
    ...{ ticket, once, kind, customer, at, month },
    what: owedIn(row),
    quote: quote === null || revision === null ? null : { ticket: quote_ticket ?? ticket, number: quote, revision },
    voided: voided === null ? null : { at: voided, why: voided_why },
    evidence: sha256 === null ? null : { messageId: row.message_id, sha256 },
    quoteHash: row.hash,
    po: row.po,
  };
}

function owedIn({ minutes, rate, net, tax, total, currency }: Row): Charge['what'] {
  const money = (amount: number | null) => ({ amount: amount ?? 0, currency: currency ?? '' });
  if (minutes === null) return { kind: 'money', net: money(net), tax: money(tax), total: money(total) };
  return { kind: 'hours', minutes, rate: rate === null ? null : money(rate) };
}

/** Puts on record what is owed; what is owed already is not owed twice. */
export async function keepCharge(
  { tx }: At,
  { charge }: Extract<Effect, { act: 'keep-charge' }>,
  _now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const { ticket, once, kind, what, customer, at, month, quote } = charge;
  const nothing = { minutes: null, rate: null, net: null, tax: null, total: null };
  const owed =
    what.kind === 'hours'
      ? { ...nothing, minutes: what.minutes, rate: what.rate?.amount ?? null, currency: what.rate?.currency ?? null }
      : { ...nothing, net: what.net.amount, tax: what.tax.amount, total: what.total.amount, currency: what.total.currency };
  const approved = {
    ...{ quote: quote?.number ?? null, quote_ticket: quote?.ticket ?? null },
    ...{ revision: quote?.revision ?? null, arrival },
  };
  await tx
    .insertInto('charges')
    .values({ ticket, once, kind, customer, at, month, ...owed, ...approved, voided: null, voided_why: '' })
    .onConflict((conflict) => conflict.columns(['ticket', 'once']).doNothing())
    .execute();
}

/** It is owed no more. */
export async function voidCharge(
  { tx }: At,
  { ticket, once, why }: Extract<Effect, { act: 'void-charge' }>,
  now: number,
): Promise<void> {
  const query = tx.updateTable('charges').set({ voided: now, voided_why: why }).where('ticket', '=', ticket);
  await query.where('once', '=', once).where('voided', 'is', null).execute();
}
