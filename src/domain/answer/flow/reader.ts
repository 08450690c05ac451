import type { Asked } from '../../ask/ask.ts';
import type { Address } from '../../mail.ts';
import type { Person } from '../../settings.ts';
import type { Shown } from './telling.ts';

/** Who reads a mail of a step: one of us, or somebody outside with the language and zone that they are written to in. */
export type Reader =
  | { kind: 'ours'; person: Person; language: string; timezone: string | null }
  | { kind: 'theirs'; to: Address; language: string; timezone: string | null };

/** The reader behind an address or handle; null where one of us is no more. */
export function readerOf(who: Asked, { settings, scene }: Shown): Reader | null {
  const { desk, people, customers } = settings;
  const { ticket, participants } = scene;
  if (who.kind === 'associate') {
    const person = people.find(({ handle }) => handle === who.handle);
    return person === undefined
      ? null
      : { kind: 'ours', person, language: person.language ?? desk.language, timezone: person.timezone };
  }
  const customer = customers.find(({ id }) => id === ticket.customer);
  const contact = customer?.contacts.find(({ addresses }) => addresses.includes(who.address));
  const name = participants.find(({ address }) => address === who.address)?.name ?? contact?.name ?? '';
  const language =
    who.address === ticket.requester ? ticket.language : (contact?.language ?? customer?.language ?? ticket.language);
  return { kind: 'theirs', to: { name, address: who.address }, language, timezone: customer?.timezone ?? null };
}
