import { type ExpressionBuilder, sql } from 'kysely';
import { wordsIn } from '../../../domain/answer/one-mail.ts';
import type { MessageId, OutboxId, TicketNo } from '../../../domain/ids.ts';
import type { Digest, OutboxRow, OutboxState, SentMail } from '../../../domain/outbox.ts';
import type { Reading } from '../../../domain/ports.ts';
import { prepared } from '../prepared.ts';
import { fromJson, type QueuedRow, type Tables, type Tx } from '../schema.ts';
import type { At } from '../search.ts';
import { addressKey } from './contacts.ts';

type OutboxReads = Pick<
  Reading,
  | 'outbox'
  | 'outboxRow'
  | 'foldedInto'
  | 'filesBefore'
  | 'nextDue'
  | 'sentMail'
  | 'lastSentTo'
  | 'acknowledged'
  | 'acknowledgedShort'
>;

/** What waits, what went out, what failed. */
export function outboxReads(at: At): OutboxReads {
  const { tx } = at;
  return {
    async outbox({ failed, ticket }) {
      const rows = await tx
        .selectFrom('outbox')
        .selectAll()
        .$if(failed === true, (query) => query.where('state', 'in', ['failed', 'blocked']))
        .$if(ticket !== undefined, (query) => query.where('ticket', '=', ticket ?? null))
        .orderBy('id')
        .execute();
      return rows.map(outboxRowFrom);
    },
    async outboxRow(id) {
      const row = await tx.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? outboxRowFrom(row) : null;
    },
    async filesBefore({ id, ticket, to }) {
      if (ticket === null) return new Set();
      const { rows } = await withFiles(at, { id, ticket, address: addressKey(to.address) });
      const files = rows.flatMap(({ attachments }) => fromJson<OutboxRow['attachments']>(attachments));
      return new Set(files.flatMap((file) => ('sha256' in file ? [file.sha256] : [])));
    },
    async foldedInto(carrier) {
      return (await partsOf(at, { carrier })).rows.map(outboxRowFrom);
    },
    async nextDue() {
      const [row] = (await nextWaiting(at, {})).rows;
      return row?.next ?? null;
    },
    async sentMail(id) {
      const row = await sent(tx).where('message_id', '=', id).executeTakeFirst();
      if (row === undefined) return null;
      const { rows } = await partsOf(at, { carrier: row.id });
      return { ...sentFrom(row), body: wordsIn([row, ...rows].map(({ data }) => ({ data: fromJson(data) }))) };
    },
    async lastSentTo(address, since) {
      const row = await sent(tx)
        .where('to_address', '=', addressKey(address))
        .where('created', '>=', since)
        .where('state', '=', 'sent')
        .orderBy('created', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? sentFrom(row) : null;
    },
    async acknowledged(address, since) {
      const [row] = (await acknowledgedTo(at, { address: addressKey(address), since })).rows;
      return Number(row?.count ?? 0);
    },
    async acknowledgedShort(since) {
      const [row] = (await acknowledgedShort(at, { since })).rows;
      return Number(row?.count ?? 0);
    },
  };
}

const sent = (tx: Tx) =>
  tx
    .selectFrom('outbox')
    .select(['id', 'ticket', 'to_address as to', 'template', 'party', 'automatic', 'state', 'created', 'data']);

function sentFrom({ data, ...row }: Omit<SentMail, 'body'> & { data: string }): SentMail {
  return { ...row, body: wordsIn([{ data: fromJson(data) }]) };
}

type Reader = { id: OutboxId; ticket: TicketNo; address: string };
const withFiles = prepared((tx, { id, ticket, address }: Reader) =>
  tx
    .selectFrom('outbox as o')
    .leftJoin('outbox as carrier', 'carrier.id', 'o.folded_into')
    .select('o.attachments')
    .where('o.ticket', '=', ticket)
    .where('o.to_address', '=', address)
    .where('o.id', '<', id)
    .where('o.attachments', '<>', '[]')
    .where(({ eb, fn }) => eb(fn.coalesce('carrier.state', 'o.state'), '=', 'sent')),
);
const partsOf = prepared((tx, { carrier }: { carrier: OutboxId }) =>
  tx.selectFrom('outbox').selectAll().where('folded_into', 'is not', null).where('folded_into', '=', carrier).orderBy('id'),
);
const nextWaiting = prepared((tx, _none: object) =>
  tx.selectFrom('outbox').select('next').where(isWaiting).orderBy('next').limit(1),
);
const count = (tx: Tx) => tx.selectFrom('outbox').select(({ fn }) => fn.countAll<number>().as('count'));
// Literals, or the partial indexes are not seen.
const acknowledgedTo = prepared((tx, { address, since }: { address: string; since: number }) =>
  count(tx)
    .where('template', 'in', [sql.lit('acknowledge'), sql.lit('acknowledge-short'), sql.lit('ticket-state')])
    .where('to_address', '=', address)
    .where('created', '>=', since),
);
const acknowledgedShort = prepared((tx, { since }: { since: number }) =>
  count(tx).where('template', '=', sql.lit('acknowledge-short')).where('created', '>=', since),
);

/** Rows that leave by themselves when their time has come. Literals, or the partial index is not seen. */
export const isWaiting = ({ eb }: ExpressionBuilder<Tables, 'outbox'>) =>
  eb('state', 'in', [sql.lit<OutboxState>('waiting'), sql.lit<OutboxState>('delayed')]);

/** A row as the house knows it. */
export function outboxRowFrom(row: QueuedRow): OutboxRow {
  const { id, ticket, template, language, party, subject, automatic, state, attempts, next, error, created } = row;
  return {
    ...{ id, ticket, template, language, party, subject, automatic, state, attempts, next, error, created },
    to: { name: row.to_name, address: row.to_address },
    fromName: row.from_name,
    journey: row.arrival,
    messageId: row.message_id,
    inReplyTo: row.in_reply_to,
    references: fromJson<MessageId[]>(row.refs),
    data: fromJson<Readonly<Record<string, unknown>>>(row.data),
    attachments: fromJson<OutboxRow['attachments']>(row.attachments),
    ...(row.folded_into === null ? {} : { foldedInto: row.folded_into }),
    ...(row.limited === null ? {} : { limited: row.limited }),
    ...(row.copy === null || row.settled === null ? {} : { copy: { sha256: row.copy, at: row.settled } }),
    ...(row.digest === null ? {} : { digest: fromJson<Digest>(row.digest) }),
  };
}
