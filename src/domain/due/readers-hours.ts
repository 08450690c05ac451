import type { DeskHours } from '../calendar/desk-hours.ts';
import { nextWorking } from '../calendar/working-time.ts';
import type { Effect } from '../effect.ts';
import type { Person } from '../settings.ts';

/** Mails that time writes leave in the working hours of whoever gets them: nobody finds one that came at midnight. */
export function inReadersHours(
  effects: readonly Effect[],
  hours: DeskHours,
  people: readonly Pick<Person, 'handle' | 'addresses'>[],
  customer: string | null,
): Effect[] {
  return effects.map((effect) => {
    if (effect.act !== 'queue-mail') return effect;
    const { to, notBefore } = effect.mail;
    const person = people.find(({ addresses }) => addresses.includes(to.address));
    const calendar = person === undefined ? hours.ofCustomer(customer) : hours.ofPerson(person.handle);
    return { ...effect, mail: { ...effect.mail, notBefore: nextWorking(calendar, notBefore) } };
  });
}
