import type { Selectable } from 'kysely';
import type { AnswerUndo, Ask, Asked, AskReads, Given } from '../../../domain/ask/ask.ts';
import { askId } from '../../../domain/ids.ts';
import type { Undo } from '../../../domain/ticket.ts';
import type { AskTables } from '../asks-tables.ts';
import { fromJson } from '../schema.ts';
import type { At } from '../search.ts';
import { shownContact } from './contacts.ts';
import { statesOf } from './undos.ts';

/** Questions that were put on tickets, with all that was said to them. */
export const askReads = (at: At): AskReads => ({
  async asks(ticket) {
    const rows = await at.tx.selectFrom('asks').selectAll().where('ticket', '=', ticket).orderBy('id').execute();
    return await Promise.all(rows.map((row) => askFrom(at, row)));
  },
  async ask(id) {
    const row = await at.tx.selectFrom('asks').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : await askFrom(at, row);
  },
  async nextAsk() {
    const last = await at.tx.selectFrom('asks').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
    return askId((last?.id ?? 0) + 1);
  },
});

type Row = Selectable<AskTables['asks']>;

async function askFrom(at: At, { name, about, answers, reminds, ...same }: Row): Promise<Ask> {
  const mails = await at.tx.selectFrom('ask_mails').select('message_id').where('ask', '=', same.id).execute();
  return {
    ...same,
    ask: name,
    about: about === null ? null : fromJson<NonNullable<Ask['about']>>(about),
    answers: fromJson<Ask['answers']>(answers),
    reminds: fromJson<number[]>(reminds),
    of: await askedOf(at, same.id),
    mails: mails.map(({ message_id }) => message_id),
    given: await givenOf(at, same.id),
  };
}

async function askedOf({ tx }: At, ask: Ask['id']): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('ask_people as p')
    .leftJoin('contact_addresses as a', 'a.id', 'p.address')
    .leftJoin('associates as s', 's.id', 'p.associate')
    .select(['a.contact', 'a.address', 's.handle'])
    .where('p.ask', '=', ask)
    .orderBy('p.id')
    .execute();
  return rows.map(shown);
}

async function givenOf({ tx }: At, ask: Ask['id']): Promise<Given[]> {
  const rows = await tx
    .selectFrom('ask_answers as g')
    .leftJoin('contact_addresses as a', 'a.id', 'g.address')
    .leftJoin('associates as s', 's.id', 'g.associate')
    .leftJoin('associates as r', 'r.id', 'g.recorded_by')
    .select(['a.contact', 'a.address', 's.handle', 'r.handle as recordedBy'])
    .select(['g.answer', 'g.value', 'g.at', 'g.arrival as evidence', 'g.via', 'g.words', 'g.state', 'g.until', 'g.undo'])
    .where('g.ask', '=', ask)
    .orderBy('g.id')
    .execute();
  return await Promise.all(
    rows.map(async ({ contact, address, handle, undo, ...same }) => ({
      by: shown({ contact, address, handle }),
      ...same,
      ...(undo === null ? {} : { undo: await undoOf(tx, undo) }),
    })),
  );
}

async function undoOf(tx: At['tx'], kept: string): Promise<AnswerUndo> {
  const undo = fromJson<Undo>(kept);
  return { ...undo, states: await statesOf(tx, undo.mails) };
}

/** By address, or by number once that was blanked. */
const shown = (row: { contact: number | null; address: string | null; handle: string | null }): Asked =>
  row.handle === null
    ? { kind: 'contact', address: shownContact(row.contact ?? 0, row.address) }
    : { kind: 'associate', handle: row.handle };
