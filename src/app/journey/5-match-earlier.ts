import type { Facts } from '../../domain/decide/facts.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Understood } from './understand.ts';

/** The same mail that came before; by another mailbox it is news to that one's team, once (F-37). */
export async function earlierOne(at: Reading, { mail, arrival, mailbox }: Understood): Promise<Facts['duplicateOf']> {
  const first = await at.firstWithContent(mail.contentHash, arrival.id);
  if (first === null) return null;
  const { ticket } = first;
  const outcome = first.outcome ?? 'held';
  if (outcome !== 'created' || ticket === null || mailbox === null || first.source.mailbox === mailbox.name)
    return { outcome, ticket, isNews: false };
  const seen = await at.journal(ticket);
  const isNews = !seen.some(({ event, data: { mailbox: by } }) => event === 'also-arrived' && by === mailbox.name);
  return { outcome, ticket, isNews };
}

/** R3: lines of a list reply and commands without a ticket teach no ticket their id; the ledger knows it. */
export async function hasCommanded(at: Reading, { mail: { messageId }, arrival: { id } }: Understood): Promise<boolean> {
  const same = messageId === null ? [] : await at.arrivalsOf({ messageId });
  return same.some((one) => one.id !== id && one.outcome === 'commanded');
}
