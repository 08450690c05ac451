import { csvOf } from '../csv.ts';
import { tagOf } from '../match/subject-tag.ts';
import { decimalOf } from '../money.ts';
import type { ProvedCharge } from './charge.ts';
import { quoteName } from './quote.ts';

/** What is owed, for whoever writes the invoices: a row each, voided ones told as such. */
export const chargesCsv = (charges: readonly ProvedCharge[], prefix: string): string =>
  csvOf([columns, ...charges.map((charge) => rowOf(charge, prefix))]);

const columns = [
  ...['month', 'customer', 'ticket', 'kind', 'net', 'tax', 'total', 'currency', 'hours', 'rate', 'at', 'offer', 'revision'],
  ...['order number', 'offer sha256', 'approval message-id', 'approval sha256', 'voided'],
];

function rowOf(charge: ProvedCharge, prefix: string): (string | null)[] {
  const { ticket, kind, customer, month, at, what, quote, quoteHash, evidence, voided, po } = charge;
  const money = what.kind === 'money' ? what : null;
  const hours = what.kind === 'hours' ? what : null;
  const currency = money?.total.currency ?? hours?.rate?.currency ?? null;
  return [
    ...[month, customer, tagOf(prefix, ticket), kind],
    ...[money?.net, money?.tax, money?.total].map((one) => (one === undefined ? null : decimalOf(one))),
    currency,
    hours === null ? null : hoursOf(hours.minutes),
    hours === null || hours.rate === null ? null : decimalOf(hours.rate),
    new Date(at).toISOString(),
    offerOf(charge, prefix),
    quote === null ? null : String(quote.revision),
    ...[po, quoteHash, evidence?.messageId ?? null, evidence?.sha256 ?? null, voided?.why ?? null],
  ];
}

/** The name by which the customer knows what they approved. */
export const offerOf = ({ quote, kind }: ProvedCharge, prefix: string): string | null =>
  quote === null
    ? null
    : quoteName(tagOf(prefix, quote.ticket), { kind: kind === 'fee' ? 'fee' : 'quote', number: quote.number });

/** Hours to the hundredth, halves up: `1.33`. */
export function hoursOf(minutes: number): string {
  const hundredths = Math.floor((minutes * 100 + 30) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
