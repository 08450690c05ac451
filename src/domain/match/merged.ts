import type { TicketNo } from '../ids.ts';

/** Merges of merges that are followed; more are a mistake in the data. */
const most = 20;

/**
 * The ticket that a merged one lives on in: where mails to it belong. A circle, which no command makes, ends where it was
 * entered, so that no mail is lost over it.
 */
export function livesOnIn(number: TicketNo, mergedInto: ReadonlyMap<TicketNo, TicketNo>): TicketNo {
  let at = number;
  for (let steps = 0; steps < most; steps++) {
    const next = mergedInto.get(at);
    if (next === undefined) return at;
    if (next === number) return number;
    at = next;
  }
  return at;
}
