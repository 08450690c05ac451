import { listed, say } from '../../saying.ts';
import type { Ticket, TicketChange } from '../../ticket.ts';
import { closing } from '../flow/common-block.ts';
import { isAnothersTicket, joining, namesOf, newcomers, noted, onlyInsisting, otherTicket } from '../other-ticket.ts';
import { type Command, type Deed, insiders, type Scene } from './command.ts';

/** This ticket lives on in another one: what is written to it lands there, its people take part there. */
export const merge: Command = {
  name: 'merge',
  translations: {
    es: ['fusionar', 'unir'],
    de: ['zusammenführen', 'vereinen'],
    fr: ['fusionner', 'réunir'],
    pt: ['mesclar', 'fundir'],
  },
  args: 'TICKET',
  roles: insiders,
  class: 'C4',
  help: say(
    'This ticket lives on in that one: its people join it, and mails to either number land there. `merge!` where that one is another customer’s, or closed.',
  ),
  inTitle: false,
  alone: true,
  fits: () => true,
  perform: (words, scene) => {
    const found = otherTicket('merge', words, scene);
    if (found.kind === 'refused') return found;
    const { tag } = found;
    const into = found.other.ticket;
    const doubt = scene.insists ? null : doubtAbout(scene.ticket, into);
    if (doubt !== null)
      return onlyInsisting('merge', tag, doubt === 'customer' ? say`${tag} is another customer’s` : say`${tag} is closed`);
    return merged(scene, into, newcomers(scene.participants, found.other.participants), tag);
  },
};

const doubtAbout = (ticket: Ticket, into: Ticket): 'customer' | 'closed' | null => {
  if (isAnothersTicket(ticket, into)) return 'customer';
  return into.state === 'closed' && ticket.state !== 'closed' ? 'closed' : null;
};

function merged(scene: Scene, into: Ticket, people: ReturnType<typeof newcomers>, tag: string): Deed {
  const { ticket } = scene;
  const join = joining(into.number, people);
  const turn: TicketChange = isWaiting(ticket) && isAnswered(into) ? { waitsFor: 'staff' } : {};
  const changed = (set: TicketChange) =>
    Object.keys(turn).length === 0 ? [] : [{ act: 'change-ticket', ticket: into.number, set } as const];
  return {
    kind: 'done',
    ...closing(scene, 'merge'),
    effects: [
      { act: 'merge-ticket', ticket: ticket.number, into: into.number },
      ...join.effects,
      ...changed(turn),
      noted(scene, into.number, 'took-in', { ticket: ticket.number }),
    ],
    back: [...join.back, ...changed({ waitsFor: into.waitsFor }), { act: 'merge-ticket', ticket: ticket.number, into: null }],
    event: 'merged',
    data: { into: into.number, from: ticket.state },
    change: listed(
      [say`lives on in ${tag} “${into.subject}”`, ...(people.length === 0 ? [] : [say`${namesOf(people)} takes part there now`])],
      '; ',
    ),
    livesOn: into.number,
  };
}

const isWaiting = ({ state, waitsFor }: Ticket): boolean => state !== 'closed' && waitsFor === 'staff';
const isAnswered = ({ state, waitsFor }: Ticket): boolean => state !== 'closed' && waitsFor === 'customer';
