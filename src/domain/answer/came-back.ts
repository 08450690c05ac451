import type { Effect } from '../effect.ts';
import type { SentMail } from '../outbox.ts';
import type { Ticket } from '../ticket.ts';

/**
 * What it means for people that a mail of ours failed for good: its address is marked until a mail comes from it, and where
 * a person's answer failed, the customer has no answer: the ticket is ours again. An acknowledgement moves nothing.
 */
export function cameBack(mail: Pick<SentMail, 'to' | 'party' | 'automatic'>, ticket: Ticket | null, answer: string): Effect[] {
  if (mail.party !== 'contact') return [];
  const marked: Effect = { act: 'mark-address', address: mail.to, why: answer.slice(0, 300) };
  const isAnswer = mail.automatic === null;
  return [marked, ...(isAnswer && ticket !== null ? ours(ticket) : [])];
}

function ours(ticket: Ticket): Effect[] {
  const { number } = ticket;
  if (ticket.state !== 'closed')
    return ticket.waitsFor === 'staff' ? [] : [{ act: 'change-ticket', ticket: number, set: { waitsFor: 'staff' } }];
  return [
    { act: 'change-ticket', ticket: number, set: { state: 'raised', closed: null, waitsFor: 'staff' } },
    {
      act: 'journal',
      ticket: number,
      actor: { kind: 'desk' },
      event: 'reopened',
      data: { because: 'the answer did not arrive' },
    },
  ];
}
