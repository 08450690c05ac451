import type { Ask } from '../domain/ask/ask.ts';
import { tagOf } from '../domain/match/subject-tag.ts';
import type { OutboxRow } from '../domain/outbox.ts';
import type { ProvedCharge } from '../domain/quote/charge.ts';
import type { Quote } from '../domain/quote/quote.ts';
import type { Clock } from '../domain/sla/read-clocks.ts';
import type { JournalRow, Kin, Participant, Ticket, TicketMessage, TimeEntry } from '../domain/ticket.ts';
import { publicApprovals, publicAsks } from './public-asks.ts';
import { publicCharge, publicQuotes } from './public-quotes.ts';

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A ticket as `tickets --json` and `ticket N --json` show it: public interface. */
export function publicTicket(
  { number, language: _, mailbox: _mailbox, team: _team, mergedInto, master, ...ticket }: Ticket,
  prefix: string,
) {
  const { opened, updated, closed, pausedUntil, deleted } = ticket;
  const merged = mergedInto === undefined ? {} : { mergedInto: tagOf(prefix, mergedInto) };
  const hangs = master === undefined ? {} : { master: tagOf(prefix, master) };
  return {
    ticket: tagOf(prefix, number),
    ...ticket,
    ...merged,
    ...hangs,
    opened: iso(opened),
    updated: iso(updated),
    closed: isoOrNull(closed),
    pausedUntil: isoOrNull(pausedUntil),
    deleted: isoOrNull(deleted),
  };
}

export type WholeTicket = {
  ticket: Ticket;
  participants: readonly Participant[];
  messages: readonly TicketMessage[];
  journal: readonly JournalRow[];
  time: readonly TimeEntry[];
  kin: Kin;
  asks: readonly Ask[];
  quotes: readonly Quote[];
  charges: readonly ProvedCharge[];
  clocks: readonly Clock[];
};

/** One ticket whole, as it stands at `now`. */
export function publicWholeTicket(whole: WholeTicket, prefix: string, now: number) {
  const { ticket, participants, messages, journal, time, kin, asks, quotes, charges, clocks } = whole;
  return {
    ...publicTicket(ticket, prefix),
    // Who of us raised it; null where whoever it is for did.
    reporter: ticket.fields['reporter'] ?? null,
    participants,
    ...publicKin(kin, prefix),
    charges: charges.map((charge) => publicCharge(charge, prefix)),
    clocks: clocks.map(publicClock),
    quotes: publicQuotes(quotes, prefix, now),
    asks: publicAsks(asks),
    approvals: publicApprovals(asks),
    hours: time.map(({ at, ...entry }) => ({ ...entry, at: iso(at) })),
    messages: messages.map(({ id, ticket: _, at, from, messageId, sha256, ...message }) => ({
      id: String(id),
      ...message,
      from: from.address,
      fromName: from.name,
      messageId: messageId ?? '',
      sha256: sha256 ?? '',
      at: iso(at),
    })),
    journal: journal.map(({ at, ...row }) => ({ at: iso(at), ...row })),
  };
}

/** A clock of the service plan; `due` while it runs, or as if it ran on from now. */
export const publicClock = ({ name, state, due, target }: Clock) => ({ name, due: isoOrNull(due), state, target: target.text });

/** Other tickets: linked with it, living on in it, hanging on it. */
const publicKin = ({ links, merged, hanging }: Kin, prefix: string) => {
  const tags = (numbers: Kin['links']) => numbers.map((number) => tagOf(prefix, number));
  return { links: tags(links), merged: tags(merged), hanging: tags(hanging) };
};

/** A line of `outbox --json`; `subject` as it will be or was sent. */
export function publicOutboxRow(row: OutboxRow, subject: string, from: string, prefix: string) {
  const { id, ticket, template, to, messageId, state, attempts, next, error, limited = null, foldedInto = null } = row;
  return {
    id,
    ticket: ticket === null ? null : tagOf(prefix, ticket),
    template,
    to: to.address,
    from,
    subject,
    messageId,
    state,
    attempts,
    next: isoOrNull(next),
    error,
    limited,
    foldedInto,
  };
}
