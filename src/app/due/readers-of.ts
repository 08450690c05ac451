import type { Ask, Asked } from '../../domain/ask/ask.ts';
import type { DeskHours } from '../../domain/calendar/desk-hours.ts';
import type { DueFacts } from '../../domain/due/due.ts';
import type { Reading } from '../../domain/ports.ts';

/** When those who are asked something read mail, and until when they are away. */
export async function readersOf(
  at: Reading,
  asks: readonly Ask[],
  hours: DeskHours,
  customer: string | null,
): Promise<DueFacts['reader']> {
  const open = asks.filter(({ state }) => state === 'open').flatMap(({ of }) => of);
  const outside = [...new Set(open.flatMap((one) => (one.kind === 'contact' ? [one.address] : [])))];
  const contacts = new Map(await Promise.all(outside.map(async (address) => [address, await at.contact(address)] as const)));
  const colleagues = open.some(({ kind }) => kind === 'associate') ? await at.colleagues() : [];
  return (whom: Asked) =>
    whom.kind === 'contact'
      ? { calendar: hours.ofCustomer(customer), awayUntil: contacts.get(whom.address)?.awayUntil ?? null }
      : {
          calendar: hours.ofPerson(whom.handle),
          awayUntil: colleagues.find(({ handle }) => handle === whom.handle)?.awayUntil ?? null,
        };
}
