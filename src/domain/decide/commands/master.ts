import { tagOf } from '../../match/subject-tag.ts';
import { say } from '../../saying.ts';
import { kinOf, kinQuery } from '../kin-of.ts';
import { noted, otherTicket } from '../other-ticket.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** This ticket has its root cause in another one, which many may hang on. */
export const master: Command = {
  name: 'master',
  translations: { es: ['causa'], de: ['ursache', 'hauptticket'], fr: ['cause'], pt: ['causa'] },
  args: 'TICKET|none',
  roles: insiders,
  class: 'C4',
  help: say(
    'This ticket hangs on that one, its root cause: when that one is closed, or answered with `reply`, this one’s customer is told too. `master none` takes it off.',
  ),
  inTitle: false,
  alone: true,
  reads: kinQuery('none'),
  fits: () => true,
  perform: (words, scene) => {
    if (/^(?:none|nobody)$/i.test(words[0]?.text ?? '')) return takenOff(scene);
    const found = otherTicket('master', words, scene);
    if (found.kind === 'refused') return found;
    const { ticket, lookups, settings } = scene;
    const { number: on, subject, master: above } = found.other.ticket;
    if (ticket.master === on) return { kind: 'done', change: say`hangs on ${found.tag} already` };
    const problem =
      above !== undefined ? say`${found.tag} hangs on another ticket itself` : say('other tickets hang on this one');
    if (above !== undefined || kinOf(lookups, ticket.number).hanging.length > 0)
      return {
        kind: 'refused',
        problem,
        expected: say('one root cause for all of them'),
        suggestions: above === undefined ? [] : [`master ${tagOf(settings.desk.prefix, above)}`],
      };
    return {
      kind: 'done',
      effects: [{ act: 'hang-ticket', ticket: ticket.number, on }, noted(scene, on, 'became-master', { of: ticket.number })],
      back: [{ act: 'hang-ticket', ticket: ticket.number, on: ticket.master ?? null }],
      event: 'hangs',
      data: { from: ticket.master ?? null, on },
      change: say`hangs on ${found.tag} “${subject}”: what its end is, this customer hears too`,
    };
  },
};

function takenOff({ ticket, settings }: Scene): Deed {
  const { master: on } = ticket;
  if (on === undefined) return { kind: 'done', change: say('hangs on no ticket') };
  return {
    kind: 'done',
    effects: [{ act: 'hang-ticket', ticket: ticket.number, on: null }],
    back: [{ act: 'hang-ticket', ticket: ticket.number, on }],
    event: 'hangs',
    data: { from: on, on: null },
    change: say`${tagOf(settings.desk.prefix, on)} → no master`,
  };
}
