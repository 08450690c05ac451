import type { Effect } from '../../../domain/effect.ts';
import type { Sha256, TicketNo } from '../../../domain/ids.ts';
import type { OutboxRow } from '../../../domain/outbox.ts';
import type { ReadsBeside } from '../../../domain/reads.ts';
import { removed } from '../../../domain/redaction.ts';
import { fromJson, type Tx } from '../schema.ts';
import type { At } from '../search.ts';
import { eraseAttachments, eraseCopies, eraseMails } from './erasures.ts';
import { mailsInEvidence, offersInEvidence } from './outlived.ts';

type Tickets = readonly TicketNo[];

/** Deleted tickets that are not empty yet; one with a mail just on its way is left to the next time. */
export const purgeReads = ({ tx }: At): Pick<ReadsBeside, 'purgeable'> => ({
  async purgeable(before, limit) {
    const rows = await tx
      .selectFrom('tickets as t')
      .select('t.number')
      .where('deleted', '<', before)
      .where(({ or, eb, ref }) => or([eb('purged', 'is', null), eb('purged', '<', ref('deleted'))]))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('outbox').select('id').whereRef('ticket', '=', 't.number').where('state', '=', 'sending'))),
      )
      .orderBy('deleted')
      .limit(limit)
      .execute();
    return rows.map(({ number }) => number);
  },
});

/**
 * Blanks what was written on tickets, to them and by them, and notes the files that must go. Every row stays: a number is
 * never given twice, and each mail is still accounted for (LAW-1). Where evidence is kept, so are the mails that the chain
 * names and the offers they answer.
 */
export async function purge(at: At, { tickets, keeps }: Extract<Effect, { act: 'purge' }>, now: number): Promise<void> {
  if (tickets.length === 0) return;
  const kept = keeps === 'evidence' ? await evidenceIn(at.tx) : nothing;
  const mails = (await mailsOfNoOther(at.tx, tickets)).filter((sha256) => !kept.mails.includes(sha256));
  await eraseMails(at, mails, now, kept.reason);
  await blankEntries(at, tickets);
  await eraseAttachments(at, await filesThatLeft(at.tx, tickets));
  await eraseCopies(at, await copiesOn(at.tx, tickets));
  await blankOutbox(at.tx, tickets, now);
  await blankLedger(at.tx, tickets, kept.why);
  await blankBesides(at.tx, tickets);
  await blankOffers(at.tx, tickets, kept.offers);
  await at.tx
    .updateTable('tickets')
    .set({ subject: removed, fields: '{}', purged: now })
    .where('number', 'in', tickets)
    .execute();
}

/** `reason`, `why`: what is said of a mail that is gone. */
type Kept = { mails: readonly Sha256[]; offers: readonly Sha256[]; reason: string; why: string };

const nothing: Kept = { mails: [], offers: [], reason: 'purged', why: 'its ticket was deleted for good' };

const evidenceIn = async (tx: Tx): Promise<Kept> => ({
  mails: await mailsInEvidence(tx),
  offers: await offersInEvidence(tx),
  ...{ reason: 'retention', why: 'its ticket was closed longer ago than tickets are kept' },
});

/** Their mails as they came, but for those that another ticket lives by. */
async function mailsOfNoOther(tx: Tx, tickets: Tickets): Promise<Sha256[]> {
  const theirs = await mailsOn(tx, tickets);
  const others = new Set(await mailsElsewhere(tx, theirs, tickets));
  return theirs.filter((sha256) => !others.has(sha256));
}

async function mailsOn(tx: Tx, tickets: Tickets): Promise<Sha256[]> {
  const rows = await tx
    .selectFrom('messages')
    .select((row) => row.ref('sha256').$notNull().as('sha256'))
    .where('ticket', 'in', tickets)
    .where('sha256', 'is not', null)
    .union(tx.selectFrom('arrivals').select('sha256').where('ticket', 'in', tickets))
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

/** The same bytes may have come for several; of one that was emptied, what its evidence needs is still there. */
async function mailsElsewhere(tx: Tx, mails: readonly Sha256[], tickets: Tickets): Promise<Sha256[]> {
  const rows = await tx
    .selectFrom('arrivals as a')
    .innerJoin('tickets as t', 't.number', 'a.ticket')
    .select('a.sha256')
    .where('a.sha256', 'in', mails)
    .where('t.number', 'not in', tickets)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('t.purged', 'is', null),
        exists(selectFrom('evidence_chain').select('id').whereRef('arrival', '=', 'a.id').whereRef('ticket', '=', 't.number')),
      ]),
    )
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

async function blankEntries(at: At, tickets: Tickets): Promise<void> {
  const entries = await at.tx.selectFrom('messages').select('id').where('ticket', 'in', tickets).execute();
  const ids = entries.map(({ id }) => id);
  const files = await at.tx.selectFrom('message_attachments').select('sha256').where('message', 'in', ids).execute();
  await at.tx.deleteFrom('message_attachments').where('message', 'in', ids).execute();
  await eraseAttachments(
    at,
    files.map(({ sha256 }) => sha256),
  );
  for (const id of ids) await at.search.remove(at.tx, id);
  const said = { subject: removed, text: removed, visible_text: null };
  await at.tx
    .updateTable('messages')
    .set({ ...said, from_name: '', from_address: '', to_addresses: '[]' })
    .where('ticket', 'in', tickets)
    .execute();
}

/** Letters that were made for mails of theirs stand on no entry. */
async function filesThatLeft(tx: Tx, tickets: Tickets): Promise<Sha256[]> {
  const rows = await tx.selectFrom('outbox').select('attachments').where('ticket', 'in', tickets).execute();
  const files = rows.flatMap(({ attachments }) => fromJson<OutboxRow['attachments']>(attachments));
  return files.flatMap((file) => ('sha256' in file ? [file.sha256] : []));
}

async function copiesOn(tx: Tx, tickets: Tickets): Promise<Sha256[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select((row) => row.ref('copy').$notNull().as('copy'))
    .where('ticket', 'in', tickets)
    .where('copy', 'is not', null)
    .execute();
  return rows.map(({ copy }) => copy);
}

/** What has not left by now never will. */
async function blankOutbox(tx: Tx, tickets: Tickets, now: number): Promise<void> {
  const theirs = tx.updateTable('outbox').where('ticket', 'in', tickets);
  await theirs
    .set({ state: 'cancelled', next: null, settled: now })
    .where('state', 'in', ['delayed', 'held', 'waiting', 'blocked', 'failed'])
    .execute();
  await theirs.set({ to_name: '', from_name: '', subject: null, data: '{}', attachments: '[]', error: null }).execute();
}

/** What came, when, and what became of it stays: the mails are counted, not read. */
async function blankLedger(tx: Tx, tickets: Tickets, why: string): Promise<void> {
  const told = { why, envelope_from: null, envelope_to: null, auth_user: null };
  await tx.updateTable('arrivals').set(told).where('ticket', 'in', tickets).execute();
}

/** Words that stand elsewhere; what `undo` would bring back is gone. */
async function blankBesides(tx: Tx, tickets: Tickets): Promise<void> {
  const lines = tx.selectFrom('journal').select('id').where('ticket', 'in', tickets);
  await tx.deleteFrom('journal_words').where('journal', 'in', lines).execute();
  const asks = tx.selectFrom('asks').select('id').where('ticket', 'in', tickets);
  await tx.updateTable('ask_answers').set({ words: '', undo: null }).where('ask', 'in', asks).execute();
  await tx.updateTable('asks').set({ state: 'withdrawn' }).where('ticket', 'in', tickets).where('state', '=', 'open').execute();
  await tx.deleteFrom('undos').where('ticket', 'in', tickets).execute();
  await tx.updateTable('confirmations').set({ commands: '[]' }).where('ticket', 'in', tickets).execute();
  await tx.updateTable('talks').set({ talk: null }).where('ticket', 'in', tickets).execute();
  await tx.updateTable('ticket_links').set({ why: '' }).where('ticket', 'in', tickets).execute();
  await tx.updateTable('calls').set({ address: '', name: '', title: '', text: '' }).where('ticket', 'in', tickets).execute();
  await tx.updateTable('exceptions').set({ reason: '' }).where('ticket', 'in', tickets).execute();
  const told = tx.updateTable('alarms').where('ticket', 'in', tickets).where('state', '!=', 'waiting');
  await told.set({ body: '{}', error: null }).execute();
}

/** An offer that was answered is kept as it was shown, where its evidence is. */
async function blankOffers(tx: Tx, tickets: Tickets, kept: readonly Sha256[]): Promise<void> {
  const theirs = tx.updateTable('quotes').where('ticket', 'in', tickets);
  await theirs.set({ reason: '' }).execute();
  await theirs.set({ offer: null, po: null }).where('hash', 'not in', kept).execute();
}
