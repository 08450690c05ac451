import { say } from '../../saying.ts';
import { kinOf, kinQuery } from '../kin-of.ts';
import { noted, otherTicket } from '../other-ticket.ts';
import { type Command, insiders } from './command.ts';

/** Notes that another ticket has to do with this one. */
export const link: Command = {
  name: 'link',
  translations: { es: ['enlazar', 'vincular'], de: ['verknüpfen'], fr: ['lier', 'relier'], pt: ['vincular', 'ligar'] },
  args: 'TICKET',
  roles: insiders,
  class: 'C3',
  help: say('Notes that the two tickets belong together. `unlink` takes that back.'),
  inTitle: false,
  reads: kinQuery('none'),
  fits: () => true,
  perform: (words, scene) => {
    const found = otherTicket('link', words, scene);
    if (found.kind === 'refused') return found;
    const { ticket, lookups } = scene;
    const { number: to, subject } = found.other.ticket;
    if (kinOf(lookups, ticket.number).links.includes(to)) return { kind: 'done', change: say`already linked with ${found.tag}` };
    return {
      kind: 'done',
      effects: [
        { act: 'link-tickets', ticket: ticket.number, to, why: 'by an associate' },
        noted(scene, to, 'linked', { to: ticket.number }),
      ],
      back: [{ act: 'unlink-tickets', ticket: ticket.number, to }],
      event: 'linked',
      data: { to },
      change: say`linked with ${found.tag} “${subject}”`,
    };
  },
};
