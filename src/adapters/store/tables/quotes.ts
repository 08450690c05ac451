import type { Effect } from '../../../domain/effect.ts';
import { associateId, contactId, type TicketNo } from '../../../domain/ids.ts';
import { type Offer, type Quote, type QuoteKey, type QuoteReads, quoteKey } from '../../../domain/quote/quote.ts';
import type { Actor } from '../../../domain/ticket.ts';
import { insertRow, prepared } from '../prepared.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';
import { contactReads } from './contacts.ts';
import { actorRow } from './journal.ts';
import { associateRow, peopleReads } from './people.ts';

/** What was offered. */
export const quoteReads = (at: At): QuoteReads => ({
  async quotes(ticket) {
    const { rows } = await rowsOf(at, { ticket });
    return await Promise.all(rows.map((row) => quoteFrom(at, row)));
  },
});

const rowsOf = prepared((tx: Tx, { ticket }: { ticket: TicketNo }) =>
  tx
    .selectFrom('quotes as q')
    .innerJoin('associates as s', 's.id', 'q.associate')
    .select([
      'q.status',
      'q.hash',
      'q.offer',
      'q.po',
      's.handle',
      'q.made',
      'q.settled',
      'q.settled_kind',
      'q.settled_by',
      'q.reason',
    ])
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('q.ticket', '=', ticket),
        exists(
          selectFrom('quote_tickets as o')
            .select('o.ticket')
            .where('o.other', '=', ticket)
            .whereRef('o.ticket', '=', 'q.ticket')
            .whereRef('o.number', '=', 'q.number')
            .whereRef('o.revision', '=', 'q.revision'),
        ),
      ]),
    )
    .where('q.offer', 'is not', null)
    .orderBy('q.made')
    .orderBy('q.number')
    .orderBy('q.revision'),
);

type Row = Awaited<ReturnType<typeof rowsOf>>['rows'][number];

async function quoteFrom(at: At, { offer, handle, settled, settled_kind, settled_by, reason, ...same }: Row): Promise<Quote> {
  const by = settled_kind === null ? null : await actorFrom(at, settled_kind, settled_by);
  return {
    ...same,
    offer: fromJson<Offer>(offer ?? ''),
    by: handle,
    settled: settled === null || by === null ? null : { at: settled, by, reason },
  };
}

async function actorFrom(at: At, kind: Actor['kind'], id: number | null): Promise<Actor> {
  if (kind === 'desk' || id === null) return { kind: 'desk' };
  if (kind === 'associate') return { kind, handle: (await peopleReads(at).associateOf(associateId(id))) ?? '' };
  return { kind, address: (await contactReads(at).contactOf(contactId(id)))?.address ?? '' };
}

/** Puts an offer on record as it was made. */
export async function keepQuote(at: At, { quote }: Extract<Effect, { act: 'keep-quote' }>, now: number): Promise<void> {
  const { offer, hash, status, po, made } = quote;
  const { ticket, number, revision } = quoteKey(quote);
  const associate = await associateRow(at, quote.by, now);
  const nobody = { settled: null, settled_kind: null, settled_by: null, reason: '' };
  const row = { ticket, number, revision, status, hash, offer: JSON.stringify(offer), po, associate, made, ...nobody };
  await insertRow(at, 'quotes', row);
  for (const other of offer.tickets.slice(1)) await insertRow(at, 'quote_tickets', { ticket, number, revision, other });
}

/** What has become of it. */
export async function changeQuote(at: At, { quote, set }: Extract<Effect, { act: 'change-quote' }>, now: number): Promise<void> {
  const { settled, ...rest } = set;
  const who = settled ? await actorRow(at, settled.by, now) : { kind: null, id: null };
  const ended = { settled: settled?.at ?? null, settled_kind: who.kind, settled_by: who.id, reason: settled?.reason ?? '' };
  const change = { ...rest, ...(settled === undefined ? {} : ended) };
  if (Object.keys(change).length > 0) await one(at, quote, change);
}

async function one({ tx }: At, { ticket, number, revision }: QuoteKey, change: object): Promise<void> {
  const query = tx.updateTable('quotes').set(change).where('ticket', '=', ticket);
  await query.where('number', '=', number).where('revision', '=', revision).execute();
}

/** It was never made. */
export async function dropQuote({ tx }: At, { quote }: Extract<Effect, { act: 'drop-quote' }>): Promise<void> {
  const { ticket, number, revision } = quote;
  for (const table of ['quote_tickets', 'quotes'] as const) {
    const query = tx.deleteFrom(table).where('ticket', '=', ticket).where('number', '=', number);
    await query.where('revision', '=', revision).execute();
  }
}
