import type { Effect } from '../../effect.ts';
import { listed, say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { colleaguesIn, partOf } from './watchers.ts';

/** Lets colleagues hear of everything on the ticket. */
export const watch: Command = {
  name: 'watch',
  translations: { es: ['seguir'], de: ['beobachten'], fr: ['suivre'], pt: ['acompanhar', 'seguir'] },
  args: '[WHO…]',
  roles: insiders,
  class: 'C3',
  help: say('Lets you, or the colleagues you name, hear of everything on the ticket.'),
  inTitle: true,
  fits: ({ state }) => state !== 'closed',
  perform: (words, scene) => {
    const read = colleaguesIn('watch', words, scene);
    if (read.kind === 'refused') return read;
    const { ticket, participants } = scene;
    const fresh = read.people.filter((person) => partOf(person, participants) === undefined);
    const there = read.people.filter((person) => !fresh.includes(person)).map(({ handle }) => say`${handle} hears of it already`);
    const change = listed([...fresh.map(({ handle }) => `+${handle}`), ...there]);
    const added = fresh.flatMap(({ name, addresses: [address] }) => (address === undefined ? [] : [{ name, address }]));
    if (added.length === 0) return { kind: 'done', change };
    const { number } = ticket;
    return {
      kind: 'done',
      effects: added.map((one): Effect => ({ act: 'add-participant', ticket: number, participant: { ...one, role: 'watcher' } })),
      back: added.map(({ address }): Effect => ({ act: 'remove-participant', ticket: number, address })),
      event: 'watchers-added',
      data: { handles: fresh.map(({ handle }) => handle) },
      change,
    };
  },
};
