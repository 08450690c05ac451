import { nearest } from '../../nearest.ts';
import { say } from '../../saying.ts';
import { calledBy, customerCalled, queryFor } from '../customers-called.ts';
import { changeValue } from './change-value.ts';
import { type Command, insiders } from './command.ts';
import { sayStanding } from './say-standing.ts';

/** Puts the ticket on the right customer. */
export const customer: Command = {
  name: 'customer',
  translations: { es: ['cliente'], de: ['kunde'], fr: ['client'], pt: ['cliente'] },
  args: 'ID|NAME | new|old|rule',
  roles: insiders,
  class: 'C4',
  help: say(
    'Puts the ticket on the right customer, by id or name; `none` takes it off the one it is on. `new` or `old` corrects what the desk thinks of the ticket’s customer, on all their tickets; `rule` leaves it to `desk.old_customers` again.',
  ),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  reads: queryFor,
  perform: (words, scene) => {
    const { settings, lookups, ticket } = scene;
    const said = calledBy(words);
    const found = customerCalled(said, settings, lookups);
    const isNone = /^none$/i.test(said);
    if (found !== null || isNone) {
      const to = found?.id ?? null;
      const again = `customer! ${to ?? 'none'}`;
      return changeValue({ field: 'customer', from: ticket.customer, to, set: { customer: to }, again }, scene);
    }
    const standing = sayStanding(said, scene);
    if (standing !== null) return standing;
    const names = settings.customers.flatMap(({ id, name }) => [id.toLowerCase(), name.toLowerCase()]);
    const near = nearest(said.toLowerCase(), names, 3).flatMap((name) => customerCalled(name, settings, lookups)?.id ?? []);
    const [word] = words;
    return {
      kind: 'refused',
      problem: said === '' ? say('`customer` needs an id or a name') : say`no customer is called “${said}”`,
      expected: say('the id or name of a customer; `account` makes a new one'),
      ...(word && { word }),
      suggestions: [...new Set(near)].map((id) => `customer ${id}`),
    };
  },
};
