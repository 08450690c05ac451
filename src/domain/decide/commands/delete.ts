import { tagOf } from '../../match/subject-tag.ts';
import { type Command, insiders } from './command.ts';
import { keptFor } from './restore.ts';

/** The ticket is out of the way; nothing of it is erased yet. */
export const deleteTicket: Command = {
  name: 'delete',
  translations: { es: ['borrar', 'eliminar'], de: ['löschen'], fr: ['supprimer', 'effacer'], pt: ['apagar', 'excluir'] },
  args: '',
  roles: insiders,
  class: 'C4',
  help: 'Takes the ticket out of lists and searches; the customer hears nothing. `restore` brings it back within 30 days; then its words, files and stored mails are gone for good.',
  inTitle: false,
  alone: true,
  fits: ({ deleted }) => deleted === null,
  perform: ([extra], { ticket, lookups, settings, insists, now }) => {
    const { merged, hanging } = lookups.kin;
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: '`delete` stands alone',
        expected: 'no words after it',
        word: extra,
        suggestions: ['delete'],
      };
    if (ticket.deleted !== null) return { kind: 'done', change: 'already deleted' };
    const [dependent] = [...merged, ...hanging];
    if (dependent !== undefined && !insists)
      return {
        kind: 'refused',
        problem: `${tagOf(settings.desk.prefix, dependent)} ${merged.length > 0 ? 'lives on in' : 'hangs on'} this ticket`,
        expected: '`delete!` if that is meant',
        suggestions: ['delete!'],
      };
    const until = new Date(now + keptFor).toISOString().slice(0, 10);
    return {
      kind: 'done',
      set: { deleted: now },
      event: 'deleted',
      change: `deleted; \`restore\` brings it back until ${until}`,
      text: 'note',
    };
  },
};
