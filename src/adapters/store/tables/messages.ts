import type { EntryId, MessageId, Sha256, TicketNo } from '../../../domain/ids.ts';
import type { Attachment } from '../../../domain/mail.ts';
import type { KnownId } from '../../../domain/match/known-id.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { TicketMessage } from '../../../domain/ticket.ts';
import { prepared } from '../prepared.ts';
import { fromJson, type MessageRow } from '../schema.ts';
import type { At } from '../search.ts';
import { shownContact } from './contacts.ts';

type MessageReads = Pick<Reading, 'messages' | 'subjects' | 'participants' | 'timesSent' | 'knownIds'>;

/** What stands on a ticket, and who takes part. */
export function messageReads(at: At): MessageReads {
  return {
    async messages(ticket) {
      const { rows } = await messagesOf(at, { ticket });
      const attachments = await attachmentsByMessage(at, ticket);
      return rows.map((row) => messageFrom(row, attachments.get(row.id) ?? []));
    },
    async subjects(ticket) {
      const { rows } = await subjectsOf(at, { ticket });
      return rows.map(({ subject }) => subject);
    },
    async participants(ticket) {
      const { rows } = await participantsOf(at, { ticket });
      return rows.map(({ address, id, name, role }) => ({ address: shownContact(id, address), name, role }));
    },
    async timesSent(attachment, from) {
      const [row] = (await sentWith(at, { attachment, from })).rows;
      return Number(row?.count ?? 0);
    },
    async knownIds(ids) {
      const known = new Map<MessageId, KnownId>();
      for (const id of new Set(ids)) {
        const [row] = (await knownId(at, { id })).rows;
        if (row) known.set(id, knownFrom(row));
      }
      return known;
    },
  };
}

type OfTicket = { ticket: TicketNo };

const messagesOf = prepared((tx, { ticket }: OfTicket) =>
  tx
    .selectFrom('messages as m')
    .leftJoin('associates as s', 's.id', 'm.draft')
    .selectAll('m')
    .select('s.handle')
    .where('m.ticket', '=', ticket)
    .orderBy('m.id'),
);
const subjectsOf = prepared((tx, { ticket }: OfTicket) => {
  const written = tx.selectFrom('messages').select('subject').where('ticket', '=', ticket).where('direction', '<>', 'note');
  const queued = tx
    .selectFrom('outbox')
    .select((row) => row.ref('subject').$notNull().as('subject'))
    .where('ticket', '=', ticket)
    .where('subject', 'is not', null);
  return written.union(queued);
});
const participantsOf = prepared((tx, { ticket }: OfTicket) =>
  tx
    .selectFrom('participants as p')
    .innerJoin('contact_addresses as a', 'a.id', 'p.address')
    .innerJoin('contacts as c', 'c.id', 'a.contact')
    .select(['a.address', 'c.id', 'c.name', 'p.role'])
    .where('p.ticket', '=', ticket)
    .orderBy('p.address'),
);
const knownId = prepared((tx, { id }: { id: MessageId }) =>
  tx
    .selectFrom('message_ids as m')
    .leftJoin('outbox as o', 'o.message_id', 'm.message_id')
    .select(['m.ticket', 'm.cited', 'm.moved', 'o.id'])
    .where('m.message_id', '=', id),
);
const sentWith = prepared((tx, { attachment, from }: { attachment: Sha256; from: string }) =>
  tx
    .selectFrom('message_attachments as a')
    .innerJoin('messages as m', 'm.id', 'a.message')
    .select(({ fn }) => fn.count<number>('m.id').distinct().as('count'))
    .where('a.sha256', '=', attachment)
    .where('m.from_address', '=', from),
);
const attachmentsOf = prepared((tx, { ticket }: OfTicket) =>
  tx
    .selectFrom('message_attachments as a')
    .innerJoin('messages as m', 'm.id', 'a.message')
    .selectAll('a')
    .where('m.ticket', '=', ticket)
    .orderBy('a.message')
    .orderBy('a.position'),
);

const knownFrom = ({ ticket, cited, moved, id }: { ticket: TicketNo; cited: number; moved: number; id: unknown }): KnownId => ({
  ticket,
  ours: id !== null,
  ...(cited === 1 ? { cited: true } : {}),
  ...(moved === 1 ? { moved: true } : {}),
});

async function attachmentsByMessage(at: At, ticket: TicketNo): Promise<ReadonlyMap<EntryId, readonly Attachment[]>> {
  const { rows } = await attachmentsOf(at, { ticket });
  const byMessage = new Map<EntryId, Attachment[]>();
  for (const { message, position: _place, content_type, inline, ...same } of rows) {
    const attachment = { ...same, contentType: content_type, inline: inline === 1 };
    byMessage.set(message, [...(byMessage.get(message) ?? []), attachment]);
  }
  return byMessage;
}

function messageFrom(row: MessageRow & { handle: string | null }, attachments: readonly Attachment[]): TicketMessage {
  const { id, ticket, direction, status, at, subject, text, sha256 } = row;
  return {
    ...{ id, ticket, direction, status, at, subject, text, sha256, attachments },
    messageId: row.message_id,
    from: { name: row.from_name, address: row.from_address },
    to: fromJson<string[]>(row.to_addresses),
    visibleText: row.visible_text ?? text,
    ...(row.handle === null ? {} : { draft: row.handle }),
  };
}
