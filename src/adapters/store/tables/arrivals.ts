import { sql } from 'kysely';
import { type Sha256, sha256 } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { Arrival, Source } from '../../../domain/ticket.ts';
import { prepared } from '../prepared.ts';
import { type ArrivalRow, fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';

type ArrivalReads = Pick<
  Reading,
  | 'arrivals'
  | 'arrivalAt'
  | 'undecided'
  | 'unfiled'
  | 'firstWithContent'
  | 'heldArrivals'
  | 'latestArrivals'
  | 'arrivalsOf'
  | 'arrivalsOn'
>;

/** The mail ledger: what reached us, and what became of it. */
export function arrivalReads(at: At): ArrivalReads {
  const { tx } = at;
  return {
    async arrivals(ids) {
      if (ids.length === 0) return [];
      const rows = await whole(tx).where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, arrivalFrom(row)]));
      return ids.flatMap((id) => byId.get(id) ?? []);
    },
    async arrivalAt(source) {
      if (source.kind !== 'imap') return null;
      const row = await inFolder(tx, source.mailbox, source.folder, source.uidValidity)
        .where('uid', '=', source.uid)
        .executeTakeFirst();
      return row ? arrivalFrom(row) : null;
    },
    async undecided(before, limit) {
      const rows = await tx
        .selectFrom('arrivals')
        .select('id')
        .where('state', '=', sql.lit('received')) // a literal, or the partial index is not seen
        .where('received', '<', before)
        .orderBy('received')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
    async unfiled(mailbox, folder, uidValidity) {
      const rows = await inFolder(tx, mailbox, folder, uidValidity)
        .where('state', '=', sql.lit('decided'))
        .orderBy('uid')
        .execute();
      return rows.map(arrivalFrom);
    },
    async firstWithContent(hash, except) {
      const { rows } = await withContent(at, { hash });
      const others = rows.filter(({ id, outcome }) => id !== except && outcome !== 'duplicate');
      const [first] = others.sort((a, b) => a.id - b.id);
      return first ? arrivalFrom(first) : null;
    },
    async heldArrivals() {
      const rows = await whole(tx).where('outcome', '=', 'held').orderBy('id', 'desc').execute();
      return rows.map(arrivalFrom);
    },
    async latestArrivals(limit) {
      const rows = await whole(tx).orderBy('id', 'desc').limit(limit).execute();
      return rows.map(arrivalFrom);
    },
    async arrivalsOn(ticket) {
      const rows = await whole(tx).where('ticket', '=', ticket).orderBy('id').execute();
      return rows.map(arrivalFrom);
    },
    async arrivalsOf(mail) {
      const rows = await ('sha256' in mail
        ? whole(tx)
            .where('sha256', '>=', sha256(mail.sha256))
            .where('sha256', '<', sha256(`${mail.sha256}g`)) // g follows f
        : whole(tx).where('message_id', '=', mail.messageId)
      )
        .orderBy('id')
        .execute();
      return rows.map(arrivalFrom);
    },
  };
}

const whole = (tx: Tx) => tx.selectFrom('arrivals').selectAll();

const inFolder = (tx: Tx, mailbox: string, folder: string, uidValidity: string) =>
  whole(tx).where('mailbox', '=', mailbox).where('folder', '=', folder).where('uid_validity', '=', uidValidity);

/** Nearly always none: not sorted here, because setting up a sort costs the engine ten times the look. */
const withContent = prepared((tx, { hash }: { hash: Sha256 }) => whole(tx).where('content_hash', '=', hash));

function arrivalFrom(row: ArrivalRow): Arrival {
  const { id, sha256, size, state, attempts, outcome, ticket, why } = row;
  return {
    ...{ id, sha256, size, state, attempts, outcome, ticket, why },
    source: sourceFrom(row),
    envelope: row.envelope_from === null ? null : { from: row.envelope_from, to: fromJson<string[]>(row.envelope_to ?? '[]') },
    authUser: row.auth_user,
    receivedAt: row.received,
    messageId: row.message_id,
    imported: row.imported === 1,
    ...(row.lift === null ? {} : { lift: fromJson<NonNullable<Arrival['lift']>>(row.lift) }),
  };
}

function sourceFrom({ kind, mailbox, folder, uid_validity, uid }: ArrivalRow): Source {
  if (kind !== 'imap') return { kind, mailbox };
  return { kind, mailbox: mailbox ?? '', folder: folder ?? '', uidValidity: uid_validity ?? '', uid: uid ?? 0 };
}
