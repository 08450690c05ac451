import { isDeskAddress, splitAddress } from '../authenticate/reply-address.ts';
import type { Participant } from '../ticket.ts';
import type { Facts } from './facts.ts';

/**
 * Who takes part from now on because a mail named them in To or Cc: only for a sender proved at E1 or better, and only
 * people inside that customer's own domains (A2). Others are seen on the mail, and join by an associate's word.
 */
export function newParticipants(facts: Facts, known: readonly Participant[], customerId: string | null): Participant[] {
  const { mail, settings, level } = facts;
  const domains = settings.customers.find(({ id }) => id === customerId)?.domains ?? [];
  if (level === 'E0' || domains.length === 0) return [];
  const present = new Set([mail.from.address, ...known.map(({ address }) => address)]);
  const inside = settings.people.flatMap(({ addresses }) => addresses);
  return [...mail.to, ...mail.cc]
    .filter(({ address }, at, all) => all.findIndex((other) => other.address === address) === at)
    .filter(({ address }) => domains.includes(splitAddress(address)[1]) && !present.has(address))
    .filter(({ address }) => !isDeskAddress(settings.desk, address) && !inside.includes(address))
    .map(({ name, address }) => ({ name, address, role: 'cc' }));
}
