import { isDeskAddress, splitAddress } from '../authenticate/reply-address.ts';
import type { Address } from '../mail.ts';
import { isPublicMailDomain } from '../public-domains.ts';
import type { Participant } from '../ticket.ts';
import type { Facts } from './facts.ts';

/**
 * Who takes part from now on because a mail named them in To or Cc: only for a sender proved at E1 or better, and only
 * people inside that customer's own domains (A2), or the Reply-To of a proved one. Others are seen on the mail, and join by
 * an associate's word.
 */
export function newParticipants(facts: Facts, known: readonly Participant[], customerId: string | null): Participant[] {
  const { mail, settings, level } = facts;
  const domains = settings.customers.find(({ id }) => id === customerId)?.domains ?? [];
  const named =
    level === 'E0' ? [] : [...mail.to, ...mail.cc].filter(({ address }) => domains.includes(splitAddress(address)[1]));
  const present = new Set([mail.from.address, ...known.map(({ address }) => address)]);
  const inside = settings.people.flatMap(({ addresses }) => addresses);
  return [...answerAddresses(facts), ...named]
    .filter(({ address }, at, all) => all.findIndex((other) => other.address === address) === at)
    .filter(({ address }) => !present.has(address))
    .filter(({ address }) => !isDeskAddress(settings.desk, address) && !inside.includes(address))
    .map(({ name, address }) => ({ name, address, role: 'cc' }));
}

/**
 * Where a proved writer wants answers: Reply-To counts beside From, never in its place (A5), and only within one domain,
 * as where a form writes from no-reply@ for somebody there. Who shares a public domain shares nothing else.
 */
function answerAddresses({ mail, level }: Facts): readonly Address[] {
  const [, domain] = splitAddress(mail.from.address);
  return level < 'E2' || domain === '' || isPublicMailDomain(domain)
    ? []
    : mail.replyTo.filter(({ address }) => splitAddress(address)[1] === domain);
}
