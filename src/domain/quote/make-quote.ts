import type { TicketNo } from '../ids.ts';
import { listed, say } from '../saying.ts';
import type { Ticket } from '../ticket.ts';
import { linesFor } from './offer-lines.ts';
import { type Offer, offerText, type Quote, type QuoteKind, type Report } from './quote.ts';
import type { Rates } from './rates.ts';
import type { OfferBody } from './read-body.ts';
import type { OfferWords, WordFault } from './read-words.ts';
import { dayAfter, endOf } from './status.ts';

/** What it takes to make an offer: what was written, and what stands on the ticket. */
export type Making = {
  kind: 'quote' | 'fee';
  ticket: Pick<Ticket, 'number' | 'subject' | 'language' | 'fields'>;
  /** Tickets that it is for as well. */
  others: readonly TicketNo[];
  /** On record there. */
  quotes: readonly Quote[];
  words: OfferWords;
  body: OfferBody;
  recipient: readonly string[];
  /** The customer's. */
  zone: string;
  rates: Rates;
  by: string;
  now: number;
  /** SHA-256 of a text, in hex. */
  digest: (text: string) => string;
};

export type MadeQuote = { quote: Quote; supersedes: Quote | null };

/** The next revision of what is open on the ticket, or something new: a supplement where a quote is agreed already. */
export function makeQuote(making: Making): MadeQuote | WordFault {
  const { words, body, rates, now, zone } = making;
  if (body.faults.length > 0) return faultOf(body);
  const lines = linesFor(making);
  if ('problem' in lines) return lines;
  const valid = words.valid ?? dayAfter(rates.validDays, now, zone);
  if (endOf(valid, zone) <= now) return { problem: say`${valid} is over`, expected: say('a day to come') };
  const place = placeOf(making);
  const offer: Offer = {
    ...{ number: place.number, revision: place.revision, kind: place.kind, adds: place.adds },
    tickets: [making.ticket.number, ...making.others],
    title: making.ticket.subject,
    recipient: making.recipient,
    language: making.ticket.language,
    scope: body.scope,
    ...lines,
    rounding: rates.rounding,
    terms: body.terms === '' ? termsIn(making.ticket.language, rates) : body.terms,
    eta: words.eta ?? (making.kind === 'fee' ? null : (making.ticket.fields['eta'] ?? null)),
    ...{ valid, zone },
    report: place.kind === 'quote' ? reportOf(making.ticket.fields) : null,
  };
  const made: Omit<Quote, 'hash'> = { offer, status: 'open', po: words.po, by: making.by, made: now, settled: null };
  return { quote: { ...made, hash: making.digest(offerText(offer)) }, supersedes: place.supersedes };
}

/** Each with the line as it was written. */
const faultOf = ({ faults }: OfferBody): WordFault => ({
  problem: listed(
    faults.map(({ written, problem }) => say`“${written}”: ${problem}`),
    '; ',
  ),
  expected: faults[0]?.expected ?? '',
});

type Place = Pick<Offer, 'number' | 'revision' | 'adds'> & { kind: QuoteKind; supersedes: Quote | null };

function placeOf({ kind, quotes, ticket }: Making): Place {
  const own = quotes.filter(({ offer }) => offer.tickets[0] === ticket.number);
  const next = Math.max(0, ...own.map(({ offer }) => offer.number)) + 1;
  const kin = own.filter(({ offer }) => (offer.kind === 'fee') === (kind === 'fee')).toSorted(byPlace);
  const last = kin.at(-1);
  if (last === undefined) return { kind, number: next, revision: 1, adds: null, supersedes: null };
  const { number, revision, adds } = last.offer;
  if (last.status !== 'approved')
    return { kind: last.offer.kind, number, revision: revision + 1, adds, supersedes: last.status === 'open' ? last : null };
  const added = kind === 'fee' ? null : (adds ?? number);
  return { kind: kind === 'fee' ? 'fee' : 'supplement', number: next, revision: 1, adds: added, supersedes: null };
}

const byPlace = ({ offer: one }: Quote, { offer: other }: Quote): number =>
  one.number - other.number || one.revision - other.revision;

/** In the language, in its base, or none. */
const termsIn = (language: string, { terms }: Rates): string => terms[language] ?? terms[language.split('-')[0] ?? ''] ?? '';

/** Whatever of an analysis stands on the ticket. */
function reportOf({
  underlying = '',
  actions = '',
  aftermath = '',
}: Readonly<Record<string, string | undefined>>): Report | null {
  return underlying + actions + aftermath === '' ? null : { underlying, actions, aftermath };
}
