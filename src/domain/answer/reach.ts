import type { Facts } from '../decide/facts.ts';
import type { Person } from '../settings.ts';
import type { Contact, Ticket } from '../ticket.ts';
import { dayFor } from './time-for.ts';

/** Whether the requester reads what we write: the day they are away until, and why mail to them fails; '' where neither is known. */
export type Reach = { requesterAway: string; requesterFails: string };

/** What is known of a requester's reach at that moment; a day that came is no absence any more. */
export const reachOf = (
  requester: Contact | null,
  person: Person,
  { settings, now }: Pick<Facts, 'settings' | 'now'>,
): Reach => ({
  requesterAway:
    requester?.awayUntil !== undefined && requester.awayUntil > now ? dayFor(requester.awayUntil, person, settings.desk) : '',
  requesterFails: requester?.bounced?.why ?? '',
});

/** The reach of a ticket's requester while a mail about it is decided. Who writes to us has an address again, as the store will say too. */
export function reachNow(facts: Facts, ticket: Pick<Ticket, 'requester'> | null, person: Person): Reach {
  const reach = reachOf(ticket === null ? null : requesterOf(facts, ticket), person, facts);
  return ticket?.requester === facts.mail.from.address ? { ...reach, requesterFails: '' } : reach;
}

/** A ticket that opens with this mail has no scene yet: its requester is the mail's author, or the one it was passed on for. */
function requesterOf({ scene, sender, passedOn }: Facts, { requester }: Pick<Ticket, 'requester'>): Contact | null {
  if (scene !== null && scene.ticket.requester === requester) return scene.requester;
  const known = [sender, passedOn !== null && 'sender' in passedOn ? passedOn.sender : sender];
  return known.flatMap((one) => (one.kind === 'contact' && one.contact.address === requester ? [one.contact] : []))[0] ?? null;
}
