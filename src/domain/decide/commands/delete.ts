import { tagOf } from '../../match/subject-tag.ts';
import { say } from '../../saying.ts';
import { kinOf, kinQuery } from '../kin-of.ts';
import { type Command, insiders } from './command.ts';
import { keptFor } from './restore.ts';

/** The ticket is out of the way; nothing of it is erased yet. */
export const deleteTicket: Command = {
  name: 'delete',
  translations: { es: ['borrar', 'eliminar'], de: ['löschen'], fr: ['supprimer', 'effacer'], pt: ['apagar', 'excluir'] },
  args: '',
  roles: insiders,
  class: 'C4',
  help: say(
    'Takes the ticket out of lists and searches; the customer hears nothing. `restore` brings it back within 30 days; then its words, files and stored mails are gone for good.',
  ),
  inTitle: false,
  alone: true,
  reads: kinQuery('none'),
  fits: ({ deleted }) => deleted === null,
  perform: ([extra], { ticket, lookups, settings, insists, now }) => {
    const { merged, hanging } = kinOf(lookups, ticket.number);
    if (extra !== undefined)
      return {
        kind: 'refused',
        problem: say('`delete` stands alone'),
        expected: say('no words after it'),
        word: extra,
        suggestions: ['delete'],
      };
    if (ticket.deleted !== null) return { kind: 'done', change: say('already deleted') };
    const [dependent] = [...merged, ...hanging];
    if (dependent !== undefined && !insists) {
      const tag = tagOf(settings.desk.prefix, dependent);
      return {
        kind: 'refused',
        problem: merged.length > 0 ? say`${tag} lives on in this ticket` : say`${tag} hangs on this ticket`,
        expected: say('`delete!` if that is meant'),
        suggestions: ['delete!'],
      };
    }
    const until = new Date(now + keptFor).toISOString().slice(0, 10);
    return {
      kind: 'done',
      set: { deleted: now },
      event: 'deleted',
      change: say`deleted; \`restore\` brings it back until ${until}`,
      text: 'note',
    };
  },
};
