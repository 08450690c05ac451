import type { Facts } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';
import type { Part } from '../saying.ts';
import type { Person } from '../settings.ts';
import type { Ticket } from '../ticket.ts';
import { filesOf, originalOf, senderData } from './mail-in-hand.ts';
import { threadData, toAssociate } from './outgoing.ts';
import { reachNow } from './reach.ts';
import { standing } from './standing.ts';
import type { Action, HeldReason } from './template-data.ts';
import { admins, whoIsTold } from './told.ts';

/**
 * Tells those who can let it in that a mail was kept back; admins where it belongs to no ticket. `asked` hears of it by the
 * question whether it is theirs.
 */
export function notifyOfHeld(facts: Facts, reason: HeldReason, detail: Part, asked?: Person): Effect[] {
  if (facts.arrival.imported) return [];
  const ticket = facts.scene?.ticket ?? null;
  const crew = ticket === null ? admins(facts.settings.people) : heldCrew(facts, ticket, reason);
  const data = {
    ...threadData(facts, ticket),
    ...senderData(facts, ticket),
    text: facts.mail.visibleText,
    attachments: filesOf(facts).named.map((file) => ({ ...file, attached: false })),
    original: originalOf(facts),
    reason,
    detail,
    actions: admissible(facts, reason),
  };
  const told = crew.filter((person) => person !== asked || reason === 'check-failed');
  return told.flatMap((person) =>
    toAssociate(facts, person, {
      ...{ ticket, template: 'notify-held', automatic: 'auto-generated' },
      data: { ...data, ...reachNow(facts, ticket, person), ...standing(ticket, person) },
    }),
  );
}

/** What lets it in, where it is a customer's. */
const admissible = ({ sender }: Facts, reason: HeldReason): Action[] =>
  sender.kind === 'associate' || sender.kind === 'desk' || reason === 'check-failed' || reason === 'unreadable'
    ? []
    : ['admit', 'admit always'].map((command) => ({ label: command, href: '', command }));

/** A failed check is for the admins too: somebody may be forging mail. */
function heldCrew({ scene, settings }: Facts, ticket: Ticket, reason: HeldReason): Person[] {
  const crew = whoIsTold(ticket, scene?.participants ?? [], settings.people, null);
  return reason === 'check-failed' ? [...new Set([...crew, ...admins(settings.people)])] : crew;
}
