import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';

/** How long a deleted ticket can come back. */
export const keptFor = 30 * 86_400_000;

/** A deleted ticket is there again. */
export const restore: Command = {
  name: 'restore',
  translations: { es: ['restaurar'], de: ['wiederherstellen'], fr: ['restaurer'], pt: ['restaurar'] },
  args: '',
  roles: insiders,
  class: 'C4',
  help: say('Brings a deleted ticket back, within 30 days.'),
  inTitle: false,
  fits: ({ deleted }) => deleted !== null,
  perform: (_words, { ticket, now }) => {
    if (ticket.deleted === null) return { kind: 'done', change: say('it is not deleted') };
    if (now - ticket.deleted > keptFor)
      return {
        kind: 'refused',
        problem: say('it was deleted more than 30 days ago'),
        expected: say('a ticket deleted within the last 30 days'),
        suggestions: [],
      };
    return { kind: 'done', set: { deleted: null }, event: 'restored', change: say('deleted → there again') };
  },
};
