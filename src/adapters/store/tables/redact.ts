import type { Effect } from '../../../domain/effect.ts';
import type { ArrivalId, EntryId, Sha256, TicketNo } from '../../../domain/ids.ts';
import type { Attachment } from '../../../domain/mail.ts';
import type { OutboxRow } from '../../../domain/outbox.ts';
import { type Redaction, removed, withoutLines, withoutWords } from '../../../domain/redaction.ts';
import { fromJson, type MessageRow } from '../schema.ts';
import type { At } from '../search.ts';
import { eraseAttachments, eraseCopies, eraseMails } from './erasures.ts';

/**
 * Takes something out of a ticket for good: entries and what quotes them, searches, mails in the outbox, the title. The mails
 * that had it are erased whole, and so is that which asked for it and names or quotes it.
 */
export async function redact(
  at: At,
  { ticket, what }: Extract<Effect, { act: 'redact' }>,
  now: number,
  arrival: ArrivalId | null,
): Promise<void> {
  const rows = await at.tx.selectFrom('messages').selectAll().where('ticket', '=', ticket).execute();
  const gone = rows.filter(({ id }) => what.kind === 'entry' && id === what.entry).map((row) => row.visible_text ?? row.text);
  const cleaning: Cleaning = { what, clean: cleaner(what, gone) };
  const raws = new Set<Sha256>(what.kind === 'attachments' ? [] : await rawOf(at, arrival));
  let since = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (!(await redactEntry(at, row, cleaning))) continue;
    if (row.sha256 !== null) raws.add(row.sha256);
    since = Math.min(since, row.at);
  }
  if (what.kind !== 'attachments') for (const raw of await commandMails(at, ticket, since)) raws.add(raw);
  await redactOutbox(at, ticket, cleaning, raws);
  await redactQuotes(at, ticket, cleaning);
  await redactJournal(at, ticket, cleaning);
  await redactUndos(at, ticket, cleaning);
  await redactAnswers(at, ticket, cleaning);
  await redactReasons(at, ticket, cleaning);
  if (what.kind === 'words') await redactTicket(at, ticket, what.words, now);
  if (what.kind === 'attachments') await eraseAttachments(at, filesOf(what));
  await eraseMails(at, [...raws], now, 'redacted');
}

/** What goes, and a text without it. */
type Cleaning = { what: Redaction; clean: (text: string) => string };

function cleaner(what: Redaction, gone: readonly string[]): Cleaning['clean'] {
  if (what.kind === 'words') return (text) => withoutWords(text, what.words);
  return (text) => (gone.includes(text) && text !== '' ? removed : withoutLines(text, gone));
}

const filesOf = (what: Redaction): Sha256[] => (what.kind === 'attachments' ? what.files.map(({ sha256 }) => sha256) : []);

/** @returns whether there was something to take out of it */
async function redactEntry(at: At, row: MessageRow, { what, clean }: Cleaning): Promise<boolean> {
  if (what.kind === 'attachments') return await dropFiles(at, row.id, filesOf(what));
  const isIt = what.kind === 'entry' && row.id === what.entry;
  const without = isIt ? () => removed : clean;
  const set = {
    subject: without(row.subject),
    text: without(row.text),
    visible_text: row.visible_text === null ? null : without(row.visible_text),
  };
  if (isIt) await dropFiles(at, row.id, null);
  if (set.subject === row.subject && set.text === row.text && set.visible_text === row.visible_text) return false;
  await at.tx.updateTable('messages').set(set).where('id', '=', row.id).execute();
  await at.search.remove(at.tx, row.id);
  const participants = [row.from_name, row.from_address, ...fromJson<string[]>(row.to_addresses)].join(' ');
  await at.search.add(at.tx, row.id, { subject: set.subject, text: set.text, participants });
  return true;
}

/** @param files all where null */
async function dropFiles(at: At, message: EntryId, files: readonly Sha256[] | null): Promise<boolean> {
  const kept = await at.tx.selectFrom('message_attachments').select('sha256').where('message', '=', message).execute();
  const gone = kept.map(({ sha256 }) => sha256).filter((one) => files === null || files.includes(one));
  if (gone.length === 0) return false;
  await at.tx.deleteFrom('message_attachments').where('message', '=', message).where('sha256', 'in', gone).execute();
  if (files === null) await eraseAttachments(at, gone);
  return true;
}

/** Mails of ours that repeat it, sent or not: what we send is composed from these rows, and the copies of what left go whole. */
async function redactOutbox(at: At, ticket: TicketNo, cleaning: Cleaning, raws: ReadonlySet<Sha256>): Promise<void> {
  const rows = await at.tx
    .selectFrom('outbox as o')
    .leftJoin('arrivals as a', 'a.id', 'o.arrival')
    .leftJoin('outbox as c', 'c.id', 'o.folded_into')
    .select(['o.id', 'o.data', 'o.attachments', 'o.subject', 'a.sha256', 'o.copy', 'c.copy as carried'])
    .where('o.ticket', '=', ticket)
    .execute();
  for (const { id, data, attachments, subject, sha256, copy, carried } of rows) {
    const { what, clean } = cleaning;
    const isOfIt = what.kind === 'entry' && sha256 !== null && raws.has(sha256);
    const next = {
      data: JSON.stringify(walked(fromJson<unknown>(data), clean, what)),
      attachments: JSON.stringify(
        fromJson<Attachment[]>(attachments).filter((file) => !isOfIt && !filesOf(what).includes(file.sha256)),
      ),
      subject: subject === null ? null : clean(subject),
    };
    if (next.data === data && next.attachments === attachments && next.subject === subject) continue;
    await at.tx.updateTable('outbox').set(next).where('id', '=', id).execute();
    await eraseCopies(
      at,
      [copy, carried].filter((one) => one !== null),
    );
  }
}

/** What was offered says it no more, nor do its letters; its hash stays that of what was approved. */
async function redactQuotes(at: At, ticket: TicketNo, { what, clean }: Cleaning): Promise<void> {
  const rows = await at.tx.selectFrom('quotes').selectAll().where('ticket', '=', ticket).execute();
  for (const { number, revision, offer, reason, hash } of rows) {
    const next = {
      offer: offer === null ? null : JSON.stringify(walked(fromJson<unknown>(offer), clean, what)),
      reason: clean(reason),
    };
    if (next.offer === offer && next.reason === reason) continue;
    await at.tx
      .updateTable('quotes')
      .set(next)
      .where('ticket', '=', ticket)
      .where('hash', '=', hash)
      .where('number', '=', number)
      .execute();
    if (next.offer !== offer) await dropLetter(at, ticket, new RegExp(`-[QF]${number}-${revision}\\.pdf$`));
  }
}

/** Every letter of that revision, sent or not. */
async function dropLetter(at: At, ticket: TicketNo, named: RegExp): Promise<void> {
  const rows = await at.tx.selectFrom('outbox').select(['id', 'attachments', 'copy']).where('ticket', '=', ticket).execute();
  for (const { id, attachments, copy } of rows) {
    const files = fromJson<OutboxRow['attachments']>(attachments);
    const gone = files.filter(({ filename }) => named.test(filename));
    if (gone.length === 0) continue;
    const left = files.filter((file) => !gone.includes(file));
    await at.tx
      .updateTable('outbox')
      .set({ attachments: JSON.stringify(left) })
      .where('id', '=', id)
      .execute();
    if (copy !== null) await eraseCopies(at, [copy]);
    await eraseAttachments(
      at,
      gone.flatMap((file) => ('sha256' in file ? [file.sha256] : [])),
    );
  }
}

/** Words of commands may repeat it; the journal itself holds none. */
async function redactJournal({ tx }: At, ticket: TicketNo, { what, clean }: Cleaning): Promise<void> {
  const lines = tx.selectFrom('journal').select('id').where('ticket', '=', ticket);
  const rows = await tx.selectFrom('journal_words').selectAll().where('journal', 'in', lines).execute();
  for (const { journal, words } of rows) {
    const left = JSON.stringify(walked(fromJson<unknown>(words), clean, what));
    if (left !== words) await tx.updateTable('journal_words').set({ words: left }).where('journal', '=', journal).execute();
  }
}

/** What `undo` would bring back must not bring it back. */
async function redactUndos({ tx }: At, ticket: TicketNo, { what, clean }: Cleaning): Promise<void> {
  const rows = await tx.selectFrom('undos').select(['id', 'undo']).where('ticket', '=', ticket).execute();
  for (const { id, undo } of rows) {
    const left = JSON.stringify(walked(fromJson<unknown>(undo), clean, what));
    if (left !== undo) await tx.updateTable('undos').set({ undo: left }).where('id', '=', id).execute();
  }
}

/** What people said beside an answer stands on its message too. */
async function redactAnswers({ tx }: At, ticket: TicketNo, { what, clean }: Cleaning): Promise<void> {
  const asks = tx.selectFrom('asks').select('id').where('ticket', '=', ticket);
  const rows = await tx.selectFrom('ask_answers').select(['id', 'words', 'undo']).where('ask', 'in', asks).execute();
  for (const { id, words, undo } of rows) {
    const left = clean(words);
    const back = undo === null ? null : JSON.stringify(walked(fromJson<unknown>(undo), clean, what));
    if (left !== words || back !== undo)
      await tx.updateTable('ask_answers').set({ words: left, undo: back }).where('id', '=', id).execute();
  }
}

/** Why a mail became what it did may name a title or the words of a command. */
async function redactReasons({ tx }: At, ticket: TicketNo, { clean }: Cleaning): Promise<void> {
  const rows = await tx.selectFrom('arrivals').select(['id', 'why']).where('ticket', '=', ticket).execute();
  for (const { id, why } of rows) {
    const left = clean(why);
    if (left !== why) await tx.updateTable('arrivals').set({ why: left }).where('id', '=', id).execute();
  }
}

/** What a mail says, with every text in it looked at, and without the files that go. */
function walked(value: unknown, clean: Cleaning['clean'], what: Redaction): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.filter((one) => !isNamedFile(one, what)).map((one) => walked(one, clean, what));
  if (typeof value !== 'object' || value === null) return value;
  // Marks inside a word would hide it: the same words stand there as plain text.
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'bodyHtml' ? '' : walked(one, clean, what)]));
}

const isNamedFile = (value: unknown, what: Redaction): boolean =>
  what.kind === 'attachments' &&
  typeof value === 'object' &&
  value !== null &&
  'filename' in value &&
  what.files.some(({ filename }) => filename === value.filename);

async function redactTicket({ tx }: At, number: TicketNo, words: string, now: number): Promise<void> {
  const row = await tx.selectFrom('tickets').select(['subject', 'fields']).where('number', '=', number).executeTakeFirstOrThrow();
  const fields = Object.entries(fromJson<Record<string, string>>(row.fields)).map(([key, value]) => [
    key,
    withoutWords(value, words),
  ]);
  const set = { subject: withoutWords(row.subject, words), fields: JSON.stringify(Object.fromEntries(fields)), updated: now };
  await tx.updateTable('tickets').set(set).where('number', '=', number).execute();
}

/** Mails since then that only commanded: no entry tells whether they quote it, and nothing is lost but their bytes. */
async function commandMails({ tx }: At, ticket: TicketNo, since: number): Promise<Sha256[]> {
  if (!Number.isFinite(since)) return [];
  const rows = await tx
    .selectFrom('arrivals as a')
    .leftJoin('messages as m', 'm.sha256', 'a.sha256')
    .select('a.sha256')
    .where('a.ticket', '=', ticket)
    .where('a.outcome', '=', 'commanded')
    .where('a.received', '>=', since)
    .where('m.id', 'is', null)
    .execute();
  return rows.map(({ sha256 }) => sha256);
}

async function rawOf({ tx }: At, arrival: ArrivalId | null): Promise<Sha256[]> {
  if (arrival === null) return [];
  const row = await tx.selectFrom('arrivals').select('sha256').where('id', '=', arrival).executeTakeFirst();
  return row === undefined ? [] : [row.sha256];
}
