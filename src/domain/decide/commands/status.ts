import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';

/** The ticket as a mail. */
export const status: Command = {
  name: 'status',
  translations: { es: ['estado'], de: ['stand'], fr: ['statut', 'état'], pt: ['situação', 'situacao'] },
  args: '',
  roles: insiders,
  class: 'C1r',
  help: say('Mails you the ticket as it stands: facts and last messages.'),
  inTitle: true,
  fits: () => true,
  perform: () => ({ kind: 'done', change: say('comes in this mail'), asks: 'status' }),
};
