import type { Link } from '../../domain/evidence-chain.ts';
import type { TicketNo } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';

/** All that is on record for a ticket; of the chain what is another's stands as its digest alone. */
export async function readTicket(at: Reading, number: TicketNo) {
  const ticket = await at.ticket(number);
  if (ticket === null) return null;
  const arrivals = await at.arrivalsOn(number);
  const messages = await at.messages(number);
  const chain = (await at.evidenceChain()).map((link): Link => (link.proof?.ticket === number ? link : { ...link, proof: null }));
  const evidence = await Promise.all(arrivals.map(({ id }) => at.evidence(id)));
  return {
    ...{ ticket, messages, chain, journal: await at.journal(number), time: await at.time(number) },
    ...{ outbox: await at.outbox({ ticket: number }), quotes: await at.quotes(number) },
    raw: [...new Set([...arrivals.map((one) => one.sha256), ...messages.flatMap((one) => one.sha256 ?? [])])],
    reports: [...new Set(evidence.flat().map(({ at: _, ...row }) => JSON.stringify(row)))],
  };
}
