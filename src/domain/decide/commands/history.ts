import { say } from '../../saying.ts';
import { type Command, insiders } from './command.ts';

/** The journal of the ticket as a mail. */
export const history: Command = {
  name: 'history',
  translations: { es: ['historial'], de: ['verlauf'], fr: ['historique'], pt: ['histórico', 'historico'] },
  args: '',
  roles: insiders,
  class: 'C1r',
  help: say('Mails you what happened on the ticket, who did it and when.'),
  inTitle: true,
  fits: () => true,
  perform: () => ({ kind: 'done', change: say('comes in this mail'), answer: { kind: 'history' } }),
};
