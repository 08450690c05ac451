import type { Effect } from '../effect.ts';
import type { TicketNo } from '../ids.ts';
import type { Participant } from '../ticket.ts';

/** Who takes part once these effects are carried out: the rest of the same mail counts on it. */
export function participantsAfter(
  before: readonly Participant[],
  effects: readonly Effect[],
  ticket: TicketNo,
): readonly Participant[] {
  const those = new Map(before.map((one) => [one.address, one]));
  for (const effect of effects) {
    if (effect.act === 'remove-participant' && effect.ticket === ticket) those.delete(effect.address);
    if (effect.act !== 'add-participant' || effect.ticket !== ticket) continue;
    if (!those.has(effect.participant.address)) those.set(effect.participant.address, effect.participant);
  }
  return [...those.values()];
}
