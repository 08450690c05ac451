import type { Effect } from '../effect.ts';
import type { OutboxRow } from '../outbox.ts';
import { cameBack } from './came-back.ts';
import { type FailedOn, notifyOfFailure } from './notify-failed.ts';
import type { Desk } from './outgoing.ts';

/**
 * A mail of ours that a server refused for good, or that nobody took for days: the ticket remembers, its people hear of it.
 *
 * @param words that a person wrote in it
 */
export function undelivered(desk: Desk, row: OutboxRow, on: FailedOn | null, answer: string, words: string): Effect[] {
  return [
    {
      act: 'journal',
      ticket: row.ticket,
      actor: { kind: 'desk' },
      event: 'not-delivered',
      data: { outbox: row.id, template: row.template, code: /^\d{3}(?: \d\.\d+\.\d+)?/.exec(answer)?.[0] ?? null },
    },
    ...cameBack({ to: row.to.address, party: row.party, automatic: row.automatic }, on?.ticket ?? null, answer),
    ...notifyOfFailure(desk, on, row.to.address, answer, words),
  ];
}
