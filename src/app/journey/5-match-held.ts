import type { HeldMail, TicketScene } from '../../domain/decide/facts.ts';
import type { MessageId } from '../../domain/ids.ts';
import type { Reading } from '../../domain/ports.ts';
import type { Arrival } from '../../domain/ticket.ts';

/** The held mail that an associate's mail is about: that whose notice it answers, else the last one of the ticket. */
export async function heldMail(at: Reading, answers: MessageId | null, scene: TicketScene | null): Promise<HeldMail | null> {
  return (await told(at, answers)) ?? (await lastOn(at, scene));
}

async function told(at: Reading, answers: MessageId | null): Promise<HeldMail | null> {
  const sent = answers === null ? null : await at.sentMail(answers);
  const row = sent?.template === 'notify-held' ? await at.outboxRow(sent.id) : null;
  if (row === null || row.journey === null) return null;
  const [arrival] = await at.arrivals([row.journey]);
  const { senderAddress } = row.data;
  return arrival === undefined ? null : heldFrom(arrival, typeof senderAddress === 'string' ? senderAddress : '');
}

async function lastOn(at: Reading, scene: TicketScene | null): Promise<HeldMail | null> {
  const entry = scene?.messages.findLast(
    ({ status, draft, sha256 }) => status === 'held' && draft === undefined && sha256 !== null,
  );
  if (entry === undefined || entry.sha256 === null) return null;
  const arrivals = await at.arrivalsOf({ sha256: entry.sha256 });
  const arrival = arrivals.findLast(({ ticket, outcome }) => ticket === entry.ticket && outcome === 'held');
  return arrival === undefined ? null : heldFrom(arrival, entry.from.address);
}

const heldFrom = ({ id, outcome, why }: Arrival, from: string): HeldMail | null =>
  outcome === 'held' ? { arrival: id, from, why } : null;
