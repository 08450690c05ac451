import { sql } from 'kysely';
import type { Effect } from '../../../domain/effect.ts';
import { type ContactId, entryId, type MessageId, type TicketNo } from '../../../domain/ids.ts';
import type { Attachment } from '../../../domain/mail.ts';
import type { NewMessage, Participant } from '../../../domain/ticket.ts';
import { insertRow, prepared } from '../prepared.ts';
import type { At } from '../search.ts';
import { addressRow, knownAddress } from './contacts.ts';
import { associateRow } from './people.ts';

/** Puts an entry on a ticket; the ticket counts as touched. */
export async function addMessage(at: At, ticket: TicketNo, message: NewMessage, now: number): Promise<void> {
  const { messageId, from, to, visibleText, attachments, draft, ...same } = message;
  const { subject, text } = same;
  const id = await insertRow(at, 'messages', {
    ...same,
    ticket,
    message_id: messageId,
    from_name: from.name,
    from_address: from.address,
    to_addresses: JSON.stringify(to),
    visible_text: visibleText === text ? null : visibleText,
    draft: draft === undefined ? null : await associateRow(at, draft, now),
  });
  for (const [position, each] of attachments.entries())
    await insertRow(at, 'message_attachments', attachmentRow(each, { message: entryId(id), position }));
  await at.search.add(at.tx, entryId(id), { subject, text, participants: [from.name, from.address, ...to].join(' ') });
  await touch(at, { ticket, now });
}

/** Changes what an entry is: a draft that goes out, or that nobody wants any more. */
export async function changeEntry(at: At, { entry, set }: Extract<Effect, { act: 'change-entry' }>, now: number): Promise<void> {
  const { messageId, to, visibleText, draft, ...same } = set;
  await at.tx
    .updateTable('messages')
    .set({
      ...same,
      ...(messageId === undefined ? {} : { message_id: messageId }),
      ...(to === undefined ? {} : { to_addresses: JSON.stringify(to) }),
      ...(visibleText === undefined ? {} : { visible_text: visibleText }),
      ...(draft === undefined ? {} : { draft: draft === null ? null : await associateRow(at, draft, now) }),
    })
    .where('id', '=', entry)
    .execute();
}

/** Lets somebody take part; who does already stays as they are. */
export async function addParticipant(at: At, ticket: TicketNo, participant: Participant, now: number): Promise<void> {
  const { address, name, role } = participant;
  const { id, contact } = await addressRow(at, address, name, now);
  if (name !== '') await nameContact(at, { contact, name });
  await join(at, { ticket, address: id, role });
}

/** Somebody takes part no more. */
export async function removeParticipant(at: At, ticket: TicketNo, address: string): Promise<void> {
  const known = await knownAddress(at, address);
  if (known) await at.tx.deleteFrom('participants').where('ticket', '=', ticket).where('address', '=', known.id).execute();
}

/** A Message-ID routes to the first ticket that learnt it, for good: a later mail cannot steal it (F-39). */
export async function learnId(at: At, { ticket, messageId, cited = false }: Learning): Promise<void> {
  if (cited) await learnCited(at, { messageId, ticket });
  else await learn(at, { messageId, ticket });
}

type Learning = { ticket: TicketNo; messageId: MessageId; cited?: boolean };

const attachmentRow = <Place>({ filename, contentType, size, inline, cid, sha256 }: Attachment, place: Place) => ({
  ...place,
  filename,
  content_type: contentType,
  size,
  inline: inline ? 1 : 0,
  cid,
  sha256,
});

const touch = prepared((tx, { ticket, now }: { ticket: TicketNo; now: number }) =>
  tx.updateTable('tickets').set({ updated: now }).where('number', '=', ticket).where('updated', '<>', now),
);
const nameContact = prepared((tx, { contact, name }: { contact: ContactId; name: string }) =>
  tx.updateTable('contacts').set({ name }).where('id', '=', contact).where('name', '=', ''),
);
const join = prepared((tx, { ticket, address, role }: { ticket: TicketNo; address: number; role: Participant['role'] }) =>
  tx
    .insertInto('participants')
    .values({ ticket, address, role })
    .onConflict((conflict) => conflict.columns(['ticket', 'address']).doNothing()),
);
/** A cited id whose mail comes after all is like any other from then on. */
const learn = prepared((tx, { messageId, ticket }: Learning) =>
  tx
    .insertInto('message_ids')
    .values({ message_id: messageId, ticket })
    .onConflict((conflict) => conflict.column('message_id').doUpdateSet({ cited: 0 }).where('message_ids.ticket', '=', ticket)),
);
const learnCited = prepared((tx, { messageId, ticket }: Learning) =>
  tx
    .insertInto('message_ids')
    .values({ message_id: messageId, ticket, cited: sql.lit(1) })
    .onConflict((conflict) => conflict.column('message_id').doNothing()),
);
