import { printMoney } from '../decide/grammar/money.ts';

/** A value of a customer, contact or contract in one line, as a file or a list would say it; '' for nothing. */
export function printed(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(String).join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' && 'limit' in value ? printedLimit(value.limit) : String(value);
}

function printedLimit(limit: unknown): string {
  const isMoney = typeof limit === 'object' && limit !== null && 'amount' in limit && 'currency' in limit;
  return isMoney ? printMoney({ amount: Number(limit.amount), currency: String(limit.currency) }) : 'yes';
}
