import { notifyOfFailure, notifyOfHeld } from '../answer/notify.ts';
import { permits } from '../authenticate/rules.ts';
import type { Decision, Effect } from '../effect.ts';
import { decideAssociateMail } from './associate-mail.ts';
import { decideCustomerMail } from './customer-mail.ts';
import type { Facts } from './facts.ts';
import { arrivedMessage } from './message.ts';

/**
 * What becomes of a mail. A decision list: the first row that fits decides, and the row says why.
 * Nothing automatic is ever answered, obeyed or able to open a ticket (R1, RFC 3834).
 */
export function decideMail(facts: Facts): Decision {
  const { classification, duplicateOf, sender } = facts;
  const { kind } = classification;
  const why = classification.why.join('; ');
  if (duplicateOf !== null)
    return { outcome: 'duplicate', ticket: duplicateOf.ticket, why: 'the same mail came before', effects: [] };
  if (kind === 'loop') return { outcome: 'ignored', ticket: null, why, effects: [] };
  if (sender.kind === 'desk') return held(facts, 'the desk’s own address in From, without our loop mark');
  if (kind === 'bounce' || kind === 'delivery-status') return decideReport(facts);
  if (kind === 'spam') return { outcome: 'ignored', ticket: null, why, effects: [] };
  if (kind !== 'human') return decideQuietMail(facts, why);
  if (sender.kind === 'associate') return decideAssociateMail(facts, sender.person);
  return decideCustomerMail(facts);
}

function held(facts: Facts, why: string): Decision {
  return { outcome: 'held', ticket: null, why, effects: notifyOfHeld(facts, 'other', why) };
}

/** A delivery report changes something only where it returns a mail that is provably ours (3464-1, 3461-1). */
function decideReport(facts: Facts): Decision {
  const { report } = facts.mail;
  const { returned, scene } = facts;
  const [recipient] = report?.recipients ?? [];
  const why = `${report?.action ?? 'unknown'} ${recipient?.status ?? ''} ${recipient?.address ?? ''}`.trim();
  if (returned === null) return { outcome: 'bounced', ticket: null, why: `${why}; returns no mail of ours`, effects: [] };
  if (recipient === undefined || !recipient.permanent) return { outcome: 'bounced', ticket: returned.ticket, why, effects: [] };
  const { diagnostic, status } = recipient;
  const answer = `${status} ${diagnostic}`.trim();
  const effects: Effect[] = [
    { act: 'mark-bounced', outbox: returned.id, diagnostic: answer.slice(0, 300) },
    journal(facts, returned.ticket, 'bounced', { outbox: returned.id, status }),
    ...notifyOfFailure(facts, scene, returned.to, answer),
  ];
  return { outcome: 'bounced', ticket: returned.ticket, why, effects };
}

/** Out-of-office and the like join their ticket without opening it, starting a clock or being answered. */
function decideQuietMail(facts: Facts, why: string): Decision {
  const { scene, placement, classification } = facts;
  if (scene === null || placement.ticket === null) return { outcome: 'ignored', ticket: null, why, effects: [] };
  const { number } = scene.ticket;
  const status = permits(facts.level, 'C1').allowed ? 'filed' : 'held';
  const direction = facts.sender.kind === 'associate' ? 'note' : 'in';
  const effects: Effect[] = [
    { act: 'add-message', ticket: number, message: arrivedMessage(facts, direction, status) },
    journal(facts, number, 'quiet-mail', { kind: classification.kind }),
  ];
  return { outcome: 'appended', ticket: number, why: `${classification.kind}: ${why}`, effects };
}

const journal = (facts: Facts, ticket: Facts['nextTicket'] | null, event: string, data: Record<string, unknown>): Effect => ({
  act: 'journal',
  ticket,
  actor: { kind: 'contact', address: facts.mail.from.address },
  event,
  data,
});
