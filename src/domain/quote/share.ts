import type { Money } from '../decide/grammar/money.ts';
import type { TicketNo } from '../ids.ts';
import { percentOf, sumMoney } from '../money.ts';
import type { Offer, QuoteLine } from './quote.ts';

/** What of an offer falls on one of its tickets; `minutes`: of work. */
export type Share = { net: Money; tax: Money; total: Money; minutes: number };

/**
 * A ticket's part of an offer that may be for several: the lines that name it by its number, and an even part of those that
 * name none. All parts add up to the offer, to the last minor unit; what cannot be divided falls on the tickets named first.
 */
export function shareOf(offer: Pick<Offer, 'lines' | 'currency' | 'rounding' | 'tickets'>, ticket: TicketNo): Share {
  const { lines, currency, tickets } = offer;
  const parts = taxesOf(offer).map((tax, at) => partOf({ line: lines[at], tax, tickets, ticket }));
  const sum = (pick: (part: Part) => number): number => parts.reduce((all, part) => all + pick(part), 0);
  const money = (amount: number): Money => ({ amount, currency });
  const [net, tax] = [sum((part) => part.net), sum((part) => part.tax)];
  return { net: money(net), tax: money(tax), total: money(net + tax), minutes: sum(({ minutes }) => minutes) };
}

/** Minor units of tax on each line. Where tax is rounded once for all lines of a rate, each bears what it adds to that. */
function taxesOf({ lines, currency, rounding }: Pick<Offer, 'lines' | 'currency' | 'rounding'>): number[] {
  if (rounding === 'line') return lines.map(({ net, tax }) => percentOf(net, tax).amount);
  return lines.map((line, at) => {
    const same = (end: number): Money[] => lines.slice(0, end).flatMap(({ net, tax }) => (tax === line.tax ? [net] : []));
    const taxUpTo = (end: number): number => percentOf(sumMoney(same(end), currency), line.tax).amount;
    return taxUpTo(at + 1) - taxUpTo(at);
  });
}

type Part = { net: number; tax: number; minutes: number };
type Parting = { line: QuoteLine | undefined; tax: number; tickets: readonly TicketNo[]; ticket: TicketNo };

function partOf({ line, tax, tickets, ticket }: Parting): Part {
  if (line === undefined) return { net: 0, tax: 0, minutes: 0 };
  const bearers = bearersOf(line, tickets);
  const part = (amount: number): number => evenPart(amount, bearers.length, bearers.indexOf(ticket));
  const minutes = line.measure.kind === 'hours' ? line.measure.minutes : 0;
  return { net: part(line.net.amount), tax: part(tax), minutes: part(minutes) };
}

/** `HD-1043: Fix the scanner` is that ticket's alone. */
function bearersOf({ text }: QuoteLine, tickets: readonly TicketNo[]): readonly TicketNo[] {
  const named = [...text.matchAll(/(?<![\p{L}\d-])\p{L}[\p{L}\d]*-(\d{1,9})(?!\d)/gu)].map(([, number]) => Number(number));
  const theirs = tickets.filter((ticket) => named.includes(ticket));
  return theirs.length === 0 ? tickets : theirs;
}

/** `at` below 0: none of it. */
function evenPart(amount: number, parts: number, at: number): number {
  if (at < 0) return 0;
  const even = Math.trunc(amount / parts);
  const rest = amount - even * parts;
  return even + (at < Math.abs(rest) ? Math.sign(rest) : 0);
}
