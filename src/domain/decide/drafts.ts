import { say } from '../saying.ts';
import type { TicketMessage } from '../ticket.ts';
import type { Deed } from './commands/command.ts';

/** The last text of theirs that was held and waits for their word. */
export const draftOf = (messages: readonly TicketMessage[], handle: string): TicketMessage | undefined =>
  messages.findLast(({ status, draft }) => status === 'held' && draft === handle);

/** There is none. */
export const noDraft: Deed = {
  kind: 'refused',
  problem: say('no text of yours is held back here'),
  expected: say('a text that was held'),
  suggestions: ['status'],
};
