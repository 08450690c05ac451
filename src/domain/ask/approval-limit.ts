import type { CustomerContact, CustomerSettings } from '../settings.ts';
import type { Asked } from './ask.ts';

/** Minor units of a currency. */
export type Amount = { amount: number; currency: string };

/** Whether somebody may approve as much. Whoever the files do not name as an approver may approve what has no price. */
export function mayApprove(by: Asked, price: Amount | null, customer: CustomerSettings | undefined): boolean {
  if (by.kind === 'associate' || price === null) return true;
  const contact = customer?.contacts.find(({ addresses }) => addresses.includes(by.address.toLowerCase()));
  if (contact === undefined || contact.approver === null) return !namesApprovers(customer);
  return isWithin(contact, price);
}

/** Who of the customer may, by name: for whoever may not. */
export const thoseWhoMay = (price: Amount, customer: CustomerSettings | undefined): CustomerContact[] =>
  (customer?.contacts ?? []).filter((contact) => contact.approver !== null && isWithin(contact, price));

/** Where none is named, whoever the ticket is for speaks for the customer. */
const namesApprovers = (customer: CustomerSettings | undefined): boolean =>
  customer?.contacts.some(({ approver }) => approver !== null) === true;

/** A limit in another currency says nothing of this price: a person has to decide. */
const isWithin = ({ approver }: CustomerContact, { amount, currency }: Amount): boolean =>
  approver !== null && (approver.limit === null || (approver.limit.currency === currency && amount <= approver.limit.amount));
