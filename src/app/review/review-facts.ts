import type { Reading } from '../../domain/ports.ts';
import type { ReviewFacts } from '../../domain/review/review.ts';
import type { Settings } from '../../domain/settings.ts';

/** Tickets of one customer that a review looks at: the latest touched, and all that are open. */
const mostTickets = 500;

/** What a service review of a customer is made of; null where nobody knows it. */
export async function reviewFacts(
  at: Reading,
  { customers }: Pick<Settings, 'customers'>,
  id: string,
): Promise<ReviewFacts | null> {
  const customer = customers.find((one) => one.id === id);
  if (customer === undefined) return null;
  const latest = await at.tickets({ customer: id, limit: mostTickets });
  const open = await at.tickets({ customer: id, open: true, limit: mostTickets });
  const tickets = [...new Map([...latest, ...open].map((ticket) => [ticket.number, ticket])).values()];
  const quotes = (await Promise.all(tickets.map(({ number }) => at.quotes(number)))).flat();
  const once = new Map(quotes.map((quote) => [`${quote.hash} ${quote.made}`, quote]));
  return { customer, tickets, quotes: [...once.values()] };
}
