import type { Effect } from '../../../domain/effect.ts';
import { type ArrivalId, contactId } from '../../../domain/ids.ts';
import type { Reading } from '../../../domain/ports.ts';
import type { Actor } from '../../../domain/ticket.ts';
import { insertRow } from '../prepared.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { addressRow, contactReads, shownContact } from './contacts.ts';
import { associateRow } from './people.ts';

type Said = Readonly<Record<string, unknown>>;
type JournalEffect = Extract<Effect, { act: 'journal' }>;

/** What happened to a ticket, oldest first. */
export function journalReads(at: At): Pick<Reading, 'journal'> {
  return {
    async journal(ticket) {
      const rows = await at.tx
        .selectFrom('journal as j')
        .leftJoin('arrivals as r', 'r.id', 'j.arrival')
        .leftJoin('associates as s', 's.id', 'j.actor')
        .leftJoin('journal_words as w', 'w.journal', 'j.id')
        .select(['j.at', 'j.actor_kind', 'j.actor', 'j.event', 'j.data', 'w.words', 'r.message_id', 's.handle'])
        .where('j.ticket', '=', ticket)
        .orderBy('j.id')
        .execute();
      const contacts = await shownContacts(
        at,
        rows.flatMap((row) => (row.actor_kind === 'contact' ? (row.actor ?? []) : [])),
      );
      return rows.map((row) => ({
        at: row.at,
        actor: { desk: 'desk', associate: row.handle, contact: contacts.get(row.actor ?? 0) }[row.actor_kind] ?? 'desk',
        event: row.event,
        evidence: row.message_id,
        data: { ...fromJson<Said>(row.data), ...fromJson<Said>(row.words ?? '{}') },
      }));
    },
  };
}

/** Writes one line of history; who did it stands in it as an id only, what they typed beside it, so that it can outlive both. */
export async function writeJournal(at: At, effect: JournalEffect, now: number, arrival: ArrivalId | null): Promise<void> {
  const { ticket, actor, event, data, words = {} } = effect;
  const { kind, id } = await actorRow(at, actor, now);
  const row = { ticket, at: now, actor_kind: kind, actor: id, event, arrival, data: JSON.stringify(data) };
  const journal = await insertRow(at, 'journal', row);
  const isSaid = Object.values(words).some((one) => one !== '' && !(Array.isArray(one) && one.length === 0));
  if (isSaid) await insertRow(at, 'journal_words', { journal, words: JSON.stringify(words) });
}

/** Who did something, as a row of history names them. */
export async function actorRow(at: At, actor: Actor, now: number): Promise<{ kind: Actor['kind']; id: number | null }> {
  switch (actor.kind) {
    case 'desk':
      return { kind: 'desk', id: null };
    case 'associate':
      return { kind: 'associate', id: await associateRow(at, actor.handle, now) };
    case 'contact':
      return { kind: 'contact', id: (await addressRow(at, actor.address, '', now)).contact };
  }
}

async function shownContacts(at: At, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const shown = new Map<number, string>();
  for (const id of new Set(ids)) {
    const contact = await contactReads(at).contactOf(contactId(id));
    shown.set(id, contact?.address ?? shownContact(id, null));
  }
  return shown;
}
