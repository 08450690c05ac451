import type { Effect } from '../../effect.ts';
import { listed, say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';
import { colleaguesIn, partOf } from './watchers.ts';

/** Ends watching. */
export const unwatch: Command = {
  name: 'unwatch',
  translations: {
    es: ['no-seguir'],
    de: ['nicht-beobachten'],
    fr: ['ne-plus-suivre'],
    pt: ['não-acompanhar', 'nao-acompanhar'],
  },
  args: '[WHO…]',
  roles: insiders,
  class: 'C3',
  help: say('Ends watching, for you or for the colleagues you name.'),
  inTitle: true,
  fits: () => true,
  perform: (words, scene) => {
    const read = colleaguesIn('unwatch', words, scene);
    if (read.kind === 'refused') return read;
    const { ticket, participants } = scene;
    const parts = read.people.map((person) => ({ person, part: partOf(person, participants) }));
    const gone = parts.flatMap(({ person, part }) => (part?.role === 'watcher' ? [{ person, part }] : []));
    const absent = parts
      .filter(({ part }) => part?.role !== 'watcher')
      .map(({ person }) => say`${person.handle} does not watch it`);
    const change = listed([...gone.map(({ person }) => `−${person.handle}`), ...absent]);
    if (gone.length === 0) return { kind: 'done', change };
    const { number } = ticket;
    return {
      kind: 'done',
      effects: gone.map(({ part: { address } }): Effect => ({ act: 'remove-participant', ticket: number, address })),
      back: gone.map(({ part }): Effect => ({ act: 'add-participant', ticket: number, participant: part })),
      event: 'watchers-removed',
      data: { handles: gone.map(({ person }) => person.handle) },
      change,
    };
  },
};
