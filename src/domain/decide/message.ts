import type { NewMessage } from '../ticket.ts';
import type { Facts } from './facts.ts';

/** The mail in hand as an entry on a ticket. */
export function arrivedMessage(facts: Facts, direction: NewMessage['direction'], status: NewMessage['status']): NewMessage {
  const { mail, arrival } = facts;
  return {
    direction,
    status,
    messageId: mail.messageId,
    from: mail.from,
    to: [...mail.to, ...mail.cc].map(({ address }) => address),
    at: arrival.receivedAt,
    subject: mail.subject,
    text: mail.text,
    visibleText: mail.visibleText,
    attachments: mail.attachments,
    sha256: mail.sha256,
  };
}
