import type { Sender, TicketScene } from '../../domain/decide/facts.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import { quoteKey } from '../../domain/quote/quote.ts';
import type { Settings } from '../../domain/settings.ts';
import { sceneOf } from './5-match.ts';

/** The tickets that open offers on these are for as well, by the numbers the offers have; each where it lives on by now. */
export async function alongside(
  at: Reading,
  scenes: Iterable<TicketScene>,
  sender: Sender,
  settings: Pick<Settings, 'workflows' | 'customers' | 'desk'>,
): Promise<Map<TicketNo, TicketScene>> {
  const found = new Map<TicketNo, TicketScene>();
  for (const { ticket, records } of scenes) {
    const offers = records.quotes.filter((quote) => quote.status === 'open' && quoteKey(quote).ticket === ticket.number);
    for (const number of offers.flatMap(({ offer }) => offer.tickets.slice(1))) {
      const scene = found.has(number) ? null : await sceneOf(at, await homeOf(at, number), sender, settings);
      if (scene !== null) found.set(number, scene);
    }
  }
  return found;
}

/** Where a merged ticket lives on; chains are short, and a circle ends where it began. */
async function homeOf(at: Reading, number: TicketNo): Promise<TicketNo> {
  const seen = new Set<TicketNo>();
  let home = number;
  for (;;) {
    seen.add(home);
    const into = (await at.ticket(home))?.mergedInto;
    if (into === undefined || seen.has(into)) return home;
    home = into;
  }
}
