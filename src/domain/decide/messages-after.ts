import type { TicketMessage } from '../ticket.ts';
import type { Deed } from './commands/command.ts';

/** What stands on the ticket once this is done: a held text goes out once, whatever else the same mail asks for it. */
export const messagesAfter = (
  before: readonly TicketMessage[],
  { effects = [], releases }: Extract<Deed, { kind: 'done' }>,
): readonly TicketMessage[] =>
  before.map((message) => {
    if (message.id === releases?.id) return settled(message, { direction: 'out', status: 'filed' });
    const change = effects.find((effect) => effect.act === 'change-entry' && effect.entry === message.id);
    return change?.act === 'change-entry' && change.set.draft === null ? settled(message, change.set) : message;
  });

/** No draft any more. */
function settled(
  { draft: _, ...message }: TicketMessage,
  { direction = message.direction, status = message.status }: Partial<Pick<TicketMessage, 'direction' | 'status'>>,
): TicketMessage {
  return { ...message, direction, status };
}
