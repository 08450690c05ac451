import type { Effect } from '../../effect.ts';
import { say } from '../../saying.ts';
import type { Participant, Ticket, TicketChange, TicketMessage } from '../../ticket.ts';
import { customersMails, remaining } from '../customers-mails.ts';
import type { TicketScene } from '../facts.ts';
import { isAnothersTicket, joining, newcomers, noted, onlyInsisting, otherTicket } from '../other-ticket.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** The customer's last mail belongs to another ticket, and so does what answers it. */
export const move: Command = {
  name: 'move',
  translations: { es: ['mover'], de: ['verschieben', 'umhängen'], fr: ['déplacer', 'deplacer'], pt: ['mover'] },
  args: 'TICKET',
  roles: insiders,
  class: 'C4',
  help: say('The customer’s last mail belongs to that ticket: it goes there, and so does whatever answers it from now on.'),
  inTitle: false,
  alone: true,
  fits: () => true,
  perform: (words, scene) => {
    const found = otherTicket('move', words, scene);
    if (found.kind === 'refused') return found;
    const mails = customersMails(scene.messages);
    const last = mails.at(-1);
    if (last === undefined)
      return {
        kind: 'refused',
        problem: say('no mail of the customer stands on this ticket'),
        expected: say('a ticket with one'),
        suggestions: [],
      };
    if (isAnothersTicket(scene.ticket, found.other.ticket) && !scene.insists)
      return onlyInsisting('move', found.tag, say`${found.tag} is another customer’s`);
    if (mails.length === 1 && !scene.insists)
      return {
        kind: 'refused',
        problem: say('it is the only mail here: this ticket would be left empty'),
        expected: say`\`merge ${found.tag}\` to take the whole ticket along, or \`move! ${found.tag}\``,
        suggestions: [`merge ${found.tag}`, `move! ${found.tag}`],
      };
    return moved(scene, last, found.other, found.tag);
  },
};

function moved(scene: Scene, mail: TicketMessage, { ticket: to, participants }: TicketScene, tag: string): Deed {
  const { ticket } = scene;
  const writer: Participant = { ...mail.from, role: 'cc' };
  const join = joining(to.number, newcomers([writer], participants));
  const rest = remaining(scene, [mail]);
  const set: TicketChange = { waitsFor: 'staff', ...(to.state === 'closed' ? { state: 'raised', closed: null } : {}) };
  const was: TicketChange = { state: to.state, waitsFor: to.waitsFor, closed: to.closed };
  const awake: Ticket = { ...to, ...set };
  return {
    kind: 'done',
    ...(rest === null ? {} : { set: rest }),
    effects: [
      { act: 'move-entry', entry: mail.id, ticket: to.number },
      ...join.effects,
      { act: 'change-ticket', ticket: to.number, set },
      noted(scene, to.number, 'got-mail', { from: ticket.number }),
    ],
    back: [
      { act: 'move-entry', entry: mail.id, ticket: ticket.number } satisfies Effect,
      ...join.back,
      { act: 'change-ticket', ticket: to.number, set: was },
    ],
    event: 'moved-mail',
    data: { to: to.number },
    change:
      to.state === 'closed'
        ? say`the last mail of ${writer.name || writer.address} goes to ${tag} “${to.subject}”, which is open again`
        : say`the last mail of ${writer.name || writer.address} goes to ${tag} “${to.subject}”`,
    arrives: { ticket: awake, participants, mail, was: to },
  };
}
