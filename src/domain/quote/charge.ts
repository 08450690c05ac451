import { Temporal } from 'temporal-polyfill';
import type { Money } from '../decide/grammar/money.ts';
import type { MessageId, Sha256, TicketNo } from '../ids.ts';
import type { TimeEntry } from '../ticket.ts';
import { type Quote, quoteKey } from './quote.ts';
import { type Rates, rateOf } from './rates.ts';
import { shareOf } from './share.ts';

/** What is owed, for invoicing. */
export type Charge = {
  ticket: TicketNo;
  /** Names what it is for on its ticket: the same never arises twice, whatever is repeated. */
  once: string;
  /** `quote`, `supplement`, `fee`, or a kind of hours. */
  kind: string;
  what: { kind: 'money'; net: Money; tax: Money; total: Money } | { kind: 'hours'; minutes: number; rate: Money | null };
  customer: string | null;
  at: number;
  /** Whose invoice it stands on: `2026-11`, by the desk's clocks. */
  month: string;
  /** The revision that was approved, and the ticket it is on: an offer may be for several. */
  quote: { ticket: TicketNo; number: number; revision: number } | null;
  voided: { at: number; why: string } | null;
};

/** With what proves it: the mail that brought it about, and the hash of what was approved. */
export type ProvedCharge = Charge & {
  evidence: { messageId: MessageId | null; sha256: Sha256 } | null;
  quoteHash: string | null;
  /** The customer's order number. */
  po: string | null;
};

export type ChargeFilter = { ticket?: TicketNo; month?: string; customer?: string };

export type ChargeReads = {
  /** Oldest first, voided ones too. */
  charges(filter: ChargeFilter): Promise<readonly ProvedCharge[]>;
  /** Hours noted on a customer's tickets in [from, to), by ticket and kind. */
  hoursUsed(customer: string, from: number, to: number): Promise<readonly UsedHours[]>;
};

export type UsedHours = { ticket: TicketNo; kind: string; minutes: number };

export type ChargeEffect =
  /** One of the same name on its ticket stays as it is. */
  | { act: 'keep-charge'; charge: Charge }
  /** It is not owed after all; it stays on record. */
  | { act: 'void-charge'; ticket: TicketNo; once: string; why: string };

/** What a ticket has on record, as charges arise from it. */
export type Chargeable = {
  ticket: TicketNo;
  customer: string | null;
  quotes: readonly Quote[];
  time: readonly TimeEntry[];
  charges: readonly Pick<Charge, 'once' | 'kind' | 'what' | 'voided'>[];
};

/**
 * What a step's `charges: NAME` comes to: every approved offer of that kind (the ticket's part, where it is for several), or all
 * hours of that kind, less what was charged before. Asked a second time it is nothing, until there is more.
 */
export function chargesArising(name: string, on: Chargeable, rates: Rates, now: number, zone: string): Charge[] {
  const common = { ticket: on.ticket, customer: on.customer, at: now, month: monthOf(now, zone), voided: null };
  if (name !== 'quote' && name !== 'fee') return hoursArising(name, on, rates).map((charge) => ({ ...common, ...charge }));
  const known = new Set(on.charges.map(({ once }) => once));
  return on.quotes
    .filter((quote) => quote.status === 'approved' && (quote.offer.kind === 'fee') === (name === 'fee'))
    .filter(({ offer }) => offer.tickets.includes(on.ticket))
    .map((quote) => ({ ...common, ...offerCharge(quote, on.ticket, on.ticket) }))
    .filter(({ once }) => !known.has(once));
}

type Arising = Pick<Charge, 'once' | 'kind' | 'what' | 'quote'>;

/**
 * What an approved offer comes to for one of its tickets.
 *
 * @param of the ticket whose part it is
 * @param on where that is charged: another only where `of` lives on there
 */
export function offerCharge(quote: Quote, of: TicketNo, on: TicketNo): Arising {
  const { minutes: _, ...owed } = shareOf(quote.offer, of);
  const key = quoteKey(quote);
  const own = of === key.ticket ? `offer-${key.number}` : `offer-${key.ticket}-${key.number}`;
  return { once: of === on ? own : `${own}-${of}`, kind: quote.offer.kind, what: { kind: 'money', ...owed }, quote: key };
}

function hoursArising(kind: string, { time, charges }: Chargeable, rates: Rates): Arising[] {
  const used = minutesOf(time, kind);
  const before = charges.reduce((sum, one) => sum + (one.kind === kind && one.what.kind === 'hours' ? one.what.minutes : 0), 0);
  const minutes = used - before;
  if (minutes <= 0) return [];
  return [{ once: `hours-${kind}-${used}`, kind, what: { kind: 'hours', minutes, rate: rateOf(rates, kind) }, quote: null }];
}

const minutesOf = (time: readonly TimeEntry[], kind: string): number =>
  time.reduce((sum, one) => sum + (one.kind === kind ? one.minutes : 0), 0);

/** `2026-11`, as clocks of a zone show it. */
export const monthOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth().toString();
