import type { TicketMessage } from '../ticket.ts';

/** The last text of theirs that was held and waits for their word. */
export const draftOf = (messages: readonly TicketMessage[], handle: string): TicketMessage | undefined =>
  messages.findLast(({ status, draft }) => status === 'held' && draft === handle);
