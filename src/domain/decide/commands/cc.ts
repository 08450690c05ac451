import type { Effect } from '../../effect.ts';
import { listed, say } from '../../saying.ts';
import type { Participant } from '../../ticket.ts';
import { readOutsiders } from '../values/read-addresses.ts';
import { type Command, insiders } from './command.ts';

/** Lets people outside take part from now on. What was written before never goes to them. */
export const cc: Command = {
  name: 'cc',
  translations: { es: ['copia'], de: ['kopie'], fr: ['copie'], pt: ['cópia'] },
  args: 'ADDRESS [ADDRESS…]',
  roles: insiders,
  class: 'C2',
  help: say('Lets people outside take part: they get what is sent from now on, nothing of what was written before.'),
  inTitle: false,
  fits: ({ state }) => state !== 'closed',
  perform: (words, { ticket, participants, settings, lookups }) => {
    const read = readOutsiders(words, settings);
    if (read.kind === 'wrong') return { ...read, kind: 'refused' };
    const { addresses } = read;
    if (addresses.length === 0)
      return { kind: 'refused', problem: say('`cc` needs an address'), expected: say('one address or more'), suggestions: [] };
    const present = (address: string) => participants.some((one) => one.address === address);
    const added = addresses
      .filter((address) => !present(address))
      .map((address): Participant => ({ address, name: lookups.contacts.get(address)?.name ?? '', role: 'cc' }));
    const there = addresses.filter(present).map((address) => say`${address} takes part already`);
    const change = listed([...added.map(({ address }) => `+${address}`), ...there]);
    if (added.length === 0) return { kind: 'done', change };
    return {
      kind: 'done',
      effects: added.map((participant): Effect => ({ act: 'add-participant', ticket: ticket.number, participant })),
      back: added.map(({ address }): Effect => ({ act: 'remove-participant', ticket: ticket.number, address })),
      event: 'participants-added',
      data: { count: added.length },
      change,
    };
  },
};
