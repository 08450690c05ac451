import type { Effect } from '../../effect.ts';
import { nearest } from '../../nearest.ts';
import { listed, type Saying, say } from '../../saying.ts';
import { readAddresses } from '../values/read-addresses.ts';
import { type Command, insiders } from './command.ts';

/** Takes people outside off the ticket: they get no more of it, and what they write is held. */
export const uncc: Command = {
  name: 'uncc',
  translations: { es: ['sin-copia'], de: ['keine-kopie'], fr: ['sans-copie'], pt: ['sem-cópia', 'sem-copia'] },
  args: 'ADDRESS [ADDRESS…]',
  roles: insiders,
  class: 'C2',
  help: say('Takes people outside off the ticket: they get no more of it.'),
  inTitle: false,
  fits: () => true,
  perform: (words, { ticket, participants }) => {
    const read = readAddresses(words);
    if (read.kind === 'wrong') return { ...read, kind: 'refused' };
    const copied = participants.filter(({ role }) => role === 'cc');
    const choices = copied.map(({ address }) => address);
    const refused = (problem: Saying, suggestions: readonly string[]) =>
      ({
        kind: 'refused',
        problem,
        expected: choices.length > 0 ? say`one of ${choices.join(', ')}` : say('somebody in copy'),
        suggestions,
      }) as const;
    if (read.addresses.length === 0)
      return refused(
        say('`uncc` needs an address'),
        choices.map((address) => `uncc ${address}`),
      );
    if (read.addresses.includes(ticket.requester))
      return refused(say`${ticket.requester} is who the ticket is for`, ['contact …']);
    const gone = copied.filter(({ address }) => read.addresses.includes(address));
    const absent = read.addresses.filter((address) => !choices.includes(address));
    const meant = absent.flatMap((address) => nearest(address, choices, 3));
    if (meant.length > 0)
      return refused(
        say`${absent[0] ?? ''} does not take part`,
        meant.map((address) => `uncc ${address}`),
      );
    const change = listed([...gone.map(({ address }) => `−${address}`), ...absent.map((one) => say`${one} does not take part`)]);
    if (gone.length === 0) return { kind: 'done', change };
    return {
      kind: 'done',
      effects: gone.map(({ address }): Effect => ({ act: 'remove-participant', ticket: ticket.number, address })),
      back: gone.map((participant): Effect => ({ act: 'add-participant', ticket: ticket.number, participant })),
      event: 'participants-removed',
      data: { count: gone.length },
      change,
    };
  },
};
