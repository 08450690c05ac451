import type { DeskHours } from '../calendar/desk-hours.ts';
import { nextWorking } from '../calendar/working-time.ts';
import type { Effect } from '../effect.ts';
import type { OutboxId } from '../ids.ts';
import type { Settings } from '../settings.ts';

/** A mail that did not leave when it should have; `customer`: that of its ticket, null where it is on none. */
export type LateMail = { id: OutboxId; to: string; customer: string | null };

/** Mails that a desk finds when it wakes wait for their readers' next hours: it may wake at night. */
export function putOff(
  mails: readonly LateMail[],
  hours: DeskHours,
  { people, customers }: Pick<Settings, 'people' | 'customers'>,
  now: number,
): Effect[] {
  return mails.flatMap(({ id, to, customer }): Effect[] => {
    const person = people.find(({ addresses }) => addresses.includes(to));
    const theirs = customers.find(({ contacts }) => contacts.some(({ addresses }) => addresses.includes(to)));
    const calendar = person === undefined ? hours.ofCustomer(customer ?? theirs?.id ?? null) : hours.ofPerson(person.handle);
    const at = nextWorking(calendar, now);
    return at === now ? [] : [{ act: 'put-off', mail: id, at }];
  });
}
