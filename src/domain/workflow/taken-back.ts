import type { TicketScene } from '../decide/facts.ts';
import type { Effect } from '../effect.ts';

/** What takes back what was done on a ticket beside the one in hand: values, questions, what is owed, and mails that still wait. */
export function takenBack(effects: readonly Effect[], { ticket, records }: Pick<TicketScene, 'ticket' | 'records'>): Effect[] {
  const mails = effects.flatMap((effect) => (effect.act === 'queue-mail' ? [effect.mail.messageId] : []));
  const inverse = effects.flatMap((effect): Effect[] => {
    switch (effect.act) {
      case 'change-ticket': {
        const was = Object.fromEntries(Object.keys(effect.set).map((key) => [key, Reflect.get(ticket, key)]));
        return [{ act: 'change-ticket', ticket: effect.ticket, set: was }];
      }
      case 'keep-charge':
        return [{ act: 'void-charge', ticket: effect.charge.ticket, once: effect.charge.once, why: 'undone' }];
      case 'open-ask':
        return [{ act: 'settle-ask', ask: effect.ask.id, state: 'withdrawn' }];
      case 'settle-ask':
        return records.asks.some(({ id, state }) => id === effect.ask && state === 'open')
          ? [{ act: 'reopen-ask', ask: effect.ask }]
          : [];
      default:
        return [];
    }
  });
  return [...inverse, ...(mails.length === 0 ? [] : [{ act: 'cancel-mails', mails } as const])];
}
