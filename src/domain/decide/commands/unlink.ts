import { tagOf } from '../../match/subject-tag.ts';
import { say } from '../../saying.ts';
import { kinOf, kinQuery } from '../kin-of.ts';
import { ticketIn } from '../named-in-words.ts';
import { noted } from '../other-ticket.ts';
import { type Command, insiders } from './command.ts';

/** Another ticket has nothing to do with this one after all. */
export const unlink: Command = {
  name: 'unlink',
  translations: {
    es: ['desenlazar', 'desvincular'],
    de: ['entknüpfen'],
    fr: ['délier', 'delier'],
    pt: ['desvincular', 'desligar'],
  },
  args: 'TICKET',
  roles: insiders,
  class: 'C3',
  help: say('The two tickets do not belong together after all.'),
  inTitle: false,
  reads: kinQuery('none'),
  fits: () => true,
  perform: ([word], scene) => {
    const { ticket, lookups, settings } = scene;
    const { prefix } = settings.desk;
    const { links } = kinOf(lookups, ticket.number);
    const to = links.find((one) => one === ticketIn(word?.text ?? '', prefix));
    if (to === undefined) {
      const tags = links.map((one) => tagOf(prefix, one));
      return {
        kind: 'refused',
        problem:
          word === undefined ? say('`unlink` needs to know which ticket') : say`“${word.text}” is not linked with this ticket`,
        expected: tags.length === 0 ? say('a ticket that is linked; none is') : say`one of ${tags.join(', ')}`,
        ...(word === undefined ? {} : { word }),
        suggestions: tags.map((tag) => `unlink ${tag}`),
      };
    }
    return {
      kind: 'done',
      effects: [{ act: 'unlink-tickets', ticket: ticket.number, to }, noted(scene, to, 'unlinked', { to: ticket.number })],
      back: [{ act: 'link-tickets', ticket: ticket.number, to, why: 'by an associate' }],
      event: 'unlinked',
      data: { to },
      change: say`no longer linked with ${tagOf(prefix, to)}`,
    };
  },
};
