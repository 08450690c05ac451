import type { TicketChange, TicketMessage } from '../ticket.ts';
import type { Scene } from './commands/command.ts';

/** What came from outside and counts, oldest first. */
export const customersMails = (messages: readonly TicketMessage[]): TicketMessage[] =>
  messages.filter(({ direction, status }) => direction === 'in' && status === 'filed');

/** Whose turn it is once those mails are gone; null where that does not change. */
export function remaining(
  { ticket, messages }: Pick<Scene, 'ticket' | 'messages'>,
  gone: readonly TicketMessage[],
): TicketChange | null {
  const last = messages.findLast(
    (one) => one.direction !== 'note' && one.status === 'filed' && !gone.some(({ id }) => id === one.id),
  );
  return last?.direction === 'out' && ticket.waitsFor === 'staff' ? { waitsFor: 'customer' } : null;
}
