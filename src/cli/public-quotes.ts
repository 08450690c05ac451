import { tagOf } from '../domain/match/subject-tag.ts';
import { decimalOf } from '../domain/money.ts';
import type { ProvedCharge } from '../domain/quote/charge.ts';
import { hoursOf, offerOf } from '../domain/quote/charges-csv.ts';
import { type Quote, quoteKey, quoteName } from '../domain/quote/quote.ts';
import { quoteStatus } from '../domain/quote/status.ts';
import { totalsOf } from '../domain/quote/totals.ts';
import type { Actor } from '../domain/ticket.ts';

const iso = (at: number): string => new Date(at).toISOString();
const who = (one: Actor): string => (one.kind === 'associate' ? one.handle : one.kind === 'contact' ? one.address : 'desk');

/** What was offered, each revision, as `ticket N --json` shows it: public interface. Amounts are decimals in text. */
export const publicQuotes = (quotes: readonly Quote[], prefix: string, now: number) =>
  quotes.map((quote) => {
    const { offer, hash, po, by, made, settled } = quote;
    const { net, taxes, total, minutes } = totalsOf(offer);
    return {
      quote: quoteName(tagOf(prefix, quoteKey(quote).ticket), offer),
      ...{ revision: offer.revision, kind: offer.kind, status: quoteStatus(quote, now), hash, po, by, made: iso(made) },
      tickets: offer.tickets.map((ticket) => tagOf(prefix, ticket)),
      lines: offer.lines.map(({ text, measure, net: sum, tax }) => ({ text, measure, net: decimalOf(sum), tax })),
      ...{ net: decimalOf(net), total: decimalOf(total), currency: offer.currency, hours: hoursOf(minutes) },
      taxes: taxes.map(({ percent, tax }) => ({ percent, tax: decimalOf(tax) })),
      ...{ scope: offer.scope, terms: offer.terms, eta: offer.eta, valid: offer.valid, zone: offer.zone },
      settled: settled === null ? null : { at: iso(settled.at), by: who(settled.by), reason: settled.reason },
    };
  });

/** What is owed, as `ticket N --json` and `export charges --json` show it: public interface. */
export const publicCharge = (charge: ProvedCharge, prefix: string) => {
  const { ticket, kind, customer, month, at, what, quote, quoteHash, evidence, voided, po } = charge;
  const owed =
    what.kind === 'money'
      ? { net: decimalOf(what.net), tax: decimalOf(what.tax), total: decimalOf(what.total), currency: what.total.currency }
      : { hours: hoursOf(what.minutes), rate: what.rate && decimalOf(what.rate), currency: what.rate?.currency ?? null };
  return {
    ...{ ticket: tagOf(prefix, ticket), kind, customer, month, at: iso(at), ...owed, po },
    ...{ offer: offerOf(charge, prefix), revision: quote?.revision ?? null, offerHash: quoteHash },
    approval: evidence,
    voided: voided === null ? null : { at: iso(voided.at), why: voided.why },
  };
};
