import type { EntryId, MessageId, TicketNo } from '../../../domain/ids.ts';
import type { Attachment } from '../../../domain/mail.ts';
import type { KnownId, Reading } from '../../../domain/ports.ts';
import type { TicketMessage } from '../../../domain/ticket.ts';
import { fromJson, type MessageRow } from '../schema.ts';
import type { At } from '../search.ts';
import { shownContact } from './contacts.ts';

type MessageReads = Pick<Reading, 'messages' | 'subjects' | 'participants' | 'knownIds'>;

/** What stands on a ticket, and who takes part. */
export function messageReads(at: At): MessageReads {
  const { tx } = at;
  return {
    async messages(ticket) {
      const rows = await tx.selectFrom('messages').selectAll().where('ticket', '=', ticket).orderBy('id').execute();
      const attachments = await attachmentsOf(at, ticket);
      return rows.map((row) => messageFrom(row, attachments.get(row.id) ?? []));
    },
    async subjects(ticket) {
      const written = tx.selectFrom('messages').select('subject').where('ticket', '=', ticket).where('direction', '<>', 'note');
      const queued = tx
        .selectFrom('outbox')
        .select((row) => row.ref('subject').$notNull().as('subject'))
        .where('ticket', '=', ticket)
        .where('subject', 'is not', null);
      const rows = await written.union(queued).execute();
      return rows.map(({ subject }) => subject);
    },
    async participants(ticket) {
      const rows = await tx
        .selectFrom('participants as p')
        .innerJoin('contact_addresses as a', 'a.id', 'p.address')
        .innerJoin('contacts as c', 'c.id', 'a.contact')
        .select(['a.address', 'c.id', 'c.name', 'p.role'])
        .where('p.ticket', '=', ticket)
        .orderBy('p.address')
        .execute();
      return rows.map(({ address, id, name, role }) => ({ address: shownContact(id, address), name, role }));
    },
    async knownIds(ids) {
      if (ids.length === 0) return new Map();
      const rows = await tx
        .selectFrom('message_ids as m')
        .leftJoin('outbox as o', 'o.message_id', 'm.message_id')
        .select(['m.message_id', 'm.ticket', 'o.id'])
        .where('m.message_id', 'in', ids)
        .execute();
      return new Map<MessageId, KnownId>(rows.map((row) => [row.message_id, { ticket: row.ticket, ours: row.id !== null }]));
    },
  };
}

async function attachmentsOf({ tx }: At, ticket: TicketNo): Promise<ReadonlyMap<EntryId, readonly Attachment[]>> {
  const rows = await tx
    .selectFrom('message_attachments as a')
    .innerJoin('messages as m', 'm.id', 'a.message')
    .selectAll('a')
    .where('m.ticket', '=', ticket)
    .orderBy('a.message')
    .orderBy('a.position')
    .execute();
  const byMessage = new Map<EntryId, Attachment[]>();
  for (const { message, position: _place, content_type, inline, ...same } of rows) {
    const attachment = { ...same, contentType: content_type, inline: inline === 1 };
    byMessage.set(message, [...(byMessage.get(message) ?? []), attachment]);
  }
  return byMessage;
}

function messageFrom(row: MessageRow, attachments: readonly Attachment[]): TicketMessage {
  const { id, ticket, direction, status, at, subject, text, sha256 } = row;
  return {
    ...{ id, ticket, direction, status, at, subject, text, sha256, attachments },
    messageId: row.message_id,
    from: { name: row.from_name, address: row.from_address },
    to: fromJson<string[]>(row.to_addresses),
    visibleText: row.visible_text ?? text,
  };
}
